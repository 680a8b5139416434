import JSON
import MitBudget
import MitBudgetReports
import Phrases

/// A saved report beside the one that the ledger prints now.
struct ReportComparison {
    /// The first line that differs, from 1, as saved and as printed; `nil` where all is the same.
    let difference: (line: Int, saved: String, printed: String)?

    init(saved: [UInt8], printed: [UInt8]) {
        guard saved != printed else {
            difference = nil
            return
        }
        let newline = UInt8(ascii: "\n")
        let before = saved.split(separator: newline, omittingEmptySubsequences: false)
        let after = printed.split(separator: newline, omittingEmptySubsequences: false)
        let same = zip(before, after).prefix { $0 == $1 }.count
        func line(_ lines: [ArraySlice<UInt8>]) -> String {
            lines.indices.contains(same) ? String(decoding: lines[same], as: UTF8.self) : ""
        }
        difference = (same + 1, line(before), line(after))
    }

    /// Both lines from shortly before the place where they part, since JSON is one long line and only the beginning
    /// of what is quoted is shown.
    static func excerpts(_ saved: String, _ printed: String) -> (saved: String, printed: String) {
        let common = zip(saved, printed).prefix { $0 == $1 }.count
        guard common > shown else { return (saved, printed) }
        let left = common - shown / 2
        return ("…" + saved.dropFirst(left), "…" + printed.dropFirst(left))
    }

    /// How many characters may be the same before the lines are cut at the front.
    private static let shown = 40
}

extension Session {
    /// Tells whether a saved report is what the ledger prints.
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
            }
            print(JSON.object(members))
        case .text, .csv, .html:
            if let difference = comparison.difference {
                print(
                    Phrase(
                        da:
                            """
                            Rapporten er ikke den, journalen udskriver. Første forskel er på linje \
                            \(difference.line):
                            """,
                        en:
                            """
                            The report is not what the ledger prints. The first difference is on line \
                            \(difference.line):
                            """
                    ))
                let excerpts = ReportComparison.excerpts(difference.saved, difference.printed)
                print(say("  gemt:      ", "  saved:   ") + harmless(excerpts.saved))
                print(say("  udskrevet: ", "  printed: ") + harmless(excerpts.printed))
            } else {
                print(
                    Phrase(
                        da: "Rapporten er præcis den, journalen udskriver.",
                        en: "The report is exactly what the ledger prints."))
            }
            print("  " + terms.command)
        }
        return isSame ? .done : .no
    }
}
