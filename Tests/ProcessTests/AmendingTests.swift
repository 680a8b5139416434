import Foundation
import TestSupport
import Testing

/// Amendments while others record, by processes of the program.
struct AmendingTests {
    /// Makes the built-in programme's terms end on another day, as a file of the office.
    private static func terms(until day: String, in office: Office) throws -> String {
        let path = office.scratch.path("terms-\(day).json")
        let shown = try office.run(["terms", "show", "--format", "json"]).output
        try shown.replacing("2024-12-31", with: day).write(toFile: path, atomically: true, encoding: .utf8)
        return path
    }

    @Test(arguments: 0..<3)
    func `Whatever is recorded while the terms change is decided by the terms before it`(round: Int) throws {
        let office = try Office()
        let (longer, shorter) = (
            try Self.terms(until: "2025-03-31", in: office), try Self.terms(until: "2024-12-31", in: office)
        )
        func line(_ words: String, _ number: Int) -> String {
            "(\(office.program) \(words) >/dev/null 2>\(office.scratch.path("e\(number)")); "
                + "echo $? >\(office.scratch.path("s\(number)"))) &"
        }
        // Purchases after the window's first end, while it is made longer, and shorter again if none came before.
        var script: [String] = []
        for number in 0..<10 {
            script.append(
                line(
                    "disburse B01 --item 1 --amount 10 --voucher W-\(number) --payee x --on 2025-02-0\(number % 9 + 1)",
                    number))
            if number == 3 + round { script.append(line("terms amend \(longer) --reason x --on 2024-12-01", 10)) }
        }
        script.append(line("terms amend \(shorter) --reason x --on 2024-12-01", 11))
        let run = try Outside.run(
            ["/bin/sh", "-c", script.joined(separator: "\n") + "\nwait"], environment: office.environment)
        #expect(run.status == 0, "\(run.errors)")

        let statuses = try (0..<12).map { number in
            try String(contentsOfFile: office.scratch.path("s\(number)"), encoding: .utf8).dropLast()
        }
        #expect(statuses.allSatisfy { $0 == "0" || $0 == "1" }, "\(statuses)")
        #expect(statuses[10] == "0")
        let late = try office.integers("SELECT entry FROM movement WHERE day > '2024-12-31'")
        #expect(late.count == statuses[..<10].count { $0 == "0" })
        let amended = try office.integers("SELECT seq FROM journal WHERE kind = 'terms-amended' ORDER BY seq")
        #expect(amended.count == statuses[10...].count { $0 == "0" })
        // Those that came first were refused by the terms as they were then.
        let lasting = try office.integers("SELECT min(seq) FROM journal WHERE body LIKE '%2025-03-31%'")
        #expect(late.allSatisfy { $0 > lasting[0] })
        try office.expectOrder()
        let next = ["disburse", "B01", "--item", "1", "--amount", "10", "--voucher", "X", "--payee", "x", "--on"]
        let isLonger = try office.integers("SELECT last_day = '2025-03-31' FROM programme") == [1]
        #expect(try office.run(next + ["2025-03-31"]).status == (isLonger ? 0 : 1))
    }
}
