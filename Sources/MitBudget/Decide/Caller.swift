/// Who runs the program: an account of the operating system, and the staff member whom it claims to be.
public struct Caller: Equatable, Sendable {
    /// The account of the effective user id.
    public let account: AccountName
    /// The staff member that `--as` names; `nil` where it is not given.
    public let claim: StaffID?

    /// Makes a caller from an account and a claim.
    public init(account: AccountName, claim: StaffID? = nil) {
        self.account = account
        self.claim = claim
    }

    /// Why the caller cannot be identified.
    public enum Fault: Error, Equatable, Sendable {
        /// The account may not do that.
        case refused(Refusal)
        /// Several staff members of the account may; the caller must name one.
        case ambiguous([StaffID])
    }

    /// Finds the acting staff member: the claimed one, or the only one of the account whose role may act.
    ///
    /// A caller can never claim a staff member of another account.
    /// - Parameters:
    ///   - roles: the roles that may act.
    ///   - own: the account's staff, former members included.
    ///   - claimed: the staff member that the claim names, of any account.
    ///   - leavesTrace: whether an entry will name the actor, so that it matters which of several acts.
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

    /// The staff members of the account as whom the caller could act instead, where the claim was refused.
    public func remedies(for roles: Set<Role>, among own: [StaffMember]) -> [Remedy] {
        guard claim != nil else { return [] }
        let able = own.filter { $0.isActive && roles.contains($0.role) }.map(\.id)
        return able.min().map { [.actor($0)] } ?? []
    }
}
