import JSON
import MitBudget
import MitBudgetReports
import MitBudgetStore
import Phrases

struct PlanView {
    let record: PlanRecord
    let items: [PlanItem]

    /// The requested version, or the latest; `nil` if there is none.
    init?(_ reference: ParticipantReference, version: Int?, in ledger: Ledger) throws(LedgerFailure) {
        _ = try ledger.participant(reference)
        let records = try ledger.plans(of: reference)
        guard let record = version == nil ? records.last : records.first(where: { $0.version == version }) else {
            return nil
        }
        self.record = record
        items = try ledger.items(ofVersion: record.version, of: reference)
    }
}

extension PlanRecord {
    /// The JSON members of any version, in lists and alone.
    var members: [JSON.Member] {
        [
            .init(key: "participant", value: .string(participant.text)),
            .init(key: "version", value: .integer(Int64(version))),
            .init(key: "state", value: .string(state.rawValue)),
            .init(key: "agreedOn", value: .string(agreedOn.iso)),
            .init(key: "draftedEntry", value: .integer(drafted.value)),
            .init(key: "decidedEntry", value: decided.map { .integer($0.entry.value) } ?? .null),
            .init(key: "decidedOn", value: decided.map { .string($0.day.iso) } ?? .null),
            .init(key: "decidedBy", value: decided.map { .string($0.by.text) } ?? .null),
            .init(key: "amountOre", value: .integer(total.ore)),
        ]
    }
}

extension Session {
    func printPlans(of ledger: Ledger, pendingOnly: Bool) throws(LedgerFailure) {
        let list = List<PlanRecord>(
            name: "plans", json: { .object($0.members) },
            columns: [
                .words(Noun.one.capital.phrase[language]), .figures(say("Version", "Version")),
                .words(say("Tilstand", "State")), .words(say("Aftalt", "Agreed")), .figures(say("Beløb", "Amount")),
                .words(say("Afgjort", "Decided")), .words(say("Af", "By")), .figures(say("Postering", "Entry")),
            ], row: cells, none: Phrase(da: "Ingen handleplaner.", en: "No plans."))
        try print(list) { body throws(LedgerFailure) in try ledger.plans(pendingOnly: pendingOnly, body) }
    }

    private func cells(of plan: PlanRecord) -> [String] {
        [
            plan.participant.text, "\(plan.version)", plan.state.phrase[language], plan.agreedOn.short(in: language),
            plan.total.bare(in: language), plan.decided?.day.short(in: language) ?? "", plan.decided?.by.text ?? "",
            "\(plan.decided?.entry.value ?? plan.drafted.value)",
        ]
    }

    func print(_ view: PlanView, texts: PlanTexts?) {
        if settings.format == .json { return print(view.json(texts: texts)) }
        let record = view.record
        print(
            Phrase(
                da: "Handleplan \(record.version) for \(record.participant) · \(record.state.phrase) · \(record.total)",
                en: "Plan \(record.version) of \(record.participant) · \(record.state.phrase) · \(record.total)"))
        print(Phrase(da: "  Aftalt \(record.agreedOn)", en: "  Agreed on \(record.agreedOn)"))
        if let decided = record.decided {
            print(
                Phrase(
                    da: "  Afgjort \(decided.day) af \(decided.by), postering \(decided.entry)",
                    en: "  Decided on \(decided.day) by \(decided.by), entry \(decided.entry)"))
        }
        if let texts {
            print(say("  Mål:    ", "  Goal:    ") + texts.goal.shown(in: language))
            print(say("  Ønsker: ", "  Wishes:  ") + texts.wishes.shown(in: language))
            print(say("  Formål: ", "  Purpose: ") + texts.purpose.shown(in: language))
        }
        print()
        var columns: [Table.Column] = [
            .figures(say("Punkt", "Item")), .words(say("Område", "Area")), .figures(say("Beløb", "Amount")),
        ]
        if texts != nil { columns.append(.words(say("Tekst", "Text"))) }
        var table = Table(columns: columns)
        table.rows = view.items.map { item in
            var row = ["\(item.number.value)", item.area.phrase[language], item.amount.bare(in: language)]
            if let texts { row.append(texts.items[item.number].shown(in: language)) }
            return row
        }
        print(text: table.text(style: style))
    }
}

extension PlanView {
    fileprivate func json(texts: PlanTexts?) -> JSON {
        var members = record.members
        if let texts {
            for (key, text) in [("goal", texts.goal), ("wishes", texts.wishes), ("purpose", texts.purpose)] {
                members.append(.init(key: key, value: text.json))
            }
        }
        let items = items.map { item -> JSON in
            var own: [JSON.Member] = [
                .init(key: "item", value: .integer(Int64(item.number.value))),
                .init(key: "area", value: .string(item.area.text)),
                .init(key: "amountOre", value: .integer(item.amount.ore)),
            ]
            if let texts {
                own.append(.init(key: "text", value: texts.items[item.number].json))
            }
            return .object(own)
        }
        members.append(.init(key: "items", value: .array(items)))
        return .object(members + (texts?.all.corrections ?? []))
    }
}
