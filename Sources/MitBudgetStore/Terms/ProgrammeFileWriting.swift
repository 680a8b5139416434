public import JSON
public import MitBudget

extension ProgrammeFile {
    /// Writes terms, in the order of the file's own keys. A key with today's meaning when left out is left out where it
    /// says nothing else.
    public static func write(_ programme: Programme) -> JSON {
        var members: [JSON.Member] = []
        func add(_ key: String, _ value: JSON?) {
            if let value { members.append(JSON.Member(key: key, value: value)) }
        }
        add("programme", .string(programme.id.text))
        add("title", write(programme.title))
        add("grantee", .string(programme.grantee.string))
        add("funder", .string(programme.funder.string))
        add("grant", .string(programme.grant.decimal))
        add("posts", write(programme.posts))
        if let recipient = programme.recipient {
            if recipient != .citizen { add("recipient", write(recipient)) }
            add("places", programme.places.map { .integer(Int64($0)) } ?? .null)
            add("cap", programme.cap.map { .string($0.decimal) } ?? .null)
        }
        add("firstDay", .string(programme.firstDay.iso))
        add("lastDay", .string(programme.lastDay.iso))
        if programme.hasRecipients {
            add("areas", .array(programme.areas.map { .string($0.text) }))
            add("drawingMonths", programme.drawingMonths.map { .integer(Int64($0)) } ?? .null)
        }
        add("separateReleaser", .bool(programme.separateReleaser))
        add("settleBy", programme.settleBy.map { .string($0.iso) } ?? .null)
        add("keepYears", .integer(Int64(programme.keepYears)))
        if !programme.names.all.isEmpty {
            let names = programme.names.all
            add("names", .object(names.map { JSON.Member(key: $0.code.text, value: write($0.title)) }))
        }
        if !programme.budgetPeriods.isEmpty { add("budgetPeriods", .array(programme.budgetPeriods.map(write))) }
        if !programme.results.isEmpty {
            add("results", .object(programme.results.map { JSON.Member(key: $0.code.text, value: write($0.aim)) }))
        }
        if !programme.instalments.isEmpty {
            add(
                "instalments",
                .array(
                    programme.instalments.map {
                        ["day": .string($0.day.iso), "amount": .string($0.amount.decimal)]
                    }))
        }
        if !programme.proof.isEmpty { add("proof", .array(programme.proof.map { .string($0.rawValue) })) }
        if programme.thresholds != Thresholds() { add("findings", write(programme.thresholds)) }
        return .object(members)
    }

    private static func write(_ title: Programme.Title) -> JSON {
        ["da": .string(title.danish.string), "en": .string(title.english.string)]
    }

    private static func write(_ posts: [Programme.Post]) -> JSON {
        .object(posts.map { JSON.Member(key: $0.name.text, value: .string($0.budget.decimal)) })
    }

    private static func write(_ recipient: Programme.Recipient) -> JSON {
        let (danish, english) = (recipient.danish, recipient.english)
        return [
            "prefix": .string(recipient.prefix.text),
            "personal": .bool(recipient.isPersonal),
            "da": .array([danish.one, danish.theOne, danish.many, danish.theMany].map(JSON.string)),
            "en": .array([english.one, english.many].map(JSON.string)),
        ]
    }

    private static func write(_ period: Programme.BudgetPeriod) -> JSON {
        var members = [
            JSON.Member(key: "firstDay", value: .string(period.firstDay.iso)),
            JSON.Member(key: "lastDay", value: .string(period.lastDay.iso)),
        ]
        if let cap = period.cap { members.append(JSON.Member(key: "cap", value: .string(cap.decimal))) }
        if !period.posts.isEmpty { members.append(JSON.Member(key: "posts", value: write(period.posts))) }
        return .object(members)
    }

    private static func write(_ aim: Programme.Outcome.Aim) -> JSON {
        switch aim {
        case .share(nil): .object([])
        case .share(let percent?): ["percent": .integer(Int64(percent))]
        case .figure(let target):
            [
                "from": .string(target.from.text),
                target.isMost ? "atMost" : "atLeast": .string(target.aim.text),
                "by": .string(target.by.iso),
            ]
        }
    }

    private static func write(_ thresholds: Thresholds) -> JSON {
        [
            "lateDays": .integer(Int64(thresholds.lateDays)),
            "duplicateDays": .integer(Int64(thresholds.duplicateDays)),
            "idlePlanDays": .integer(Int64(thresholds.idlePlanDays)),
            "idleReleaseDays": .integer(Int64(thresholds.idleReleaseDays)),
            "rushPercent": .integer(Int64(thresholds.rushPercent)),
            "changePercent": .integer(Int64(thresholds.changePercent)),
            "changeAmount": .string(thresholds.changeAmount.decimal),
        ]
    }
}
