public import Phrases

/// What help explains besides commands, such as a rule.
public struct Topic: Sendable {
    /// What is typed for it after `help`.
    public let name: String
    /// What is told about it, each part under its label. A line break in a text begins a new line.
    public let parts: @Sendable () -> [(label: Phrase, text: Phrase)]

    /// A topic, whose parts are made when they are asked for.
    public init(_ name: String, parts: @escaping @Sendable () -> [(label: Phrase, text: Phrase)]) {
        self.name = name
        self.parts = parts
    }
}
