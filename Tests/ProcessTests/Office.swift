import Foundation
import SQLite
import TestSupport
import Testing

/// A ledger that the program itself made, worked on by processes of the program.
struct Office {
    let scratch: Scratch
    let program: String

    /// One citizen with 40.000 kr. released on one item; or no ledger yet.
    init(isEmpty: Bool = false) throws {
        scratch = try Scratch()
        program = try BuiltProgram.path
        if isEmpty { return }
        for arguments in [
            ["init", "--administrator", "admin"],
            ["staff", "add", "kim", "--role", "caseworker", "--name", "Sagsbehandler"],
            ["participant", "enrol", "--on", "2023-01-02"],
            [
                "plan", "draft", "B01", "--goal", "Et job", "--wishes", "Et kursus", "--purpose", "At komme videre",
                "--item", "job:45000:Kursus", "--agreed", "2023-01-10",
            ],
            ["plan", "approve", "B01", "--on", "2023-01-15"],
            ["release", "B01", "--item", "1", "--amount", "40000", "--on", "2023-02-01"],
        ] {
            let done = try run(arguments)
            try #require(done.status == 0, "\(arguments): \(done.errors)")
        }
    }

    var ledger: String { scratch.path() }

    var environment: [String: String] {
        ["MITBUDGET_LEDGER": ledger, "MITBUDGET_LANGUAGE": "en", "PATH": "/usr/bin:/bin"]
    }

    /// Runs the program to its end.
    func run(_ arguments: [String]) throws -> Outside {
        try Outside.run([program] + arguments, environment: environment)
    }

    /// Reads rows of integers without the program.
    func integers(_ sql: String) throws -> [Int64] {
        let connection = try Connection(path: ledger, access: .readWrite, busyMilliseconds: 5000)
        return try connection.rows(unsafeSQL: sql).all { row throws(SQLiteFailure) in try row.integer(0) }
    }

    /// Checks what must hold whatever happened to the processes.
    func expectOrder() throws {
        let verified = try run(["verify"])
        #expect(verified.status == 0, "\(verified.output)\(verified.errors)")
        let above = try integers(
            """
            SELECT entry FROM (
                SELECT entry, sum(disbursed_ore) OVER (ORDER BY entry) AS spent FROM movement)
            WHERE spent > 4000000 OR spent < 0
            """)
        #expect(above == [], "not an øre above what is released, at any entry")
        #expect(
            try integers("SELECT seq FROM journal ORDER BY seq")
                == Array(1...integers("SELECT max(seq) FROM journal")[0]))
    }
}
