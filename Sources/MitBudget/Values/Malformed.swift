/// Input that the program cannot read; no rule has been asked yet. Carries what was typed, so that the message can name
/// it.
public enum Malformed: Error, Equatable, Sendable {
    /// The text is not a day.
    case day(String, Day.Fault)
    /// The text is not an amount in kroner.
    case amount(String, Amount.Fault)
    /// The text is not a participant's reference such as `B01`.
    case participant(String)
    /// The text is not a staff id: 1–32 lower-case letters, digits, `-`.
    case staff(String)
    /// The text is not the code of a ``Role``.
    case role(String)
    /// The text is not the login of an account of the operating system.
    case account(String)
    /// The text is not a voucher reference: 1–40 letters, digits, `.`, `_`, `-`, `/`.
    case voucher(String)
    /// The text is not the key of a command: 1–64 letters, digits, `.`, `_`, `-`.
    case once(String)
    /// The text is not the name of a post: 1–60 characters.
    case post(String)
    /// The text is not a programme's code: 1–60 letters, digits, `-`, `_`, `.`.
    case programme(String)
    /// The text is not an area's code: 1–32 letters, digits, `-`, `_`.
    case area(String)
    /// The text is not a result's code: 1–32 letters, digits, `-`, `_`.
    case result(String)
    /// The text is not the prefix of references: one to three capitals.
    case prefix(String)
    /// The text is not a label of a code: 1–100 characters, no colon.
    case label(String)
    /// The text is not a figure: a decimal number that is not negative, with at most two decimals.
    case figure(String)
    /// The text is not a kind of proof: `receipt`, `payment` or `approval`.
    case proof(String)
    /// The text is not the number of an entry, an item or a version: a whole number from 1 on.
    case number(String)
    /// The text is not the code of a kind of entry.
    case kind(String)
    /// The text is not an anchor: an entry's number, a colon and 16 to 64 hexadecimal digits of its hash.
    case anchor(String)
    /// A text holds a control character or an invisible character that changes the direction of writing.
    case character(Unicode.Scalar)
    /// A text that must say something is blank.
    case blank
}
