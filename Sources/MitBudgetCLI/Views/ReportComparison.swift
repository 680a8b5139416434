import JSON
import MitBudget
import MitBudgetReports
import Phrases

/// Compares a saved report, line by line, with the one that the ledger prints now.
struct ReportComparison {
    /// What a mail program, an editor or another system may change in a text without changing what it says.
    enum Change: String {
        /// CRLF or CR instead of LF, or the reverse.
        case lineEnds = "line-ends"
        /// U+FEFF at the beginning, added or lost.
        case byteOrderMark = "byte-order-mark"
        /// The newlines at the end.
        case lastNewline = "last-newline"
    }

    /// A line that says something else: its number from 1, and the line as saved and as printed.
    typealias Difference = (line: Int, saved: String, printed: String)

    /// The first line that says something else; failing that, the first with other bytes; `nil` if no line differs.
    let difference: Difference?
    /// Whether that line, and so every other one, has the same letters in other bytes: å as one character, or as a and
    /// a ring.
    let isSameInLetters: Bool
    /// The changes in a report that says the same; empty if it is the same byte for byte.
    let changes: [Change]

    init(saved: [UInt8], printed: [UInt8]) {
        guard saved != printed else {
            (difference, isSameInLetters, changes) = (nil, false, [])
            return
        }
        let (one, other) = (Copy(saved), Copy(printed))
        let differing = Self.difference(one.lines, other.lines, Self.hasSameLetters)
        isSameInLetters = differing == nil
        difference = differing ?? Self.difference(one.lines, other.lines, ==)
        var changes: [Change] = []
        if one.hasMark != other.hasMark { changes.append(.byteOrderMark) }
        if !one.ends.isEmpty, one.ends != other.ends { changes.append(.lineEnds) }
        if one.lastNewlines != other.lastNewlines { changes.append(.lastNewline) }
        self.changes = changes
    }

    /// Compares texts as Swift does: letters are equal however they are composed.
    private static func hasSameLetters(_ saved: ArraySlice<UInt8>, _ printed: ArraySlice<UInt8>) -> Bool {
        if saved == printed { return true }
        guard let one = String(validating: saved, as: UTF8.self) else { return false }
        return one == String(validating: printed, as: UTF8.self)
    }

    private static func difference(
        _ saved: [ArraySlice<UInt8>], _ printed: [ArraySlice<UInt8>],
        _ isSame: (ArraySlice<UInt8>, ArraySlice<UInt8>) -> Bool
    ) -> Difference? {
        let same = zip(saved, printed).prefix(while: isSame).count
        guard same < max(saved.count, printed.count) else { return nil }
        func line(_ lines: [ArraySlice<UInt8>]) -> String {
            lines.indices.contains(same) ? String(decoding: lines[same], as: UTF8.self) : ""
        }
        return (same + 1, line(saved), line(printed))
    }

    /// Both lines from shortly before the place where they differ. JSON is one long line, and messages show only the
    /// beginning of what they quote.
    static func excerpts(_ saved: String, _ printed: String) -> (saved: String, printed: String) {
        let common = zip(saved, printed).prefix { $0 == $1 }.count
        guard common > shown else { return (saved, printed) }
        let left = common - shown / 2
        return ("…" + saved.dropFirst(left), "…" + printed.dropFirst(left))
    }

    /// How many equal characters are kept before the lines are cut at the front.
    private static let shown = 40
}

/// A report as its file holds it: its lines, and how they end.
private struct Copy {
    /// The lines, without a byte order mark before the first and without empty lines after the last.
    private(set) var lines: [ArraySlice<UInt8>] = []
    let hasMark: Bool
    private(set) var ends: Set<[UInt8]> = []
    private(set) var lastNewlines = 0

    init(_ bytes: [UInt8]) {
        let (feed, turn) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
        let text = bytes.trimmingPrefix([0xEF, 0xBB, 0xBF])
        hasMark = text.count < bytes.count
        var rest = text
        while let place = rest.firstIndex(where: { $0 == feed || $0 == turn }) {
            lines.append(rest[..<place])
            let isBoth = rest[place...].starts(with: [turn, feed])
            ends.insert(isBoth ? [turn, feed] : [rest[place]])
            rest = rest[(place + (isBoth ? 2 : 1))...]
        }
        lines.append(rest)
        while lines.count > 1, lines.last?.isEmpty == true {
            lines.removeLast()
            lastNewlines += 1
        }
    }
}

