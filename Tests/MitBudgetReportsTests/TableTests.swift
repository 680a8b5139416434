import Testing

@testable import MitBudgetReports

@Suite("A table of text")
struct TableTests {
    private let money = Table(
        columns: [.words("borger"), .words("tilstand"), .figures("udbetalt")],
        rows: [["B01", "aktiv", "50.000,00"], ["B02", "udskrevet"]],
        totals: [["i alt", "", "50.000,00"]])

    @Test("lines words up to the left and figures to the right, without blanks at a line's end")
    func layout() {
        #expect(
            money.text(style: .plain) == """
                borger  tilstand    udbetalt
                ────────────────────────────
                B01     aktiv      50.000,00
                B02     udskrevet
                ────────────────────────────
                i alt              50.000,00

                """)
        #expect(money.width == 28)
    }

    @Test("has a second line only above totals")
    func withoutTotals() {
        let table = Table(columns: [.figures("a")], rows: [["10"], ["2"]])
        #expect(table.lines(style: .plain) == [" a", "──", "10", " 2"])
    }

    @Test("counts characters, not bytes: Danish letters and no-break spaces take one column")
    func characters() {
        let table = Table(columns: [.words("æøå"), .figures("kr.")], rows: [["ab", "1\u{A0}kr."]])
        #expect(table.lines(style: .plain) == ["æøå    kr.", "──────────", "ab   1\u{A0}kr."])
    }

    @Test("never cuts a line to the width of the reader's screen")
    func narrow() {
        let narrow = money.lines(style: Style(isColoured: false, width: 5))
        #expect(narrow == money.lines(style: .plain))
    }

    @Test("is the same when its rows are handed over one by one", arguments: [0, 1, 2])
    func streamed(count: Int) {
        let rows = Array(money.rows.prefix(count))
        var text = ""
        let written = Table.write(money.columns, style: .plain, rows: { rows.forEach($0) }, to: { text += $0 })
        #expect(written == count)
        #expect(text == (count == 0 ? "" : Table(columns: money.columns, rows: rows).text(style: .plain)))
    }

    @Test(
        "counts a character made of several as one",
        arguments: [
            ("", 0), ("Æble–5 §", 8), ("e\u{301}", 1), ("a\u{30A}ø", 2), ("👩‍👩‍👧", 1), ("\r\n", 1), ("a\u{200D}b", 2),
            ("\u{AD}", 1),
            ("한국", 2),
        ])
    func columns(text: String, expected: Int) {
        #expect(text.columns == expected)
        #expect(text.columns == text.count)
    }

    @Test("lines up cells that carry colours")
    func coloured() {
        let style = Style(isColoured: true, width: 100)
        let table = Table(
            columns: [.words("a"), .figures("b")], rows: [[style.green("██"), "1"], ["x", style.red("22")]])
        let lines = table.lines(style: style)
        #expect(lines.map(\.columns) == [6, 6, 6, 6])
        #expect(lines[2] == "\u{1B}[32m██\u{1B}[39m   1")
        #expect(lines[3] == "x   \u{1B}[31m22\u{1B}[39m")
    }

    @Test(
        "puts a long name on a line of its own where only then the table fits",
        arguments: [
            (25, "Name               Amount\na very long name     1.00\nshort             1000.00\n"),
            (24, "Name    Amount\na very long name\n          1.00\nshort  1000.00\n"),
            (14, "Name    Amount\na very long name\n          1.00\nshort  1000.00\n"),
            // Nothing helps, so nothing changes.
            (12, "Name               Amount\na very long name     1.00\nshort             1000.00\n"),
        ])
    func fitted(width: Int, expected: String) throws {
        let table = Table(
            columns: [.words("Name"), .figures("Amount")], rows: [["a very long name", "1.00"], ["short", "1000.00"]])
        let lines = table.fitted(to: width).lines(style: .plain)
        #expect(lines.filter { !$0.contains("─") }.map { $0 + "\n" }.joined() == expected)
    }
}

@Suite("A style")
struct StyleTests {
    private static let looks: [@Sendable (Style, String) -> String] = [
        { $0.bold($1) }, { $0.dim($1) }, { $0.red($1) }, { $0.green($1) }, { $0.yellow($1) }, { $0.blue($1) },
    ]

    @Test("returns plain text untouched", arguments: looks.indices)
    func plain(look: Int) {
        #expect(Self.looks[look](.plain, "abc") == "abc")
    }

    @Test("wraps coloured text in codes that take no column", arguments: looks.indices)
    func coloured(look: Int) {
        let text = Self.looks[look](Style(isColoured: true, width: 80), "abc")
        #expect(text.hasPrefix("\u{1B}[") && text.hasSuffix("m") && text.contains("mabc\u{1B}["))
        #expect(text.columns == 3)
    }

    @Test("adds no codes to nothing", arguments: looks.indices)
    func nothing(look: Int) {
        #expect(Self.looks[look](Style(isColoured: true, width: 80), "") == "")
    }

    @Test("gives every look a code of its own")
    func distinct() {
        let style = Style(isColoured: true, width: 80)
        #expect(Set(Self.looks.map { $0(style, "a") }).count == Self.looks.count)
    }
}
