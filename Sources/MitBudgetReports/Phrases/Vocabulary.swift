public import MitBudget
import Phrases

/// What phrases call whom the money goes to, and the codes of posts, areas and results: the words of a programme's
/// terms.
///
/// Phrases ask ``current``, so a phrase that holds such a word is made anew each time and never kept in a `static let`,
/// which would hold the first programme's words for good.
public final class Vocabulary: Sendable {
    /// The terms; `nil` for the words of the built-in programme where no ledger is known.
    private let programme: Programme?
    /// Terms that have names for what ``programme`` has none of any more.
    private let former: Programme?

    private init(_ programme: Programme?, formerly former: Programme?) {
        self.programme = programme
        self.former = former
    }

    /// The words of a programme.
    /// - Parameter former: the terms before an amendment, for the names of what is gone.
    public convenience init(_ programme: Programme, formerly former: Programme? = nil) {
        self.init(.some(programme), formerly: former)
    }

    /// The words of the built-in programme.
    public static let standard = Vocabulary(nil, formerly: nil)

    /// Whether money goes to recipients, so that phrases may speak of them.
    public var hasRecipients: Bool { programme?.hasRecipients ?? true }

    /// Whether the recipients are people.
    public var isPersonal: Bool { programme?.isPersonal ?? true }

    /// The word for whom the money goes to. Help on commands that a programme without recipients never needs still has
    /// to call them something.
    var recipient: Programme.Recipient {
        guard let programme else { return .citizen }
        return programme.recipient ?? .unnamed
    }

    /// A reference as it may be typed: `B01`.
    func example(_ number: Int) -> ParticipantReference? {
        ParticipantReference(prefix: recipient.prefix, number: number)
    }

    /// The name of a post; `nil` where the code stands for itself.
    func label(of post: PostName) -> Programme.Title? {
        guard let programme else {
            return post == .citizens ? Programme.citizensLabel : Programme.standardLabel(of: post)
        }
        return programme.label(of: post) ?? former?.label(of: post)
    }

    /// The name of an area or a result; `nil` where the code stands for itself.
    func label(of code: some Verbatim) -> Programme.Title? {
        guard let programme else { return Programme.standardLabel(of: code) }
        return programme.label(of: code) ?? former?.label(of: code)
    }
}
