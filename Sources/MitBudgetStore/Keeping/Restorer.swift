import Glibc
public import MitBudget

/// Root of the machine, who may do anything to the file anyway. If a ledger is lost, root may restore in the name of an
/// administrator: the accounts that the copy knows may be lost too. In all else root is an account like any other.
public struct Root {
    /// Looks up an account's user and group; `nil` if the machine has no such account.
    public let owner: (AccountName) -> (user: UInt32, group: UInt32)?

    /// Root, with a look-up of the machine's accounts.
    public init(owner: @escaping (AccountName) -> (user: UInt32, group: UInt32)?) {
        self.owner = owner
    }
}

/// Who restores a copy.
struct Restorer {
    /// The account and the staff member who restores.
    let caller: Caller
    private let root: Root?

    /// Whether root acts for a staff member of another account.
    var isRoot: Bool { root != nil }

    /// Finds out who restores a copy.
    /// - Parameter root: root of the machine, if it asks and the ledger is lost.
    /// - Throws: ``LedgerFailure/refused(_:)``, ``LedgerFailure/ambiguous(_:)``, or
    ///   ``LedgerFailure/Obstacle/rootNamesNoOne(_:)``.
    init(_ caller: Caller, of copy: Ledger, as root: Root?) throws(LedgerFailure) {
        let administrators = try copy.staff().map(\.member).filter { $0.isActive && $0.role == .administrator }
        let isOne = administrators.contains { $0.account == caller.account && $0.id == caller.claim ?? $0.id }
        if let root, !isOne {
            guard let named = administrators.first(where: { $0.id == caller.claim }) else {
                throw .unrestorable(.rootNamesNoOne(administrators.map(\.id)))
            }
            (self.caller, self.root) = (Caller(account: named.account, claim: named.id), root)
        } else {
            (self.caller, self.root) = (caller, nil)
        }
        try copy.identify(self.caller, for: [.administrator], leavesTrace: true)
    }

    /// Gives a file that root made to the account that root acted for, if the machine has that account.
    func own(_ path: String) throws(LedgerFailure) {
        guard let owner = root?.owner(caller.account) else { return }
        guard lchown(path, owner.user, owner.group) == 0 else { throw .system(call: "lchown", errno: errno) }
    }
}
