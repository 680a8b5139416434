import MitBudget
import MitBudgetStore
import Testing

/// One way to alter a ledger's file behind the program's back, and what detects it. `Docs/Threats.md` has a row for
/// each.
struct Alteration: Sendable, CustomTestStringConvertible {
    /// Who could do it.
    enum Hand: String, CaseIterable {
        /// Anyone who may write the file, with the `sqlite3` shell.
        case shell
        /// The same person, who also knows how hashes are made.
        case forger
        /// Anyone who may put files in the place of others.
        case files
        /// A failing disk, or someone who edits the bytes.
        case bytes
    }

    /// The ledgers that are altered.
    enum History {
        /// The usual one.
        case usual
        /// The one with amended terms.
        case amended
        /// The one with documents.
        case documented

        var original: Result<Original, any Error> {
            switch self {
            case .usual: Original.shared
            case .amended: Original.amended
            case .documented: Original.documented
            }
        }
    }

    /// What `verify` says without an anchor.
    enum Verdict: Equatable {
        /// These findings, each as ``VerifyFinding/mark``; none if only an anchor detects the alteration.
        case found([String])
        /// The file is not opened at all.
        case unopened(String)
    }

    let id: String
    let what: String
    let hand: Hand
    let verdict: Verdict
    /// What an anchor of the last entry, copied before, finds besides.
    let anchor: String?
    let alter: @Sendable (Forgery) throws -> Void
    /// The ledger that it is done to.
    private(set) var history = History.usual

    var testDescription: String { id }

    /// An alteration that is found.
    init(
        _ id: String, _ what: String, by hand: Hand, finds: [String], anchor: String? = nil,
        _ alter: @escaping @Sendable (Forgery) throws -> Void
    ) {
        (self.id, self.what, self.hand, self.anchor, self.alter) = (id, what, hand, anchor, alter)
        verdict = .found(finds)
    }

    /// An alteration after which the file is not opened.
    init(
        _ id: String, _ what: String, by hand: Hand, unopened: String,
        _ alter: @escaping @Sendable (Forgery) throws -> Void
    ) {
        (self.id, self.what, self.hand, self.alter) = (id, what, hand, alter)
        (verdict, anchor) = (.unopened(unopened), nil)
    }

    /// An alteration done in the shell with the triggers switched off, which leaves the fence as it stands.
    init(_ id: String, _ what: String, finds: [String], anchor: String? = nil, unfenced sql: String) {
        self.init(id, what, by: .shell, finds: finds, anchor: anchor) { try $0.unfenced(sql) }
    }

    /// The same, after which every hash from an entry on is recomputed.
    init(
        _ id: String, _ what: String, finds: [String], anchor: String? = "anchor-differs 40", from entry: Int,
        rehashed sql: String
    ) {
        self.init(id, what, by: .forger, finds: finds, anchor: anchor) { forgery in
            try forgery.unfenced(sql)
            try forgery.rehash(from: entry)
        }
    }

    /// All alterations, in the order of the document.
    static let all = ofEntries + ofTheTail + ofTables + ofTerms + ofWords + ofDocuments + ofTheSchema + ofTheFile

    /// The same, done to another ledger.
    func done(to history: History) -> Alteration {
        var other = self
        other.history = history
        return other
    }
}

extension VerifyFinding {
    /// The id and where it points: `chain-broken 13`, `projection-differs post/1 disbursed_ore`. SQLite's own words
    /// are left out, since they differ between its versions.
    var mark: String {
        var parts = [id.rawValue]
        if case .projectionDiffers(let table, let row, let column) = self {
            parts += ["\(table)/\(row)"] + [column].compactMap(\.self)
        }
        if case .wordsAltered(let words, _) = self { parts.append("words/\(words)") }
        if case .wordsMissing(let words, _) = self { parts.append("words/\(words)") }
        if case .wordsKept(let words, _) = self { parts.append("words/\(words)") }
        if case .wordsStray(let count) = self { parts.append("\(count)") }
        if case .evidenceAltered(let evidence, _) = self { parts.append("evidence/\(evidence)") }
        if case .evidenceMissing(let evidence, _) = self { parts.append("evidence/\(evidence)") }
        if case .evidenceKept(let evidence, _) = self { parts.append("evidence/\(evidence)") }
        if case .evidenceStray(let count) = self { parts.append("\(count)") }
        if case .schemaAltered(let name) = self { parts.append(name) }
        if let entry { parts.append("\(entry)") }
        if case .replayRefused(_, let rule) = self { parts.append(rule.rawValue) }
        return parts.joined(separator: " ")
    }
}

extension Alteration {
    /// The ids of all findings that detect it.
    var ids: Set<String> {
        guard case .found(let marks) = verdict else { return [] }
        return Set((marks + [anchor].compactMap(\.self)).map(Self.id(of:)))
    }

    /// The ids of findings as a document names them, in order, each once.
    static func ids(in marks: [String]) -> String {
        var ids: [String] = []
        for mark in marks where !ids.contains(id(of: mark)) { ids.append(id(of: mark)) }
        return ids.map { "`\($0)`" }.joined(separator: ", ")
    }

    private static func id(of mark: String) -> String {
        String(mark.prefix { $0 != " " })
    }
}
