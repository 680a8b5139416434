import Foundation
import JSON
import MitBudget
import TestSupport
import Testing

@testable import MitBudgetCLI

@Suite("What export csv writes")
struct RoundTripTests {
    /// The parts of the texts: everything that a spreadsheet, separator, quotation or character set could damage.
    private static let pieces = [
        "=", "+", "-", "@", "'", "''", "\"", "\"\"", ";", ",", " ", "  ", "a", "Å", "e\u{301}", "\u{301}", "\u{A0}",
        "€",
        "kr.", "1.000,50", "-5,00", "-7", "’", "\u{FEFF}", "=A1", "'=B", "|", "\\n", "#", "😀",
    ]

    private func text(_ generator: inout SplitMix64) throws -> String {
        var text = ""
        for _ in 0..<Int.random(in: 1...5, using: &generator) {
            text += Self.pieces.randomElement(using: &generator) ?? ""
        }
        return try Text(text).isBlank ? text + "x" : text
    }

    @Test(
        "Is imported to the same journal, whatever texts it holds, in either language", arguments: ["da", "en"],
        Seed.each(1...3))
    func exactly(language: String, seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let (first, second) = (try Bureau(), try Bureau())
        try first.open()
        try second.open()
        var lines: [JSON] = []
        for number in 1...200 {
            let voucher = ["-", "", "K", "--", "_", "Å/"].randomElement(using: &generator) ?? ""
            let day = Day("2023-02-01").advanced(by: Int.random(in: 0...28, using: &generator))
            let paid = day.advanced(by: Int.random(in: 0...40, using: &generator))
            var members: [JSON.Member] = [
                .init(key: "command", value: "disburse"), .init(key: "participant", value: "B01"),
                .init(key: "item", value: 1),
                .init(key: "amount", value: .string(Amount.ore(.random(in: 1...15_000, using: &generator)).decimal)),
                .init(key: "voucher", value: .string("\(voucher)\(number)")),
                .init(key: "payee", value: .string(try text(&generator))), .init(key: "on", value: .string(day.iso)),
                .init(key: "paid", value: .string(paid.iso)),
            ]
            if Bool.random(using: &generator) {
                members.append(.init(key: "note", value: .string(try text(&generator))))
            }
            if number % 7 == 0 { members.append(.init(key: "voucher-total", value: "150.00")) }
            lines.append(.object(members))
        }
        first.input = Array(lines.map(\.compact).joined(separator: "\n").utf8)
        try first.must(["import", "-"])
        let journal = try first.journal()
        first.language = language
        let csv = try first.must(["export", "csv", "--identified", "--purpose", "Prøve"])
        second.input = Array(csv.utf8)
        try second.must(["import", "-"])
        #expect(try second.journal() == journal)
    }

    @Test(
        "Guards what a spreadsheet takes for a formula, and what looks guarded",
        arguments: [
            ("=A1", "'=A1"), ("+45", "'+45"), ("-5", "'-5"), ("-5,00", "'-5,00"), ("@a", "'@a"), ("'=A1", "''=A1"),
            ("''=A1", "'''=A1"), ("'t Hart", "'t Hart"), ("a=b", "a=b"), ("''", "''"), ("'", "'"),
        ])
    func guarded(payee: String, field: String) throws {
        let bureau = try Bureau()
        try bureau.open()
        try bureau.must([
            "disburse", "B01", "--item", "1", "--amount", "1", "--voucher", "K-1", "--payee", payee, "--on",
            "2023-02-03",
        ])
        bureau.language = "da"
        let csv = try bureau.must(["export", "csv", "--identified", "--purpose", "Prøve"])
        #expect(csv.contains(";K-1;\(field);"), "\(csv)")
    }
}
