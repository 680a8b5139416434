import JSON
import MitBudget
import MitBudgetReports
import MitBudgetStore
import Phrases

/// A citizen's page for a caseworker: what may be paid, and what limits it.
struct ParticipantView {
    let account: ParticipantAccount
    let items: [ItemAccount]
    let movements: [Movement]
    let result: (result: ResultCode, day: Day)?
    /// The budget period of today, and what its ceiling leaves.
    let room: (period: Programme.BudgetPeriod, left: Amount)?
    let programme: Programme
    var cap: Amount? { programme.cap }

    init(_ reference: ParticipantReference, in ledger: Ledger, on today: Day) throws(LedgerFailure) {
        account = try ledger.participant(reference)
        items = try ledger.items(of: reference)
        movements = try ledger.movements(of: reference)
        result = try ledger.result(of: reference)
        room = try ledger.periodRoom(of: reference, on: today)
        programme = ledger.programme
    }
}

extension ParticipantAccount {
    /// `active` or `withdrawn`, for JSON.
    var stateCode: String { isWithdrawn ? "withdrawn" : "active" }

    var statePhrase: Phrase {
        switch state {
        case .active: Phrase(da: "aktiv", en: "active")
        case .withdrawn(let day, let cause):
            Phrase(da: "udskrevet \(day), \(cause.phrase)", en: "withdrawn on \(day), \(cause.phrase)")
        }
    }

    /// The JSON members of any citizen, in lists and alone.
    func members(under programme: Programme) -> [JSON.Member] {
        let cap = programme.cap
        let state: [JSON.Member] =
            [.init(key: "state", value: .string(stateCode))]
            + (cause.map { [.init(key: "cause", value: .string($0.rawValue))] } ?? [])
        return [.init(key: "participant", value: .string(reference.text))] + state + [
            .init(key: "enrolledOn", value: .string(enrolledOn.iso)),
            .init(key: "planVersion", value: approved.map { .integer(Int64($0.version)) } ?? .null),
            .init(key: "pendingVersion", value: pending.map { .integer(Int64($0.version)) } ?? .null),
            .init(key: "capOre", value: cap.map { .integer($0.ore) } ?? .null),
            .init(key: "approvedOre", value: .integer(balance.approved.ore)),
            .init(key: "releasedOre", value: .integer(balance.released.ore)),
            .init(key: "disbursedOre", value: .integer(balance.disbursed.ore)),
            .init(key: "remainingOre", value: cap.map { .integer(($0 - balance.disbursed).ore) } ?? .null),
            .init(key: "drawingEnds", value: drawingEnds(under: programme).map { .string($0.iso) } ?? .null),
        ]
    }

    private var cause: WithdrawalCause? {
        switch state {
        case .active: nil
        case .withdrawn(_, let cause): cause
        }
    }

    /// The last day of the drawing right; `nil` if the terms have none or no plan was approved.
    fileprivate func drawingEnds(under programme: Programme) -> Day? {
        firstApproval.flatMap(programme.drawingEnd)
    }
}

extension Session {
    func printParticipants(of ledger: Ledger) throws(LedgerFailure) {
        typealias Line = (account: ParticipantAccount, name: EntryText?)
        let programme = ledger.programme
        var columns: [Table.Column] = [.words(Noun.one.capital.phrase[language])]
        if !programme.isPersonal { columns.append(.words(say("Navn", "Name"))) }
        columns += [.words(say("Tilstand", "State")), .words(say("Plan", "Plan"))]
        if programme.grant > .zero {
            columns += [
                .figures(say("Godkendt", "Approved")), .figures(say("Frigivet", "Released")),
                .figures(say("Udbetalt", "Disbursed")), .figures(say("Kan udbetales", "May be paid")),
            ]
        }
        if programme.drawingMonths != nil { columns.append(.words(say("Trækningsret til", "Drawing right until"))) }
        let list = List<Line>(
            name: "participants",
            json: { line in
                let name = programme.isPersonal ? [] : [JSON.Member(key: "name", value: line.name.json)]
                let corrections = [line.name].compactMap(\.self).corrections
                return .object(line.account.members(under: programme) + name + corrections)
            }, columns: columns, row: { self.cells(of: $0.account, $0.name, under: programme) },
            none: Phrase(da: "Ingen \(.many) er indskrevet.", en: "No \(.many) are enrolled."))
        try print(list) { body throws(LedgerFailure) in
            try ledger.participants { account, name in body((account, name)) }
        }
    }

