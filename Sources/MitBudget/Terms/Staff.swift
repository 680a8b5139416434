/// What a staff member may do.
public enum Role: String, CaseIterable, Sendable {
    /// Approves plans and releases funds (sagsbehandler).
    case caseworker
    /// Watches the grant: instalments, project expenses, period closes (konsulent).
    case consultant
    /// Reads everything, changes nothing (revisor).
    case auditor
    /// Adds and ends staff (administrator).
    case administrator

    /// Reads a role by its code.
    /// - Throws: ``Malformed/role(_:)``.
    public init(_ text: String) throws(Malformed) {
        guard let role = Role(rawValue: text) else { throw .role(text) }
        self = role
    }

    /// The roles that may read texts on citizens, for a purpose.
    public static let readers: Set<Role> = [.caseworker, .auditor]
}

/// Someone who works with the ledger, bound to one account of the operating system.
public struct StaffMember: Equatable, Sendable {
    /// The id that entries name.
    public let id: StaffID
    /// What the member may do.
    public let role: Role
    /// The login of the operating system that the member uses.
    public var account: AccountName
    /// The member's name, sealed; `nil` where none is known.
    public internal(set) var name: Wording?
    /// Whether the member still works here; the id of a former member is never reused.
    public var isActive: Bool

    /// Makes a member, active unless told otherwise.
    public init(id: StaffID, role: Role, account: AccountName, name: Wording?, isActive: Bool = true) {
        self.id = id
        self.role = role
        self.account = account
        self.name = name
        self.isActive = isActive
    }
}
