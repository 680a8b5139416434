import MitBudget

/// The ledger in memory, made by applying its entries. Model tests compare with it, and rules are tested on it.
///
/// It holds only what the rules ask for. The store keeps the same in tables.
package struct Book: LedgerView, Sendable {
    package typealias Participant = Accounts.Participant

    /// Everyone's money.
    package private(set) var accounts: Accounts
    private var moved = Movements()
    /// The case numbers by citizen: entries that were decided here still hold their texts.
    private var caseNumbers: [ParticipantReference: Text] = [:]
    private var keys: [OnceKey: EntryNumber] = [:]
    private var attached = AttachedDocuments()
    /// The documents' bytes, by the entry that attached them: entries that were decided here still hold them.
    private var files: [EntryNumber: DocumentFile] = [:]
    private var recorders: [EntryNumber: StaffID] = [:]
    /// The entries, in order.
    private var history: [Entry] = []
    private var erasures: [ParticipantReference: EntryNumber] = [:]
    /// The disbursements and expenses that a manager approved.
    package private(set) var approved: Set<EntryNumber> = []
    /// The entries that an extract showed as paid.
    package private(set) var confirmed: Set<EntryNumber> = []

    /// A book with its first entry; `nil` where that entry does not open a ledger.
    package init?(opening entry: Entry) {
        guard let accounts = Accounts(opening: entry) else { return nil }
        self.accounts = accounts
        history = [entry]
    }

    /// Applies the next entry, which was decided on this book.
    /// - Parameter actor: who recorded it.
    package mutating func apply(_ entry: Entry, by actor: StaffID) {
        guard let number = EntryNumber(head.value + 1) else { return }
        apply(entry, number: number, by: actor)
    }

    /// Applies an entry. One that this book would have refused is applied where that makes sense.
    /// - Parameters:
    ///   - number: its number.
    ///   - actor: who recorded it.
    package mutating func apply(_ entry: Entry, number: EntryNumber, by actor: StaffID) {
        accounts.apply(entry, number: number, by: actor)
        moved.apply(entry, number: number)
        if let key = entry.once { keys[key] = number }
        recorders[number] = actor
        if case .vouchersApproved(let entries) = entry.event { approved.formUnion(entries) }
        if case .confirmed(let confirmation) = entry.event { confirmed.formUnion(confirmation.entries) }
        attached.apply(entry.sealed(as: Int64(number.value)), number: number)
        learn(from: entry, number: number)
        history.append(entry)
        if case .wordsErased(let reference, _, _) = entry.event {
            caseNumbers[reference] = nil
            erasures[reference] = number
        }
    }

    /// Keeps what the journal does not hold of an entry as it was decided: a case number, the bytes of a document.
    package mutating func learn(from entry: Entry, number: EntryNumber) {
        if case .enrolled(let reference, _, .text(let text)?) = entry.event { caseNumbers[reference] = text }
        if case .corrected(let correction) = entry.event, correction.place == .caseNumber,
            let reference = correction.participant, let text = correction.text.plain
        {
            caseNumbers[reference] = text
        }
        if case .attached(let attachment) = entry.event, case .file(let file) = attachment.document {
            files[number] = file
        }
    }
}

// The reads of the rules.
extension Book {
    /// The entries that moved money.
    package var movements: [EntryNumber: Movement] { moved.byEntry }
    package var programme: Programme { accounts.programme }
    package var head: EntryNumber { accounts.head }
    /// Staff, former members included.
    package var staff: [StaffID: StaffMember] { accounts.staff }
    /// The citizens, in order of reference.
    package var participants: [Participant] { accounts.participants }
    /// The balance of each post.
    package var posts: [PostName: Balance] { accounts.posts }
    /// The net spending of each day that has any.
    package var days: [Day: Amount] {
        accounts.days.values.reduce(into: [:]) { days, ofPost in
            for (day, total) in ofPost where total.disbursed != .zero { days[day, default: .zero] += total.disbursed }
        }.filter { $0.value != .zero }
    }
    package var amendedOn: Day? { accounts.amendedOn }
    /// The last day of the closed period.
    package var closedThrough: Day? { accounts.closedThrough }
    /// The money received of the grant, net of reversals.
    package var received: Amount { accounts.received }
    /// The money paid back to the funder, net of reversals.
    package var repaid: Amount { accounts.repaid }
    /// How many citizens hold a place, over all days.
    package var placesTaken: Int { accounts.placesTaken }
    /// How many citizens were ever enrolled.
    package var enrolled: Int { accounts.enrolled }
    /// How many administrators are active.
    package var activeAdministrators: Int { accounts.activeAdministrators }

    package func staff(_ id: StaffID) -> StaffMember? { accounts.staff[id] }

    /// All accounts that a staff member was ever bound to.
    public func accounts(of id: StaffID) -> Set<AccountName> { accounts.accounts(of: id) }

    package func participant(_ reference: ParticipantReference) -> ParticipantAccount? {
        accounts.account(of: reference)
    }

