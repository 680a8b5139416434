/// Input that has no meaning here, before any rule is asked. Carries what was typed, so that the message can name it.
public enum Malformed: Error, Equatable, Sendable {
    /// Not a day.
    case day(String, Day.Fault)
    /// Not an amount.
    case amount(String, Amount.Fault)
    /// Not a participant's reference, `B01`.
    case participant(String)
    /// Not a staff id: 1–32 lower-case letters, digits, `-`.
    case staff(String)
    /// Not a role.
    case role(String)
    /// Not the name of an account of the operating system.
    case account(String)
    /// Not a voucher reference: 1–40 letters, digits, `.`, `_`, `-`, `/`.
    case voucher(String)
    /// Not the key of a command: 1–64 letters, digits, `.`, `_`, `-`.
    case once(String)
    /// Not the name of a post.
    case post(String)
    /// Not a programme's code.
    case programme(String)
    /// Not an area's code.
    case area(String)
    /// Not the number of an entry, an item or a version: a whole number from 1 on.
    case number(String)
    /// Not a kind of entry.
    case kind(String)
    /// Not an anchor: an entry's number, a colon and 16 to 64 hexadecimal digits of its hash.
    case anchor(String)
    /// Text with a control character or an invisible one that turns the direction of writing.
    case character(Unicode.Scalar)
    /// Text that says nothing where something must be said.
    case blank
}
