public import MitBudget
import SQLite

/// The texts of a version of a plan.
public struct PlanTexts: Equatable, Sendable {
    /// The overall goal.
    public let goal: EntryText?
    /// The citizen's wishes.
    public let wishes: EntryText?
    /// The purpose of taking part.
    public let purpose: EntryText?
    /// What each item is for, by number.
    public let items: [ItemNumber: EntryText]

    /// All of them.
    public var all: [EntryText] { [goal, wishes, purpose].compactMap(\.self) + items.values }
}

/// A citizen's name and case number; each `nil` where it was never given.
public struct Identity: Equatable, Sendable {
    /// The citizen's name.
    public let name: EntryText?
    /// The number of the citizen's case.
    public let caseNumber: EntryText?
}

/// Reads texts on citizens, as the entries have them. Before the caller reads them, it records why.
extension Ledger {
    /// A citizen's name and case number.
    /// - Throws: ``LedgerFailure``.
    public func identity(of reference: ParticipantReference) throws(LedgerFailure) -> Identity {
        let entry = try LedgerFailure.database { () throws(SQLiteFailure) in
            try connection.first(
                "SELECT enrolled_entry FROM participant WHERE participant = ?", reference.text, as: Int64.self)
        }
        let texts: [EntryText] = try entry.map { entry throws(LedgerFailure) in try self.texts(ofEntry: entry) } ?? []
        return Identity(name: texts.at(.name), caseNumber: texts.at(.caseNumber))
    }

    /// The texts of a version of a citizen's plan.
    /// - Throws: ``LedgerFailure``.
    public func texts(
        ofVersion version: Int, of reference: ParticipantReference
    ) throws(LedgerFailure) -> PlanTexts {
        let entry = try LedgerFailure.database { () throws(SQLiteFailure) in
            try connection.first(
                "SELECT drafted_entry FROM plan WHERE participant = ? AND version = ?", reference.text, version,
                as: Int64.self)
        }
        let texts: [EntryText] = try entry.map { entry throws(LedgerFailure) in try self.texts(ofEntry: entry) } ?? []
        let items = texts.compactMap { text in text.place?.item.map { ($0, text) } }
        return PlanTexts(
            goal: texts.at(.goal), wishes: texts.at(.wishes), purpose: texts.at(.purpose),
            items: Dictionary(items, uniquingKeysWith: { first, _ in first }))
    }
}

extension [EntryText] {
    func at(_ place: TextPlace) -> EntryText? { first { $0.place == place } }
}
