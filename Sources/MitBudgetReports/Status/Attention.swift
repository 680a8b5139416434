import MitBudget
import Phrases

/// A point that the consultant should notice without having to work it out, with its figures.
enum Attention: Equatable {
    /// Money that an auditor would disallow today.
    case atRisk(AtRisk)
    /// The window is over, and part of the grant was not spent.
    case unspentAtEnd(Amount)
    /// The window ends soon, and approved money is not yet spent.
    case closingSoon(days: Int, unspent: Amount)
    /// Drawing rights are over, and money approved under them can no longer be used.
    case drawingOver(citizens: Int, unspent: Amount)
    /// Drawing rights end soon, the first on `first`, and approved money is not yet spent.
    case drawingSoon(citizens: Int, unspent: Amount, first: Day)
    /// The pending plans ask for more than the citizens' post has free.
    case pendingAboveFree(by: Amount)
    /// More was spent and paid back than was received.
    case spentAboveReceived(by: Amount, hasRepaid: Bool)
    /// The window's last day has come, and received money that was not spent goes back to the funder.
    case toReturn(Amount)
    /// Instalments of the grant were due and have not come in.
    case instalmentsOverdue(Amount)
    /// The next instalment is due soon.
    case instalmentSoon(Amount, Day)
    /// Part of the grant belongs to no post, so it cannot be spent.
    case outsidePosts(Amount)

    /// The number of days before the end from which unspent money is pointed out.
    static let closingDays = 60

    /// All points that a standing gives rise to, the most urgent first.
    static func all(in standing: Standing) -> [Attention] {
        [
            atRisk(in: standing), unspent(in: standing), drawingOver(in: standing), drawingSoon(in: standing),
            pending(in: standing),
            received(in: standing), overdue(in: standing), soon(in: standing), outside(in: standing),
        ].compactMap(\.self)
    }

    /// The point as a sentence.
    var phrase: Phrase {
        switch self {
        case .atRisk(let risk): risk.sentence
        case .unspentAtEnd(let amount):
            Phrase(
                da: "Perioden er slut, og \(amount) af tilsagnet blev ikke brugt.",
                en: "The window is over, and \(amount) of the grant was not spent.")
        case .closingSoon(0, let amount):
            Phrase(
                da: "Perioden slutter i dag, og \(amount) er godkendt, men ikke udbetalt.",
                en: "The window ends today, and \(amount) is approved but not disbursed.")
        case .closingSoon(let days, let amount):
            Phrase(
                da: "Perioden slutter om \(Count.days(days)), og \(amount) er godkendt, men ikke udbetalt.",
                en: "The window ends in \(Count.days(days)), and \(amount) is approved but not disbursed.")
        case .drawingOver(let citizens, let amount):
            Phrase(
                da: """
                    Trækningsretten er slut for \(Count.recipients(citizens)); \(amount) er godkendt til dem og kan \
                    ikke længere bruges.
                    """,
                en: """
                    The drawing right of \(Count.recipients(citizens)) is over; \(amount) approved for them can no \
                    longer be used.
                    """)
        case .drawingSoon(let citizens, let amount, let first):
            Phrase(
                da: """
                    Trækningsretten slutter inden for \(Count.days(Self.closingDays)) for \
                    \(Count.recipients(citizens)), først \(first); \(amount) er godkendt til dem, men ikke udbetalt.
                    """,
                en: """
                    The drawing right of \(Count.recipients(citizens)) ends within \(Count.days(Self.closingDays)), \
                    first on \(first); \(amount) is approved for them but not disbursed.
                    """)
        case .pendingAboveFree(let amount):
            Phrase(
                da: "\(.theMany.genitive.capital) post mangler \(amount) for at række til alle ventende planer.",
                en: "The \(genitive: .citizens) post is \(amount) short of what all waiting plans ask for.")
        case .spentAboveReceived(let amount, hasRepaid: true):
            Phrase(
                da: "\(amount) er lagt ud af kommunen: der er brugt og betalt tilbage mere, end der er modtaget.",
                en: "\(amount) is paid in advance by the municipality: more is spent and repaid than received.")
        case .spentAboveReceived(let amount, hasRepaid: false):
            Phrase(
                da: "\(amount) er lagt ud af kommunen: der er brugt mere, end der er modtaget.",
                en: "\(amount) is paid in advance by the municipality: more is spent than received.")
        case .toReturn(let amount):
            Phrase(
                da: "\(amount) er modtaget og ikke brugt og skal betales tilbage til tilskudsgiveren.",
                en: "\(amount) is received and not spent, and goes back to the funder.")
        case .instalmentsOverdue(let amount):
            Phrase(
                da: "Rater på i alt \(amount) skulle være modtaget nu, men er ikke bogført som modtaget.",
                en: "Instalments of \(amount) in all were due by now and are not recorded as received.")
        case .instalmentSoon(let amount, let day):
            Phrase(
                da: "Næste rate på \(amount) forfalder \(day).",
                en: "The next instalment, \(amount), is due on \(day).")
        case .outsidePosts(let amount):
            Phrase(
                da: "\(amount) af tilsagnet hører ikke til nogen post.",
                en: "\(amount) of the grant belongs to no post.")
        }
    }

