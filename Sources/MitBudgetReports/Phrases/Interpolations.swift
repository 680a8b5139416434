public import MitBudget
public import Phrases

extension Sentence.StringInterpolation {
    /// Adds `4.500,00 kr.` or `DKK 4,500.00`.
    public mutating func appendInterpolation(_ amount: Amount) {
        appendLiteral(amount.text(in: Speech.language))
    }

    /// Adds an amount as it is typed in a command: `4500,00` or `4500.00`.
    public mutating func appendInterpolation(typed amount: Amount) {
        appendLiteral(amount.typed(in: Speech.language))
    }

    /// Adds `31. december 2024` or `31 December 2024`.
    public mutating func appendInterpolation(_ day: Day) {
        appendLiteral(day.text(in: Speech.language))
    }

    /// Adds a day as it is typed in a command: `31-12-2024` or `2024-12-31`.
    public mutating func appendInterpolation(typed day: Day) {
        appendLiteral(day.short(in: Speech.language))
    }

    /// Adds `B01`.
    public mutating func appendInterpolation(_ participant: ParticipantReference) {
        appendLiteral(participant.text)
    }

    /// Adds a staff id, unless it holds what looks like a CPR number.
    public mutating func appendInterpolation(_ staff: StaffID) {
        appendCode(staff.text)
    }

    /// Adds a login, unless it holds what looks like a CPR number.
    public mutating func appendInterpolation(_ account: AccountName) {
        appendCode(account.text)
    }

    /// Adds an item's number.
    public mutating func appendInterpolation(_ item: ItemNumber) {
        appendInterpolation(item.value)
    }

    /// Adds an entry's number.
    public mutating func appendInterpolation(_ entry: EntryNumber) {
        appendLiteral(String(entry.value))
    }

    /// Adds a voucher's reference, unless it holds what looks like a CPR number.
    public mutating func appendInterpolation(_ voucher: VoucherReference) {
        appendCode(voucher.text)
    }

    /// Adds the name of a post.
    public mutating func appendInterpolation(_ post: PostName) {
        appendInterpolation(post.phrase)
    }

    /// Adds the name of an area, unless its code holds what looks like a CPR number.
    public mutating func appendInterpolation(_ area: Area) {
        appendCode(area.phrase[Speech.language])
    }

    /// Adds an area's code as it was typed.
    public mutating func appendInterpolation(code area: Area) {
        appendCode(area.text)
    }

    /// Adds the name of a role.
    public mutating func appendInterpolation(_ role: Role) {
        appendInterpolation(role.phrase)
    }

    /// Adds the name of a kind of movement.
    public mutating func appendInterpolation(_ kind: MovementKind) {
        appendInterpolation(kind.phrase)
    }

    /// Adds the name of a kind of entry.
    public mutating func appendInterpolation(_ kind: EntryKind) {
        appendInterpolation(kind.phrase)
    }

    /// Adds the name of a text.
    public mutating func appendInterpolation(_ field: Refusal.Field) {
        appendInterpolation(field.phrase)
    }

    /// Adds a number with its unit.
    public mutating func appendInterpolation(_ count: Count) {
        appendInterpolation(count.phrase)
    }

    /// Hides a code that looks like a CPR number. People type codes, and a code may be refused before the rule
    /// `personal-number` is asked.
    private mutating func appendCode(_ code: String) {
        appendLiteral(PersonalNumber.isSuspected(in: code) ? "…" : code)
    }
}
