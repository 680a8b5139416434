import MitBudget
import Phrases

// The lists of the status, each described once. On a terminal headings are in lower case.
extension Standing {
    /// From granted to free, for each post and in total.
    var money: Listing<Post> {
        func column(
            _ name: Phrase, _ key: StaticString, _ amount: @escaping (Post) -> Amount, all: Amount
        ) -> Column<Post> {
            .amount(name, key: key, onPage: name.capitalised, in: [.text, .page], total: .whole(.amount(all))) {
                amount($0)
            }
        }
        return Listing(
            caption: .inKroner(Phrase(da: "Budgetposter", en: "Posts")), rows: posts,
            columns: [
                Column(.blank, key: "post", onPage: Label.post, .words) { .name(code: $0.name.text, $0.name.phrase) },
                column(.granted, "budgetOre", { $0.budget }, all: programme.grant),
                column(.approved, "approvedOre", { $0.balance.approved }, all: total.approved),
                column(.released, "releasedOre", { $0.balance.released }, all: total.released),
                column(.disbursed, "disbursedOre", { $0.balance.disbursed }, all: total.disbursed),
                column(.remaining, "remainingOre", { $0.remaining }, all: remaining),
                column(.free, "freeOre", { $0.free }, all: free),
            ],
            total: { _ in .sum })
    }

    /// Money received of the grant, and money paid back, if any; neither belongs to a single post.
    var transfers: [(name: Phrase, amount: Amount, sentence: Phrase)] {
        let came = (
            Phrase.received, received,
            Phrase(da: "Modtaget af tilsagnet: \(received)", en: "Received of the grant: \(received)")
        )
        let went = (Phrase.repaid, repaid, Phrase(da: "Betalt tilbage: \(repaid)", en: "Repaid: \(repaid)"))
        return repaid > .zero ? [came, went] : [came]
    }

    /// A pace with its name and JSON key.
    typealias Pace = (key: StaticString, name: Phrase, pace: Forecast.Pace)

    /// The paces of a forecast.
    func paces(_ forecast: Forecast) -> Listing<Pace> {
        let (recent, overall) = (Count.days(forecast.recent.days), Count.days(forecast.overall.days))
        let last = programme.lastDay
        return Listing(
            caption: .inKroner(.forecast),
            rows: [
                ("recent", Phrase(da: "de seneste \(recent)", en: "the last \(recent)"), forecast.recent),
                ("overall", Phrase(da: "siden start, \(overall)", en: "since the start, \(overall)"), forecast.overall),
            ],
            columns: [
                Column(.blank, onPage: Phrase(da: "Takt", en: "Pace"), .words) { .words($0.name) },
                .amount(Phrase(da: "brugt", en: "spent"), key: "spentOre") { $0.pace.spent },
                Column(key: "days", .figure) { .number($0.pace.days) },
                .amount(Phrase(da: "rest \(typed: last)", en: "left on \(typed: last)"), key: "leftOre") {
                    $0.pace.left
                },
                Column(Phrase(da: "slipper op", en: "runs out"), key: "runsOut", .figure) {
                    $0.pace.runsOut.map(Value.day)
                },
            ])
    }

    /// The citizens and their money; in text with a bar of that many cells.
    func participants(
        rows: [Participant] = [], bar cells: Int = 0, style: Style = .plain, in language: Language = .danish
    ) -> Listing<Participant> {
        let cap = programme.cap
        let full = cap ?? citizens.listed.map(\.balance.approved).max() ?? .zero
        let largest = Phrase(da: "størst \(full)", en: "largest \(full)")
        let scale = cap == nil ? largest : Phrase(da: "ramme \(full)", en: "cap \(full)")
        return Listing(
            caption: Label.participants, rows: rows,
            columns: [
                Column(.blank, key: "participant", in: .text) { .code($0.reference.text) },
                Column(key: "state") { .code($0.state.code) },
                Column(key: "cause", isOptional: true) { ($0.state.cause?.rawValue).map(Value.code) },
                .amount(key: "capOre") { _ in cap },
                Column(.blank, in: .text) { .code(style.dim($0.state.phrase[language])) },
                Column(scale, in: .text) {
                    .code(
                        BudgetBar($0.balance, full: full, length: cells).text(style: style, showsRest: !$0.isWithdrawn))
                },
                .amount(.approved, key: "approvedOre", in: .text) { $0.balance.approved },
                .amount(.released, key: "releasedOre", in: .text) { $0.balance.released },
                .amount(.disbursed, key: "disbursedOre", in: .text) { $0.balance.disbursed },
                .amount(key: "remainingOre") { participant in cap.map { $0 - participant.balance.disbursed } },
                Column(key: "drawingEnds") { $0.drawingEnds.map(Value.day) },
                // A stopped budget has nothing left to use, even under the cap.
                Column(.remaining, in: cap == nil ? [] : .text, .figure) { participant in
                    participant.isWithdrawn ? nil : cap.map { .amount($0 - participant.balance.disbursed) }
                },
            ])
    }

    /// The plans that wait for approval.
    var waiting: Listing<Participant> {
        let change = Phrase(da: "ændring", en: "change")
        let (now, plan) = (Phrase(da: "godkendt nu", en: "approved now"), Phrase(da: "ny plan", en: "new plan"))
        return Listing(
            caption: .inKroner(Phrase(da: "Hvad der venter på en afgørelse", en: "What waits for a decision")),
            rows: citizens.listedWaiting,
            columns: [
                Column(.blank, onPage: Label.participant) { .code($0.reference.text) },
                .amount(now, onPage: now.capitalised) { $0.balance.approved },
                .amount(plan, onPage: plan.capitalised) { $0.pendingTotal ?? .zero },
                .amount(change.capitalised, in: .page, total: .sum) { $0.growth },
                Column(change, in: .text, .figure, total: citizens.waiting > 1 ? .whole(.change(pending)) : nil) {
                    .change($0.growth)
                },
            ],
            total: { _ in .sum })
    }
}

extension ParticipantAccount.State {
    fileprivate var cause: WithdrawalCause? {
        switch self {
        case .active: nil
        case .withdrawn(_, let cause): cause
        }
    }
}

extension Amount {
    /// The amount as a change, with its sign: `+5.000,00`, `-5.000,00`, `0,00`.
    func signed(in language: Language) -> String {
        (self > .zero ? "+" : "") + bare(in: language)
    }
}

extension Phrase {
    // The names of a balance's parts, shared by the tables of the status.
    static let granted = Phrase(da: "bevilget", en: "granted")
    static let received = Phrase(da: "modtaget", en: "received")
    static let repaid = Phrase(da: "tilbagebetalt", en: "repaid")
    static let approved = Phrase(da: "godkendt", en: "approved")
    static let released = Phrase(da: "frigivet", en: "released")
    static let disbursed = Phrase(da: "udbetalt", en: "disbursed")
    static let remaining = Phrase(da: "rest", en: "remaining")
    static let free = Phrase(da: "disponibel", en: "free")
    static let forecast = Phrase(da: "Fremskrivning", en: "Forecast")
}
