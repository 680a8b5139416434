import MitBudget

/// What staff do that no citizen's plan asks for. Ids and names are functions: no one is invented.
enum Office {
    static let administrator = "admin"
    static let firstCaseworker = "sagsbehandler-1"
    static let secondCaseworker = "sagsbehandler-2"
    static let consultant = "konsulent"
    static let auditor = "revisor"

    /// Opens the ledger and adds the staff, in the week before the window opens.
    static func open(in diary: inout Diary) {
        let day = Day.demonstration(2022, 11, 28)
        diary.add(on: day, by: nil, ["init", "--administrator", .text(administrator), "--name", "Administrator"])
        let staff = [
            (firstCaseworker, "caseworker", "Sagsbehandler 1"), (secondCaseworker, "caseworker", "Sagsbehandler 2"),
            (consultant, "consultant", "Konsulent"), (auditor, "auditor", "Revisor"),
        ]
        for (id, role, name) in staff {
            diary.add(
                on: day, by: administrator, ["staff", "add", .text(id), "--role", .text(role), "--name", .text(name)])
        }
    }

    /// Receives the instalments and pays what the project itself costs.
    static func watchTheGrant(in diary: inout Diary) {
        for (day, kroner) in instalments {
            diary.add(
                on: day, by: consultant,
                ["receive", "--amount", .amount(Amount(wholeKroner: kroner)), "--voucher", .voucher, "--on", .day(day)])
        }
        for cost in costs { spend(cost, in: &diary) }
    }

    /// Closes the books half-yearly. The second close is set back once, for an invoice that came in late.
    static func closePeriods(in diary: inout Diary) {
        func close(_ through: Day, on day: Day) {
            diary.add(on: day, by: consultant, ["period", "close", "--through", .day(through)])
        }
        close(.demonstration(2022, 12, 31), on: .demonstration(2023, 1, 11))
        close(.demonstration(2023, 6, 30), on: .demonstration(2023, 7, 11))
        close(.demonstration(2023, 12, 31), on: .demonstration(2024, 1, 9))
        let reopened = Day.demonstration(2024, 1, 10)
        diary.add(
            on: reopened, by: consultant,
            [
                "period", "reopen", "--through", .day(.demonstration(2023, 11, 30)),
                "--reason", "Trykkeriets faktura fra december kom først efter lukningen",
            ])
        spend(
            Cost(.demonstration(2023, 12, 29), 4_850, "Trykkeriet Sønderport", recorded: reopened), in: &diary)
        close(.demonstration(2023, 12, 31), on: reopened.advanced(by: 1))
        close(.demonstration(2024, 6, 30), on: .demonstration(2024, 7, 9))
        close(.demonstrationEnd, on: .demonstration(2025, 1, 14))
    }

    /// The auditor looks at one plan, which leaves a trace.
    static func audit(in diary: inout Diary) {
        diary.add(
            on: .demonstration(2025, 1, 20), by: auditor,
            ["plan", "show", "B04", "--identified", "--purpose", "Stikprøve ved revision af det afsluttede projekt"])
    }

    private static func spend(_ cost: Cost, in diary: inout Diary) {
        var words: [Diary.Word] = [
            "expense", "--post", "project", "--amount", .amount(Amount(wholeKroner: cost.kroner)),
            "--voucher", .voucher, "--payee", .text(cost.payee), "--on", .day(cost.day),
        ]
        if let paid = cost.paid { words += ["--paid", .day(paid)] }
        diary.add(on: cost.recorded, by: consultant, words)
    }

    /// A cost of the project's own.
    private struct Cost {
        let day: Day
        let kroner: Int
        let payee: String
        let paid: Day?
        let recorded: Day

        init(_ day: Day, _ kroner: Int, _ payee: String, paid: Day? = nil, recorded: Day? = nil) {
            self.day = day
            self.kroner = kroner
            self.payee = payee
            self.paid = paid
            self.recorded = recorded ?? paid ?? day.advanced(by: 2).atTheOffice
        }
    }

    /// Nine tenths of the grant; the rest follows when the accounts are approved, after the window.
    private static let instalments: [(Day, Int)] = [
        (.demonstration(2022, 12, 15), 238_000), (.demonstration(2023, 6, 15), 190_400),
        (.demonstration(2023, 12, 14), 190_400), (.demonstration(2024, 6, 14), 190_400),
        (.demonstration(2024, 11, 15), 47_600),
    ]

    private static let payroll = "Kommunens lønafdeling"
    private static let evaluators = "Evalueringsbureauet Fjordblik"

    private static let costs = [
        Cost(.demonstration(2022, 12, 21), 4_200, "Trykkeriet Sønderport"),
        Cost(.demonstration(2023, 3, 31), 14_250, payroll),
        Cost(.demonstration(2023, 4, 19), 12_500, evaluators, paid: .demonstration(2023, 4, 26)),
        Cost(.demonstration(2023, 6, 29), 14_250, payroll),
        Cost(.demonstration(2023, 9, 14), 3_675, "Medborgerhuset"),
        Cost(.demonstration(2023, 9, 29), 14_250, payroll),
        Cost(.demonstration(2023, 12, 20), 14_250, payroll),
        Cost(.demonstration(2024, 2, 21), 9_500, "Revisionskontoret Syd"),
        Cost(.demonstration(2024, 3, 27), 14_700, payroll),
        Cost(.demonstration(2024, 5, 16), 18_750, evaluators, paid: .demonstration(2024, 5, 23)),
        Cost(.demonstration(2024, 6, 27), 14_700, payroll),
        Cost(.demonstration(2024, 9, 27), 14_700, payroll),
        Cost(.demonstration(2024, 10, 9), 2_940, "Medborgerhuset"),
        Cost(.demonstration(2024, 11, 27), 21_000, evaluators, paid: .demonstration(2024, 12, 4)),
        Cost(.demonstration(2024, 12, 30), 14_700, payroll, recorded: .demonstration(2025, 1, 3)),
    ]
}
