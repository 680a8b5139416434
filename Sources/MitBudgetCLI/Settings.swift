import Arguments
import MitBudget
import MitBudgetReports
import Phrases

enum Format: String, CaseIterable, Sendable {
    case text, json, csv, html
}

enum Colour: String, CaseIterable, Sendable {
    case auto, always, never
}

/// The options that every command takes.
enum Globals {
    static let ledger = Parameter.optional(
        "--ledger", .text("FILE", completion: .file),
        Phrase(
            da: "Journalen; ellers MITBUDGET_LEDGER, ellers mit-budget.sqlite her.",
            en: "The ledger; else MITBUDGET_LEDGER, else mit-budget.sqlite here."))
    static let claim = Parameter.optional(
        "--as", .staff,
        Phrase(
            da: "Hvem du handler som, når din konto har flere medarbejdere.",
            en: "Whom you act as, when your account has several staff members."))
    static let language = Parameter.optional(
        "--language", ValueKind<Language>.oneOf("da|en"),
        Phrase(
            da: "Sprog; ellers MITBUDGET_LANGUAGE, ellers systemets.",
            en: "Language; else MITBUDGET_LANGUAGE, else the system's."))
    static let format = Parameter.optional(
        "--format", ValueKind<Format>.oneOf("FORMAT"),
        Phrase(
            da: "Text eller json; csv og html, hvor det siges.", en: "Text or json; csv and html where that is said."))
    static let colour = Parameter.optional(
        "--color", ValueKind<Colour>.oneOf("WHEN"),
        Phrase(
            da: """
                Farver: auto, always eller never (og NO_COLOR).
                """, en: "Colours: auto, always or never (and NO_COLOR)."))

    static let all = [
        ledger.descriptor, claim.descriptor, language.descriptor, format.descriptor, colour.descriptor,
    ]
}

/// The options given besides the command's own.
struct Settings {
    var ledger = "mit-budget.sqlite"
    private var named: String?
    var claim: StaffID?
    var language = Language.english
    var format = Format.text
    var style = Style.plain
    var errorStyle = Style.plain

    /// Reads the environment, then the options. An error in an option is thrown only once all others are known, so that
    /// the message is in the requested language and format.
    init(_ typed: Typed, in world: World) {
        if let path = world.environment("MITBUDGET_LEDGER"), !path.isEmpty { ledger = path }
        language = Self.language(of: world)
        if let chosen = try? typed.value(of: Globals.language) { language = chosen }
        if let chosen = try? typed.value(of: Globals.format) { format = chosen }
        let colour = (try? typed.value(of: Globals.colour)) ?? .auto
        style = Self.style(colour, world.output, in: world)
        errorStyle = Self.style(colour, world.error, in: world)
    }

    /// Reads the options that the first pass skipped.
    /// - Throws: what is wrong with a global option.
    mutating func complete(_ typed: Typed) throws(UsageError) {
        _ = try typed.value(of: Globals.language)
        _ = try typed.value(of: Globals.format)
        _ = try typed.value(of: Globals.colour)
        claim = try typed.value(of: Globals.claim)
        if let path = try typed.value(of: Globals.ledger) {
            ledger = path
            named = path.isEmpty ? nil : path
        }
    }

    /// The global options that an advised command needs, so that it addresses the same ledger and, if the caller is to
    /// type it, acts as the same staff member.
    func globals(isCallers: Bool) -> String {
        var options = named.map { " --ledger " + shellWord($0) } ?? ""
        if isCallers, let claim { options += " --as " + conceal(claim.text) }
        return options
    }

    /// A path quoted for a shell; one that must not be repeated, or that a terminal would obey, is replaced by a
    /// placeholder.
    private func shellWord(_ path: String) -> String {
        let isObeyed = path.utf8.contains { $0 < 0x20 } || harmless(.plain).text(path) != path
        guard !isObeyed, conceal(path) == path else {
            return language == .danish ? "FIL" : "FILE"
        }
        let isPlain = path.unicodeScalars.allSatisfy { scalar in
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "/", ".", "_", "-", "+": true
            default: false
            }
        }
        return isPlain ? path : "'" + path.replacing("'", with: "'\\''") + "'"
    }

    private static func language(of world: World) -> Language {
        if let chosen = world.environment("MITBUDGET_LANGUAGE").flatMap(Language.init(rawValue:)) { return chosen }
        for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
            if let value = world.environment(name), !value.isEmpty {
                return value.hasPrefix("da") ? .danish : .english
            }
        }
        return .english
    }

    private static func style(_ colour: Colour, _ channel: World.Channel, in world: World) -> Style {
        let width = channel.terminalWidth()
        let isColoured =
            switch colour {
            case .always: true
            case .never: false
            case .auto:
                width != nil && (world.environment("NO_COLOR") ?? "").isEmpty && world.environment("TERM") != "dumb"
            }
        return Style(isColoured: isColoured, width: width ?? 100)
    }
}
