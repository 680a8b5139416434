import Phrases

extension CommandLineSpec {
    /// Help on a command, a group of commands, a topic, or (no words) the whole program. Ends with a line break.
    /// - Parameter width: in Characters, at least 20. A wider word, label or example exceeds it, and so does text in
    ///   columns below about 52.
    /// - Throws: ``UsageError/unknownCommand(typed:group:nearest:commands:)`` where the words name none of them.
    public func help(for topic: [String], in language: Language, width: Int) throws(UsageError) -> String {
        var page = HelpPage(language: language, width: max(20, width))
        if let command = command(topic) {
            page.write(command, of: self)
        } else if let wrong = topic.indices.first(where: { commands(under: Array(topic[...$0])).isEmpty }) {
            guard let other = topics().first(where: { [$0.name] == topic }) else {
                throw unknownCommand(topic[wrong], after: Array(topic[..<wrong]))
            }
            page.write(other)
        } else {
            let isWhole = topic.isEmpty
            if isWhole { page.paragraph("\(program): \(summary[language])") }
            page.usage([program] + topic + [Heading.command[language], "…"])
            page.write(commands(under: topic), inGroups: isWhole)
            page.write(globals, under: Heading.globals)
            let more = "\(program) \(Heading.command[language]) --help"
            page.paragraph(Phrase(da: "\(more) fortæller mere.", en: "\(more) tells more.")[language])
        }
        return page.text
    }
}

private enum Heading {
    static let usage = Phrase(da: "Brug:", en: "Usage:")
    static let command = Phrase(da: "KOMMANDO", en: "COMMAND")
    static let commands = Phrase(da: "Kommandoer", en: "Commands")
    static let arguments = Phrase(da: "Argumenter", en: "Arguments")
    static let options = Phrase(da: "Tilvalg", en: "Options")
    static let globals = Phrase(da: "Fælles tilvalg", en: "Global options")
    static let examples = Phrase(da: "Eksempler", en: "Examples")
}

/// A page of help, section by section, separated by blank lines.
private struct HelpPage {
    let language: Language
    let width: Int
    private var lines: [String] = []

    init(language: Language, width: Int) {
        self.language = language
        self.width = width
    }

    var text: String { lines.joined(separator: "\n") + "\n" }

    mutating func write<Outcome>(_ command: CommandSpec<Outcome>, of spec: CommandLineSpec<Outcome>) {
        let called = "\(spec.program) \(command.name)"
        usage([called] + (command.positionals + command.options).map(\.synopsis))
        paragraph(command.summary[language])
        for part in command.discussion[language].split(separator: "\n") { paragraph(String(part)) }
        write(command.positionals, under: Heading.arguments)
        write(command.options, under: Heading.options)
        let hidden = command.options.map(\.name)
        write(spec.globals.filter { !hidden.contains($0.name) }, under: Heading.globals)
        guard !command.examples.isEmpty else { return }
        let examples = command.examples.flatMap { example in
            wrapped(example.meaning[language], width: width - 2).map { "  " + $0 } + ["    " + example.line]
        }
        section([Heading.examples[language]] + examples)
    }

    mutating func write(_ topic: Topic) {
        let parts = topic.parts()
        let columns = Columns(labels: parts.map(\.label[language]), width: width)
        paragraph(topic.name)
        section(
            parts.flatMap { label, text in
                text[language].split(separator: "\n").enumerated().flatMap { index, line in
                    columns.lines(index == 0 ? label[language] : "", String(line))
                }
            })
    }

    mutating func write<Outcome>(_ commands: [CommandSpec<Outcome>], inGroups: Bool) {
        let columns = Columns(labels: commands.map(\.name), width: width)
        var groups: [Phrase] = []
        for command in commands where inGroups && !groups.contains(command.group) { groups.append(command.group) }
        for heading in inGroups ? groups : [Heading.commands] {
            let members = commands.filter { !inGroups || $0.group == heading }
            section([heading[language]] + members.flatMap { columns.lines($0.name, $0.summary[language]) })
        }
    }

    mutating func write(_ descriptors: [Descriptor], under heading: Phrase) {
        guard !descriptors.isEmpty else { return }
        let columns = Columns(labels: descriptors.map(\.label), width: width)
        section([heading[language]] + descriptors.flatMap { columns.lines($0.label, helpText($0)) })
    }

    mutating func usage(_ pieces: [String]) {
        let first = "\(Heading.usage[language]) \(pieces[0]) "
        // A long command would leave a narrow column, so its parameters go below it.
        guard width - first.count >= width / 2 else {
            let rest = wrapped(Array(pieces.dropFirst()), width: width - 4).map { "    " + $0 }
            return section([String(first.dropLast())] + rest)
        }
        let rest = wrapped(Array(pieces.dropFirst()), width: width - first.count)
        section(rest.isEmpty ? [String(first.dropLast())] : hanging(first, rest))
    }

    mutating func paragraph(_ text: String) {
        section(wrapped(text, width: width))
    }

    private mutating func section(_ section: [String]) {
        guard !section.isEmpty else { return }
        if !lines.isEmpty { lines.append("") }
        lines += section
    }

    private func helpText(_ descriptor: Descriptor) -> String {
        var sentences = [descriptor.help[language]]
        if let values = descriptor.allowedValues?.joined(separator: ", ") {
            sentences.append(Phrase(da: "En af: \(values).", en: "One of: \(values).")[language])
        }
        switch (descriptor.form, descriptor.occurrence) {
        case (.option, .required): sentences.append(Phrase(da: "Skal angives.", en: "Required.")[language])
        case (_, .repeated): sentences.append(Phrase(da: "Kan gentages.", en: "May be repeated.")[language])
        case (.flag, _), (.positional, _), (.option, .optional): break
        }
        return sentences.joined(separator: " ")
    }
}
