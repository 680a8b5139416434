extension Programme {
    /// The names that the terms give to codes; see ``Label``.
    public struct Names: Equatable, Sendable, ExpressibleByDictionaryLiteral {
        /// A code and its name.
        public struct Naming: Equatable, Sendable {
            /// The code of an area, a post or a result.
            public let code: Exactly
            /// Its name in both languages.
            public let title: Title

            /// Makes a naming from its parts.
            public init(code: Exactly, title: Title) {
                self.code = code
                self.title = title
            }
        }

        /// The names in order of code. Every command reads them, and an array costs less to make than a dictionary.
        public let all: [Naming]

        /// Makes names, of which no two have the same code.
        public init(_ names: [Naming]) {
            all = names.sorted { $0.code < $1.code }
        }

        /// Makes names from codes and titles.
        public init(dictionaryLiteral names: (Exactly, Title)...) {
            self.init(names.map(Naming.init))
        }

        /// The name of a code; `nil` where it has none.
        public subscript(code: Exactly) -> Title? {
            var (low, high) = (0, all.count)
            while low < high {
                let middle = (low + high) / 2
                if all[middle].code < code { low = middle + 1 } else { high = middle }
            }
            return low < all.count && all[low].code == code ? all[low].title : nil
        }
    }
}

// What codes are called, and which code a text names.
extension Programme {
    /// The post that a text names, by its code or by a label in either language; the text as a code where it names
    /// none.
    public func post(named text: PostName) -> PostName { code(text, among: posts.map(\.name), label: label(of:)) }

    /// The area that a text names; see ``post(named:)``.
    public func area(named text: Area) -> Area { code(text, among: areas, label: label(of:)) }

    /// The result that a text names; see ``post(named:)``.
    public func result(named text: ResultCode) -> ResultCode {
        code(text, among: results.map(\.code), label: label(of:))
    }

    /// A code wins over a label. A text that only differs in case from several codes names none of them.
    private func code<Code: Verbatim>(_ text: Code, among codes: [Code], label: (Code) -> Title?) -> Code {
        if codes.contains(text) { return text }
        let key = Label.key(text.text)
        let alike = codes.filter { Label.key($0.text) == key }
        guard alike.isEmpty else { return alike.count == 1 ? alike[0] : text }
        let called = codes.first { code in
            guard let title = label(code) else { return false }
            return Label.key(title.danish.string) == key || Label.key(title.english.string) == key
        }
        return called ?? text
    }

    /// The name of a post; `nil` where the terms name none, so that its code stands for itself. The recipients' post is
    /// called after them.
    public func label(of post: PostName) -> Title? {
        if let given = names[Exactly(post.text)] { return given }
        guard post == .citizens else { return Self.standardLabel(of: post) }
        return recipient.map { recipient in
            recipient == .citizen
                ? Self.citizensLabel
                : Title(
                    danish: Text(unchecked: recipient.danish.many), english: Text(unchecked: recipient.english.many))
        }
    }

    /// The name of an area or a result; `nil` where the terms name none, so that the code stands for itself.
    public func label(of code: some Verbatim) -> Title? {
        names[Exactly(code.text)] ?? Self.standardLabel(of: code)
    }

    /// The name of the citizens' post in terms that name neither the post nor its recipients.
    public static let citizensLabel = Title(
        danish: Text(unchecked: "borgere"), english: Text(unchecked: "citizens"))

    /// The name of a code of Aabenraa's programme, which terms that give none share; `nil` for any other code.
    public static func standardLabel(of code: some Verbatim) -> Title? {
        let (danish, english): (String, String)
        switch code.text {
        case "project": (danish, english) = ("projekt", "project")
        case "job": (danish, english) = ("job", "job")
        case "housing": (danish, english) = ("bolig", "housing")
        case "life": (danish, english) = ("livssituation", "life situation")
        case "reached": (danish, english) = ("mål nået", "goal reached")
        case "closer": (danish, english) = ("tættere på målet", "closer to the goal")
        case "unchanged": (danish, english) = ("uændret", "unchanged")
        case _: return nil
        }
        return Title(danish: Text(unchecked: danish), english: Text(unchecked: english))
    }
}
