import JSON
import MitBudget
import MitBudgetReports
import MitBudgetStore
import Phrases

extension Session {
    /// Reports an entry that was recorded now, or earlier under the same once key.
    /// - Parameter more: what JSON tells besides.
    func tell(_ recording: Ledger.Recording, and more: [JSON.Member] = []) {
        guard !recording.isRepeated else { return tell(already: recording.recorded, and: more) }
        tell(recording.recorded, met: recording.met, correction: recording.correction, and: more)
        warnOfClock(recording.recorded)
        warn(ofUnknownLoginsIn: [(recording.recorded.entry.event, recording.recorded.actor)])
    }

    /// Reports the result of a dry run.
    /// - Parameter more: what JSON tells besides.
    func tell(_ answer: Ledger.Answer, and more: [JSON.Member] = []) {
        switch answer {
        case .new(let decision):
            tell(decision, and: more)
            warn(ofUnknownLoginsIn: [(decision.entry.event, nil)], isDry: true)
        case .already(let recorded): tell(already: recorded, and: more)
        }
    }

    /// Reports the entry that the same command recorded earlier under its once key.
    private func tell(already recorded: Recorded, and more: [JSON.Member]) {
        switch settings.format {
        case .json:
            print(JSON.object(recorded.members(isRepeated: true) + more))
        case .text, .csv, .html:
            print(
                Phrase(
                    da: "Allerede bogført som nr. \(recorded.number): \(recorded.entry.summary)",
                    en: "Recorded already as number \(recorded.number): \(recorded.entry.summary)"))
            print(Phrase(da: "  Kontrolkode \(recorded.anchor.text)", en: "  Anchor \(recorded.anchor.text)"))
        }
    }

    /// Reports an entry that was just recorded.
    func tell(
        _ recorded: Recorded, met: [Headroom], correction: Correction? = nil, and more: [JSON.Member] = []
    ) {
        switch settings.format {
        case .json:
            print(JSON.object(recorded.members(isRepeated: false) + more))
        case .text, .csv, .html:
            print(
                Phrase(
                    da: "Bogført som nr. \(recorded.number): \(recorded.entry.summary)",
                    en: "Recorded as number \(recorded.number): \(recorded.entry.summary)"))
            let amounts = met.filter(\.isAmount)
            if let left = amounts.first { print("  " + left.phrase[language]) }
            // What is left of the post says little where the year's part of it is used up.
            if let left = amounts.dropFirst().first(where: { $0.rule == .periodBudgetExceeded }) {
                print("  " + left.phrase[language])
            }
            if let correction { print("  " + correction.told[language]) }
            print(Phrase(da: "  Kontrolkode \(recorded.anchor.text)", en: "  Anchor \(recorded.anchor.text)"))
        }
    }

    /// Reports a dry run that no rule refused.
    func tell(_ decision: Decision, and more: [JSON.Member] = []) {
        switch settings.format {
        case .json:
            var members: [JSON.Member] = [
                .init(key: "dryRun", value: true), .init(key: "allowed", value: true),
                .init(key: "kind", value: .string(decision.entry.event.kind.rawValue)),
            ]
            members += decision.entry.members + more
            members.append(.init(key: "rules", value: .array(decision.met.map(\.json))))
            print(JSON.object(members))
        case .text, .csv, .html:
            print(
                Phrase(
                    da: "Ville være tilladt: \(decision.entry.summary)",
                    en: "Would be allowed: \(decision.entry.summary)"))
            let width = decision.met.map(\.rule.rawValue.count).max() ?? 0
            for headroom in decision.met {
                let id = headroom.rule.rawValue
                print("  \(id)\(String(repeating: " ", count: width - id.count))  \(headroom.phrase[language])")
            }
            if let correction = decision.correction { print(correction.planned[language]) }
            print(Phrase(da: "Intet er bogført.", en: "Nothing was recorded."))
        }
    }
}

extension Recorded {
    /// The entry as a command that writes tells it in JSON.
    /// - Parameter isRepeated: whether it was recorded earlier, under the same once key.
    func members(isRepeated: Bool) -> [JSON.Member] {
        [
            .init(key: "entry", value: .integer(number.value)),
            .init(key: "kind", value: .string(entry.event.kind.rawValue)),
            .init(key: "anchor", value: .string(anchor.text)),
        ] + (isRepeated ? [.init(key: "already", value: true)] : []) + entry.members
    }
}

extension Headroom {
    fileprivate var isAmount: Bool {
        switch left {
        case .amount: true
        case .nothingToCount, .days, .places: false
        }
    }

    fileprivate var json: JSON {
        switch left {
        case .nothingToCount: ["rule": .string(rule.rawValue)]
        case .amount(let amount): ["rule": .string(rule.rawValue), "headroomOre": .integer(amount.ore)]
        case .days(let days): ["rule": .string(rule.rawValue), "headroomDays": .integer(Int64(days))]
        case .places(let places): ["rule": .string(rule.rawValue), "headroomPlaces": .integer(Int64(places))]
        }
    }
}
