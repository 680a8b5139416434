import Phrases

extension UsageError {
    /// What is wrong and what to do about it.
    public var message: Message {
        Message(problem: problem, remedy: remedy)
    }

    private var problem: Phrase {
        switch self {
        case .commandMissing(let group, _):
            return group.isEmpty
                ? Phrase(da: "Der mangler en kommando.", en: "There is no command.")
                : Phrase(da: "Efter \(spaced(group)) mangler et ord.", en: "A word is missing after \(spaced(group)).")
        case .unknownCommand(let typed, let group, _, _):
            let words = group + [typed.text]
            return Phrase(da: "Kommandoen \(spaced(words)) findes ikke.", en: "There is no command \(spaced(words)).")
        case .unknownOption(let typed, let command, _):
            return command.isEmpty
                ? Phrase(da: "Tilvalget \(typed.text) findes ikke.", en: "There is no option \(typed.text).")
                : lacksOption(typed.text, command)
        case .optionOfOthers(let option, let command, _, _):
            return lacksOption(option, command)
        case .optionBeforeCommand(let option, _):
            return Phrase(da: "\(option) står før kommandoen.", en: "\(option) stands before the command.")
        case .repeatedOption(let option):
            return Phrase(da: "\(option) er angivet mere end én gang.", en: "\(option) is given more than once.")
        case .valueMissing(let option, _):
            return Phrase(da: "Værdien mangler for \(option).", en: "The value is missing for \(option).")
        case .unexpectedValue(let flag):
            return Phrase(da: "\(flag) tager ingen værdi.", en: "\(flag) takes no value.")
        case .missing(let parameters, let command):
            return Phrase(
                da: "Der mangler \(listed(parameters))\(at(command)).",
                en: "Missing\(at(command)): \(listed(parameters)).")
        case .surplusArgument(nil, let command, _):
            return Phrase(
                da: "Der er ét argument for meget til \(spaced(command)).",
                en: "There is one argument too many for \(spaced(command)).")
        case .surplusArgument(let typed?, let command, _):
            return Phrase(
                da: "\(typed.text) er ét argument for meget til \(spaced(command)).",
                en: "\(typed.text) is one argument too many for \(spaced(command)).")
        case .invalidValue(let parameter, _, let fault, _) where fault.standsAlone:
            return Phrase(da: "\(parameter): \(fault.reason)", en: "\(parameter): \(fault.reason)")
        case .invalidValue(let parameter, let typed, let fault, _):
            return Phrase(
                da: "\(parameter) kan ikke være \(typed.text). \(fault.reason)",
                en: "\(parameter) cannot be \(typed.text). \(fault.reason)")
        case .textMissing(let parameter):
            return Phrase(
                da: "Der kom ingen tekst til \(parameter) på standardinput.",
                en: "No text for \(parameter) came on standard input.")
        case .excludes(let first, let second):
            return Phrase(
                da: "\(first) og \(second) kan ikke bruges sammen.",
                en: "\(first) and \(second) cannot be used together.")
        case .needsOneOf(let parameters, let command):
            return Phrase(
                da: "Der mangler en af: \(listed(parameters))\(at(command)).",
                en: "Missing\(at(command)), one of: \(listed(parameters)).")
        case .needs(let parameter, let other, _):
            return Phrase(da: "\(parameter) kræver \(other).", en: "\(parameter) needs \(other).")
        case .notUTF8(let position):
            return Phrase(da: "Argument \(position) er ikke UTF-8.", en: "Argument \(position) is not UTF-8.")
        }
    }

    private var remedy: Phrase {
        switch self {
        case .commandMissing(_, let commands):
            return chooseOne(commands)
        case .unknownCommand(_, let group, let nearest, let commands):
            return nearest.map(didYouMean) ?? (commands.isEmpty ? seeHelp(group) : chooseOne(commands))
        case .unknownOption(_, let command, let nearest):
            return nearest.map(didYouMean) ?? seeHelp(command)
        case .optionOfOthers(_, let command, let owners, let nearest):
            let next = nearest.map(didYouMean) ?? seeHelp(command)
            return Phrase(
                da: "Det hører til: \(firstFew(owners)). \(next)", en: "It belongs to: \(firstFew(owners)). \(next)")
        case .optionBeforeCommand(_, let owners):
            return Phrase(
                da: "Skriv det efter kommandoen. Det hører til: \(firstFew(owners)).",
                en: "Write it after the command. It belongs to: \(firstFew(owners)).")
        case .repeatedOption:
            return Phrase(da: "Angiv det én gang.", en: "Give it once.")
        case .valueMissing(let option, let valueName):
            return Phrase(
                da: "Skriv \(option) \(valueName), eller \(option)=\(valueName), hvis værdien begynder med --.",
                en: "Write \(option) \(valueName), or \(option)=\(valueName) if the value begins with --.")
        case .unexpectedValue(let flag):
            return Phrase(da: "Skriv \(flag) alene.", en: "Write \(flag) alone.")
        case .surplusArgument(_, let command, let nearest):
            let quote = Phrase(
                da: "Sæt tekst på flere ord i anførselstegn. \(seeHelp(command))",
                en: "Put text of several words in quotation marks. \(seeHelp(command))")
            return nearest.map(didYouMean) ?? quote
        case .invalidValue(_, _, let fault, let command):
            return fault.remedy ?? seeHelp(command)
        case .excludes(let first, let second):
            return Phrase(da: "Vælg \(first) eller \(second).", en: "Choose \(first) or \(second).")
        case .missing(_, let command), .needsOneOf(_, let command), .needs(_, _, let command):
            return seeHelp(command)
        case .textMissing(let parameter):
            return Phrase(
                da: "Giv én linje for hver tekst med -, eller skriv den: \(parameter) TEKST.",
                en: "Give one line for each text with -, or write it: \(parameter) TEXT.")
        case .notUTF8:
            return Phrase(
                da: "Sæt terminalen til UTF-8, og skriv det igen.", en: "Set the terminal to UTF-8 and retype it.")
        }
    }
}

private func spaced(_ words: [String]) -> String { words.joined(separator: " ") }

private func listed(_ names: [String]) -> String { names.joined(separator: ", ") }

private func firstFew(_ names: [String]) -> String {
    names.count > 5 ? listed(names.prefix(4) + ["…"]) : listed(names)
}

private func at(_ command: [String]) -> Phrase {
    command.isEmpty
        ? Phrase(verbatim: "")
        : Phrase(da: " til \(spaced(command))", en: " for \(spaced(command))")
}

private func lacksOption(_ option: String, _ command: [String]) -> Phrase {
    Phrase(
        da: "\(option) er ikke et tilvalg til \(spaced(command)).",
        en: "\(option) is not an option of \(spaced(command)).")
}

private func chooseOne(_ commands: [String]) -> Phrase {
    Phrase(da: "Vælg en af: \(listed(commands)).", en: "Choose one of: \(listed(commands)).")
}

private func seeHelp(_ command: [String]) -> Phrase {
    let line = spaced(command + ["--help"])
    return Phrase(da: "\(line) viser, hvad der kan angives.", en: "\(line) shows what can be given.")
}
