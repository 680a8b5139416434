import JSON
import MitBudget
import MitBudgetReports
import MitBudgetStore
import Phrases

extension Session {
    /// Tells of an entry just recorded.
    func tell(_ recorded: Recorded, met: [Headroom], correction: Correction? = nil) {
        switch settings.format {
        case .json:
            var members: [JSON.Member] = [
                .init(key: "entry", value: .integer(recorded.number.value)),
                .init(key: "kind", value: .string(recorded.entry.event.kind.rawValue)),
                .init(key: "anchor", value: .string(recorded.anchor.text)),
            ]
            members += recorded.entry.members
            print(JSON.object(members))
        case .text, .csv, .html:
            print(
                Phrase(
                    da: "Bogført som nr. \(recorded.number): \(recorded.entry.summary)",
                    en: "Recorded as number \(recorded.number): \(recorded.entry.summary)"))
            if let left = met.first(where: \.isAmount) { print("  " + left.phrase[language]) }
            if let correction { print("  " + correction.told[language]) }
            print(Phrase(da: "  Kontrolkode \(recorded.anchor.text)", en: "  Anchor \(recorded.anchor.text)"))
        }
    }

    /// Tells of a dry run that no rule refused.
    func tell(_ decision: Decision) {
        switch settings.format {
        case .json:
            var members: [JSON.Member] = [
                .init(key: "dryRun", value: true), .init(key: "allowed", value: true),
                .init(key: "kind", value: .string(decision.entry.event.kind.rawValue)),
            ]
            members += decision.entry.members
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