extension Session {
    /// Reports whether a saved report is what the ledger prints.
    func tell(_ comparison: ReportComparison, _ terms: ReportTerms) -> ExitStatus {
        let isSame = comparison.difference == nil
        switch settings.format {
        case .json:
            var members: [JSON.Member] = [
                .init(key: "verified", value: .bool(isSame)), .init(key: "report", value: .string(terms.command)),
            ]
            if let difference = comparison.difference {
                members += [
                    .init(key: "line", value: .integer(Int64(difference.line))),
                    .init(key: "saved", value: .string(difference.saved)),
                    .init(key: "printed", value: .string(difference.printed)),
                ]
                if comparison.isSameInLetters { members.append(.init(key: "sameLetters", value: true)) }
            } else if !comparison.changes.isEmpty {
                members.append(
                    .init(key: "changed", value: .array(comparison.changes.map { .string($0.rawValue) })))
            }
            print(JSON.object(members))
        case .text, .csv, .html:
            if let difference = comparison.difference {
                tell(difference)
                if comparison.isSameInLetters {
                    print(
                        Phrase(
                            da: """
                                  Bogstaverne er de samme, men skrevet med andre byte: fx å som ét tegn eller som a og \
                                en ring (Unicode NFC og NFD). Det gælder alle forskelle.
                                """,
                            en: """
                                  The letters are the same, but written with other bytes: å as one character, say, or \
                                as a and a ring (Unicode's NFC and NFD). That holds for every difference.
                                """))
                }
            } else if comparison.changes.isEmpty {
                print(
                    Phrase(
                        da: "Rapporten er præcis den, journalen udskriver.",
                        en: "The report is exactly what the ledger prints."))
            } else {
                tell(comparison.changes)
            }
            print("  " + terms.command)
        }
        return isSame ? .done : .no
    }

    private func tell(_ difference: ReportComparison.Difference) {
        print(
            Phrase(
                da: "Rapporten er ikke den, journalen udskriver. Første forskel er på linje \(difference.line):",
                en: "The report is not what the ledger prints. The first difference is on line \(difference.line):"))
        let excerpts = ReportComparison.excerpts(difference.saved, difference.printed)
        print(say("  gemt:      ", "  saved:   ") + harmless(excerpts.saved))
        print(say("  udskrevet: ", "  printed: ") + harmless(excerpts.printed))
    }

    private func tell(_ changes: [ReportComparison.Change]) {
        let names = changes.map { $0.phrase[language] }.joined(separator: ", ")
        print(
            Phrase(
                da: "Rapporten siger det samme som den, journalen udskriver: alle tal og ord er ens.",
                en: "The report says what the ledger prints: every figure and word is the same."))
        print(Phrase(da: "  Ændret i kopien: \(names)", en: "  Changed in the copy: \(names)"))
    }

    /// Reports that a saved report cannot be compared, because this program uses another layout.
    func tell(otherLayout layout: Int, _ terms: ReportTerms?) -> ExitStatus {
        let finding = "report-layout"
        switch settings.format {
        case .json:
            print(
                [
                    "verified": false, "report": terms.map { .string($0.command) } ?? .null,
                    "findings": [
                        [
                            "finding": .string(finding), "layout": .integer(Int64(layout)),
                            "printed": .integer(Int64(ReportTerms.layout)),
                        ]
                    ],
                ] as JSON)
        case .text, .csv, .html:
            let phrase = Phrase(
                da: """
                    Rapporten har layout \(layout), og programmet udskriver layout \(ReportTerms.layout), så de kan \
                    ikke sammenlignes tegn for tegn. Det siger intet om tallene.
                    """,
                en: """
                    The report has layout \(layout), and the program prints layout \(ReportTerms.layout), so the two \
                    can't be compared letter by letter. That says nothing of the figures.
                    """)
            print(style.red(finding) + "  " + phrase[language])
            if let terms {
                print(
                    Phrase(
                        da: "Udskriv den på ny, og hold tallene op mod hinanden:",
                        en: "Print it anew and hold the figures side by side:"))
                print("  " + terms.command)
            }
        }
        return .no
    }
}

extension ReportComparison.Change {
    fileprivate var phrase: Phrase {
        switch self {
        case .lineEnds: Phrase(da: "linjeskift", en: "line ends")
        case .byteOrderMark: Phrase(da: "tegnet U+FEFF først i filen", en: "the sign U+FEFF at the beginning")
        case .lastNewline: Phrase(da: "linjeskiftet sidst i filen", en: "the newline at the end")
        }
    }
}
