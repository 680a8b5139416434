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
    /// Approves the waiting version.
    case approve(ParticipantReference, on: Day)
    /// Turns the waiting version down.
    case reject(ParticipantReference, reason: Wording)
    /// Makes an item's money available; no amount means all that is left of it.
    case release(ParticipantReference, item: ItemNumber, amount: Amount?, on: Day)
    /// Takes unspent released money back to the item.
    case retract(ParticipantReference, item: ItemNumber, amount: Amount, reason: Wording, on: Day)
    /// Records money spent on an item.
    case disburse(Disbursement)
    /// Records that part or all of a disbursement or an expense came back.
    case refund(EntryNumber, amount: Amount, voucher: VoucherReference, note: Wording?, on: Day)
    /// Records a cost of another post than the citizens'.
    case spend(Expense)
    /// Records an instalment of the grant.
    case receive(GrantPayment, on: Day)
    /// Records unspent money paid back to the funder.
    case repay(GrantPayment, on: Day)
    /// Cancels an entry that was wrong.
    case reverse(EntryNumber, reason: Wording, on: Day)
    /// Closes the books up to a day.
    case closePeriod(through: Day)
    /// Sets the close back to an earlier day.
    case reopenPeriod(through: Day, reason: Wording)
    /// Reads the texts on a citizen.
    case readWords(ParticipantReference, scope: ReadingScope, purpose: Wording)
    /// Erases the texts on a citizen; before the time to keep them is over only with a reason for that as well.
    case eraseWords(ParticipantReference, reason: Wording, override: Wording?)
    /// Notes that a copy was put in the ledger's place.
    case restore(Restoration)
}

/// Money spent on an item of a citizen's plan.
public struct Disbursement: Equatable, Sendable {
    /// The citizen.
    public let participant: ParticipantReference
    /// The item.
    public let item: ItemNumber
    /// How much.
    public let amount: Amount
    /// The receipt or invoice.
    public let voucher: VoucherReference
    /// Who got the money.
    public internal(set) var payee: Wording
    /// The day on which the expense was incurred.
    public let day: Day
    /// The day on which it was paid.
    public let paid: Day
    /// A remark.
    public internal(set) var note: Wording?

    /// A disbursement.
    public init(
        participant: ParticipantReference, item: ItemNumber, amount: Amount, voucher: VoucherReference,
        payee: Wording, day: Day, paid: Day, note: Wording?
    ) {
        self.participant = participant
        self.item = item
        self.amount = amount
        self.voucher = voucher
        self.payee = payee
        self.day = day
        self.paid = paid
        self.note = note
    }
}

/// A cost of another post than the citizens'.
public struct Expense: Equatable, Sendable {
    /// The post.
    public let post: PostName
    /// How much.
    public let amount: Amount
    /// The receipt or invoice.
    public let voucher: VoucherReference
    /// Who got the money.
    public internal(set) var payee: Wording
    /// The day on which the expense was incurred.
    public let day: Day
    /// The day on which it was paid.
    public let paid: Day
    /// A remark.
    public internal(set) var note: Wording?

    /// An expense.
    public init(
        post: PostName, amount: Amount, voucher: VoucherReference, payee: Wording, day: Day, paid: Day, note: Wording?
    ) {
        self.post = post
        self.amount = amount
        self.voucher = voucher
        self.payee = payee
        self.day = day
        self.paid = paid
        self.note = note
    }
}

/// Money between funder and grantee: an instalment of the grant, or unspent money paid back.
public struct GrantPayment: Equatable, Sendable {
    /// How much.
    public let amount: Amount
    /// The document of the payment.
    public let voucher: VoucherReference
    /// A remark.
    public internal(set) var note: Wording?

    /// A payment.
    public init(amount: Amount, voucher: VoucherReference, note: Wording?) {
        self.amount = amount
        self.voucher = voucher
        self.note = note
    }
}

