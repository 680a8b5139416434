import MitBudget
import Phrases

/// A fact with its name, one line in the head of a report.
struct Fact {
    enum Value {
        case words(Phrase)
        case amount(Amount)
        case anchor(String)

        /// The name of a person or thing.
        static func name(_ text: Text) -> Value { .words(Phrase(verbatim: text.string)) }
    }

    let name: Phrase
    let value: Value
    /// The forms that show the fact.
    let forms: Forms

    init(_ name: Phrase, _ value: Value, in forms: Forms = .all) {
        self.name = name
        self.value = value
        self.forms = forms
    }

    /// The fact as a phrase.
    var phrase: Phrase {
        switch value {
        case .words(let phrase): phrase
        case .amount(let amount): Phrase(da: "\(amount)", en: "\(amount)")
        case .anchor(let anchor): Phrase(verbatim: anchor)
        }
    }
}

extension [Fact] {
    /// A line for each fact that text shows, or several where it is long.
    func lines(
        in language: Language, style: Style = .plain, upTo most: Int = Style.plain.width
    ) -> [String] {
        let facts = filter { $0.forms.contains(.text) }
        let width = facts.map { $0.name[language].columns }.max() ?? 0
        return facts.flatMap { fact in
            let name = fact.name[language]
            let blanks = String(repeating: " ", count: width - name.columns + 2)
            return fact.phrase[language].folded(
                to: most, first: style.dim(name) + blanks,
                rest: String(repeating: " ", count: width + 2)
            ).map(\.withoutTrailingBlanks)
        }
    }

    /// The facts that CSV shows, as a list.
    var records: Listing<Fact> {
        Listing(
            caption: .blank, rows: filter { $0.forms.contains(.csv) },
            columns: [
                Column(Label.what, .words) { .words($0.name) }, Column(Label.value, .words) { .words($0.phrase) },
            ])
    }

    /// The facts that a page shows.
    func html(on page: Page) -> HTML {
        HTML("dl") {
            for fact in self where fact.forms.contains(.page) {
                HTML("dt") { page.say(fact.name) }
                HTML("dd") {
                    switch fact.value {
                    case .words(let phrase): HTML(page.say(phrase))
                    case .amount(let amount): page.amount(amount)
                    case .anchor(let anchor): page.anchor(anchor)
                    }
                }
            }
        }
    }
}
