/// Who runs the program: an account of the operating system, and the staff member that it claims to act as.
public struct Caller: Equatable, Sendable {
    /// The account, by effective user id.
    public let account: AccountName
    /// The staff member that `--as` names.
    public let claim: StaffID?

    /// A caller.
    public init(account: AccountName, claim: StaffID? = nil) {
        self.account = account
        self.claim = claim
    }

    /// Why it cannot be told who is calling.
    public enum Fault: Error, Equatable, Sendable {
        /// The account may not do that.
        case refused(Refusal)
        /// Several of the account's staff members may; one must be named.
        case ambiguous([StaffID])
    }

    /// Finds the staff member who acts: the one named, or the only one of the account's whose role may.
    ///
    /// A claim never reaches a staff member of another account.
    /// - Parameters:
    ///   - roles: the roles that may do it.
    ///   - own: the account's staff, ended members included.
    ///   - claimed: the staff member that the claim names, of whichever account.
    ///   - leavesTrace: whether it matters which of several acts, since an entry will name one.
    /// - Throws: ``Fault``.
    public func identify(
        for roles: Set<Role>, among own: [StaffMember], claimed: StaffMember?, leavesTrace: Bool
    ) throws(Fault) -> StaffMember {
        let active = own.filter(\.isActive)
        guard !active.isEmpty else { throw .refused(.notPermitted(.unboundAccount(account))) }
        if let claim {
            guard let member = claimed else { throw .refused(.staffUnknown(claim)) }
            guard member.account == account else { throw .refused(.notPermitted(.otherAccount(claim))) }
            guard member.isActive else { throw .refused(.notPermitted(.ended(claim))) }
            guard roles.contains(member.role) else {
                throw .refused(.notPermitted(.role(claim, member.role, allowed: roles)))
            }
            return member
        }
        let able = active.filter { roles.contains($0.role) }.sorted { $0.id < $1.id }
        guard let first = able.first else { throw .refused(.notPermitted(.noRole(account, allowed: roles))) }
        guard able.count == 1 || !leavesTrace else { throw .ambiguous(able.map(\.id)) }
        return first
    }

    /// As whom of the account's the caller could act instead, where the claim is what was refused.
    public func remedies(for roles: Set<Role>, among own: [StaffMember]) -> [Remedy] {
        guard claim != nil else { return [] }
        let able = own.filter { $0.isActive && roles.contains($0.role) }.map(\.id)
        return able.min().map { [.actor($0)] } ?? []
    }
}
