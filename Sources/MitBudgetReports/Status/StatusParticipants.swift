import MitBudget
import Phrases

// The citizens and their waiting plans. A large programme has too many for one look: there a line tells how many, and
// which command lists them.
extension StatusText {
    /// The most rows that a section lists.
    static let rowLimit = 60

    /// A bar and the figures of every citizen.
    var participants: [String] {
        let citizens = standing.citizens
        let all = citizens.listed
        let title = Phrase(da: "Borgere", en: "Participants")
        if citizens.enrolled == 0 { return [heading(title, Phrase(da: "ingen endnu", en: "none yet"))] }
        guard citizens.enrolled <= Self.rowLimit else {
            let (enrolled, withdrawn) = (citizens.enrolled, citizens.withdrawn)
            let number = withdrawn == 0 ? Phrase(da: "ingen", en: "none") : Phrase(verbatim: String(withdrawn))
            let count = Phrase(
                da: "\(enrolled) i alt, \(number) af dem udskrevet. Se dem med: mitbudget participant list",
                en: "\(enrolled) in all, \(number) of them withdrawn. See them with: mitbudget participant list")
            return [heading(title, count)]
        }
        let scale = scale
        var columns: [Table.Column] = [
            .words(""), .words(""), .words(say(scale.phrase)),
            .figures(say(.approved)), .figures(say(.released)), .figures(say(.disbursed)),
        ]
        if programme.cap != nil { columns.append(.figures(say(.remaining))) }
        var table = Table(columns: columns, rows: all.map { row($0, full: scale.full, bar: BudgetBar.length) })
        if table.width > style.width {
            let length = max(BudgetBar.shortest, BudgetBar.length - (table.width - style.width))
            table.rows = all.map { row($0, full: scale.full, bar: length) }
        }
        return [heading(title)] + table.lines(style: style) + [legend]
    }

    private func row(_ participant: Standing.Participant, full: Amount, bar length: Int) -> [String] {
        let (balance, isWithdrawn) = (participant.balance, participant.isWithdrawn)
        let bar = BudgetBar(balance, full: full, length: length).text(style: style, showsRest: !isWithdrawn)
        let amounts = [balance.approved, balance.released, balance.disbursed].map { $0.bare(in: language) }
        let state = isWithdrawn ? Phrase(da: "udskrevet", en: "withdrawn") : Phrase(da: "aktiv", en: "active")
        // A stopped budget has nothing left to use, whatever the cap says.
        let remaining = programme.cap.map { isWithdrawn ? "–" : ($0 - balance.disbursed).bare(in: language) }
        return [participant.reference.text, style.dim(say(state)), bar] + amounts + [remaining].compactMap(\.self)
    }

    /// What a full bar stands for, and how the bars' heading says it.
    private var scale: (full: Amount, phrase: Phrase) {
        if let cap = programme.cap { return (cap, Phrase(da: "ramme \(cap)", en: "cap \(cap)")) }
        let largest = standing.citizens.listed.map(\.balance.approved).max() ?? .zero
        return (largest, Phrase(da: "størst \(largest)", en: "largest \(largest)"))
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

    /// The plans that wait for a decision, and what would be free if all were approved.
    var waiting: [String] {
        let number = standing.citizens.waiting
        let title = Phrase(da: "Ventende handleplaner", en: "Waiting plans")
        guard number > 0 else { return [heading(title, Phrase(da: "ingen", en: "none"))] }
        guard number <= Self.rowLimit else {
            let count = Phrase(
                da: "\(number), i alt \(signed(standing.pending)). Se dem med: mitbudget plan list --pending",
                en: "\(number), \(signed(standing.pending)) in all. See them with: mitbudget plan list --pending"
            )
            return [heading(title, count)] + outcome(of: number)
        }
        var table = Table(columns: [
            .words(""), .figures(say(Phrase(da: "godkendt nu", en: "approved now"))),
            .figures(say(Phrase(da: "ny plan", en: "new plan"))), .figures(say(Phrase(da: "ændring", en: "change"))),
        ])
        table.rows = standing.citizens.listedWaiting.map { participant in
            [
                participant.reference.text, participant.balance.approved.bare(in: language),
                (participant.pendingTotal ?? .zero).bare(in: language), signed(participant.growth),
            ]
        }
        if number > 1 {
            table.totals = [[say(Phrase(da: "i alt", en: "total")), "", "", signed(standing.pending)]]
        }
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
                da: "\(condition) mangler der \(-free) på borgernes post.",
                en: "\(condition) the citizens' post is \(-free) short.")
            : Phrase(
                da: "\(condition) er \(free) disponible på borgernes post.",
                en: "\(condition) \(free) is free on the citizens' post.")
        return [say(phrase)]
    }

    /// A change, with its sign: `+5.000,00`, `-5.000,00`, `0,00`.
    private func signed(_ amount: Amount) -> String {
        (amount > .zero ? "+" : "") + amount.bare(in: language)
    }
}
