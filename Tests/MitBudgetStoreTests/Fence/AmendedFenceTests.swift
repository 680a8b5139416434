import TestSupport
import Testing

@testable import MitBudgetStore

/// The fence follows an amendment: the same attempts, from the same shell, against the terms as they are then.
///
/// Entries 27 to 32 amend and add; the project has spent 12.000 in the first budget period and 100 after the second,
/// B01 4.000 of the 7.000 that are released and of the 6.500 that the first budget period has for each citizen.
@Suite("The fence in the file, after amendments")
struct AmendedFenceTests {
    /// Movements with their entries, from number 33 on.
    private struct Row {
        var kind = "expense"
        var who = "NULL, NULL, 'project'"
        var day = "2023-02-10"
        var amount: Int
        var more: [String: String] = [:]

        static func disbursement(_ amount: Int, on day: String = "2023-02-10") -> Row {
            Row(kind: "disbursement", who: "'B01', 1, 'citizens'", day: day, amount: amount)
        }

        static func refund(_ amount: Int, on day: String, of origin: String) -> Row {
            let more = ["refers_to": "13", "origin_day": "'\(origin)'"]
            return Row(kind: "refund", who: "'B01', 1, 'citizens'", day: day, amount: amount, more: more)
        }

        /// A reversal of the refund of 500 kr. in entry 14.
        static var reversal: Row {
            Row(
                kind: "reversal", who: "'B01', 1, 'citizens'", day: "2025-03-10", amount: 50_000,
                more: ["refers_to": "14", "cancels": "'refund'", "origin_day": "'2023-02-10'"])
        }

        func sql(_ number: Int) -> String {
            let further = more.sorted { $0.key < $1.key }
            let names = ["entry", "kind", "participant", "item", "post", "amount_ore", "day"] + further.map(\.key)
            let values = ["\(number)", "'\(kind)'", who, "\(amount)", "'\(day)'"] + further.map(\.value)
            return """
                INSERT INTO journal VALUES
                (\(number), '2025-06-30T12:00:00Z', 'sofie', '\(kind)', '\(day)', '{}', '\(Trespass.hash)');
                INSERT INTO movement (\(names.joined(separator: ", "))) VALUES (\(values.joined(separator: ", ")));
                """
        }
    }

    private func attempt(_ rows: [Row], amended: Bool = true) throws -> String {
        let desk = try FenceTests.desk()
        if amended { try desk.amending() }
        let sql = zip((amended ? 33 : 27)..., rows).map { $1.sql($0) }.joined(separator: "\n")
        let answer = try desk.shell("BEGIN;\n\(sql)\nCOMMIT;")
        #expect((answer.status == 0) == answer.errors.isEmpty)
        return answer.errors
    }

    @Test("A day after the old last day is let in, up to the new one")
    func window() throws {
        let day = Row(day: "2025-06-30", amount: 1)
        #expect(try attempt([day], amended: false).contains("outside-window"))
        #expect(try attempt([day]) == "")
        #expect(try attempt([Row(day: "2025-07-01", amount: 1)]).contains("outside-window"))
    }

    @Test("A post can be spent up to its new budget, and not above")
    func budget() throws {
        // 203.000 less 12.100; 202.000 less 12.000 before.
        #expect(try attempt([Row(day: "2024-12-31", amount: 19_000_001)], amended: false).contains("post-exceeded"))
        #expect(try attempt([Row(day: "2025-01-01", amount: 19_090_000)]) == "")
        #expect(try attempt([Row(day: "2025-01-01", amount: 19_090_001)]).contains("post-exceeded"))
    }

    @Test("A budget period's ceiling holds for its post and its days alone")
    func periodOfPost() throws {
        #expect(try attempt([Row(amount: 13_800_000)]) == "")
        #expect(try attempt([Row(amount: 13_800_001)]).contains("period-budget-exceeded"))
        #expect(try attempt([Row(day: "2024-01-01", amount: 5_000_000)]) == "")
        #expect(try attempt([Row(day: "2024-12-31", amount: 5_000_001)]).contains("period-budget-exceeded"))
        #expect(try attempt([Row(day: "2025-01-01", amount: 5_000_001)]) == "")
        #expect(try attempt([Row(amount: 13_800_001)], amended: false) == "")
    }

    @Test("A budget period's ceiling for each citizen holds on its days alone")
    func periodOfCitizen() throws {
        #expect(try attempt([.disbursement(250_000)]) == "")
        #expect(try attempt([.disbursement(250_001)]).contains("period-budget-exceeded"))
        #expect(try attempt([.disbursement(250_001, on: "2023-12-31")]).contains("period-budget-exceeded"))
        #expect(try attempt([.disbursement(250_001, on: "2024-01-01")]) == "")
    }

    @Test("A refund makes room in the budget period in which the money had been spent, and its reversal asks for it")
    func refunds() throws {
        let refund = Row.refund(100, on: "2025-03-10", of: "2023-02-10")
        #expect(try attempt([refund, .disbursement(250_100)]) == "")
        #expect(try attempt([refund, .disbursement(250_101)]).contains("period-budget-exceeded"))
        #expect(try attempt([.disbursement(200_000), .reversal]) == "")
        #expect(try attempt([.disbursement(200_001), .reversal]).contains("period-budget-exceeded"))
    }

    @Test("No row says of money that it had been spent on another day, to make room in a budget period")
    func origin() throws {
        let moved = Row.refund(100, on: "2025-03-10", of: "2023-02-11")
        #expect(try attempt([moved]).contains("movement: origin_day is the day"))
        var spent = Row.disbursement(250_001)
        spent.more = ["origin_day": "'2024-06-01'"]
        #expect(try attempt([spent]).contains("only a refund or a reversal refers to another"))
    }

    @Test("A refund or a reversal says when the money had been spent")
    func untold() throws {
        for var row in [Row.refund(100, on: "2025-03-10", of: ""), Row.reversal] {
            row.more["origin_day"] = nil
            #expect(try attempt([row]).contains("movement: origin_day is the day"))
        }
    }
}
