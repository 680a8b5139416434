import JSON
import MitBudget
import MitBudgetStore
import TestSupport
import Testing

@testable import MitBudgetCLI

/// Checks of the demonstration's course that do not repeat its commands.
struct CourseTests {
    private let steps: [Course.Step]
    private let programme: Programme

    init() throws {
        steps = try Course.mitBudget.steps()
        programme = try BuiltInProgramme.aabenraa()
    }

    @Test(arguments: ["", "2022-12-05T08:24:51Z", "2022-12-05T08:24:51Z admin", "5.12.2022 admin status"])
    func `A line without a moment, someone or a command is no step`(line: String) {
        #expect(Course.Step(line) == nil)
    }

    @Test func `A step's words are quoted as in a shell, and who gives it goes last`() throws {
        let step = try #require(Course.Step("2022-12-05T08:24:51Z  admin  staff add a --name 'A B'"))
        #expect(step.moment.iso == "2022-12-05T08:24:51Z")
        #expect(step.arguments == ["staff", "add", "a", "--name", "A B", "--as", "admin"])
        #expect(Course.Step("2022-12-05T08:24:51Z - init")?.arguments == ["init"])
        #expect(Course.Step("2022-12-05T08:24:51Z admin staff add 'a") == nil)
    }

    @Test func `Every step comes after the one before it`() {
        for (step, next) in zip(steps, steps.dropFirst()) {
            #expect(step.moment < next.moment, "\(next.arguments)")
        }
    }

    @Test func `Staff work from late November 2022 to January 2025, on weekdays, from eight to four in Denmark`() throws
    {
        let first = try #require(steps.first)
        let last = try #require(steps.last)
        #expect(first.moment.day.iso == "2022-11-28")
        #expect(last.moment.day.iso == "2025-01-20")
        #expect(steps.contains { $0.command == "disburse" && $0.moment.day > programme.lastDay })
        for step in steps {
            let second = step.moment.seconds % 86_400
            #expect((7 * 3600..<14 * 3600).contains(second), "\(step.moment.iso)")
            #expect(step.moment.day.isAtTheOffice, "\(step.moment.iso)")
        }
    }

    @Test func `Every day given lies in the window, and a short time before its recording or on it`() throws {
        for step in steps {
            for option in ["--on", "--agreed"] {
                guard let text = step.value(of: option) else { continue }
                let day = try Day(iso: text)
                #expect(day >= programme.firstDay && day <= programme.lastDay, "\(step.arguments)")
                // The longest delay is that of the invoice for which a period is reopened.
                #expect((0...12).contains(day.days(to: step.moment.day)), "\(step.arguments)")
            }
        }
    }

    @Test func `A payment follows its expense, and is recorded when it is made`() throws {
        for step in steps {
            guard let paid = step.value(of: "--paid"), let incurred = step.value(of: "--on") else { continue }
            let day = try Day(iso: paid)
            #expect(try day > Day(iso: incurred), "\(step.arguments)")
            #expect(day <= step.moment.day, "\(step.arguments)")
        }
    }

    @Test(arguments: [
        ("init", 1...1), ("staff add", 4...4), ("participant enrol", 16...16), ("participant withdraw", 2...2),
        ("plan draft", 22...30), ("plan approve", 20...28), ("plan reject", 1...1), ("release", 60...120),
        ("retract", 1...1), ("disburse", 180...230), ("refund", 4...6), ("expense", 16...16), ("receive", 5...5),
        ("reverse", 1...1), ("voucher attach", 200...260), ("voucher approve", 25...40), ("correct", 1...1),
        ("reconcile", 1...1), ("period close", 6...6), ("period reopen", 1...1), ("plan show", 1...1),
    ])
    func `Each command is given about as often as in a programme of fifteen`(command: String, times: ClosedRange<Int>) {
        let count = steps.count { $0.command == command }
        #expect(times.contains(count), "\(command): \(count)")
    }

    @Test func `No other commands are given, and each but the first names who gives it`() {
        let known: Set = [
            "init", "staff add", "participant enrol", "participant withdraw", "plan draft", "plan approve",
            "plan reject", "release", "retract", "disburse", "refund", "expense", "receive", "reverse", "period close",
            "period reopen", "plan show", "voucher attach", "voucher approve", "correct", "reconcile",
        ]
        #expect(Set(steps.map(\.command)) == known)
        #expect(steps.allSatisfy { ($0.value(of: "--as") == nil) == ($0.command == "init") })
    }

