/// What someone asks the ledger to record.
public enum Command: Equatable, Sendable {
    /// Adds a staff member.
    case addStaff(StaffMember)
    /// Ends a staff member's work.
    case endStaff(StaffID)
    /// Binds a staff member to another login.
    case rebindStaff(StaffID, to: AccountName)
    /// Enrols a citizen under the next reference.
    case enrol(name: Wording?, caseNumber: Wording?, on: Day)
    /// Stops a citizen's budget.
    case withdraw(ParticipantReference, cause: WithdrawalCause, reason: Wording, on: Day)
    /// Drafts the next version of a plan.
    case draft(ParticipantReference, PlanProposal)
    /// Approves the version that waits.
    case approve(ParticipantReference, on: Day)
    /// Rejects the version that waits.
    case reject(ParticipantReference, reason: Wording)
    /// Releases money of an item; no amount means all that is left of it.
    case release(ParticipantReference, item: ItemNumber, amount: Amount?, on: Day)
    /// Takes released and unspent money back to the item.
    case retract(ParticipantReference, item: ItemNumber, amount: Amount, reason: Wording, on: Day)
    /// Records money spent on an item.
    case disburse(Disbursement)
    /// Records a refund: all or part of a disbursement or an expense came back.
    case refund(EntryNumber, amount: Amount, voucher: VoucherReference, note: Wording?, on: Day)
    /// Records a cost of another post than the citizens'.
    case spend(Expense)
    /// Records an instalment of the grant.
    case receive(GrantPayment, on: Day)
    /// Records unspent money paid back to the funder.
    case repay(GrantPayment, on: Day)
    /// Cancels an entry that was wrong.
    case reverse(EntryNumber, reason: Wording, on: Day)
    /// Closes the period up to a day.
    case closePeriod(through: Day)
    /// Moves the close back to an earlier day.
    case reopenPeriod(through: Day, reason: Wording)
    /// Changes the terms of the grant.
    case amend(Amendment, on: Day)
    /// Notes how it went for a recipient; without a result, takes the latest one back.
    case followUp(ParticipantReference, result: ResultCode?, note: Wording?, on: Day)
    /// Notes a figure measured for the programme; without a figure, takes the latest one back.
    case measure(ResultCode, value: Figure?, voucher: VoucherReference, on: Day)
    /// Takes a document into the ledger, for the voucher of an entry.
    case attach(Document, to: EntryNumber, as: DocumentProof)
    /// Takes a wrong document off an entry, with its bytes if requested.
    case detach(EntryNumber, as: DocumentProof, reason: Wording, erasing: Bool)
    /// Approves that expenses are the programme's.
    case approveVouchers(VoucherSelection)
    /// Records which entries an extract of the books showed as paid.
    case confirm(Confirmation)
    /// Keeps the anchor of another ledger.
    case witness(Testimony)
    /// Puts a text in place of one that was written wrong; the first one stays.
    case correct(EntryNumber, TextPlace, text: Wording, reason: Wording)
    /// Reads the texts on a citizen.
    case readWords(ParticipantReference, scope: ReadingScope, purpose: Wording)
    /// Erases the texts on a citizen; while the retention period runs, only with a second reason.
    case eraseWords(ParticipantReference, reason: Wording, override: Wording?)
    /// Notes that a copy replaced the ledger.
    case restore(Restoration)
}

/// Money spent on an item of a citizen's plan.
public struct Disbursement: Equatable, Sendable {
    /// The citizen whose item it is.
    public let participant: ParticipantReference
    /// The item's number.
    public let item: ItemNumber
    /// The amount spent, in øre above zero.
    public let amount: Amount
    /// The reference of the receipt or invoice.
    public let voucher: VoucherReference
    /// The total of the voucher, where it has several lines; `nil` where it has one line, or where an earlier line told
    /// it.
    public internal(set) var voucherTotal: Amount?
    /// Who got the money.
    public internal(set) var payee: Wording
    /// The day on which the expense was incurred.
    public let day: Day
    /// The day of payment.
    public let paid: Day
    /// The caseworker's note; `nil` where none was given.
    public internal(set) var note: Wording?

