public import MitBudget
import SQLite

/// The texts of a version of a plan.
public struct PlanTexts: Equatable, Sendable {
    /// The overall goal; `nil` once erased.
    public let goal: String?
    /// The citizen's wishes.
    public let wishes: String?
    /// The purpose of taking part.
    public let purpose: String?
    /// What each item is for, by number.
    public let items: [ItemNumber: String]
}

/// A citizen's name and case number.
public struct Identity: Equatable, Sendable {
    /// The citizen's name.
    public let name: KeptText
    /// The number of the citizen's case.
    public let caseNumber: KeptText
}

/// A text that may be given or not, and erased later.
public enum KeptText: Equatable, Sendable {
    /// No text was given.
    case neverGiven
    /// The text was given and is still there.
    case text(String)
    /// The text was given, and is erased.
    case erased

    init(isGiven: Bool, text: String?) {
        self = text.map { .text($0) } ?? (isGiven ? .erased : .neverGiven)
    }
}

/// Reads texts on citizens. Before the caller reads them, it records why.
extension Ledger {
    /// A citizen's name and case number.
    /// - Throws: ``LedgerFailure``.
    public func identity(of reference: ParticipantReference) throws(LedgerFailure) -> Identity {
        let identity = try LedgerFailure.database { () throws(SQLiteFailure) in
            try connection.first(
                """
                SELECT name_words, name.text, case_words, "case".text FROM participant
                LEFT JOIN words AS name ON name.id = name_words LEFT JOIN words AS "case" ON "case".id = case_words
                WHERE participant = ?
                """,
                reference.text
            ) { row throws(SQLiteFailure) in
                Identity(
                    name: KeptText(isGiven: try !row.isNull(0), text: try row.textOrNull(1)),
                    caseNumber: KeptText(isGiven: try !row.isNull(2), text: try row.textOrNull(3)))
            }
        }
        return identity ?? Identity(name: .neverGiven, caseNumber: .neverGiven)
    }

    /// The texts of a version of a citizen's plan.
    /// - Throws: ``LedgerFailure``.
    public func texts(
        ofVersion version: Int, of reference: ParticipantReference
    ) throws(LedgerFailure) -> PlanTexts {
        try LedgerFailure.database { () throws(SQLiteFailure) in
            let plan = try connection.first(
                """
                SELECT goal.text, wishes.text, purpose.text FROM plan
                LEFT JOIN words AS goal ON goal.id = goal_words LEFT JOIN words AS wishes ON wishes.id = wishes_words
                LEFT JOIN words AS purpose ON purpose.id = purpose_words
                WHERE participant = ? AND version = ?
                """,
                reference.text, version
            ) { row throws(SQLiteFailure) in (try row.textOrNull(0), try row.textOrNull(1), try row.textOrNull(2)) }
            let items = try connection.all(
                """
                SELECT item, text FROM plan_item JOIN words ON id = text_words
                WHERE participant = ? AND version = ? AND text IS NOT NULL
                """,
                reference.text, version
            ) { row throws(SQLiteFailure) in (try row.item(0), try row.text(1)) }
            return PlanTexts(
                goal: plan?.0, wishes: plan?.1, purpose: plan?.2,
                items: Dictionary(items, uniquingKeysWith: { first, _ in first }))
        }
    }
}
