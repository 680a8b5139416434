import MitBudget
import Phrases

/// Writes a ``StatusReport`` as text: first what is left, then the figures behind it, the citizens, the waiting plans,
/// and last the anchor that proves it.
struct StatusText {
    let report: StatusReport
    let language: Language
    let style: Style

    var standing: Standing { report.standing }
    var programme: Programme { standing.programme }

    /// All sections, with a blank line between them.
    var text: String {
        let sections = [head, answer, money, periods, forecast, participants, waiting, results, [anchor]]
            .filter { !$0.isEmpty }
        return sections.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
    }

    func say(_ phrase: Phrase) -> String {
        phrase[language]
    }

    /// The heading line of a table, or the whole section if there is nothing to list.
    func heading(_ phrase: Phrase, _ rest: Phrase? = nil) -> String {
        guard let rest else { return style.bold(say(phrase)) }
        return style.bold(say(phrase) + ":") + " " + say(rest)
    }

    private var head: [String] {
        let title =
            switch language {
            case .danish: programme.title.danish
            case .english: programme.title.english
            }
        return [style.bold("\(title.string) – \(programme.grantee.string)"), ""]
            + standing.head.lines(in: language, style: style)
    }

    /// What is left, in one sentence, and what needs attention.
    private var answer: [String] {
        [style.bold(say(standing.leftOver))]
            + Attention.all(in: standing).map { style.yellow("!") + " " + say($0.phrase) }
    }

    /// From granted to free: steps as rows and posts as columns if there is room, otherwise the other way round.
    private var money: [String] {
        guard standing.hasMoney else { return [] }
        let byPost = standing.money.table(in: language)
        let byStep = byStep(byPost)
        let fits = byStep.width <= style.width
        let lines =
            fits
            ? byStep.lines(style: style)
            : byPost.fitted(to: style.width).lines(style: style) + standing.transfers.map { say($0.sentence) }
        let legend = Phrase(
            da: "rest = bevilget − udbetalt, disponibel = bevilget − godkendt",
            en: "remaining = granted − disbursed, free = granted − approved")
        return [heading(Phrase(da: "Penge i kroner", en: "Money in DKK"))] + lines + [style.dim(say(legend))]
    }

    /// The money with posts as columns, and a row for money received of the grant as a whole.
    private func byStep(_ byPost: Table) -> Table {
        let accounts = byPost.rows + byPost.totals
        var steps = byPost.columns.indices.dropFirst().map { step in
            [byPost.columns[step].heading] + accounts.map { $0[step] }
        }
        let blanks = byPost.rows.map { _ in "" }
        steps.insert(
            contentsOf: standing.transfers.map { [say($0.name)] + blanks + [$0.amount.bare(in: language)] }, at: 1)
        return Table(
            columns: [.words("")] + accounts.map { .figures($0[0]) }, rows: steps.dropLast(2), totals: steps.suffix(2))
    }

    /// The forecast; empty if there is too little data.
    private var forecast: [String] {
        guard let forecast = standing.forecast else { return [] }
        return [heading(.forecast)] + standing.paces(forecast).table(in: language).lines(style: style)
            + [style.dim(say(Forecast.caution))]
    }

    private var anchor: String {
        style.dim(say(Phrase(da: "Kontrolkode", en: "Anchor"))) + "  " + report.anchor
    }
}
