import MitBudget

extension StaffID {
    static let administrator: StaffID = "aksel"
    static let caseworker: StaffID = "sofie"
    static let colleague: StaffID = "bent"
    static let consultant: StaffID = "karen"
    static let auditor: StaffID = "rita"
}

extension Day {
    static let enrolment: Day = "2022-12-05"
    static let agreement: Day = "2023-01-10"
    static let approval: Day = "2023-01-15"
    static let release: Day = "2023-02-01"
    static let purchase: Day = "2023-02-10"
    static let refund: Day = "2023-02-20"
    static let later: Day = "2023-03-01"
    static let windowEnd: Day = "2024-12-31"
}

extension Programme {
    /// Aabenraa's terms, but for what is given.
    static func terms(
        grant: Amount = .kroner(952_000), citizens: Amount = .kroner(750_000), project: Amount = .kroner(202_000),
        places: Int = 15, cap: Amount? = .kroner(50_000), firstDay: Day = "2022-12-01", lastDay: Day = "2024-12-31",
        areas: [Area] = ["job", "housing", "life"], drawingMonths: Int? = nil, separateReleaser: Bool = false,
        settleBy: Day? = nil, keepYears: Int = 5, posts: [Post]? = nil
    ) throws(Fault) -> Programme {
        guard let id = ProgrammeID("mit-budget-aabenraa") else { preconditionFailure("the id is well formed") }
        return try Programme(
            id: id, title: Title(danish: "Mit Budget", english: "My Budget"), grantee: "Aabenraa Kommune",
            funder: "Social- og Boligstyrelsen", grant: grant,
            posts: posts
                ?? [Post(name: .citizens, budget: citizens), Post(name: "project", budget: project)],
            places: places, cap: cap, firstDay: firstDay, lastDay: lastDay, areas: areas, drawingMonths: drawingMonths,
            separateReleaser: separateReleaser, settleBy: settleBy, keepYears: keepYears)
    }
}

extension PlanProposal {
    /// A complete plan with these items.
    static func of(
        _ items: [Item], agreedOn: Day = .agreement, goal: Wording? = "Et job", wishes: Wording? = "Et kørekort",
        purpose: Wording? = "At komme videre"
    ) -> PlanProposal {
        PlanProposal(agreedOn: agreedOn, goal: goal, wishes: wishes, purpose: purpose, items: items)
    }
}

extension PlanProposal.Item {
    /// A new item.
    static func new(_ amount: Amount, area: Area = "job", text: Wording = "Truckcertifikat") -> PlanProposal.Item {
        PlanProposal.Item(area: area, amount: amount, text: text)
    }

    /// An existing item that is kept.
    static func keep(_ number: ItemNumber, _ amount: Amount, area: Area = "job") -> PlanProposal.Item {
        PlanProposal.Item(keeps: number, area: area, amount: amount, text: "Truckcertifikat")
    }
}

extension Disbursement {
    /// A purchase on 10 February 2023, paid the same day.
    static func of(
        _ amount: Amount, to reference: ParticipantReference = "B01", item: ItemNumber = 1,
        voucher: VoucherReference = "K-1", payee: Wording = "Kørelærer Hansen", on day: Day = .purchase,
        paid: Day? = nil, note: Wording? = nil
    ) -> Disbursement {
        Disbursement(
            participant: reference, item: item, amount: amount, voucher: voucher, payee: payee, day: day,
            paid: paid ?? day, note: note)
    }
}

extension Expense {
    /// A cost of the project on 10 February 2023, paid the same day.
    static func of(
        _ amount: Amount, post: PostName = "project", voucher: VoucherReference = "P-1", payee: Wording = "Trykkeriet",
        on day: Day = .purchase, paid: Day? = nil
    ) -> Expense {
        Expense(post: post, amount: amount, voucher: voucher, payee: payee, day: day, paid: paid ?? day)
    }
}
