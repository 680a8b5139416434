import Arguments
import MitBudget
import MitBudgetReports
import MitBudgetStore
import Phrases

extension ValueKind where Value == DocumentProof {
    /// What a document proves: a code, or its name in a language.
    static let proof = oneOf("PROOF", called: { proof in Language.allCases.map { proof.phrase[$0] } })
}

extension ValueKind where Value == Programme.Proof {
    /// What an auditor may ask for: a code, or its name in a language.
    static let proofAsked = oneOf("PROOF", called: { proof in Language.allCases.map { proof.phrase[$0] } })
}

extension ValueKind where Value == Anchor {
    /// An anchor with its whole hash.
    static let wholeAnchor = ValueKind("ENTRY:HASH") { text throws(ValueFault) in
        guard let anchor = Anchor(text: text.lowercased()) else {
            throw ValueFault(
                Phrase(
                    da: "Kontrolkoden skal have alle 64 tegn efter kolon.",
                    en: "The anchor must have all 64 digits after the colon."),
                remedy: Phrase(
                    da: "Få den hele fra den anden journal: mitbudget anchor",
                    en: "Get it whole from the other ledger: mitbudget anchor"),
                standsAlone: true)
        }
        return anchor
    }
}