    private func cells(
        of account: ParticipantAccount, _ name: EntryText?, under programme: Programme
    ) -> [String] {
        let balance = account.balance
        let drawing = programme.drawingMonths.map { _ in
            account.drawingEnds(under: programme)?.short(in: language) ?? "–"
        }
        let named = [account.reference.text] + (programme.isPersonal ? [] : [name.shown(in: language)])
        let money = [balance.approved, balance.released, balance.disbursed, balance.released - balance.disbursed]
        return named + [account.statePhrase[language], account.planPhrase[language]]
            + (programme.grant > .zero ? money.map { $0.bare(in: language) } : []) + [drawing].compactMap(\.self)
    }

    func print(_ view: ParticipantView, identity: Identity?) {
        if settings.format == .json { return print(view.json(identity: identity)) }
        let account = view.account
        print(style.bold(account.reference.text) + " · " + account.statePhrase[language])
        if let identity {
            print(say("  Navn: ", "  Name: ") + identity.name.shown(in: language))
            print(say("  Sag:  ", "  Case: ") + identity.caseNumber.shown(in: language))
        }
        print(Phrase(da: "  Indskrevet \(account.enrolledOn)", en: "  Enrolled on \(account.enrolledOn)"))
        print("  " + account.planLine[language])
        if let cap = view.cap {
            let disbursed = account.balance.disbursed
            let left = cap - disbursed
            // A stopped budget has nothing left to use, even under the cap.
            print(
                account.isWithdrawn
                    ? Phrase(da: "  Ramme \(cap), udbetalt \(disbursed)", en: "  Cap \(cap), disbursed \(disbursed)")
                    : Phrase(
                        da: "  Ramme \(cap), udbetalt \(disbursed), rest \(left)",
                        en: "  Cap \(cap), disbursed \(disbursed), remaining \(left)"))
        }
        if let (period, left) = view.room, !account.isWithdrawn {
            print(
                Phrase(
                    da: "  Budgetperioden \(period.days): rest \(left)",
                    en: "  Budget period \(period.days): remaining \(left)"))
        }
        if let last = account.drawingEnds(under: view.programme), !account.isWithdrawn { printDrawing(until: last) }
        if let (result, day) = view.result {
            print(Phrase(da: "  Resultat: \(result), \(day)", en: "  Result: \(result), \(day)"))
        }
        print()
        printItems(view)
        printMovements(view)
    }

    private func printDrawing(until last: Day) {
        print(
            today <= last
                ? Phrase(
                    da: "  Trækningsret til og med \(last)", en: "  Drawing right until \(last), that day included")
                : Phrase(da: "  Trækningsretten sluttede \(last)", en: "  The drawing right ended on \(last)"))
    }

    private func printItems(_ view: ParticipantView) {
        let items = view.items.filter { $0.isInForce || $0.balance != .zero }
        guard !items.isEmpty else {
            return print(Phrase(da: "Ingen godkendte punkter.", en: "No approved items."))
        }
        var table = Table(columns: [
            .figures(say("Punkt", "Item")), .words(say("Område", "Area")), .figures(say("Godkendt", "Approved")),
            .figures(say("Frigivet", "Released")), .figures(say("Udbetalt", "Disbursed")),
            .figures(say("Kan udbetales", "May be paid")), .figures(say("Kan frigives", "May be released")),
        ])
        table.rows = items.map { item in
            [
                "\(item.number.value)", item.area.phrase[language], item.balance.approved.bare(in: language),
                item.balance.released.bare(in: language), item.balance.disbursed.bare(in: language),
                min(item.unspent, view.room?.left ?? item.unspent).bare(in: language),
                item.unreleased.bare(in: language),
            ]
        }
        print(text: table.text(style: style))
    }

