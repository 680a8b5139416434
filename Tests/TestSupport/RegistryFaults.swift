import Arguments
import Phrases

extension CommandLineSpec {
    /// The faults of the registry itself, one line each; a test demands that there are none.
    package func faults() -> [String] {
        var faults: [String] = []
        if program.isEmpty { faults.append("the program has no name") }
        faults += summaryFaults(summary, of: "the program")
        faults += parameterFaults(globals, of: "the program")
        for global in globals where global.form == .positional {
            faults.append("the program: \(global.name) is positional and cannot be global")
        }
        for path in doubled(commands.map(\.name)) { faults.append("\(path): two commands bear this name") }
        for command in commands { faults += self.faults(of: command) }
        return faults
    }

    private func faults(of command: CommandSpec<Outcome>) -> [String] {
        var faults: [String] = []
        if command.path.isEmpty { faults.append("a command has no name") }
        for word in command.path where !isWord(word) { faults.append("\(command.name): “\(word)” is no command word") }
        if isBlank(command.group) { faults.append("\(command.name): no group") }
        faults += summaryFaults(command.summary, of: command.name)
        faults += parameterFaults(command.parameters, of: command.name)
        faults += orderFaults(of: command)
        // `--version` takes no value, so a command may define its own meaning; for no other global is the case so
        // clear.
        let hidden = globals.map(\.name).filter { $0 != "--version" }
        for option in command.options where hidden.contains(option.name) {
            faults.append("\(command.name): \(option.name) hides the global option")
        }
        if command.examples.isEmpty { faults.append("\(command.name): no example") }
        for example in command.examples { faults += self.faults(of: example, in: command) }
        return faults
    }

    private func faults(of example: Example, in command: CommandSpec<Outcome>) -> [String] {
        let place = "\(command.name): example “\(example.line)”"
        if isBlank(example.meaning) { return ["\(place) does not say what it does"] }
        guard let words = shellWords(example.line) else { return ["\(place) has an open quotation mark"] }
        guard words.first == program else { return ["\(place) does not begin with \(program)"] }
        do throws(UsageError) {
            guard case .run(let found, _) = try parse(Array(words.dropFirst())).request, found.path == command.path
            else { return ["\(place) is not of this command"] }
            return []
        } catch {
            return ["\(place): \(error.message.problem[.english])"]
        }
    }

    private func orderFaults(of command: CommandSpec<Outcome>) -> [String] {
        var faults: [String] = []
        for (earlier, later) in zip(command.positionals, command.positionals.dropFirst()) {
            if earlier.occurrence == .repeated {
                faults.append("\(command.name): \(later.name) can never be reached after \(earlier.name)")
            } else if !earlier.isRequired, later.isRequired {
                faults.append("\(command.name): \(later.name) is required after \(earlier.name), which is not")
            }
        }
        return faults
    }
}

/// The widest summary, in Characters, that leaves the overview readable at 80 columns.
private let summaryAtMost = 72

private func summaryFaults(_ summary: Phrase, of owner: String) -> [String] {
    Language.allCases.compactMap { language in
        let text = summary[language]
        if text.isEmpty { return "\(owner): no summary (\(language.rawValue))" }
        if text.contains(where: \.isNewline) { return "\(owner): summary of several lines (\(language.rawValue))" }
        return text.count > summaryAtMost
            ? "\(owner): summary of \(text.count) characters, at most \(summaryAtMost) (\(language.rawValue))" : nil
    }
}

private func parameterFaults(_ parameters: [Descriptor], of owner: String) -> [String] {
    var faults = doubled(parameters.map(\.name)).map { "\(owner): \($0) is there twice" }
    for parameter in parameters {
        let place = "\(owner): \(parameter.name)"
        switch parameter.form {
        case .flag, .option:
            let isName = parameter.name.hasPrefix("--") && isWord(String(parameter.name.dropFirst(2)))
            if !isName { faults.append("\(place) is no option name") }
            if parameter.form == .option, parameter.valueName.isEmpty { faults.append("\(place) has no value name") }
        case .positional:
            if parameter.name.isEmpty || parameter.name.hasPrefix("-") { faults.append("\(place) is no argument name") }
        }
        if isBlank(parameter.help) { faults.append("\(place) has no help") }
        if let values = parameter.allowedValues {
            if values.isEmpty { faults.append("\(place) allows no value") }
            for value in doubled(values) { faults.append("\(place) allows “\(value)” twice") }
        }
    }
    return faults
}

/// Whether a word is easy to type: small letters, digits and hyphens, beginning with a letter.
private func isWord(_ text: String) -> Bool {
    guard let first = text.utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) else { return false }
    return text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
        default: false
        }
    }
}

private func isBlank(_ phrase: Phrase) -> Bool {
    Language.allCases.contains { phrase[$0].allSatisfy(\.isWhitespace) }
}

private func doubled(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    var doubled: [String] = []
    for name in names where !seen.insert(name).inserted && !doubled.contains(name) { doubled.append(name) }
    return doubled
}
