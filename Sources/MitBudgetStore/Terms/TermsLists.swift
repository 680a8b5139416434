import JSON
import MitBudget

/// Reads the lists of a programme file: budget periods, results, instalments, proof and names.
enum TermsLists {
    static func budgetPeriods(_ fields: inout Fields) throws(FileFault) -> [Programme.BudgetPeriod] {
        guard fields.isGiven("budgetPeriods") else { return [] }
        var periods: [Programme.BudgetPeriod] = []
        for var given in try fields.objects("budgetPeriods") {
            let (first, last) = (try given.day("firstDay"), try given.day("lastDay"))
            let cap = try given.optionalAmount("cap")
            let posts = try given.isGiven("posts") ? given.posts("posts") : []
            try given.finish()
            periods.append(Programme.BudgetPeriod(firstDay: first, lastDay: last, cap: cap, posts: posts))
        }
        return periods
    }

    static func results(_ fields: inout Fields) throws(FileFault) -> [Programme.Outcome] {
        guard fields.isGiven("results") else { return [] }
        var results: [Programme.Outcome] = []
        let place = fields.place("results")
        for result in try fields.objectMembers("results") {
            let path = place + "." + result.key
            let code = try fields.at(path) { () throws(Malformed) in try ResultCode(code: result.key.composed) }
            results.append(Programme.Outcome(code: code, aim: try aim(result.value, at: path)))
        }
        return results
    }

    private static func aim(_ json: JSON, at path: String) throws(FileFault) -> Programme.Outcome.Aim {
        var given = try Fields(json, at: path)
        if let percent = try given.optionalInteger("percent") {
            for key in ["from", "atMost", "atLeast", "by"] where given.isGiven(key) {
                throw .notOneOf(path: path, "percent", key, hasBoth: true)
            }
            try given.finish()
            return .share(percent: ProgrammeFile.narrow(percent))
        }
        guard given.isGiven("from") || given.isGiven("atMost") || given.isGiven("atLeast") || given.isGiven("by")
        else {
            try given.finish()
            return .share(percent: nil)
        }
        let from = try given.figure("from")
        let isMost = given.isGiven("atMost")
        guard isMost != given.isGiven("atLeast") else {
            throw .notOneOf(path: path, "atMost", "atLeast", hasBoth: isMost)
        }
        let aim = try given.figure(isMost ? "atMost" : "atLeast")
        let by = try given.day("by")
        try given.finish()
        return .figure(Programme.Outcome.Target(from: from, aim: aim, isMost: isMost, by: by))
    }

    static func instalments(_ fields: inout Fields) throws(FileFault) -> [Programme.Instalment] {
        guard fields.isGiven("instalments") else { return [] }
        var instalments: [Programme.Instalment] = []
        for var given in try fields.objects("instalments") {
            instalments.append(Programme.Instalment(day: try given.day("day"), amount: try given.amount("amount")))
            try given.finish()
        }
        return instalments
    }

    static func proof(_ fields: inout Fields) throws(FileFault) -> [Programme.Proof] {
        guard fields.isGiven("proof") else { return [] }
        var proof: [Programme.Proof] = []
        for (index, element) in try fields.array("proof").enumerated() {
            let path = fields.place("proof[\(index)]")
            let code = try Fields.string(element, at: path, expected: .string)
            guard let kind = Programme.Proof(rawValue: code) else { throw .malformed(path: path, .proof(code)) }
            guard !proof.contains(kind) else { throw .programme(.doubled(code)) }
            proof.append(kind)
        }
        return proof
    }

    static func names(_ fields: inout Fields) throws(FileFault) -> Programme.Names {
        guard fields.isGiven("names") else { return [:] }
        let place = fields.place("names")
        var names: [Programme.Names.Naming] = []
        for name in try fields.objectMembers("names") {
            var languages = try Fields(name.value, at: place + "." + name.key)
            let title = Programme.Title(danish: try languages.label("da"), english: try languages.label("en"))
            try languages.finish()
            names.append(.init(code: Exactly(name.key.composed), title: title))
        }
        let sorted = Programme.Names(names)
        for (one, next) in zip(sorted.all, sorted.all.dropFirst()) where one.code == next.code {
            throw .programme(.doubled(one.code.text))
        }
        return sorted
    }
}

extension Fields {
    /// A measured figure.
    fileprivate mutating func figure(_ key: String) throws(FileFault) -> Figure {
        let amount = try amount(key)
        guard let figure = Figure(amount) else { throw .malformed(path: place(key), .figure(amount.decimal)) }
        return figure
    }

    /// The name of a code.
    fileprivate mutating func label(_ key: String) throws(FileFault) -> Text {
        try meaning(key) { string throws(Malformed) in
            let label = string.composed
            guard Label.isPlain(label), !label.contains(":") else { throw .label(string) }
            return try Text(label)
        }
    }
}
