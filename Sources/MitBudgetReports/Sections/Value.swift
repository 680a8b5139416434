import JSON
import MitBudget
import Phrases

/// The value of a cell; each form writes it in its own way.
enum Value {
    /// The number of an entry, an item or a version, or a count.
    case number(Int)
    case day(Day)
    /// A time; text and pages show only its day.
    case moment(Moment)
    /// A code. A page may wrap a long one.
    case code(String)
    /// A code with its name. JSON and CSV write the code, text and pages the name.
    case name(code: String, Phrase)
    /// Words, which JSON leaves out.
    case words(Phrase)
    /// Words, each on a line of its own on a page.
    case lines([Phrase])
    /// An amount; JSON writes it in øre.
    case amount(Amount)
    /// A change of an amount, written with its sign.
    case change(Amount)
    /// The percentage that a part is of a whole.
    case percentage(Amount, of: Amount)
    case entries([EntryNumber])
    /// Whether something is so.
    case truth(Bool)
    /// A value of a programme file; JSON and CSV write it as the file does.
    case term(TermsChange.Value)
    /// A list within the row, which only JSON holds.
    case list((inout [UInt8]) -> Void)
    /// Lines or a picture, which only pages can show.
    case markup(HTML)

    /// The value as text.
    func text(in language: Language) -> String {
        switch self {
        case .number(let number): String(number)
        case .day(let day): day.short(in: language)
        case .moment(let moment): moment.day.short(in: language)
        case .code(let code): code
        case .name(_, let words), .words(let words): words[language]
        case .amount(let amount): amount.bare(in: language)
        case .change(let amount): amount.signed(in: language)
        case .percentage(let part, let whole): part.percent(of: whole, in: language)
        case .lines(let lines): lines.map { $0[language] }.joined(separator: ", ")
        case .entries(let entries): entries.map { "\($0.value)" }.joined(separator: " ")
        case .truth(let isTrue): Phrase.truth(isTrue)[language]
        case .term(let value): value.phrase[language]
        case .markup, .list: ""
        }
    }

    /// Appends the value as a CSV field. Days and figures need no quotation marks in either convention.
    func appendField(in language: Language, separator: Unicode.Scalar, to bytes: inout [UInt8]) {
        switch self {
        case .number(let number): JSON.write(Int64(number), to: &bytes)
        case .day(let day): day.appendShort(in: language, to: &bytes)
        case .moment(let moment): moment.append(to: &bytes)
        case .amount(let amount): amount.appendTyped(in: language, to: &bytes)
        case .code(let code), .name(let code, _): CSV.write(code, separator: separator, to: &bytes)
        case .term(let value): value.appendField(in: language, separator: separator, to: &bytes)
        case .words, .lines, .change, .percentage, .entries, .truth, .markup, .list:
            CSV.write(text(in: language), separator: separator, to: &bytes)
        }
    }

    /// Appends the value as a JSON member.
    func appendMember(_ key: StaticString, to bytes: inout [UInt8]) {
        switch self {
        case .number(let number): bytes.member(key, number)
        case .day(let day): bytes.member(key, day)
        case .moment(let moment): bytes.member(key, moment)
        case .code(let code), .name(let code, _): bytes.member(key, code)
        case .amount(let amount): bytes.member(key, amount)
        case .entries(let entries): bytes.member(key, entries.lazy.map(\.value))
        case .truth(let isTrue): bytes.member(key, isTrue)
        case .term(let value): value.appendMember(key, to: &bytes)
        case .list(let write):
            JSON.begin(key, in: &bytes)
            write(&bytes)
        case .words, .lines, .change, .percentage, .markup: bytes.member(key, nil as String?)
        }
    }

    /// Adds the value as markup.
    func add(to html: inout HTML, in language: Language) {
        switch self {
        case .number(let number): html.add(number)
        case .day(let day): html.add(day, in: language)
        case .moment(let moment): html.add(moment.day, in: language)
        case .code(let code): html.add(code)
        case .amount(let amount): html.add(amount, in: language)
        case .entries(let entries): html.add(entries.map { "\($0.value)" }.joined(separator: ", "))
        case .markup(let markup): html.add(markup)
        case .lines(let lines):
            for line in lines { html.add(HTML("span", ["class": "line"]) { line[language] + " " }) }
        case .name, .words, .change, .percentage, .truth, .term, .list: html.add(text(in: language))
        }
    }
}
