import Foundation
import MitBudget
import SQLite
import TestSupport
import Testing

@testable import MitBudgetStore

/// The program itself prints lists of all citizens while it reads them, so its memory does not grow with their number.
@Suite("A long list")
struct LongListTests {
    static let many = 20_000
    /// SQLite's own cache of pages grows up to 2 MiB; the citizens themselves would take more than 10. In KiB.
    static let mostMore = 4_096

    @Test("A list of tens of thousands takes at most 4 MiB more than a list of two, in every form")
    func memory() throws {
        let (few, all) = (try Register(citizens: 2), try Register(citizens: Self.many))
        for line in [
            ["status"], ["status", "--format", "json"], ["status", "--format", "json", "--as-of", "2099-01-01"],
            ["participant", "list"], ["participant", "list", "--format", "json"], ["plan", "list"],
            ["plan", "list", "--format", "json"],
        ] {
            let (little, much) = (try few.peak(line), try all.peak(line))
            print("\(line.joined(separator: " ")): \(Self.many) citizens, \(much) KiB; with two \(little) KiB")
            #expect(much - little <= Self.mostMore, "\(line)")
        }
    }
}

/// A ledger with many citizens, each with a plan that waits.
private struct Register {
    let scratch: Scratch
    let program: String

    init(citizens: Int) throws {
        scratch = try Scratch()
        program = try BuiltProgram.path
        let done = try Outside.run([program, "--ledger", scratch.path(), "init", "--administrator", "admin"])
        try #require(done.status == 0, "\(done.errors)")
        let ledger = try Ledger(path: scratch.path(), access: .recording)
        let now = try #require(Moment(iso: "2099-01-01T12:00:00Z"))
        let salt = String(repeating: "0", count: 32)
        let circumstances = Circumstances(now: { now }, today: { now.day }, salt: { salt })
        let appender = Appender(connection: ledger.connection, circumstances: circumstances)
        try ledger.connection.transaction(.immediate) { () throws(LedgerFailure) in
            for number in 1...citizens {
                guard let citizen = ParticipantReference(number: number) else { continue }
                let version = PlanVersion(
                    number: 1, agreedOn: "2023-01-01", goal: .text("a"), wishes: .text("b"), purpose: .text("c"),
                    items: [PlanItem(number: 1, area: "job", amount: .kroner(1), text: .text("d"))])
                for event in [Event.enrolled(citizen, name: nil, caseNumber: nil), .drafted(citizen, version)] {
                    _ = try appender.append(Entry(day: "2023-01-01", event: event), by: "admin")
                }
            }
        }
        ledger.close()
    }

    /// The program's peak memory while it printed, in KiB.
    func peak(_ line: [String]) throws -> Int {
        let meter = URL(filePath: program).deletingLastPathComponent().appending(path: "MemoryMeter").path
        let told = try Outside.run([meter, program, "--ledger", scratch.path()] + line)
        try #require(told.status == 0, "\(line): \(told.errors)")
        let last = told.output.split(separator: "\n").last.map(String.init) ?? ""
        return try #require(Int(last.trimmingCharacters(in: .whitespaces)), "\(last)")
    }
}
