import Foundation
import TestSupport
import Testing

@Suite("Docs/check-sample.sh, with sqlite3, awk and sha256sum alone")
struct SampleScriptTests {
    private static let script = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Docs/check-sample.sh").standardized.path
    private static let period = ["--from", "2023-02-01", "--to", "2023-02-28"]

    /// An office that spent, got money back and took some of it back: entries 7 to 27.
    private func spendingOffice() throws -> Office {
        let office = try Office()
        var commands = (1...15).map { number in
            [
                "disburse", "B01", "--item", "1", "--amount", "\(number * number * 10 + 1),07", "--voucher",
                "2023/K-\(number)", "--payee", "Skolen", "--on", number == 15 ? "2023-03-01" : "2023-02-10",
            ]
        }
        commands += [
            ["refund", "12", "--amount", "300", "--voucher", "R-1", "--on", "2023-03-01"],
            ["refund", "13", "--amount", "491,07", "--voucher", "R-2", "--on", "2023-02-12"],
            ["refund", "14", "--amount", "5", "--voucher", "R-3", "--on", "2023-02-12"],
            ["reverse", "24", "--reason", "Kom ikke", "--on", "2023-02-13"],
            ["reverse", "10", "--reason", "Skrevet to gange", "--on", "2023-04-01"],
            ["refund", "14", "--amount", "6,50", "--voucher", "R-4", "--on", "2023-02-14"],
        ]
        for command in commands {
            let done = try office.run(command)
            try #require(done.status == 0, "\(command): \(done.errors)")
        }
        return office
    }

    @Test("It prints what the program prints, byte for byte, by both methods and at any entry")
    func same() throws {
        let office = try spendingOffice()
        let dice = ["--dice", "351624235146"]
        for options in [[], dice, ["--dice", "0"], ["--dice", String(repeating: "6", count: 64)]] {
            for method in ["money", "random"] {
                for size in ["1", "3", "7", "12", "13", "14", "2000", "999999999999999"] {
                    try compare(["--size", size, "--method", method] + options, in: office)
                }
            }
        }
        for at in ["6", "7", "9", "22", "23", "25", "26", "27"] {
            try compare(["--size", "4", "--at", at] + dice, in: office)
            try compare(["--size", "4", "--at", at, "--method", "random"], in: office)
        }
        try compare(["--size", "007"], in: office)
    }

    private func compare(_ options: [String], in office: Office) throws {
        let script = try Outside.run([Self.script, office.ledger] + Self.period + options)
        let ours = try office.run(["sample"] + Self.period + options + ["--format", "json"])
        #expect(script.status == 0 && script.errors.isEmpty, "\(options): \(script)")
        #expect(ours.status == 0 && script.output == ours.output, "\(options): \(script.output)")
    }

    @Test("The money of a whole grant of the largest kind is drawn from exactly")
    func giant() throws {
        let office = try Office(isEmpty: true)
        let terms = """
            { "programme": "giant", "title": {"da": "Stort", "en": "Large"}, "grantee": "A", "funder": "B",
              "grant": "10000000000000.00", "posts": {"project": "10000000000000.00"},
              "firstDay": "2023-01-01", "lastDay": "2024-12-31" }
            """
        try Data(terms.utf8).write(to: URL(filePath: office.scratch.path("terms.json")))
        for command in [
            ["init", "--administrator", "admin", "--programme", office.scratch.path("terms.json")],
            ["staff", "add", "kaj", "--role", "consultant", "--name", "Konsulent"],
        ]
            + ["4999999999999.99", "0.01", "4999999999999.98", "0.02"].enumerated().map({ number, amount in
                [
                    "expense", "--post", "project", "--amount", amount, "--voucher", "P-\(number)", "--payee", "A",
                    "--on",
                    "2023-02-10",
                ]
            })
        {
            let done = try office.run(command)
            try #require(done.status == 0, "\(command): \(done.errors)")
        }
        for size in ["1", "2", "3", "4", "5"] {
            for dice in ["1", "2", "3"] { try compare(["--size", size, "--dice", dice], in: office) }
        }
    }

    @Test(
        "What it is not told, or cannot read, it does not draw from",
        arguments: [
            ["--size", "0"], ["--size", "-3"], ["--size", "3; x"], ["--size", "1234567890123456"], ["--size"],
            ["--size", "3", "--dice", "3 4"], ["--size", "3", "--at", "x"], ["--size", "3", "--method", "both"],
            ["--size", "3", "--year", "2023"], ["--size", "3", "--from", "2023' OR '1"], [],
        ])
    func usage(options: [String]) throws {
        let office = try Office()
        let told = try Outside.run([Self.script, office.ledger] + Self.period + options)
        #expect(told.status == 1 && told.output.isEmpty && told.errors.hasPrefix("usage: "), "\(told)")
    }

    @Test("It says of a file that is missing, no ledger, or ends before the entry, that it is")
    func missing() throws {
        let office = try Office()
        let draw = Self.period + ["--size", "3"]
        let missing = try Outside.run([Self.script, office.scratch.path("none.sqlite")] + draw)
        #expect(missing.status == 1 && missing.errors.contains("no such file"), "\(missing)")
        try Data("no database at all, whatever it is".utf8).write(to: URL(filePath: office.scratch.path("text")))
        let other = try Outside.run([Self.script, office.scratch.path("text")] + draw)
        #expect(other.status == 1 && other.output.isEmpty && other.errors.contains("cannot be read"), "\(other)")
        let beyond = try Outside.run([Self.script, office.ledger] + draw + ["--at", "99"])
        #expect(beyond.status == 1 && beyond.output.isEmpty && beyond.errors.contains("no entry 99"), "\(beyond)")
    }
}
