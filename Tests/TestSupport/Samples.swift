import MitBudget

extension StaffID {
    package static let administrator: StaffID = "aksel"
    package static let caseworker: StaffID = "sofie"
    package static let colleague: StaffID = "bent"
    package static let consultant: StaffID = "karen"
    package static let auditor: StaffID = "rita"
}

extension Day {
    package static let enrolment: Day = "2022-12-05"
    package static let agreement: Day = "2023-01-10"
    package static let approval: Day = "2023-01-15"
    package static let release: Day = "2023-02-01"
    package static let purchase: Day = "2023-02-10"
    package static let refund: Day = "2023-02-20"
    package static let later: Day = "2023-03-01"
    package static let windowEnd: Day = "2024-12-31"
}

extension Programme {
    /// Aabenraa's terms, except what is given.
    package static func terms(
        id: String = "mit-budget-aabenraa",
        grant: Amount = .kroner(952_000), citizens: Amount = .kroner(750_000), project: Amount = .kroner(202_000),
        recipient: Recipient? = .citizen, places: Int? = 15, cap: Amount? = .kroner(50_000),
        firstDay: Day = "2022-12-01", lastDay: Day = "2024-12-31",
        areas: [Area] = ["job", "housing", "life"], drawingMonths: Int? = nil, separateReleaser: Bool = false,
        settleBy: Day? = nil, keepYears: Int = 5, posts: [Post]? = nil, budgetPeriods: [BudgetPeriod] = [],
        results: [Outcome] = [], instalments: [Instalment] = [], proof: [Proof] = [],
        names: Names = [:]
    ) throws(Fault) -> Programme {
        guard let id = ProgrammeID(id) else { preconditionFailure("the id is well formed") }
        return try Programme(
            id: id, title: Title(danish: "Mit Budget", english: "My Budget"), grantee: "Aabenraa Kommune",
            funder: "Social- og Boligstyrelsen", grant: grant,
            posts: posts
                ?? [Post(name: .citizens, budget: citizens), Post(name: "project", budget: project)],
            recipient: recipient, places: places, cap: cap, firstDay: firstDay, lastDay: lastDay, areas: areas,
            drawingMonths: drawingMonths, separateReleaser: separateReleaser, settleBy: settleBy, keepYears: keepYears,
            budgetPeriods: budgetPeriods, results: results, instalments: instalments, proof: proof, names: names)
    }
}

extension PlanProposal {
    /// A complete plan with these items.
    package static func of(
        _ items: [Item], agreedOn: Day = .agreement, goal: Wording? = "Et job", wishes: Wording? = "Et kørekort",
        purpose: Wording? = "At komme videre"
    ) -> PlanProposal {
        PlanProposal(agreedOn: agreedOn, goal: goal, wishes: wishes, purpose: purpose, items: items)
    }
}

extension PlanProposal.Item {
    /// A new item.
    package static func new(
        _ amount: Amount, area: Area = "job", text: Wording = "Truckcertifikat"
    ) -> PlanProposal.Item {
        PlanProposal.Item(area: area, amount: amount, text: text)
    }

    /// An existing item that is kept.
    package static func keep(_ number: ItemNumber, _ amount: Amount, area: Area = "job") -> PlanProposal.Item {
        PlanProposal.Item(keeps: number, area: area, amount: amount, text: "Truckcertifikat")
    }
}

extension Disbursement {
    /// A purchase on 10 February 2023, paid the same day.
    package static func of(
        _ amount: Amount, to reference: ParticipantReference = "B01", item: ItemNumber = 1,
        voucher: VoucherReference = "K-1", total: Amount? = nil, payee: Wording = "Kørelærer Hansen",
        on day: Day = .purchase, paid: Day? = nil, note: Wording? = nil
    ) -> Disbursement {
        Disbursement(
            participant: reference, item: item, amount: amount, voucher: voucher, voucherTotal: total,
            payee: payee, day: day, paid: paid ?? day, note: note)
    }
}

extension GrantPayment {
    /// A payment without a note.
    package static func of(_ amount: Amount, voucher: VoucherReference = "R-1") -> GrantPayment {
        GrantPayment(amount: amount, voucher: voucher, note: nil)
    }
}

extension Expense {
    /// A cost of the project on 10 February 2023, paid the same day.
    package static func of(
        _ amount: Amount, post: PostName = "project", voucher: VoucherReference = "P-1", total: Amount? = nil,
        payee: Wording = "Trykkeriet", on day: Day = .purchase, paid: Day? = nil, note: Wording? = nil
    ) -> Expense {
        Expense(
            post: post, amount: amount, voucher: voucher, voucherTotal: total, payee: payee, day: day,
            paid: paid ?? day, note: note)
    }
}

extension DocumentFile {
    /// A plain text as a document.
    package static func sample(_ text: String) -> DocumentFile { DocumentFile(Array(text.utf8)) }
}

// Commands in their usual form: without a note or a special cause.
extension Command {
    package static func refund(
        _ entry: EntryNumber, amount: Amount, voucher: VoucherReference, on day: Day
    ) -> Command {
        .refund(entry, amount: amount, voucher: voucher, note: nil, on: day)
    }

    package static func receive(amount: Amount, voucher: VoucherReference, on day: Day) -> Command {
        .receive(.of(amount, voucher: voucher), on: day)
    }

    package static func repay(amount: Amount, voucher: VoucherReference, on day: Day) -> Command {
        .repay(.of(amount, voucher: voucher), on: day)
    }

    package static func withdraw(_ reference: ParticipantReference, reason: Wording, on day: Day) -> Command {
        .withdraw(reference, cause: .stopped, reason: reason, on: day)
    }
}
