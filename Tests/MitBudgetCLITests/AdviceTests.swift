import Arguments
import Foundation
import JSON
import MitBudget
import Phrases
import Testing

@testable import MitBudgetCLI

/// Carries out the advice of every refusal exactly as printed, each piece on the ledger that the refusal saw.
struct AdviceTests {
    /// Refusals whose advice has nothing to type, and why.
    static let inWordsAlone = [
        "already-reversed": "the original is recorded once more, and only its paper says what it was",
        "amount-not-positive": "only who asks knows the amount",
        "evidence-known": "the document is there",
        "evidence-type": "the file must be saved as another kind",
        "personal-number": "the text must be written anew",
        "plan-incomplete": "the text, or the area, must be chosen",
        "plan-over-cap": "citizen and caseworker find the items that get less",
        "result-unknown": "only who asks knows how it went",
        "terms-below-used": "the file must be changed",
        "text-too-long": "the text must be shortened",
        "before-the-window": "no day can be used yet",
        "cap-reached": "no more can be had on the item",
        "today-closed-again": "nothing is left to close",
        "nothing-to-reopen": "every day is open",
        "withdrawn-without-a-place": "no place is free",
        "refund-spent-again": "its money is spent",
        "voucher-with-refund": "another voucher is needed",
        "all-came-back": "nothing is left to come back",
        "only-a-consultant": "someone else must do it",
        "no-one-enrolled": "the citizen must be enrolled first",
    ]

    /// Commands after which the refused one is not repeated: they replace it, or only prepare another.
    static let instead: Set<[String]> = [
        ["participant-withdrawn", "participant enrol"], ["voucher-unknown", "voucher list"],
        ["not-reversible", "retract"], ["same-person", "release"],
        ["retraction-reversed", "release"], ["lowered-below-spent", "retract"],
        ["consultant-reverses-release", "retract"], ["consultant-reverses-retraction", "release"],
    ]

    static let fixtures: [Fixture] = ["refusals", "advice"].flatMap { folder in
        Fixtures.scripts(in: folder).map { Fixture(folder: folder, name: $0) }
    }

    struct Fixture: CustomTestStringConvertible {
        let folder: String
        let name: String
        var testDescription: String { name }
    }

    @Test(arguments: fixtures, Language.allCases)
    func `What a refusal advises can be done, then what was refused is done, and so is the largest amount`(
        fixture: Fixture, language: Language
    ) throws {
        let refused = try Performance(fixture, language)
        let advice = try refused.advice()
        let isAlone = Self.inWordsAlone[fixture.name] != nil
        #expect(advice.isEmpty == isAlone, "\(refused.next)")
        let ledger = try refused.world.ledgerBytes()
        for piece in advice {
            try carryOut(piece, after: refused, of: fixture)
            try refused.world.putBack(ledger)
        }
        for nothing in [" 0,00", " 0.00", "\u{A0}0.00"] {
            #expect(!" \(refused.message) \(refused.next)".contains(nothing))
        }
        guard refused.rule != Rule.planBelowReleased.rawValue, let most = refused.allowed, most > 0,
            refused.arguments.contains("--amount")
        else { return }
        let amount = try #require(Amount(ore: most)).decimal
        let run = refused.world.run(Self.replacing(["--amount", amount], in: refused.arguments))
        #expect(run.status == 0, "\(run.error)")
    }

    @Test(arguments: fixtures, Language.allCases)
    func `A command that is advised names the ledger that the line named`(fixture: Fixture, language: Language) throws {
        let refused = try Performance(fixture, language)
        refused.world.environment["MITBUDGET_LEDGER"] = nil
        let ledger = ["--ledger", refused.world.ledger]
        let run = refused.world.run(Self.replacing(ledger, in: refused.arguments) + ["--format", "json"])
        for line in try Performance.next(run).split(separator: "\n") {
            let commands = line.ranges(of: "mitbudget ").count
            #expect(line.ranges(of: "mitbudget " + ledger.joined(separator: " ") + " ").count == commands, "\(line)")
        }
    }

    private func carryOut(_ piece: Advice, after performance: Performance, of fixture: Fixture) throws {
        let world = performance.world
        switch piece {
        case .options(let options):
            let run = world.run(Self.replacing(options, in: performance.arguments))
            #expect(run.status == 0, "\(options): \(run.error)")
        case .command(let words, let byAnother):
            let own = world.account
            if byAnother { world.account = "anden" }
            let run = world.run(words)
            world.account = own
            try #require(run.status == 0, "\(words): \(run.error)")
            let command = try #require(Registry.spec.typed(words).command).name
            let looked = run.heads.before == run.heads.after
            if looked || Self.instead.contains([fixture.name, command]) { return }
            var again = performance.arguments
            // The advice names a day in a closed period together with the reopening of that period.
            if command == "period reopen", let day = try performance.dayAfterReopening() {
                again = Self.replacing(["--on", day], in: again)
            }
            try repeatUntilDone(again, in: world)
        }
    }

