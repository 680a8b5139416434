import JSON
public import MitBudget

/// The programme file: the terms as JSON, as `init --programme` and `terms amend` read them and as their entries keep
/// them.
public enum ProgrammeFile {
    /// The size of the largest programme file that is read, in bytes.
    public static let limit = 1 << 20

    /// Reads the terms from a file's bytes.
    /// - Throws: ``FileFault``, naming the key.
    public static func read(_ bytes: [UInt8]) throws(FileFault) -> Programme {
        guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
        return try read(JSON.reading(bytes), at: "")
    }

    static func read(_ json: JSON, at path: String) throws(FileFault) -> Programme {
        var fields = try Fields(json, at: path)
        let id = try fields.meaning("programme") { text throws(Malformed) in
            guard let id = ProgrammeID(text.composed) else { throw .programme(text) }
            return id
        }
        let title = try fields.title("title")
        let grantee = try fields.text("grantee")
        let funder = try fields.text("funder")
        let grant = try fields.amount("grant")
        let posts = try fields.posts("posts")
        let hasRecipients = posts.contains { $0.name == .citizens }
        let recipient = try recipient(&fields) ?? (hasRecipients ? .citizen : nil)
        // A programme without a limit says so: null. Forgetting it must not make one unlimited.
        for key in ["places", "cap"] where hasRecipients && !fields.has(key) {
            throw .missingKey(path: fields.place(key))
        }
        let places = try fields.optionalInteger("places")
        let cap = try fields.optionalAmount("cap")
        let firstDay = try fields.day("firstDay")
        let lastDay = try fields.day("lastDay")
        let areas =
            try fields.optional("areas") == nil && !hasRecipients
            ? [] : fields.list("areas") { text throws(Malformed) in try Area(code: text) }
        let months = try fields.optionalInteger("drawingMonths")
        let separate = try fields.optionalTruth("separateReleaser") ?? false
        let settleBy = try fields.optionalDay("settleBy")
        let keepYears = try fields.optionalInteger("keepYears") ?? 5
        let periods = try TermsLists.budgetPeriods(&fields)
        let results = try TermsLists.results(&fields)
        let instalments = try TermsLists.instalments(&fields)
        let proof = try TermsLists.proof(&fields)
        let names = try TermsLists.names(&fields)
        let thresholds = try thresholds(&fields)
        try fields.finish()
        do {
            return try Programme(
                id: id, title: title, grantee: grantee, funder: funder, grant: grant, posts: posts,
                recipient: recipient, places: places.map(narrow), cap: cap, firstDay: firstDay, lastDay: lastDay,
                areas: areas, drawingMonths: months.map(narrow), separateReleaser: separate, settleBy: settleBy,
                keepYears: narrow(keepYears), budgetPeriods: periods, results: results, instalments: instalments,
                proof: proof, names: names, thresholds: thresholds)
        } catch {
            throw .programme(error)
        }
    }

    private static func recipient(_ fields: inout Fields) throws(FileFault) -> Programme.Recipient? {
        guard fields.isGiven("recipient") else { return nil }
        var given = try fields.object("recipient")
        let prefix =
            given.isGiven("prefix")
            ? try given.meaning("prefix") { text throws(Malformed) in try ReferencePrefix(text) } : .standard
        let isPersonal = try given.optionalTruth("personal") ?? true
        let standard = isPersonal ? Programme.Recipient.citizen : .unnamed
        let danish = try given.nouns("da", forms: 4)
        let english = try given.nouns("en", forms: 2)
        try given.finish()
        return Programme.Recipient(
            prefix: prefix, isPersonal: isPersonal,
            danish: danish.map { .init(one: $0[0], theOne: $0[1], many: $0[2], theMany: $0[3]) } ?? standard.danish,
            english: english.map { .init(one: $0[0], many: $0[1]) } ?? standard.english)
    }

    /// Limits a count to more than any programme has; larger counts mean the same.
    static func narrow(_ number: Int64) -> Int {
        Int(min(max(number, -1), 1_000_000_000))
    }

    private static func thresholds(_ fields: inout Fields) throws(FileFault) -> Thresholds {
        guard let json = fields.optional("findings") else { return Thresholds() }
        var given = try Fields(json, at: fields.place("findings"))
        let standard = Thresholds()
        let thresholds = Thresholds(
            lateDays: try given.optionalInteger("lateDays").map(narrow) ?? standard.lateDays,
            duplicateDays: try given.optionalInteger("duplicateDays").map(narrow) ?? standard.duplicateDays,
            idlePlanDays: try given.optionalInteger("idlePlanDays").map(narrow) ?? standard.idlePlanDays,
            idleReleaseDays: try given.optionalInteger("idleReleaseDays").map(narrow) ?? standard.idleReleaseDays,
            rushPercent: try given.optionalInteger("rushPercent").map(narrow) ?? standard.rushPercent,
            changePercent: try given.optionalInteger("changePercent").map(narrow) ?? standard.changePercent,
            changeAmount: try given.optionalAmount("changeAmount") ?? standard.changeAmount)
        try given.finish()
        return thresholds
    }
}
