public import MitBudget
import Phrases

extension Caller.Fault {
    /// Why the caller cannot be identified, and how to name one.
    public var explanation: Explanation {
        switch self {
        case .refused(let refusal): refusal.explanation
        case .ambiguous(let staff):
            Explanation(
                message: Phrase(
                    da: "Flere medarbejdere på din brugerkonto må gøre det: \(.anyOf(staff.map(Self.name))).",
                    en: "Several staff members of your account may do this: \(.anyOf(staff.map(Self.name)))."),
                next: Phrase(
                    da: "Sig, hvem der handler: --as \(staff.first.map(Self.name) ?? Phrase(verbatim: "ID"))",
                    en: "Say who acts: --as \(staff.first.map(Self.name) ?? Phrase(verbatim: "ID"))"))
        }
    }

    private static func name(_ staff: StaffID) -> Phrase {
        Phrase(da: "\(staff)", en: "\(staff)")
    }
}