    private func printMovements(_ view: ParticipantView) {
        guard !view.movements.isEmpty else { return }
        print()
        var table = Table(columns: [
            .figures(say("Nr.", "No.")), .words(say("Dag", "Day")), .words(say("Postering", "Entry")),
            .figures(say("Punkt", "Item")), .figures(say("Beløb", "Amount")), .words(say("Bilag", "Voucher")),
            .words(""),
        ])
        table.rows = view.movements.map { movement in
            [
                "\(movement.entry.value)", movement.day.short(in: language), movement.kind.phrase[language],
                movement.item.map { "\($0.value)" } ?? "", movement.amount.bare(in: language),
                movement.voucher?.text ?? "",
                movement.reversedBy.map { say("tilbageført af \($0.value)", "reversed by \($0.value)") } ?? "",
            ]
        }
        print(text: table.text(style: style))
    }
}

extension ParticipantAccount {
    fileprivate var planPhrase: Phrase {
        switch (approved, pending) {
        case (nil, nil): Phrase(verbatim: "–")
        case (let approved?, nil): Phrase(verbatim: "\(approved.version)")
        case (nil, let pending?): Phrase(da: "\(pending.version) venter", en: "\(pending.version) waits")
        case (let approved?, let pending?):
            Phrase(
                da: "\(approved.version), \(pending.version) venter",
                en: "\(approved.version), \(pending.version) waits")
        }
    }

    fileprivate var planLine: Phrase {
        let waits = pending.map {
            Phrase(
                da: "version \($0.version) (\($0.total)) venter på godkendelse",
                en: "version \($0.version) (\($0.total)) waits for approval")
        }
        let stands = approved.map {
            Phrase(
                da: "Handleplan \($0.version) godkendt \($0.day) af \($0.approver)",
                en: "Plan \($0.version) approved on \($0.day) by \($0.approver)")
        }
        switch (stands, waits) {
        case (nil, nil): return Phrase(da: "Ingen handleplan endnu", en: "No plan yet")
        case (let stands?, nil): return stands
        case (nil, let waits?): return Phrase(da: "Handleplan: \(waits)", en: "Plan: \(waits)")
        case (let stands?, let waits?): return Phrase(da: "\(stands); \(waits)", en: "\(stands); \(waits)")
        }
    }
}

extension ParticipantView {
    fileprivate func json(identity: Identity?) -> JSON {
        var members = account.members(under: programme)
        if let identity {
            members.append(
                .init(
                    key: "identity",
                    value: .object(
                        [
                            .init(key: "name", value: identity.name.json),
                            .init(key: "case", value: identity.caseNumber.json),
                            .init(key: "erased", value: .array(identity.erased.map { .string($0) })),
                        ] + identity.texts.corrections)))
        }
        members.append(.init(key: "items", value: .array(items.map(\.json))))
        members.append(.init(key: "result", value: result.map { .string($0.result.text) } ?? .null))
        members.append(.init(key: "movements", value: .array(movements.map(\.json))))
        return .object(members)
    }
}

extension Identity {
    /// The JSON keys of the texts that were given and are now erased.
    fileprivate var erased: [String] {
        texts.filter { $0.text == nil }.map(\.key)
    }

    fileprivate var texts: [EntryText] { [name, caseNumber].compactMap(\.self) }
}

// A text as it should read now; `nil` where none was ever given.
extension EntryText? {
    /// The text, with what stood there before beside it.
    func shown(in language: Language) -> String { self?.shown[language] ?? "–" }

    /// The text alone; null once erased.
    var json: JSON { self?.latest.map { .string($0) } ?? .null }
}

extension ItemAccount {
    fileprivate var json: JSON {
        [
            "item": .integer(Int64(number.value)), "area": .string(area.text), "inForce": .bool(isInForce),
            "approvedOre": .integer(balance.approved.ore), "releasedOre": .integer(balance.released.ore),
            "disbursedOre": .integer(balance.disbursed.ore), "availableOre": .integer(unspent.ore),
            "releasableOre": .integer(unreleased.ore),
        ]
    }
}

extension Movement {
    fileprivate var json: JSON {
        [
            "entry": .integer(entry.value), "kind": .string(kind.rawValue), "day": .string(day.iso),
            "item": item.map { .integer(Int64($0.value)) } ?? .null, "amountOre": .integer(amount.ore),
            "voucher": voucher.map { .string($0.text) } ?? .null,
            "reversedBy": reversedBy.map { .integer($0.value) } ?? .null,
        ]
    }
}
