import Phrases

/// The headings of a period report's columns.
enum Label {
    static let what = Phrase(da: "Hvad", en: "What")
    static let value = Phrase(da: "Værdi", en: "Value")
    static let entry = Phrase(da: "Nr.", en: "No.")
    static let day = Phrase(da: "Dag", en: "Day")
    static let recorded = Phrase(da: "Bogført", en: "Recorded")
    static let received = Phrase(da: "Modtaget", en: "Received")
    static let repaid = Phrase(da: "Tilbagebetalt", en: "Repaid")
    static let paid = Phrase(da: "Betalt", en: "Paid")
    static let voucher = Phrase(da: "Bilag", en: "Voucher")
    static var participants: Phrase { Noun.many.capital.phrase }
    static var participant: Phrase { Noun.one.capital.phrase }
    static var budgets: Phrase {
        Phrase(da: "\(.theMany.genitive.capital) budgetter", en: "\(.theMany.genitive.capital) budgets")
    }
    static let item = Phrase(da: "Punkt", en: "Item")
    static let area = Phrase(da: "Område", en: "Area")
    static let post = Phrase(da: "Post", en: "Post")
    static let kind = Phrase(da: "Art", en: "Kind")
    static let amount = Phrase(da: "Beløb", en: "Amount")
    static let staff = Phrase(da: "Af", en: "By")
    static let budget = Phrase(da: "Budget", en: "Budget")
    static let before = Phrase(da: "Før perioden", en: "Before")
    static let period = Phrase(da: "I perioden", en: "In the period")
    static let inAll = Phrase(da: "I alt", en: "In all")
    static let remaining = Phrase(da: "Rest", en: "Remaining")
    static let original = Phrase(da: "Oprindeligt", en: "Original")
    static let spending = Phrase(da: "Forbrug", en: "Spending")
    static let spent = Phrase(da: "Brugt", en: "Spent")
    static let result = Phrase(da: "Resultat", en: "Result")
    static let target = Phrase(da: "Mål", en: "Target")
    static let percent = Phrase(da: "Pct.", en: "Percent")
    static let state = Phrase(da: "Tilstand", en: "State")
    static let version = Phrase(da: "Plan", en: "Plan")
    static let approvedBy = Phrase(da: "Godkendt af", en: "Approved by")
    static let approvedOn = Phrase(da: "Godkendt", en: "Approved on")
    static let cap = Phrase(da: "Ramme", en: "Cap")
    static let approved = Phrase(da: "Godkendt", en: "Approved")
    static let released = Phrase(da: "Frigivet", en: "Released")
    static let month = Phrase(da: "Måned", en: "Month")
    static let reverses = Phrase(da: "Tilbagefører", en: "Reverses")
    static let through = Phrase(da: "Til og med", en: "Through")
    static let decision = Phrase(da: "Beslutning", en: "Decision")
    static let finding = Phrase(da: "Bemærkning", en: "Finding")
    static let meaning = Phrase(da: "Betydning", en: "Meaning")
    static let count = Phrase(da: "Antal", en: "Count")
    static let entries = Phrase(da: "Posteringer", en: "Entries")
    static let anchor = Phrase(da: "Kontrolkode", en: "Anchor")
    static let total = Phrase(da: "Bilag i alt", en: "Voucher total")
    static let claimed = Phrase(da: "Fordelt", en: "Claimed")
    static let unclaimed = Phrase(da: "Ikke fordelt", en: "Unclaimed")
    static let receipt = Phrase(da: "Kvittering", en: "Receipt")
    static let payment = Phrase(da: "Betalingsbevis", en: "Proof of payment")
    static let lacks = Phrase(da: "Mangler", en: "Lacks")
    static let origin = Phrase(da: "Journal", en: "Ledger")
    static let none = Phrase(da: "Ingen", en: "None")
}

extension Phrase {
    static let blank = Phrase(verbatim: "")
    /// The name of a row of sums in text.
    static let sum = Phrase(da: "i alt", en: "total")
    /// The name of a row of sums on a page.
    static let total = sum.capitalised

    /// `ja` or `nej`.
    static func truth(_ isTrue: Bool) -> Phrase {
        isTrue ? Phrase(da: "ja", en: "yes") : Phrase(da: "nej", en: "no")
    }

    /// The caption of a table of amounts.
    static func inKroner(_ what: Phrase) -> Phrase {
        Phrase(da: "\(what), beløb i kroner", en: "\(what), amounts in DKK")
    }

    /// The phrase with its first letter in upper case.
    var capitalised: Phrase {
        func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
        return Phrase(da: "\(capitalised(self[.danish]))", en: "\(capitalised(self[.english]))")
    }
}
