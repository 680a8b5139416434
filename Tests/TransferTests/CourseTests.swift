import Foundation
import JSON
import MitBudget
import MitBudgetStore
import TestSupport
import Testing

@testable import MitBudgetCLI

/// A random course of commands that no rule refuses.
struct Course {
    let programme: Programme
    /// The day on which everything is typed or imported.
    static let today: Day = "2031-01-01"
    private(set) var commands: [(command: Command, actor: StaffID, once: OnceKey?)] = []

    /// The staff members besides the administrator, all with one account.
    static let staff: [(StaffID, Role)] = [
        (.caseworker, .caseworker), (.colleague, .caseworker), (.consultant, .consultant), (.auditor, .auditor),
    ]

    init(seed: UInt64, terms: SampleTerms, steps: Int, account: AccountName) throws {
        var walk = try RandomWalk(seed: seed, terms: terms, pace: 12)
        programme = walk.programme
        let administrator = StaffMember(id: .administrator, role: .administrator, account: account, name: "A")
        var book = try #require(
            Book(opening: try MitBudget.open(programme, administrator: administrator, on: Self.today)))
        for (id, role) in Self.staff {
            let member = StaffMember(id: id, role: role, account: account, name: "Navn")
            try take(.addStaff(member), by: .administrator, into: &book)
        }
        for _ in 0..<steps {
            let (command, actor) = walk.step(on: book)
            var once = command.isSpelled ? walk.key() : nil
            if once.flatMap(book.holder) != nil { once = nil }
            try? take(command.bound(to: account), by: actor, once: once, into: &book)
        }
        // After a broken connection, the sender repeats some commands.
        commands += commands.filter { $0.once != nil && book.staff($0.actor)?.isActive == true }.suffix(5)
    }

    private mutating func take(
        _ command: Command, by actor: StaffID, once: OnceKey? = nil, into book: inout Book
    ) throws {
        let decision = try decide(command, by: actor, on: Self.today, once: once, in: book)
        book.apply(decision.entry, by: actor)
        commands.append((command, actor, once))
    }
}

extension Command {
    /// Whether people can write the command on a line.
    fileprivate var isSpelled: Bool { Spelled(self, by: .administrator) != nil }

    /// The command, with new staff bound to the account and named.
    fileprivate func bound(to account: AccountName) -> Command {
        if case .rebindStaff(let id, _) = self { return .rebindStaff(id, to: account) }
        guard case .addStaff(let member) = self else { return self }
        return .addStaff(
            StaffMember(id: member.id, role: member.role, account: account, name: member.name ?? "Navn"))
    }
}

@Suite("Courses at random")
struct CourseTests {
    @Test(
        "An import of lines leaves, but for times and salts, the same journal as the commands typed one by one",
        arguments: SampleTerms.allCases)
    func bothWays(terms: SampleTerms) throws {
        var (kinds, count) = (Set<String>(), 0)
        for seed in Seed.each(7_000..<7_004) {
            let course = try Course(seed: seed, terms: terms, steps: 160, account: "kommunen")
            let (typing, importing) = (try Bureau(on: Course.today), try Bureau(on: Course.today))
            let programme = ProgrammeFile.write(course.programme).compact
            try typing.write(programme, to: "terms.json")
            try typing.must(["init", "--administrator", "aksel", "--programme", typing.path("terms.json")])
            var lines = [#"{"command":"init","administrator":"aksel","programme":\#(programme)}"#]
            for (command, actor, once) in course.commands {
                if case .readWords = command { continue }
                guard var spelled = Spelled(command, by: actor) else { continue }
                spelled.once = once
                kinds.insert(spelled.name)
                let arguments = try spelled.arguments { plan in
                    try typing.write(plan, to: "plan.json")
                    return typing.path("plan.json")
                }
                // A command that refers to an entry may fail here, because commands that only erase texts were skipped.
                let run = typing.run(arguments)
                if run.status == 0 { lines.append(spelled.line) }
            }
            count += lines.count
            importing.input = Array(lines.joined(separator: "\r\n").utf8)
            try importing.must(["import", "-"])
            #expect(try importing.journal() == typing.journal(), "\(terms), seed \(seed)")
            #expect(importing.run(["verify"]).status == 0)
        }
        #expect(count > 80, "the courses are long enough to mean something")
        // All staff share one account, so under terms that require another releaser nothing is released or spent.
        // Without recipients no one is enrolled, and without money nothing is released, spent or received.
        let least =
            switch terms {
            case .separate: 12
            case .postsOnly: 11
            case .moneyless: 10
            default: 13
            }
        #expect(kinds.count >= least, "\(kinds)")
    }

    @Test("What jsonl exports rebuilds the same balances, and is exported alike from the new ledger")
    func roundTrip() throws {
        var kinds: Set<Substring> = []
        for terms in SampleTerms.allCases {
            for seed in Seed.each(8_000..<8_004) {
                let bureau = try Bureau(on: Course.today)
                let course = try Course(seed: seed, terms: terms, steps: 220, account: "kommunen")
                try bureau.write(ProgrammeFile.write(course.programme).compact, to: "terms.json")
                try bureau.must([
                    "init", "--administrator", "aksel", "--name", "A", "--programme", bureau.path("terms.json"),
                ])
                try record(course, in: bureau)
                for line in try bureau.journal() { kinds.insert(line.split(separator: " ", maxSplits: 3)[2]) }
                try check(bureau, [], "\(terms), seed \(seed)")
                let reader = ["--identified", "--purpose", "Flytning", "--as", try bureau.administrator()]
                try check(bureau, reader, "\(terms), seed \(seed)")
            }
        }
        for kind in ["reversal", "refund", "period-reopened", "words-erased", "words-read", "plan-rejected"] {
            #expect(kinds.contains(Substring(kind)), "the courses had no \(kind)")
        }
    }

    private func check(_ bureau: Bureau, _ options: [String], _ place: Comment) throws {
        let exported = try bureau.must(["export", "jsonl"] + options)
        let status = try bureau.status()
        let other = try Bureau(on: Course.today)
        other.account = "anden"
        other.input = Array(exported.utf8)
        try other.must(["import", "-"])
        #expect(try other.status() == status, place)
        let verified = try JSON(parsing: other.must(["verify", "--format", "json"]))
        #expect(verified["findings"] == .array([]), place)
        let again = try other.must(["export", "jsonl"] + options)
        let first = zip(again.split(separator: "\n"), exported.split(separator: "\n")).first { $0 != $1 }
        #expect(again == exported, "\(place): \(first.map { "\($0)\n\($1)" } ?? "")")
    }

    func record(_ course: Course, in bureau: Bureau) throws {
        let now = bureau.now
        let circumstances = Circumstances(
            now: { now }, today: { Course.today }, salt: { String(repeating: "0", count: 32) })
        try Ledger.with(path: bureau.path(), access: .recording) { ledger throws(LedgerFailure) in
            for (command, actor, key) in course.commands {
                let once = key.map { Once($0) }
                let caller = Caller(account: "kommunen", claim: actor)
                if case .eraseWords = command {
                    _ = try ledger.erase(command, by: caller, under: circumstances)
                } else {
                    _ = try ledger.record(command, once: once, by: caller, under: circumstances)
                }
            }
        }
    }
}
