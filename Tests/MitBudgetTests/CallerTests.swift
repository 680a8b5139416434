import MitBudget
import TestSupport
import Testing

@Suite("Who is calling")
struct CallerTests {
    private static let sofie = StaffMember(id: .caseworker, role: .caseworker, account: "sofie", name: nil)
    private static let double = StaffMember(id: "sofie-2", role: .caseworker, account: "sofie", name: nil)
    private static let adviser = StaffMember(id: .consultant, role: .consultant, account: "sofie", name: nil)
    private static let former = StaffMember(
        id: "former", role: .auditor, account: "sofie", name: nil, isActive: false)
    private static let stranger = StaffMember(id: .auditor, role: .auditor, account: "rita", name: nil)

    /// The staff member found, or the fault.
    private func found(
        _ claim: StaffID?, _ own: [StaffMember], claimed: StaffMember? = nil, roles: Set<Role> = [.caseworker],
        leavesTrace: Bool = true
    ) -> Result<StaffID, Caller.Fault> {
        do {
            let caller = Caller(account: "sofie", claim: claim)
            return .success(
                try caller.identify(for: roles, among: own, claimed: claimed, leavesTrace: leavesTrace).id)
        } catch {
            return .failure(error)
        }
    }

    @Test("The only one of the account's whose role may acts")
    func findsOnlyOne() {
        #expect(found(nil, [Self.sofie, Self.adviser, Self.former]) == .success(.caseworker))
        #expect(found(nil, [Self.sofie, Self.adviser], roles: [.consultant]) == .success(.consultant))
    }

    @Test("Of several, one must be named where an entry will name one")
    func asksWhich() {
        let both = [Self.double, Self.sofie]
        #expect(found(nil, both) == .failure(.ambiguous([.caseworker, "sofie-2"])))
        #expect(found(nil, both, leavesTrace: false) == .success(.caseworker))
        #expect(found("sofie-2", both, claimed: Self.double) == .success("sofie-2"))
    }

    @Test("An account bound to no one who works here gets nothing")
    func refusesUnbound() {
        let refusal = Caller.Fault.refused(.notPermitted(.unboundAccount("sofie")))
        #expect(found(nil, []) == .failure(refusal))
        #expect(found(nil, [Self.former], roles: [.auditor]) == .failure(refusal))
        #expect(found(.auditor, [], claimed: Self.stranger, roles: [.auditor]) == .failure(refusal))
    }

    @Test("A claim reaches no one of another account, no stranger, no one who has ended, and no other role")
    func refusesClaims() {
        let own = [Self.sofie, Self.former]
        #expect(found("nobody", own) == .failure(.refused(.staffUnknown("nobody"))))
        #expect(
            found(.auditor, own, claimed: Self.stranger, roles: [.auditor])
                == .failure(.refused(.notPermitted(.otherAccount(.auditor)))))
        #expect(
            found("former", own, claimed: Self.former, roles: [.auditor])
                == .failure(.refused(.notPermitted(.ended("former")))))
        #expect(
            found(.caseworker, own, claimed: Self.sofie, roles: [.auditor])
                == .failure(.refused(.notPermitted(.role(.caseworker, .caseworker, allowed: [.auditor])))))
    }

    @Test("Where no one of the account's may, the roles that may are named")
    func namesRoles() {
        #expect(
            found(nil, [Self.sofie], roles: [.auditor, .consultant])
                == .failure(.refused(.notPermitted(.noRole("sofie", allowed: [.auditor, .consultant])))))
    }
}
