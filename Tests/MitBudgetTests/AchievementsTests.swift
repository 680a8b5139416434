import MitBudget
import TestSupport
import Testing

@Suite("Targets and instalments")
struct AchievementsTests {
    @Test(
        "a percentage of recipients means as many as reach it, rounded up",
        arguments: [
            (20, 60, 12), (19, 60, 12), (21, 60, 13), (1, 1, 1), (101, 22, 23), (3, 100, 3), (0, 60, 0), (5, 20, 1),
            (6, 20, 2),
        ])
    func targetCount(enrolled: Int, percent: Int, needed: Int) throws {
        let share = Achievements.Share(
            result: ResultCode("reached"), count: 0, of: enrolled, percent: percent, disbursed: .zero)
        #expect(share.targetCount == needed)
        // The least count of which the percentage is reached.
        #expect(needed * 100 >= enrolled * percent)
        #expect(needed == 0 || (needed - 1) * 100 < enrolled * percent)
    }

    @Test("a result without a target has no count to reach")
    func noTarget() throws {
        let share = Achievements.Share(
            result: ResultCode("reached"), count: 3, of: 15, percent: nil, disbursed: .zero)
        #expect(share.targetCount == nil)
    }

    @Test("a figure reaches its aim exactly at it, from above or from below", arguments: [true, false])
    func reached(isMost: Bool) throws {
        let target = try Programme.Outcome.Target(
            from: figure("1100"), aim: figure("799"), isMost: isMost, by: Day("2022-05-01"))
        #expect(try target.isReached(by: figure("799")))
        #expect(try target.isReached(by: figure("798.99")) == isMost)
        #expect(try target.isReached(by: figure("799.01")) != isMost)
    }

    /// Instalments of 100, 200 and 300 kr. on 1 January, 1 April and 1 July.
    @Test(
        "what has come in covers the earliest instalments, and the rest is overdue or next",
        arguments: [
            // Nothing in: overdue from the day after, due on the day itself.
            ("2022-12-31", "0", "0", "2023-01-01", "100"), ("2023-01-01", "0", "0", "2023-01-01", "100"),
            ("2023-01-02", "0", "100", "2023-04-01", "200"),
            // An øre short, exact, an øre more.
            ("2023-01-02", "99.99", "0.01", "2023-04-01", "200"), ("2023-01-02", "100", "0", "2023-04-01", "200"),
            ("2023-01-02", "100.01", "0", "2023-04-01", "199.99"),
            // More than is due yet skips to the instalment that is not covered.
            ("2023-01-02", "300", "0", "2023-07-01", "300"), ("2023-04-02", "150", "150", "2023-07-01", "300"),
            ("2023-07-02", "0", "600", nil, nil), ("2023-07-02", "600", "0", nil, nil),
            ("2023-01-02", "700", "0", nil, nil),
        ])
    func instalments(day: String, received: String, overdue: String, nextDay: String?, next: String?) throws {
        let programme = try Self.programme([("2023-04-01", "200"), ("2023-01-01", "100"), ("2023-07-01", "300")])
        let due = try #require(
            DueInstalments(programme, received: Amount(kroner: received), asOf: Day(day)))
        #expect(try due.overdue == Amount(kroner: overdue))
        #expect(try due.next?.day == nextDay.map { try Day($0) })
        #expect(try due.next?.amount == next.map { try Amount(kroner: $0) })
    }

    @Test("two instalments on one day are covered one after the other, and none at all is no account")
    func sameDay() throws {
        let programme = try Self.programme([("2023-01-01", "100"), ("2023-01-01", "50")])
        let due = try #require(DueInstalments(programme, received: Amount(kroner: "120"), asOf: Day("2023-01-01")))
        #expect(try due.next == Programme.Instalment(day: Day("2023-01-01"), amount: Amount(kroner: "30")))
        #expect(due.overdue == .zero)
        #expect(try DueInstalments(Self.programme([]), received: .zero, asOf: Day("2023-01-01")) == nil)
    }

    @Test("money that went out again, below nothing received, covers nothing")
    func negative() throws {
        let programme = try Self.programme([("2023-01-01", "100")])
        let due = try #require(DueInstalments(programme, received: Amount(kroner: "-50"), asOf: Day("2023-02-01")))
        #expect(try due.overdue == Amount(kroner: "100"))
    }

    private func figure(_ text: String) throws -> Figure {
        try #require(Figure(text: text))
    }

    private static func programme(_ instalments: [(day: String, amount: String)]) throws -> Programme {
        let title = Text("Terms")
        return try Programme(
            id: #require(ProgrammeID("terms")), title: Programme.Title(danish: title, english: title), grantee: title,
            funder: title, grant: Amount(kroner: "1000"),
            posts: [Programme.Post(name: PostName("project"), budget: Amount(kroner: "1000"))], recipient: nil,
            places: nil, cap: nil, firstDay: Day("2022-12-01"), lastDay: Day("2024-12-31"), areas: [],
            instalments: instalments.map {
                try Programme.Instalment(day: Day($0.day), amount: Amount(kroner: $0.amount))
            })
    }
}
