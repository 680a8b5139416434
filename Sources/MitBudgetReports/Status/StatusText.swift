import MitBudget
import Phrases

/// Writes a ``StatusReport`` as text: the answer first, then the figures behind it, the citizens, what waits, and
/// last the anchor that proves it.
struct StatusText {
    let report: StatusReport
    let language: Language
    let style: Style

    var standing: Standing { report.standing }
    var programme: Programme { standing.programme }

    /// The sections with a blank line between them.
    var text: String {
        let sections = [head, answer, money, forecast, participants, waiting, [anchor]].filter { !$0.isEmpty }
        return sections.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
    }

    /// A phrase in the report's language.
    func say(_ phrase: Phrase) -> String {
        phrase[language]
    }

    /// A table's heading line, or the whole section where there is nothing to list.
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
        let facts: [(label: Phrase, fact: Phrase)] = [
            (
                Phrase(da: "Tilsagn", en: "Grant"),
                Phrase(
                    da: "\(programme.grant) fra \(programme.funder.string)",
                    en: "\(programme.grant) from \(programme.funder.string)")
            ),
            (
                Phrase(da: "Periode", en: "Window"),
                Phrase(
                    da: "\(programme.firstDay) – \(programme.lastDay)",
                    en: "\(programme.firstDay) – \(programme.lastDay)")
            ),
            (
                Phrase(da: "Opgjort", en: "As of"),
                Phrase(da: "\(standing.asOf): \(standing.window)", en: "\(standing.asOf): \(standing.window)")
            ),
            (Phrase(da: "Pladser", en: "Places"), standing.places),
        ]
        let width = facts.reduce(0) { max($0, say($1.label).columns) }
        let lines = facts.map { label, fact in
            let blanks = String(repeating: " ", count: width - say(label).columns)
            return style.dim(say(label)) + blanks + "  " + say(fact)
        }
        return [style.bold("\(title.string) – \(programme.grantee.string)"), ""] + lines
    }

    /// What is left, in one sentence, and what deserves attention.
    private var answer: [String] {
        [style.bold(say(standing.leftOver))]
            + Attention.all(in: standing).map { style.yellow("!") + " " + say($0.phrase) }
    }

    /// From granted to free: steps downwards and posts across while there is room, else the other way round.
    private var money: [String] {
        let upright = moneyByStep
        let fits = upright.width <= style.width
        let lines = fits ? upright.lines(style: style) : moneyByPost.lines(style: style) + instalments.map(say)
        let legend = Phrase(
            da: "rest = bevilget − udbetalt, disponibel = bevilget − godkendt",
            en: "remaining = granted − disbursed, free = granted − approved")
        return [heading(Phrase(da: "Penge i kroner", en: "Money in DKK"))] + lines + [style.dim(say(legend))]
    }

    private var moneyByStep: Table {
        let accounts = accounts
        func row(_ step: Step) -> [String] {
            [say(step.phrase)] + accounts.map { figure($0.money[keyPath: step.amount]) }
        }
        return Table(
            columns: [.words("")] + accounts.map { .figures($0.name) },
            rows: ([.granted, .received] + repaid + Step.throughPlans).map(row), totals: Step.left.map(row))
    }

    private var moneyByPost: Table {
        // Instalments come for the grant as a whole, so they have no column here but a line below.
        let steps = [.granted] + Step.throughPlans + Step.left
        let rows = accounts.map { account in
            [account.name] + steps.map { figure(account.money[keyPath: $0.amount]) }
        }
        return Table(
            columns: [.words("")] + steps.map { .figures(say($0.phrase)) },
            rows: rows.dropLast(), totals: rows.suffix(1))
    }

    private var instalments: [Phrase] {
        let received = Phrase(
            da: "Modtaget af tilsagnet: \(standing.received)", en: "Received of the grant: \(standing.received)")
        let back = Phrase(da: "Betalt tilbage: \(standing.repaid)", en: "Repaid: \(standing.repaid)")
        return [received] + repaid.map { _ in back }
    }

    /// The step that only the ledger of a programme has that paid money back.
    private var repaid: [Step] { standing.repaid > .zero ? [.repaid] : [] }

    /// The posts, then all of them together.
    private var accounts: [(name: String, money: Step.Money)] {
        let posts = standing.posts.map { post in
            (say(post.name.phrase), Step.Money(granted: post.budget, balance: post.balance))
        }
        var all = Step.Money(granted: programme.grant, balance: standing.total)
        (all.received, all.repaid) = (standing.received, standing.repaid)
        return posts + [(say(Phrase(da: "i alt", en: "total")), all)]
    }

    private func figure(_ amount: Amount?) -> String {
        amount?.bare(in: language) ?? ""
    }

    /// Where the grant is heading; nothing where there is too little to say.
    private var forecast: [String] {
        guard let forecast = standing.forecast else { return [] }
        let words = ForecastWords(forecast: forecast, programme: programme)
        let table = Table(
            columns: [.words("")] + words.headings.map { .figures(say($0)) },
            rows: words.paces.map { name, pace in
                [
                    say(name), pace.spent.bare(in: language), pace.left.bare(in: language),
                    pace.runsOut?.short(in: language) ?? "–",
                ]
            })
        return [heading(words.title)] + table.lines(style: style) + [style.dim(say(words.caution))]
    }

    private var anchor: String {
        style.dim(say(Phrase(da: "Kontrolkode", en: "Anchor"))) + "  " + report.anchor
    }
}

/// A step of the money's way from the grant to a citizen's expense, or what is left at its end.
private struct Step {
    /// The money of a post, or of the whole grant.
    struct Money {
        let granted: Amount?
        /// Instalments and repayments are of the grant, not of a post.
        var received, repaid: Amount?
        let approved, released, disbursed, remaining, free: Amount?

        init(granted: Amount, balance: Balance) {
            self.granted = granted
            approved = balance.approved
            released = balance.released
            disbursed = balance.disbursed
            remaining = granted - balance.disbursed
            free = granted - balance.approved
        }
    }

    let phrase: Phrase
    let amount: KeyPath<Money, Amount?>

    static var granted: Step { Step(phrase: Phrase(da: "bevilget", en: "granted"), amount: \.granted) }
    static var received: Step { Step(phrase: Phrase(da: "modtaget", en: "received"), amount: \.received) }

    static var repaid: Step { Step(phrase: .repaid, amount: \.repaid) }

    /// From the promise in a plan to the voucher.
    static var throughPlans: [Step] {
        [
            Step(phrase: .approved, amount: \.approved),
            Step(phrase: .released, amount: \.released),
            Step(phrase: .disbursed, amount: \.disbursed),
        ]
    }

    /// What is left.
    static var left: [Step] {
        [
            Step(phrase: .remaining, amount: \.remaining),
            Step(phrase: Phrase(da: "disponibel", en: "free"), amount: \.free),
        ]
    }
}

extension Phrase {
    // The words of a balance, as the tables of the status use them.
    static let repaid = Phrase(da: "tilbagebetalt", en: "repaid")
    static let approved = Phrase(da: "godkendt", en: "approved")
    static let released = Phrase(da: "frigivet", en: "released")
    static let disbursed = Phrase(da: "udbetalt", en: "disbursed")
    static let remaining = Phrase(da: "rest", en: "remaining")
}