    private static func atRisk(in standing: Standing) -> Attention? {
        standing.atRisk.flatMap { $0.vouchers > 0 ? .atRisk($0) : nil }
    }

    private static func unspent(in standing: Standing) -> Attention? {
        let daysLeft = standing.asOf.days(to: standing.programme.lastDay)
        if daysLeft < 0 {
            return standing.remaining > .zero ? .unspentAtEnd(standing.remaining) : nil
        }
        let unspent = standing.total.approved - standing.total.disbursed
        let isClosing = daysLeft <= closingDays && standing.asOf >= standing.programme.firstDay
        return isClosing && unspent > .zero ? .closingSoon(days: daysLeft, unspent: unspent) : nil
    }

    private static func drawingOver(in standing: Standing) -> Attention? {
        let over = standing.citizens.drawing.filter { $0.last < standing.asOf }
        guard !over.isEmpty else { return nil }
        return .drawingOver(
            citizens: over.reduce(0) { $0 + $1.citizens }, unspent: over.reduce(.zero) { $0 + $1.unspent })
    }

    private static func drawingSoon(in standing: Standing) -> Attention? {
        let limit = standing.asOf.advanced(by: closingDays)
        let soon = standing.citizens.drawing.filter { $0.last >= standing.asOf && $0.last <= limit }
        guard let first = soon.first else { return nil }
        return .drawingSoon(
            citizens: soon.reduce(0) { $0 + $1.citizens }, unspent: soon.reduce(.zero) { $0 + $1.unspent },
            first: first.last)
    }

    private static func pending(in standing: Standing) -> Attention? {
        guard let post = standing.citizensPost, standing.pending > max(post.free, .zero) else { return nil }
        return .pendingAboveFree(by: standing.pending - post.free)
    }

    private static func received(in standing: Standing) -> Attention? {
        // A ledger without instalments does not track them.
        guard standing.received > .zero || standing.repaid > .zero else { return nil }
        switch standing.unspent.meaning {
        case .paidInAdvance(let amount):
            return .spentAboveReceived(by: amount, hasRepaid: standing.repaid > .zero)
        case .toReturn(let amount): return amount > .zero ? .toReturn(amount) : nil
        case .waiting: return nil
        }
    }

    private static func overdue(in standing: Standing) -> Attention? {
        guard let overdue = standing.instalments?.overdue, overdue > .zero else { return nil }
        return .instalmentsOverdue(overdue)
    }

    private static func soon(in standing: Standing) -> Attention? {
        guard let next = standing.instalments?.next,
            standing.asOf.days(to: next.day) <= DueInstalments.soonDays
        else { return nil }
        return .instalmentSoon(next.amount, next.day)
    }

    private static func outside(in standing: Standing) -> Attention? {
        let outside = standing.posts.reduce(standing.programme.grant) { $0 - $1.budget }
        return outside > .zero ? .outsidePosts(outside) : nil
    }
}

extension AtRisk {
    /// What is lacking, how often, and the command that lists it.
    var sentence: Phrase {
        let lacking = Programme.Proof.allCases.compactMap { proof in self.lacking[proof].map { (proof, $0) } }
        let parts = lacking.enumerated().map { index, lack in
            let (proof, count) = lack
            guard index == 0 else { return Phrase(da: "\(count) \(proof.phrase)", en: "\(count) \(proof.one)") }
            let lack = Phrase(da: "mangler", en: count == 1 ? "lacks" : "lack")
            return Phrase(
                da: "\(Count.vouchers(count)) \(lack) \(proof.phrase)",
                en: "\(Count.vouchers(count)) \(lack) \(proof.one)")
        }
        let list = Phrase.joined(parts)
        let command = Phrase(verbatim: "voucher list --missing \(lacking.first?.0.rawValue ?? "receipt")")
        return Phrase(
            da: "\(amount) er i risiko: \(list). Se dem: mitbudget \(command)",
            en: "\(amount) is at risk: \(list). See them: mitbudget \(command)")
    }
}

extension Standing {
    /// The unspent money, as the report of a period that ends on this day would show it.
    var unspent: Unspent {
        Unspent(
            grant: programme.grant, received: received, spent: total.disbursed, repaid: repaid,
            isAtEnd: asOf >= programme.lastDay)
    }

    var citizensPost: Post? {
        posts.first { $0.name == .citizens }
    }
}
