public import JSON
public import MitBudget

/// The programme file: the terms as JSON, as `init --programme` reads them and as entry 1 keeps them.
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
        var titles = try fields.object("title")
        let title = Programme.Title(danish: try titles.text("da"), english: try titles.text("en"))
        try titles.finish()
        let grantee = try fields.text("grantee")
        let funder = try fields.text("funder")
        let grant = try fields.amount("grant")
        let posts = try posts(fields.required("posts"), at: fields.place("posts"))
        let places = try fields.integer("places")
        // A programme without a cap says so: null. Forgetting it must not make one unlimited.
        guard fields.has("cap") else { throw .missingKey(path: fields.place("cap")) }
        let cap = try fields.optionalAmount("cap")
        let firstDay = try fields.day("firstDay")
        let lastDay = try fields.day("lastDay")
        let areas = try areas(&fields)
        let months = try fields.optionalInteger("drawingMonths")
        let separate = try fields.optionalTruth("separateReleaser") ?? false
        let settleBy = try fields.optionalDay("settleBy")
        let keepYears = try fields.optionalInteger("keepYears") ?? 5
        let thresholds = try thresholds(&fields)
        try fields.finish()
        do {
            return try Programme(
                id: id, title: title, grantee: grantee, funder: funder, grant: grant, posts: posts,
                places: narrow(places), cap: cap, firstDay: firstDay, lastDay: lastDay, areas: areas,
                drawingMonths: months.map(narrow), separateReleaser: separate, settleBy: settleBy,
                keepYears: narrow(keepYears), thresholds: thresholds)
        } catch {
            throw .programme(error)
        }
    }

    /// Limits a count to more than any programme has; larger counts mean the same.
    private static func narrow(_ number: Int64) -> Int {
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
            rushPercent: try given.optionalInteger("rushPercent").map(narrow) ?? standard.rushPercent)
        try given.finish()
        return thresholds
    }

    private static func posts(_ json: JSON, at path: String) throws(FileFault) -> [Programme.Post] {
        guard case .object(let members) = json else { throw .wrongType(path: path, expected: .object) }
        var posts: [Programme.Post] = []
        for member in members {
            let place = path + "." + member.key
            let name: PostName
            do {
                name = try PostName(member.key.composed)
            } catch {
                throw .malformed(path: place, error)
            }
            posts.append(Programme.Post(name: name, budget: try Fields.amount(member.value, at: place)))
        }
        return posts
    }

    private static func areas(_ fields: inout Fields) throws(FileFault) -> [Area] {
        var areas: [Area] = []
        for (index, element) in try fields.array("areas").enumerated() {
            let place = fields.place("areas[\(index)]")
            let text = try Fields.string(element, at: place, expected: .string)
            areas.append(try fields.at(place) { () throws(Malformed) in try Area(text.composed) })
        }
        return areas
    }

    /// Writes terms, in the order of the file's own keys; thresholds only if they are not the defaults.
    public static func write(_ programme: Programme) -> JSON {
        guard programme.thresholds != Thresholds(), case .object(let members) = writeTerms(programme) else {
            return writeTerms(programme)
        }
        let thresholds = programme.thresholds
        let findings: JSON = [
            "lateDays": .integer(Int64(thresholds.lateDays)),
            "duplicateDays": .integer(Int64(thresholds.duplicateDays)),
            "idlePlanDays": .integer(Int64(thresholds.idlePlanDays)),
            "idleReleaseDays": .integer(Int64(thresholds.idleReleaseDays)),
            "rushPercent": .integer(Int64(thresholds.rushPercent)),
        ]
        return .object(members + [JSON.Member(key: "findings", value: findings)])
    }

    private static func writeTerms(_ programme: Programme) -> JSON {
        [
            "programme": .string(programme.id.text),
            "title": ["da": .string(programme.title.danish.string), "en": .string(programme.title.english.string)],
            "grantee": .string(programme.grantee.string),
            "funder": .string(programme.funder.string),
            "grant": .string(programme.grant.decimal),
            "posts": .object(
                programme.posts.map { JSON.Member(key: $0.name.text, value: .string($0.budget.decimal)) }),
            "places": .integer(Int64(programme.places)),
            "cap": programme.cap.map { .string($0.decimal) } ?? .null,
            "firstDay": .string(programme.firstDay.iso),
            "lastDay": .string(programme.lastDay.iso),
            "areas": .array(programme.areas.map { .string($0.text) }),
            "drawingMonths": programme.drawingMonths.map { .integer(Int64($0)) } ?? .null,
            "separateReleaser": .bool(programme.separateReleaser),
            "settleBy": programme.settleBy.map { .string($0.iso) } ?? .null,
            "keepYears": .integer(Int64(programme.keepYears)),
        ]
    }
}

extension Fields {
    mutating func text(_ key: String) throws(FileFault) -> Text {
        try meaning(key) { string throws(Malformed) in
            let text = try Text(string)
            guard !text.isBlank else { throw .blank }
            return text
        }
    }

    mutating func amount(_ key: String) throws(FileFault) -> Amount {
        try Self.amount(required(key), at: place(key))
    }

    /// Reads an amount: a decimal text, or whole kroner as a number. Programs round numbers with decimals.
    static func amount(_ json: JSON, at path: String) throws(FileFault) -> Amount {
        let text: String
        if case .integer(let kroner) = json {
            text = String(kroner)
        } else {
            text = try string(json, at: path, expected: .amount)
        }
        do {
            return try Amount(decimal: text)
        } catch {
            throw .malformed(path: path, error)
        }
    }

    mutating func optionalAmount(_ key: String) throws(FileFault) -> Amount? {
        guard let json = optional(key) else { return nil }
        return try Self.amount(json, at: place(key))
    }

    mutating func optionalInteger(_ key: String) throws(FileFault) -> Int64? {
        guard let json = optional(key) else { return nil }
        return try Self.integer(json, at: place(key))
    }

    mutating func optionalTruth(_ key: String) throws(FileFault) -> Bool? {
        guard let json = optional(key) else { return nil }
        guard case .bool(let truth) = json else { throw .wrongType(path: place(key), expected: .truth) }
        return truth
    }

    mutating func optionalDay(_ key: String) throws(FileFault) -> Day? {
        guard let json = optional(key) else { return nil }
        let text = try Self.string(json, at: place(key), expected: .day)
        return try at(place(key)) { () throws(Malformed) in try Day(iso: text) }
    }
}
