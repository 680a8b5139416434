/// A staff member in the list of staff.
public struct StaffRecord: Equatable, Sendable {
    /// The member's id, role, account and state.
    public let member: StaffMember
    /// The member's name; `nil` where none was given.
    public let name: EntryText?
    /// The entry that added the member.
    public let added: EntryNumber
    /// The entry that ended the member's work; `nil` while it goes on.
    public let ended: EntryNumber?

    /// Makes a record from its parts.
    public init(member: StaffMember, name: EntryText?, added: EntryNumber, ended: EntryNumber?) {
        self.member = member
        self.name = name
        self.added = added
        self.ended = ended
    }
}
