import MitBudget
import Phrases

// The citizens and their waiting plans. A large programme has too many to list: a line then gives their number, and the
// command that lists them.
extension StatusText {
    /// The most rows that a section shows.
    static let rowLimit = 60

    /// The bar and the figures of every citizen.
    var participants: [String] {
        guard programme.hasRecipients else { return [] }
        let citizens = standing.citizens
        let title = Label.participants
        if citizens.enrolled == 0 { return [heading(title, Phrase(da: "ingen endnu", en: "none yet"))] }
        // Without money there are no bars and figures to show.
        guard citizens.enrolled <= Self.rowLimit, standing.hasMoney else {
            let (enrolled, withdrawn) = (citizens.enrolled, citizens.withdrawn)
            let number = withdrawn == 0 ? Phrase(da: "ingen", en: "none") : Phrase(verbatim: String(withdrawn))
            let count = Phrase(
                da: "\(enrolled) i alt, \(number) af dem udskrevet. Se dem med: mitbudget participant list",
                en: "\(enrolled) in all, \(number) of them withdrawn. See them with: mitbudget participant list")
            return [heading(title, count)]
        }
        func bars(_ cells: Int) -> Table {
            standing.participants(rows: citizens.listed, bar: cells, style: style, in: language).table(in: language)
        }
        var table = bars(BudgetBar.length)
        if table.width > style.width {
            table = bars(max(BudgetBar.shortest, BudgetBar.length - (table.width - style.width)))
        }
        return [heading(title)] + table.lines(style: style) + [legend]
    }

    private var legend: String {
        let rest =
            programme.cap == nil
            ? Phrase(da: "op til den største", en: "up to the largest")
            : Phrase(da: "op til rammen", en: "up to the cap")
        let parts: [(BudgetBar.Part, Phrase)] = [
            (.disbursed, .disbursed),
            (.released, Phrase(da: "frigivet, ikke udbetalt", en: "released, not disbursed")),
            (.approved, Phrase(da: "godkendt, ikke frigivet", en: "approved, not released")),
            (.rest, rest),
        ]
        return parts.map { $0.dressed(String($0.sign), in: style) + " " + style.dim(say($1)) }.joined(separator: "  ")
    }

    /// The plans that wait for approval, and what would be free if all were approved.
    var waiting: [String] {
        let number = standing.citizens.waiting
        guard standing.hasPlans else { return [] }
        let title = Phrase(da: "Ventende handleplaner", en: "Waiting plans")
        guard number > 0 else { return [heading(title, Phrase(da: "ingen", en: "none"))] }
        guard number <= Self.rowLimit else {
            let change = standing.pending.signed(in: language)
            let count = Phrase(
                da: "\(number), i alt \(change). Se dem med: mitbudget plan list --pending",
                en: "\(number), \(change) in all. See them with: mitbudget plan list --pending")
            return [heading(title, count)] + outcome(of: number)
        }
        let table = standing.waiting.table(in: language)
        return [heading(title)] + table.lines(style: style) + outcome(of: number)
    }

    private func outcome(of count: Int) -> [String] {
        guard let free = standing.citizensPost.map({ $0.free - standing.pending }) else { return [] }
        let condition =
            count == 1
            ? Phrase(da: "Godkendes den,", en: "If it is approved,")
            : Phrase(da: "Godkendes de alle,", en: "If all are approved,")
        let phrase =
            free < .zero
            ? Phrase(
                da: "\(condition) mangler der \(-free) på \(.theMany.genitive) post.",
                en: "\(condition) the \(genitive: .citizens) post is \(-free) short.")
            : Phrase(
                da: "\(condition) er \(free) disponible på \(.theMany.genitive) post.",
                en: "\(condition) \(free) is free on the \(genitive: .citizens) post.")
        return [say(phrase)]
    }
}
