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

    /// Adds a voucher; one with several lines with its total: `F-77 (linje af 3.000,00 kr.)`.
    public mutating func appendInterpolation(lineOf voucher: VoucherReference, _ total: Amount?) {
        appendInterpolation(voucher)
        guard let total else { return }
        switch Speech.language {
        case .danish: appendLiteral(" (linje af \(total.text(in: .danish)))")
        case .english: appendLiteral(" (a line of \(total.text(in: .english)))")
        }
    }

    /// Adds `B01`.
    public mutating func appendInterpolation(_ participant: ParticipantReference) {
        appendLiteral(participant.text)
    }

    /// Adds a reference with that number, as the programme writes it: `B01`.
    public mutating func appendInterpolation(example number: Int) {
        if let reference = Vocabulary.current.example(number) { appendInterpolation(reference) }
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

    /// Adds the name of a post as the owner of what follows: `citizens'`. Danish says `borgernes`.
    mutating func appendInterpolation(genitive post: PostName) {
        let name = post.phrase[Speech.language]
        appendLiteral(
            Speech.language == .danish
                ? Grammar.danishGenitive(name) : Grammar.englishGenitive(name, isPlural: true))
    }

    /// Adds the name of an area, unless its code holds what looks like a CPR number.
    public mutating func appendInterpolation(_ area: Area) {
        appendCode(area.phrase[Speech.language])
    }

    /// Adds an area's code as it was typed.
    public mutating func appendInterpolation(code area: Area) {
        appendCode(area.text)
    }

    /// Adds a post's code as it was typed.
    public mutating func appendInterpolation(code post: PostName) {
        appendCode(post.text)
    }

    /// Adds the name of a result.
    public mutating func appendInterpolation(_ result: ResultCode) {
        appendCode(result.phrase[Speech.language])
    }

    /// Adds a result's code as it was typed.
    public mutating func appendInterpolation(code result: ResultCode) {
        appendCode(result.text)
    }

    /// Adds a measured figure: `1.100` or `1,100`.
    public mutating func appendInterpolation(_ figure: Figure) {
        appendLiteral(figure.text(in: Speech.language))
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

    /// Adds what was typed for a code that the terms lack. Several words with blanks between them may be someone's own
    /// words and are not shown.
    public mutating func appendInterpolation(echoing code: String) {
        appendCode(code.contains(where: \.isWhitespace) ? "•••" : code)
    }

    /// Hides a code that looks like a CPR number. People type codes, and a code may be refused before the rule
    /// `personal-number` is asked.
    private mutating func appendCode(_ code: String) {
        appendLiteral(PersonalNumber.isSuspected(in: code) ? "…" : code)
    }
}
