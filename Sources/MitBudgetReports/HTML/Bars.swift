import MitBudget
import Phrases

/// A bar of amounts, laid end to end from zero to a full bar, as a picture in a table cell.
struct Bar {
    /// What a part of a bar shows. Each has its own pattern, so readers need no colour to tell them apart.
    enum Pattern: String {
        /// Filled: money spent.
        case spent
        /// Hatched: available, not spent; or spent earlier.
        case released
        /// Dotted: promised, not available.
        case approved
        /// An empty frame: never promised.
        case rest
    }

    /// A part of a bar and where it ends; it begins where the part before it ends.
    typealias Part = (pattern: Pattern, end: Amount)

    /// The picture in words, for readers who cannot see it.
    let description: String
    /// The amount at which the first part begins.
    var start = Amount.zero
    let parts: [Part]
    /// The amount that the full width stands for.
    let full: Amount

    var picture: HTML {
        HTML("svg", ["role": "img", "width": "100%", "height": "16"]) {
            HTML("title") { description }
            for (from, part) in zip([start] + parts.map(\.end), parts) where part.end > from {
                HTML(
                    "rect",
                    [
                        "class": part.pattern.rawValue, "x": percent(from), "y": "1", "height": "14",
                        "width": percent(part.end, minus: from),
                    ]
                ) {}
            }
        }
    }

    /// The share of the full width in hundredths of a percent, in whole numbers, so that every machine draws the same
    /// bar.
    private func share(_ amount: Amount) -> Int {
        guard full > .zero else { return 0 }
        let share = Int128(amount.ore) * 10_000 / Int128(full.ore)
        return Int(min(max(share, 0), 10_000))
    }

    private func percent(_ amount: Amount, minus other: Amount = .zero) -> String {
        let share = share(amount) - share(other)
        return "\(share / 100).\(share % 100 / 10)\(share % 10)%"
    }

    /// The fill patterns that all bars of a page share.
    static let patterns = HTML("svg", ["class": "defs", "aria-hidden": "true", "focusable": "false"]) {
        HTML("defs") {
            HTML(
                "pattern",
                [
                    "id": "hatch", "width": "5", "height": "5", "patternUnits": "userSpaceOnUse",
                    "patternTransform": "rotate(45)",
                ]
            ) { HTML("line", ["class": "hatching", "x1": "0", "y1": "0", "x2": "0", "y2": "5"]) {} }
            HTML("pattern", ["id": "dots", "width": "5", "height": "5", "patternUnits": "userSpaceOnUse"]) {
                HTML("circle", ["class": "dot", "cx": "2.5", "cy": "2.5", "r": "1.1"]) {}
            }
        }
    }

    /// The legend of the patterns.
    static func legend(_ entries: [(pattern: Pattern, meaning: Phrase)], language: Language) -> HTML {
        HTML("ul", ["class": "legend"]) {
            for (pattern, meaning) in entries {
                HTML("li") {
                    HTML("svg", ["aria-hidden": "true", "focusable": "false"]) {
                        HTML(
                            "rect", ["class": pattern.rawValue, "x": "1", "y": "1", "width": "92%", "height": "80%"]
                        ) {}
                    }
                    meaning[language]
                }
            }
        }
    }
}

/// One bar for each citizen, shared by both pages.
struct ParticipantBars {
    let participants: [Standing.Participant]
    let cap: Amount?
    let language: Language

    /// The most citizens that get a bar; more bars would not be readable.
    static let limit = Standing.Citizens.mostListed

    var html: HTML {
        guard participants.count <= Self.limit else {
            let phrase = Phrase(
                da: "Der er for mange \(.many) til en søjle til hver.", en: "There are too many for a bar each.")
            return HTML("p", ["class": "note"]) { phrase[language] }
        }
        let full = scale.full
        let table = Listing(
            caption: Phrase(
                da: "Søjle for \(.eachOne): brugt, frigivet og godkendt",
                en: "A bar each: spent, released and approved"),
            rows: participants,
            columns: [
                Column(Label.participant, in: .page) { .code($0.reference.text) },
                Column(scale.phrase, in: .page, .picture) { .markup(bar($0, full: full).picture) },
                .amount(Phrase(da: "Brugt", en: "Spent"), in: .page) { $0.balance.disbursed },
            ])
        return HTML("div") {
            Bar.legend(meanings, language: language)
            PageTable(table, in: language).html()
        }
    }

    private func bar(_ participant: Standing.Participant, full: Amount) -> Bar {
        let balance = participant.balance
        let description =
            Phrase(
                da: """
                    \(participant.reference): brugt \(balance.disbursed), frigivet \(balance.released), godkendt \
                    \(balance.approved)
                    """,
                en: """
                    \(participant.reference): spent \(balance.disbursed), released \(balance.released), approved \
                    \(balance.approved)
                    """)
        var parts: [Bar.Part] = [
            (.spent, balance.disbursed), (.released, balance.released), (.approved, balance.approved),
        ]
        // A stopped budget uses nothing more, even under the cap.
        if !participant.isWithdrawn { parts.append((.rest, full)) }
        return Bar(description: description[language], parts: parts, full: full)
    }

    private var scale: (full: Amount, phrase: Phrase) {
        if let cap { return (cap, Phrase(da: "Fuld bredde: rammen, \(cap)", en: "Full width: the cap, \(cap)")) }
        let largest = participants.map(\.balance.approved).max() ?? .zero
        return (largest, Phrase(da: "Fuld bredde: \(largest)", en: "Full width: \(largest)"))
    }

    private var meanings: [(Bar.Pattern, Phrase)] {
        [
            (.spent, Phrase(da: "brugt", en: "spent")),
            (.released, Phrase(da: "frigivet, ikke brugt", en: "released, not spent")),
            (.approved, Phrase(da: "godkendt, ikke frigivet", en: "approved, not released")),
            (
                .rest,
                cap == nil
                    ? Phrase(da: "op til den største", en: "up to the largest")
                    : Phrase(da: "op til rammen", en: "up to the cap")
            ),
        ]
    }
}