    /// Makes a disbursement from its parts.
    public init(
        participant: ParticipantReference, item: ItemNumber, amount: Amount, voucher: VoucherReference,
        voucherTotal: Amount?, payee: Wording, day: Day, paid: Day, note: Wording?
    ) {
        self.participant = participant
        self.item = item
        self.amount = amount
        self.voucher = voucher
        self.voucherTotal = voucherTotal
        self.payee = payee
        self.day = day
        self.paid = paid
        self.note = note
    }
}

/// A cost of another post than the citizens'.
public struct Expense: Equatable, Sendable {
    /// The post that the cost is charged to.
    public let post: PostName
    /// The amount spent, in øre above zero.
    public let amount: Amount
    /// The reference of the receipt or invoice.
    public let voucher: VoucherReference
    /// The total of the voucher, where it has several lines; `nil` where it has one line, or where an earlier line told
    /// it.
    public internal(set) var voucherTotal: Amount?
    /// Who got the money.
    public internal(set) var payee: Wording
    /// The day on which the expense was incurred.
    public let day: Day
    /// The day of payment.
    public let paid: Day
    /// The consultant's note; `nil` where none was given.
    public internal(set) var note: Wording?

    /// Makes an expense from its parts.
    public init(
        post: PostName, amount: Amount, voucher: VoucherReference, voucherTotal: Amount?, payee: Wording,
        day: Day, paid: Day, note: Wording?
    ) {
        self.post = post
        self.amount = amount
        self.voucher = voucher
        self.voucherTotal = voucherTotal
        self.payee = payee
        self.day = day
        self.paid = paid
        self.note = note
    }
}

/// Money between funder and grantee: an instalment of the grant, or unspent money paid back.
public struct GrantPayment: Equatable, Sendable {
    /// The amount paid, in øre above zero.
    public let amount: Amount
    /// The reference of the document of the payment.
    public let voucher: VoucherReference
    /// The consultant's note; `nil` where none was given.
    public internal(set) var note: Wording?

    /// Makes a payment from its parts.
    public init(amount: Amount, voucher: VoucherReference, note: Wording?) {
        self.amount = amount
        self.voucher = voucher
        self.note = note
    }
}

/// New terms, with the reason for them.
public struct Amendment: Equatable, Sendable {
    /// The terms from now on, whole.
    public let terms: Programme
    /// Why they change.
    public internal(set) var reason: Wording
    /// The reference of the funder's letter that approves the change; `nil` where there is none.
    public let approval: VoucherReference?

    /// Makes an amendment from its parts.
    public init(terms: Programme, reason: Wording, approval: VoucherReference?) {
        self.terms = terms
        self.reason = reason
        self.approval = approval
    }
}

/// Why a citizen's budget was stopped.
public enum WithdrawalCause: String, CaseIterable, Sendable {
    /// The citizen moved to another municipality.
    case moved
    /// The citizen completed the course; the place stays taken.
    case finished
    /// The budget was stopped for another reason, such as misuse or the citizen's own wish.
    case stopped

    /// Whether the place can become free, because the citizen did not complete the course.
    public var freesPlace: Bool {
        switch self {
        case .moved, .stopped: true
        case .finished: false
        }
    }
}

/// Which texts on a citizen were read.
public enum ReadingScope: Equatable, Sendable {
    /// The name and the case number.
    case identity
    /// The texts of one version of the plan.
    case plan(version: Int)
    /// The texts of the citizen's entries in a list, by the first and the last of them; of a single entry both are it.
    case entries(ClosedRange<EntryNumber>)
    /// A document that is attached to an entry.
    case document(of: EntryNumber)
    /// All texts that the ledger holds on the citizen, for the citizen to see.
    case disclosure
}

