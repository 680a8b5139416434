import JSON
public import MitBudget

/// The profile of an extract: what `reconcile --profile` reads. Every key may be left out, and what it says is then
/// recognised.
///
///     { "delimiter": ";", "decimal": ",", "encoding": "utf-8",
///       "columns": {"day": "Bogføringsdato", "amount": "Beløb", "text": ["Tekst", "Besked"], "balance": null},
///       "dayFormat": "DD-MM-YYYY", "costs": "positive" }
public enum ExtractProfileFile {
    /// The size of the largest profile that is read, in bytes.
    public static let limit = 1 << 16

    /// Reads a profile.
    /// - Throws: ``FileFault``, naming the key.
    public static func read(_ bytes: [UInt8]) throws(FileFault) -> ExtractProfile {
        guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
        var fields = try Fields(JSON.reading(bytes), at: "")
        var profile = ExtractProfile()
        profile.delimiter = try fields.choice("delimiter") { ExtractProfile.Delimiter(rawValue: $0) }
        profile.decimal = try fields.choice("decimal") { DecimalSign(rawValue: $0) }
        profile.encoding = try fields.choice("encoding") { ExtractProfile.Encoding($0) }
        profile.costs = try fields.choice("costs") { CostSign(rawValue: $0) }
        profile.dayFormat = try fields.dayFormat()
        if let columns = fields.optional("columns") {
            profile.columns = try Self.columns(Fields(columns, at: fields.place("columns")))
        }
        try fields.finish()
        return profile
    }

    private static func columns(_ fields: Fields) throws(FileFault) -> [ExtractProfile.Column: [String]] {
        var fields = fields
        var columns: [ExtractProfile.Column: [String]] = [:]
        for column in ExtractProfile.Column.allCases {
            let key = column.rawValue
            if let json = fields.optional(key) {
                columns[column] = try headings(json, of: column, at: fields.place(key))
            } else if fields.has(key) {
                columns[column] = []
            }
        }
        try fields.finish()
        func names(_ column: ExtractProfile.Column) -> Bool { columns[column].map { !$0.isEmpty } ?? false }
        if names(.amount), names(.debit) || names(.credit) {
            throw .notOneOf(path: fields.path, "amount", names(.debit) ? "debit" : "credit", hasBoth: true)
        }
        if names(.debit) != names(.credit) {
            throw .missingKey(path: fields.place(names(.debit) ? "credit" : "debit"))
        }
        return columns
    }

    /// One heading, or of texts a list of them.
    private static func headings(
        _ json: JSON, of column: ExtractProfile.Column, at path: String
    ) throws(FileFault) -> [String] {
        guard column == .text, case .array(let elements) = json else {
            return [try Fields.string(json, at: path, expected: .string)]
        }
        var headings: [String] = []
        for (index, element) in elements.enumerated() {
            headings.append(try Fields.string(element, at: "\(path)[\(index)]", expected: .string))
        }
        return headings
    }
}

extension Fields {
    /// A value that must be one of the cases; `nil` if it is missing.
    fileprivate mutating func choice<Value: RawRepresentable<String> & CaseIterable>(
        _ key: String, _ make: (String) -> Value?
    ) throws(FileFault) -> Value? {
        guard let json = optional(key) else { return nil }
        let text = try Self.string(json, at: place(key), expected: .string)
        guard let value = make(text) else {
            throw .notAllowed(path: place(key), known: Value.allCases.map(\.rawValue))
        }
        return value
    }

    fileprivate mutating func dayFormat() throws(FileFault) -> DayFormat? {
        guard let json = optional("dayFormat") else { return nil }
        let text = try Self.string(json, at: place("dayFormat"), expected: .string)
        guard let format = DayFormat(text) else {
            throw .notAllowed(path: place("dayFormat"), known: DayFormat.all.filter { !$0.isShort }.map(\.text))
        }
        return format
    }
}

extension ExtractProfile.Encoding {
    /// Reads an encoding's name, in upper or lower case, or a name of ISO 8859-1, which Windows-1252 includes.
    fileprivate init?(_ name: String) {
        let name = name.lowercased()
        self.init(rawValue: ["latin-1", "latin1", "iso-8859-1"].contains(name) ? Self.windows1252.rawValue : name)
    }
}