/// Why a citizen's budget stopped.
public enum WithdrawalCause: String, CaseIterable, Sendable {
    /// The citizen moved to another municipality.
    case moved
    /// The citizen completed the course; the place stays taken.
    case finished
    /// For another reason, such as misuse or the citizen's own wish.
    case stopped

    /// Whether the place can become free: the citizen did not have the course that it was for.
    public var freesPlace: Bool {
        switch self {
        case .moved, .stopped: true
        case .finished: false
        }
    }
}

/// Which texts on a citizen were read.
public enum ReadingScope: Equatable, Sendable {
    /// Name and case.
    case identity
    /// The texts of a version of the plan.
    case plan(version: Int)
    /// All that is held, for the citizen to see.
    case disclosure
}

/// A copy that was put in the ledger's place, told as the first entry after it.
public enum Restoration: Equatable, Sendable {
    /// It replaced a ledger: that one's latest entry and its hash, 64 hexadecimal digits, and how many of its entries
    /// the copy lacks.
    case replacing(head: EntryNumber, hash: String, lost: Int)
    /// There was no ledger any more. `byRoot`: root of the machine acted as a staff member of another account.
    case ofLostLedger(byRoot: Bool)
}

extension Command {
    /// The entry that the command corrects, where it corrects one: who may do that depends on it.
    public var corrected: EntryNumber? {
        switch self {
        case .refund(let entry, _, _, _, _), .reverse(let entry, _, _): entry
        case .addStaff, .endStaff, .rebindStaff, .enrol, .withdraw, .draft, .approve, .reject, .release, .retract,
            .disburse, .spend, .receive, .repay, .closePeriod, .reopenPeriod, .readWords, .eraseWords, .restore:
            nil
        }
    }

    /// The voucher that it rests on.
    public var voucher: VoucherReference? {
        switch self {
        case .disburse(let disbursement): disbursement.voucher
        case .refund(_, _, let voucher, _, _): voucher
        case .spend(let expense): expense.voucher
        case .receive(let payment, _), .repay(let payment, _): payment.voucher
        case .addStaff, .endStaff, .rebindStaff, .enrol, .withdraw, .draft, .approve, .reject, .release, .retract,
            .reverse, .closePeriod, .reopenPeriod, .readWords, .eraseWords, .restore:
            nil
        }
    }

    /// The roles that may give the command.
    /// - Parameter target: what it corrects; a citizen's money is the caseworker's, all other the consultant's. What
    ///   cannot be corrected that way may be asked for by either, and is refused by name.
    /// - Source: press release: "sagsbehandleren … godkender planen og frigiver midlerne"; design: table of commands.
    public func roles(correcting target: Movement?) -> Set<Role> {
        switch self {
        case .addStaff, .endStaff, .rebindStaff: Roles.administrator
        case .enrol, .withdraw, .draft, .approve, .reject, .release, .retract, .disburse: Roles.caseworker
        case .spend, .receive, .repay, .closePeriod, .reopenPeriod: Roles.consultant
        case .readWords(_, .identity, _), .readWords(_, .plan, _): Roles.reader
        case .readWords(_, .disclosure, _), .eraseWords, .restore: Roles.administrator
        case .refund: target.map { $0.kind.isRefundable ? Roles.owner(of: $0) : Roles.either } ?? Roles.either
        case .reverse: target.map { $0.kind.isReversible ? Roles.owner(of: $0) : Roles.either } ?? Roles.either
        }
    }
}

/// The sets of roles that commands are for, made once: each decision asks for one.
private enum Roles {
    static let administrator: Set<Role> = [.administrator]
    static let caseworker: Set<Role> = [.caseworker]
    static let consultant: Set<Role> = [.consultant]
    static let either: Set<Role> = [.caseworker, .consultant]
    static let reader: Set<Role> = [.caseworker, .auditor]

    static func owner(of movement: Movement) -> Set<Role> {
        movement.participant == nil ? consultant : caseworker
    }
}