/// A copy that replaced the ledger; the first entry after the copy records it.
public enum Restoration: Equatable, Sendable {
    /// The copy replaced a ledger: the latest entry of that ledger and its hash, 64 hexadecimal digits, and how many of
    /// its entries the copy lacks.
    case replacing(head: EntryNumber, hash: String, lost: Int)
    /// There was no ledger any more. `byRoot`: the machine's root acted as a staff member of another account.
    case ofLostLedger(byRoot: Bool)
}

extension Command {
    /// The entry that the command corrects or documents; who may do that depends on the entry.
    public var corrected: EntryNumber? {
        switch self {
        case .refund(let entry, _, _, _, _), .reverse(let entry, _, _), .attach(_, let entry, _): entry
        case .detach(let entry, _, _, let erasing): erasing ? nil : entry
        case .addStaff, .endStaff, .rebindStaff, .enrol, .withdraw, .draft, .approve, .reject, .release, .retract,
            .disburse, .spend, .receive, .repay, .closePeriod, .reopenPeriod, .amend, .followUp, .measure, .readWords,
            .eraseWords, .restore, .approveVouchers, .confirm, .witness, .correct:
            nil
        }
    }

    /// The command's voucher; `nil` where it has none. The reference of a measured figure holds no voucher.
    public var voucher: VoucherReference? {
        switch self {
        case .disburse(let disbursement): disbursement.voucher
        case .refund(_, _, let voucher, _, _): voucher
        case .spend(let expense): expense.voucher
        case .receive(let payment, _), .repay(let payment, _): payment.voucher
        case .addStaff, .endStaff, .rebindStaff, .enrol, .withdraw, .draft, .approve, .reject, .release, .retract,
            .reverse, .closePeriod, .reopenPeriod, .amend, .followUp, .measure, .readWords, .eraseWords, .restore,
            .attach, .detach, .approveVouchers, .confirm, .witness, .correct:
            nil
        }
    }

    /// The roles that may give the command; ``roles(in:)`` finds what it corrects.
    /// - Parameter target: what it corrects. Caseworkers correct a citizen's money, consultants all other money. Both
    ///   may ask to correct an entry that cannot be corrected that way, and learn why not.
    /// - Source: press release: "sagsbehandleren … godkender planen og frigiver midlerne"; design: table of commands.
    public func roles(correcting target: Movement?) -> Set<Role> {
        switch self {
        case .addStaff, .endStaff, .rebindStaff, .amend: Roles.administrator
        case .enrol, .withdraw, .draft, .approve, .reject, .release, .retract, .disburse, .followUp: Roles.caseworker
        case .spend, .receive, .repay, .closePeriod, .reopenPeriod, .measure: Roles.consultant
        case .readWords(_, .identity, _), .readWords(_, .plan, _), .readWords(_, .entries, _): Role.readers
        case .readWords(_, .document, _): Roles.documentReaders
        case .readWords(_, .disclosure, _), .eraseWords, .restore: Roles.administrator
        case .detach(_, _, _, erasing: true): Roles.administrator
        case .attach, .detach: target.map(Roles.owner) ?? Roles.either
        case .approveVouchers, .witness: Roles.manager
        case .confirm: Roles.consultant
        case .correct: Set(Role.allCases)
        case .refund: target.map { $0.kind.isRefundable ? Roles.owner(of: $0) : Roles.either } ?? Roles.either
        case .reverse: target.map { $0.kind.isReversible ? Roles.owner(of: $0) : Roles.either } ?? Roles.either
        }
    }
}

/// The sets of roles of the commands, made once, since each decision reads one.
private enum Roles {
    static let administrator: Set<Role> = [.administrator]
    static let caseworker: Set<Role> = [.caseworker]
    static let consultant: Set<Role> = [.consultant]
    static let either: Set<Role> = [.caseworker, .consultant]
    static let documentReaders: Set<Role> = [.caseworker, .consultant, .auditor]
    static let manager: Set<Role> = [.consultant, .administrator]

    static func owner(of movement: Movement) -> Set<Role> {
        movement.participant == nil ? consultant : caseworker
    }
}