    @Test func `Vouchers count from 1 each year, and only two stand twice: one was reversed, one has two lines`() throws
    {
        var next: [Substring: Int] = [:]
        var seen: Set<String> = []
        var repeated: [String] = []
        for step in steps {
            guard let text = step.value(of: "--voucher") else { continue }
            #expect(try VoucherReference(text).text == text)
            guard seen.insert(text).inserted else {
                repeated.append(text)
                continue
            }
            let pieces = text.split(separator: "-")
            next[pieces[0], default: 0] += 1
            #expect(pieces[1].count == 4 && Int(pieces[1]) == next[pieces[0]], "\(text)")
            #expect(pieces[0] == step.moment.day.iso.prefix(4))
        }
        #expect(repeated.count == 2)
        #expect(seen.count > 200)
    }

    @Test func `Nothing that is typed or read from a plan file looks like a personal number`() {
        for step in steps {
            for text in step.arguments {
                #expect(!PersonalNumber.isSuspected(in: text), "\(text)")
            }
        }
    }

    @Test func `The extract that is reconciled is the one among the fixtures`() throws {
        let step = try #require(steps.first { $0.command == "reconcile" })
        let fixture = try Fixtures.text("statements/finans-dimension.csv")
        #expect(
            step.arguments[1].replacing(#"\n"#, with: "\n")
                == fixture.replacing("\r\n", with: "\n").drop { $0 == "\u{FEFF}" })
    }

    @Test func `No citizen is named`() {
        #expect(steps.allSatisfy { $0.command != "participant enrol" || $0.value(of: "--name") == nil })
    }

    @Test func `A plan file is given where the arguments name one, keeps items, and stays under the ceiling`() throws {
        let drafts = steps.filter { $0.command == "plan draft" }
        #expect(drafts.contains { $0.plan != nil } && drafts.contains { $0.value(of: "--item") != nil })
        for step in steps {
            guard let plan = step.plan else { continue }
            let json = try JSON(parsing: plan)
            guard case .array(let items)? = json["items"] else {
                Issue.record("no items: \(plan)")
                continue
            }
            #expect(items.contains { $0["item"] != nil })
            let amounts = try items.map { item throws -> Amount in
                guard case .string(let text)? = item["amount"] else { throw Malformed.blank }
                return try Amount(decimal: text)
            }
            #expect(try #require(Amount.sum(amounts)) <= #require(programme.cap))
        }
    }

    @Test func `The last version that waits is never decided on`() throws {
        let plans = steps.filter { $0.command.hasPrefix("plan ") && $0.command != "plan show" }
        let last = try #require(plans.last)
        #expect(last.command == "plan draft" && last.moment.day.iso.hasPrefix("2024-12"))
    }

    @Test func `Amounts are typed the Danish way`() throws {
        let amounts = steps.compactMap { $0.value(of: "--amount") }
        #expect(amounts.contains { $0.contains(",") })
        for amount in amounts {
            #expect(!amount.contains("."), "\(amount)")
            #expect(try Amount(kroner: amount).ore > 0)
        }
    }
}

extension Course.Step {
    /// The command's words: `plan draft`, or `release` for a command of one word.
    fileprivate var command: String {
        let isGroup = ["staff", "participant", "plan", "period", "voucher"].contains(arguments[0])
        return isGroup ? arguments[0] + " " + arguments[1] : arguments[0]
    }

    /// The value after an option.
    fileprivate func value(of option: String) -> String? {
        arguments.firstIndex(of: option).map { arguments[$0 + 1] }
    }

    /// The plan file that the command reads.
    fileprivate var plan: String? { value(of: "--file") }
}

extension Day {
    /// Whether an office is open: not at weekends, and not over Christmas and New Year.
    fileprivate var isAtTheOffice: Bool {
        let (_, month, day) = civil
        // 1 January 1970 was a Thursday.
        let isWeekend = (ordinal + 3) % 7 >= 5
        return !isWeekend && !(month == 12 && ((24...26).contains(day) || day == 31)) && !(month == 1 && day == 1)
    }
}