    /// An item of a citizen's approved plans.
    package func item(_ number: ItemNumber, of reference: ParticipantReference) -> ItemAccount? {
        accounts.item(number, of: reference)
    }

    /// The items of a citizen with released money.
    package func releasedItems(of reference: ParticipantReference) -> [ItemAccount] {
        accounts.participant(reference)?.releasedItems ?? []
    }

    package func items(ofVersion version: Int, of reference: ParticipantReference) -> [PlanItem] {
        accounts.participant(reference)?.items(ofVersion: version) ?? []
    }

    /// How many citizens hold a place, from a day on.
    package func placesTaken(from day: Day) -> [DailySums<Int>.Item] { accounts.placeChanges.totals(from: day) }

    /// The net spending on a citizen by day.
    package func spending(on reference: ParticipantReference) -> DailySums<Amount> {
        accounts.participant(reference)?.spending ?? DailySums()
    }

    package func spending(on reference: ParticipantReference, in period: Programme.BudgetPeriod) -> Amount {
        accounts.participant(reference)?.spending(in: period) ?? .zero
    }

    package func spending(on post: PostName, in period: Programme.BudgetPeriod) -> Amount {
        accounts.spending(on: post, in: period)
    }

    package var usage: Usage { accounts.usage }

    package func largestSpending(
        in period: Programme.BudgetPeriod
    ) -> (participant: ParticipantReference, amount: Amount)? {
        accounts.largestSpending(in: period)
    }

    package func daysSpent(in period: Programme.BudgetPeriod) -> [Day] { accounts.daysSpent(in: period) }

    /// Whether an active citizen has this case number.
    package func isHeld(caseNumber: Text, besides own: ParticipantReference?) -> Bool {
        caseNumbers.contains { reference, text in
            reference != own && text.trimmed.elementsEqual(caseNumber.trimmed)
                && participant(reference)?.isWithdrawn == false
        }
    }

    package func balance(of post: PostName) -> Balance { accounts.posts[post] ?? .zero }

    /// The balance of all posts together.
    package var total: Balance { accounts.total }

    /// The entry with a voucher that is not reversed.
    package func use(of voucher: VoucherReference) -> VoucherUse? { moved.use(of: voucher) }

    /// The entry recorded under a key.
    package func holder(once key: OnceKey) -> EntryNumber? { keys[key] }

    package func movement(_ entry: EntryNumber) -> Movement? { moved.byEntry[entry] }

    package func exists(_ entry: EntryNumber) -> Bool { entry <= head }

    package func entry(_ number: EntryNumber) -> Entry? {
        history.indices.contains(Int(number.value) - 1) ? history[Int(number.value) - 1] : nil
    }
    package func isErased(_ text: Wording, of entry: EntryNumber, on citizen: ParticipantReference) -> Bool {
        erasures[citizen].map { entry < $0 } ?? false
    }
    package func recorder(of entry: EntryNumber) -> StaffID? { recorders[entry] }
    package func documents(on entry: EntryNumber) -> [AttachedDocument] { attached.on(entry) }
    package func document(attachedBy entry: EntryNumber) -> AttachedDocument? { attached.attached(by: entry) }

    package func carriers(of file: DocumentFile) -> [EntryNumber] {
        let standing = attached.all.map(\.document).filter { document in
            document.stands && !document.isErased && files[document.number]?.bytes == file.bytes
        }
        return Set(standing.map(\.attachment.entry)).sorted()
    }

    package func isConfirmed(_ entry: EntryNumber) -> Bool { confirmed.contains(entry) }

    package func awaitingApproval(through day: Day) -> [(entry: EntryNumber, by: StaffID)] {
        movements.values.filter {
            $0.kind.isRefundable && $0.reversedBy == nil && $0.day <= day && !approved.contains($0.entry)
        }.map(\.entry).sorted().compactMap { entry in recorders[entry].map { (entry, $0) } }
    }

    /// Whether the document with that seal has a file's bytes, or is erased.
    package func holds(_ document: SealedDocument, _ file: DocumentFile) -> Bool {
        let kept = attached.all.map(\.document).first { $0.evidence == document.evidence }
        guard let kept, document.size == file.bytes.count else { return false }
        return kept.isErased || files[kept.number]?.bytes == file.bytes
    }

    /// The latest refund of a disbursement that is not reversed.
    package func latestRefund(of disbursement: EntryNumber) -> EntryNumber? { moved.latestRefund(of: disbursement) }
}

extension Entry {
    /// The entry with a stand-in for the seal of a document that the journal does not hold yet.
    fileprivate func sealed(as row: Int64) -> Entry {
        guard case .attached(let attachment) = event, case .file(let file) = attachment.document,
            let type = file.type
        else { return self }
        let seal = SealedDocument(hash: "", evidence: row, size: file.bytes.count, type: type)
        return Entry(
            day: day,
            event: .attached(
                Attachment(
                    entry: attachment.entry, participant: attachment.participant, proof: attachment.proof,
                    document: .sealed(seal))), once: once)
    }
}
