public import Phrases

/// A subject that help explains besides commands, such as a rule.
public struct Topic: Sendable {
    /// The word to type after `help`.
    public let name: String
    /// The explanation in parts, each with a label. A line break in a text begins a new line.
    public let parts: @Sendable () -> [(label: Phrase, text: Phrase)]

    /// Makes a topic; its parts are made when they are needed.
    public init(_ name: String, parts: @escaping @Sendable () -> [(label: Phrase, text: Phrase)]) {
        self.name = name
        self.parts = parts
    }
}
