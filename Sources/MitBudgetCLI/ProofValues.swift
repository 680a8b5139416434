import Arguments
import MitBudget
import MitBudgetReports
import MitBudgetStore
import Phrases

extension ValueKind where Value == DocumentProof {
    /// What a document proves: a code, or its name in a language.
    static let proof = oneOf(
        "PROOF", named: { text in DocumentProof.allCases.first { $0.phrase.says(text) } },
        names: { DocumentProof.allCases.flatMap(\.phrase.all) })
}

extension ValueKind where Value == Programme.Proof {
    /// What an auditor may ask for: a code, or its name in a language.
    static let proofAsked = oneOf(
        "PROOF", named: { text in Programme.Proof.allCases.first { $0.phrase.says(text) } },
        names: { Programme.Proof.allCases.flatMap(\.phrase.all) })
}

extension Phrase {
    /// The phrase in every language.
    fileprivate var all: [String] { Language.allCases.map { self[$0] } }

    /// Whether it is this text in some language.
    fileprivate func says(_ text: String) -> Bool {
        all.contains { $0.utf8.elementsEqual(text.lowercased().utf8) }
    }
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
