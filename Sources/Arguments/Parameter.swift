import Phrases

/// An option, flag or positional: its description, and how its value is read from what was typed.
public struct Parameter<Value>: Sendable {
    /// The facts for help, completions and the manual page.
    public let descriptor: Descriptor
    /// Reads the value. Throws ``UsageError`` where a required value is missing or a text is not a valid value.
    public let read: @Sendable (Typed) throws(UsageError) -> Value

    init(_ descriptor: Descriptor, read: @escaping @Sendable (Typed) throws(UsageError) -> Value) {
        self.descriptor = descriptor
        self.read = read
    }

    /// An option that must be given: `--amount KR`.
    public static func option(_ name: String, _ kind: ValueKind<Value>, _ help: Phrase) -> Parameter {
        one(Descriptor(name, kind, .option, .required, help: help), kind)
    }

    /// An option that may be left out: `[--on DAY]`.
    public static func optional<Wrapped>(_ name: String, _ kind: ValueKind<Wrapped>, _ help: Phrase) -> Parameter
    where Value == Wrapped? {
        atMostOne(Descriptor(name, kind, .option, .optional, help: help), kind)
    }

    /// An option that may be given any number of times: `[--item AREA:AMOUNT:TEXT]…`.
    public static func repeated<Element>(_ name: String, _ kind: ValueKind<Element>, _ help: Phrase) -> Parameter
    where Value == [Element] {
        many(Descriptor(name, kind, .option, .repeated, help: help), kind)
    }

    /// A flag, true where it is given: `[--dry-run]`.
    public static func flag(_ name: String, _ help: Phrase) -> Parameter where Value == Bool {
        Parameter(Descriptor(flag: name, help: help)) { typed in typed.isGiven(name) }
    }

    /// A positional that must be given: `ENTRY`. Its name is that of the kind.
    public static func argument(_ kind: ValueKind<Value>, _ help: Phrase) -> Parameter {
        one(Descriptor(kind.name, kind, .positional, .required, help: help), kind)
    }

    /// A positional that may be left out: `[FOLDER]`.
    public static func optionalArgument<Wrapped>(_ kind: ValueKind<Wrapped>, _ help: Phrase) -> Parameter
    where Value == Wrapped? {
        atMostOne(Descriptor(kind.name, kind, .positional, .optional, help: help), kind)
    }

    /// All remaining positionals, possibly none: `[COMMAND]…`.
    public static func arguments<Element>(_ kind: ValueKind<Element>, _ help: Phrase) -> Parameter
    where Value == [Element] {
        many(Descriptor(kind.name, kind, .positional, .repeated, help: help), kind)
    }

    /// The same parameter, whose value is made together with what else was typed.
    public func map<Other>(_ make: @escaping @Sendable (Value, Typed) -> Other) -> Parameter<Other> {
        let read = read
        return Parameter<Other>(descriptor) { typed throws(UsageError) in make(try read(typed), typed) }
    }

    private static func one(_ descriptor: Descriptor, _ kind: ValueKind<Value>) -> Parameter {
        Parameter(descriptor) { typed throws(UsageError) in
            guard let text = typed.texts(of: descriptor.name).first else {
                throw .missing(parameters: [descriptor.label], command: typed.command)
            }
            return try typed.parse(text, of: descriptor, as: kind)
        }
    }

    private static func atMostOne<Wrapped>(_ descriptor: Descriptor, _ kind: ValueKind<Wrapped>) -> Parameter
    where Value == Wrapped? {
        Parameter(descriptor) { typed throws(UsageError) in
            guard let text = typed.texts(of: descriptor.name).first else { return nil }
            return try typed.parse(text, of: descriptor, as: kind)
        }
    }

    private static func many<Element>(_ descriptor: Descriptor, _ kind: ValueKind<Element>) -> Parameter
    where Value == [Element] {
        Parameter(descriptor) { typed throws(UsageError) in
            var values: [Element] = []
            for text in typed.texts(of: descriptor.name) {
                values.append(try typed.parse(text, of: descriptor, as: kind))
            }
            return values
        }
    }
}