    /// Repeats a command. If another rule then refuses, this carries out that rule's advice too: a new plan must be
    /// approved, and its money released.
    private func repeatUntilDone(_ arguments: [String], in world: TestWorld) throws {
        var arguments = arguments
        for _ in 0..<4 {
            let run = world.run(arguments + ["--format", "json"])
            if run.status == 0 { return }
            switch try Advice.all(in: Performance.next(run)).last {
            case .command(let words, _)?: try #require(world.run(words).status == 0, "\(words)")
            case .options(let options)?: arguments = Self.replacing(options, in: arguments)
            case nil: break
            }
        }
        Issue.record("\(arguments) is refused again and again")
    }

    /// The arguments with some options replaced or added.
    static func replacing(_ options: [String], in arguments: [String]) -> [String] {
        var changed = arguments
        for index in stride(from: 0, to: options.count, by: 2) {
            if let place = changed.firstIndex(of: options[index]) { changed.removeSubrange(place...place + 1) }
            changed += options[index...index + 1]
        }
        return changed
    }
}

/// A piece of advice as printed.
enum Advice: Equatable {
    /// A command without the program's name, and whether another caseworker should give it.
    case command([String], byAnother: Bool)
    /// Options that replace those given.
    case options([String])

    /// All commands and options that end a line of a text.
    static func all(in next: String) throws -> [Advice] {
        try next.split(separator: "\n").compactMap { line -> Advice? in
            if let command = line.range(of: " mitbudget ") {
                let byAnother = line.contains("anden sagsbehandler") || line.contains("another caseworker")
                return .command(try words(line[command.upperBound...]), byAnother: byAnother)
            }
            guard let options = line.range(of: " --") else { return nil }
            return .options(try words(line[options.lowerBound...]))
        }
    }

    /// Splits text into words, and fills in a value for each placeholder.
    private static func words(_ text: Substring) throws -> [String] {
        try ShellWords.split(String(text)).map { $0 == "TEXT" || $0 == "TEKST" ? "Efter aftale" : $0 }
    }
}

/// A fixture run to its end, with its last answer.
struct Performance {
    let world: TestWorld
    /// The refused command, without the options that asked for JSON.
    let arguments: [String]
    let rule: String
    let message: String
    let next: String
    let allowed: Int64?

    init(_ fixture: AdviceTests.Fixture, _ language: Language) throws {
        let transcript = try Fixtures.perform(fixture.name, in: fixture.folder, language)
        world = transcript.world
        let last = try #require(transcript.runs.last).arguments
        arguments = last.filter { $0 != "--format" && $0 != "json" }
        let run = world.run(arguments + ["--format", "json"])
        let refusal = try #require(try JSON(parsing: run.error)["refusal"], "\(run.error)")
        (rule, message, next) = try (
            Self.text(refusal["rule"]), Self.text(refusal["message"]), Self.text(refusal["next"])
        )
        if case .integer(let ore)? = refusal["allowedOre"] { allowed = ore } else { allowed = nil }
    }

    /// The advice of a command that failed.
    static func next(_ run: TestWorld.Run) throws -> String {
        let said = try JSON(parsing: run.error)
        return try text((said["refusal"] ?? said["error"])?["next"])
    }

    private static func text(_ json: JSON?) throws -> String {
        guard case .string(let text)? = json else { throw CocoaError(.coderInvalidValue) }
        return text
    }

    func advice() throws -> [Advice] { try Advice.all(in: next) }

    /// The day that a reopening is advised for, if the command itself names no day.
    func dayAfterReopening() throws -> String? {
        guard let line = next.split(separator: "\n").first(where: { $0.contains("period reopen") }),
            line.contains("senest") || line.contains("happened by"),
            let through = line.range(of: "--through ")
        else { return nil }
        return try Day(String(line[through.upperBound...].prefix { $0 != " " })).advanced(by: 1).iso
    }
}

extension TestWorld {
    /// The bytes of the ledger's file, which is complete while no one has it open.
    fileprivate func ledgerBytes() throws -> Data { try Data(contentsOf: URL(filePath: ledger)) }

    /// Restores the ledger's earlier bytes.
    fileprivate func putBack(_ bytes: Data) throws {
        for ending in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: ledger + ending) }
        let mode = try FileManager.default.attributesOfItem(atPath: ledger)[.posixPermissions]
        try bytes.write(to: URL(filePath: ledger))
        try FileManager.default.setAttributes([.posixPermissions: mode ?? 0o600], ofItemAtPath: ledger)
    }
}
