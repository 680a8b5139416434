/// What was typed for each parameter, not yet read as values.
public struct Typed: Sendable {
    /// The command that it was typed for; empty for the global options.
    public let command: [String]
    private let conceal: @Sendable (String) -> String
    /// The parameters in the order typed; so few that a search is faster than a dictionary.
    private var given: [(name: String, texts: [String])] = []

    init(command: [String], conceal: @escaping @Sendable (String) -> String) {
        self.command = command
        self.conceal = conceal
    }

    /// The value of a parameter.
    /// - Throws: ``UsageError/missing(parameters:command:)`` where a required one is missing,
    ///   ``UsageError/invalidValue(parameter:typed:fault:command:)`` where its text is not a valid value.
    public func value<Value>(of parameter: Parameter<Value>) throws(UsageError) -> Value {
        try parameter.read(self)
    }

    /// Whether a parameter of this name was typed.
    public func isGiven(_ name: String) -> Bool {
        index(of: name) != nil
    }

    /// Throws ``UsageError/missing(parameters:command:)`` with all required parameters that are missing.
    func require(_ descriptors: [Descriptor]) throws(UsageError) {
        let missing = descriptors.filter { $0.isRequired && !isGiven($0.name) }
        guard missing.isEmpty else { throw .missing(parameters: missing.map(\.label), command: command) }
    }

    func texts(of name: String) -> [String] {
        index(of: name).map { given[$0].texts } ?? []
    }

    func parse<Value>(
        _ text: String, of descriptor: Descriptor, as kind: ValueKind<Value>
    ) throws(UsageError) -> Value {
        do throws(ValueFault) {
            return try kind.parse(text)
        } catch {
            let echo = Echo(text, concealedBy: conceal)
            throw .invalidValue(parameter: descriptor.name, typed: echo, fault: error, command: command)
        }
    }

    /// Replaces each text of a parameter.
    mutating func replace(_ name: String, _ change: (String) throws(UsageError) -> String) throws(UsageError) {
        guard let index = index(of: name) else { return }
        for place in given[index].texts.indices { given[index].texts[place] = try change(given[index].texts[place]) }
    }

    mutating func recordFlag(_ name: String) {
        if !isGiven(name) { given.append((name, [])) }
    }

    mutating func record(_ text: String, for name: String) {
        if let index = index(of: name) { given[index].texts.append(text) } else { given.append((name, [text])) }
    }

    private func index(of name: String) -> Int? { given.firstIndex { $0.name == name } }
}
