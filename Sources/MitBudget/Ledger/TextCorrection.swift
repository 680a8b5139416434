/// A text in place of one that was written wrong. The first text stays where it is.
public struct TextCorrection: Hashable, Sendable {
    /// The entry whose text was wrong.
    public let entry: EntryNumber
    /// The kind of that entry.
    public let of: EntryKind
    /// Which of its texts it was.
    public let place: TextPlace
    /// The recipient whom that entry concerns; `nil` where it concerns none.
    public let participant: ParticipantReference?
    /// The staff member whom the text is about; `nil` for any other text.
    public let staff: StaffID?
    /// How the text should read.
    public internal(set) var text: Wording
    /// What was wrong with it.
    public internal(set) var reason: Wording

    /// Makes a correction from its parts.
    public init(
        entry: EntryNumber, of kind: EntryKind, place: TextPlace, participant: ParticipantReference?, staff: StaffID?,
        text: Wording, reason: Wording
    ) {
        self.entry = entry
        of = kind
        self.place = place
        self.participant = participant
        self.staff = staff
        self.text = text
        self.reason = reason
    }
}

extension Event {
    /// The text at a place; `nil` where the event has none there. What a correction itself says is corrected by
    /// another correction of the first entry.
    public func text(at place: TextPlace) -> Wording? {
        correctable.first { $0.place == place }?.text
    }

    /// The texts that can be corrected.
    public var correctable: [(place: TextPlace, text: Wording)] {
        switch self {
        case .opened(_, let member), .staffAdded(let member): Self.given([(.name, member.name)])
        case .enrolled(_, let name, let caseNumber): Self.given([(.name, name), (.caseNumber, caseNumber)])
        case .withdrawn(_, _, let reason), .rejected(_, _, let reason), .periodReopened(_, let reason),
            .wordsErased(_, let reason, _), .money(.retracted(_, _, _, let reason)):
            [(.reason, reason)]
        case .amended(let amendment): [(.reason, amendment.reason)]
        case .detached(let detachment): [(.reason, detachment.reason)]
        case .money(.reversed(let reversal)): [(.reason, reversal.reason)]
        case .drafted(_, let version):
            [(.goal, version.goal), (.wishes, version.wishes), (.purpose, version.purpose)]
                + version.items.map { (.item($0.number), $0.text) }
        case .money(.disbursed(let disbursement, _)):
            Self.given([(.payee, disbursement.payee), (.note, disbursement.note)])
        case .money(.spent(let expense)): Self.given([(.payee, expense.payee), (.note, expense.note)])
        case .money(.refunded(let refund)): Self.given([(.note, refund.note)])
        case .money(.received(let payment)), .money(.repaid(let payment)): Self.given([(.note, payment.note)])
        case .resultNoted(_, _, let note): Self.given([(.note, note)])
        case .wordsRead(_, _, let purpose): [(.purpose, purpose)]
        case .staffEnded, .staffRebound, .approved, .money(.released), .periodClosed, .measured, .attached,
            .vouchersApproved, .confirmed, .witnessed, .corrected, .restored:
            []
        }
    }

    private static func given(_ texts: [(TextPlace, Wording?)]) -> [(place: TextPlace, text: Wording)] {
        texts.compactMap { place, text in text.map { (place, $0) } }
    }

    /// The staff member whom the event's texts are about; `nil` where they are about no one of the staff.
    var namedStaff: StaffID? {
        switch self {
        case .opened(_, let member), .staffAdded(let member): member.id
        case .staffEnded, .staffRebound, .enrolled, .withdrawn, .drafted, .approved, .rejected, .money, .periodClosed,
            .periodReopened, .amended, .resultNoted, .measured, .attached, .detached, .vouchersApproved, .confirmed,
            .witnessed,
            .corrected, .wordsRead, .wordsErased, .restored:
            nil
        }
    }
}
