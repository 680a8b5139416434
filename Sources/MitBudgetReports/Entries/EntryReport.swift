public import MitBudget
public import Phrases

/// One entry whole, as text: what it says, what it stands on and what became of it, each with the command that shows
/// more.
public struct EntryReport {
    private let facts: EntryFacts
    private let recorded: LocalTime

    /// Makes a report.
    /// - Parameter recorded: when the entry was recorded, in local time.
    public init(_ facts: EntryFacts, recorded: LocalTime) {
        self.facts = facts
        self.recorded = recorded
    }

    /// The report as text, 80 columns wide; only commands may be longer.
    /// - Parameter globals: the options that a command needs besides its own, with a blank before them; its argument
    ///   says whether the caller types the command.
    public func text(in language: Language, style: Style, globals: (_ isCallers: Bool) -> String) -> String {
        let headline = Phrase(
            da: "Postering \(facts.number): \(facts.entry.summary)",
            en: "Entry \(facts.number): \(facts.entry.summary)")
        let lines = lines
        let width = lines.map { $0.name[language].columns }.max() ?? 0
        var text = headline[language].folded(to: Self.width).map(style.bold)
        text.append("")
        for line in lines {
            let name = line.name[language]
            let margin = String(repeating: " ", count: width + 4)
            let lead = "  " + style.dim(name) + String(repeating: " ", count: width - name.columns + 2)
            let words = line.words[language]
            if !words.isEmpty { text += words.folded(to: Self.width, first: lead, rest: margin) }
            if let command = line.command {
                let typed = "mitbudget" + globals(line.isCallers) + " " + command[language]
                text.append((words.isEmpty ? lead : margin) + style.dim(typed))
            }
        }
        text += ["", "  " + style.dim(Phrase(da: "Kontrolkode", en: "Anchor")[language]), "  " + facts.anchor]
        return text.map { $0 + "\n" }.joined()
    }

    private static let width = 80

    /// A line, or two with its command.
    private struct Line {
        let name: Phrase
        var words = Phrase(verbatim: "")
        /// Without the program's name.
        var command: Phrase?
        /// Whether it matters who types the command.
        var isCallers = false
    }

    private var lines: [Line] {
        var lines = own
        if let subject { lines.append(subject) }
        if case .wordsRead(_, let scope, _) = facts.entry.event {
            lines.append(Line(name: Phrase(da: "Læst", en: "Read"), words: scope.phrase))
        }
        lines += listed + plan + corrected + released + voucher + came + corrections
        if let more { lines.append(Line(name: Phrase(da: "Se også", en: "See also"), command: more)) }
        return lines + texts + items
    }

    private var own: [Line] {
        let kind = facts.entry.event.kind.phrase
        var lines = [
            Line(name: Phrase(da: "Slags", en: "Kind"), words: kind),
            Line(name: Phrase(da: "Dag", en: "Day"), words: Phrase(da: "\(facts.entry.day)", en: "\(facts.entry.day)")),
        ]
        if let paid = facts.entry.event.money?.paid {
            lines.append(Line(name: Phrase(da: "Betalt", en: "Paid"), words: Phrase(da: "\(paid)", en: "\(paid)")))
        }
        lines.append(
            Line(
                name: Phrase(da: "Bogført", en: "Recorded"),
                words: Phrase(
                    da: "\(recorded.text(in: .danish)) af \(facts.staff)",
                    en: "\(recorded.text(in: .english)) by \(facts.staff)")))
        if let once = facts.entry.once {
            lines.append(Line(name: Phrase(da: "Engangsnøgle", en: "Once key"), words: Phrase(verbatim: once.text)))
        }
        return lines
    }

    /// Whom or what the entry is about.
    private var subject: Line? {
        let money = facts.entry.event.money
        if let participant = facts.entry.event.participant {
            var words = Phrase(verbatim: participant.text)
            if let item = money?.item { words = Phrase(da: "\(words), punkt \(item)", en: "\(words), item \(item)") }
            if let area = facts.links.area { words = Phrase(da: "\(words), \(area)", en: "\(words), \(area)") }
            return Line(
                name: Noun.one.capital.phrase, words: words,
                command: Phrase(verbatim: "participant show \(participant.text)"))
        }
        return money?.post.map { post in
            Line(name: Phrase(da: "Budgetpost", en: "Post"), words: Phrase(da: "\(post)", en: "\(post)"))
        }
    }

    /// The entries that were approved or confirmed, and by what.
    private var listed: [Line] {
        switch facts.entry.event {
        case .vouchersApproved(let entries): [listed(entries)]
        case .confirmed(let confirmation):
            [
                listed(confirmation.entries),
                Line(
                    name: Phrase(da: "Udtræk", en: "Extract"),
                    words: Phrase(verbatim: "SHA-256 \(confirmation.statement)")),
            ]
        case .opened, .staffAdded, .staffEnded, .staffRebound, .enrolled, .withdrawn, .drafted, .approved, .rejected,
            .money, .periodClosed, .periodReopened, .amended, .resultNoted, .measured, .attached, .detached,
            .witnessed, .corrected, .wordsRead, .wordsErased, .restored:
            []
        }
    }

    private func listed(_ entries: [EntryNumber]) -> Line {
        Line(
            name: Phrase(da: "Posteringer", en: "Entries"),
            words: Phrase(verbatim: entries.map { "\($0.value)" }.joined(separator: " ")))
    }

    private var plan: [Line] {
        guard let plan = facts.links.plan, let participant = facts.entry.event.participant else { return [] }
        let version = Phrase(da: "version \(plan.version)", en: "version \(plan.version)")
        let words =
            plan.decided.map { decided in
                let state = plan.approval == nil ? plan.state.phrase : PlanState.approved.phrase
                return Phrase(
                    da: "\(version), \(state) \(decided.day) af \(decided.by) (nr.\u{A0}\(decided.entry))",
                    en: "\(version), \(state) on \(decided.day) by \(decided.by) (no.\u{A0}\(decided.entry))")
            } ?? Phrase(da: "\(version), \(plan.state.phrase)", en: "\(version), \(plan.state.phrase)")
        return [
            Line(
                name: Phrase(da: "Handleplan", en: "Plan"), words: words,
                command: Phrase(verbatim: "plan show \(participant.text) --version \(plan.version)"))
        ]
    }

    private var corrected: [Line] {
        guard let entry = facts.links.refersTo else { return [] }
        let name =
            switch facts.entry.event {
            case .approved, .rejected: Phrase(da: "Udkast", en: "Draft")
            case .attached, .detached: Phrase(da: "Bilag i", en: "Voucher of")
            case .corrected, .money, .opened, .staffAdded, .staffEnded, .staffRebound, .enrolled, .withdrawn, .drafted,
                .periodClosed, .periodReopened, .amended, .resultNoted, .measured, .vouchersApproved, .confirmed,
                .witnessed,
                .wordsRead, .wordsErased, .restored:
                Phrase(da: "Retter", en: "Corrects")
            }
        var words = Phrase(da: "nr.\u{A0}\(entry)", en: "no.\u{A0}\(entry)")
        if case .corrected(let correction) = facts.entry.event {
            let place = correction.place.phrase
            words = Phrase(da: "\(place) i \(words)", en: "\(place) of \(words)")
        }
        return [Line(name: name, words: words, command: see(entry))]
    }

    /// The releases that a disbursement drew on, or what a release was spent on.
    private var released: [Line] {
        let drawn = facts.links.releases.map { release in
            Line(
                name: Phrase(da: "Frigivet i", en: "Released in"),
                words: Phrase(
                    da: """
                        nr.\u{A0}\(release.entry), \(release.day), af \(release.staff): \(release.drawn) af \
                        \(release.amount)
                        """,
                    en: """
                        no.\u{A0}\(release.entry), \(release.day), by \(release.staff): \(release.drawn) of \
                        \(release.amount)
                        """), command: see(release.entry))
        }
        return once(drawn + facts.links.spending.map { line(Phrase(da: "Brugt i", en: "Spent in"), $0) })
    }

    private var voucher: [Line] {
        guard let voucher = facts.links.voucher else { return [] }
        let total = facts.entry.event.money?.voucherTotal
        let words = Phrase(da: "\(lineOf: voucher, total)", en: "\(lineOf: voucher, total)")
        let own = Line(
            name: Phrase(da: "Bilag", en: "Voucher"), words: words,
            command: Phrase(verbatim: "journal --voucher \(voucher.text)"))
        return [own] + once(facts.links.sharers.map { line(Phrase(da: "Samme bilag", en: "Same voucher"), $0) })
            + once(documents) + approval + confirmation
    }

    private var documents: [Line] {
        facts.links.evidence.map { document in
            let seal = document.seal
            let kind = Phrase(
                da: """
                    \(document.proof), \(seal.type.rawValue), \(seal.size) bytes, vedhæftet i nr.\u{A0}\
                    \(document.entry)\
                    \(document.isErased ? ", slettet" : "")
                    """,
                en: """
                    \(document.proof), \(seal.type.rawValue), \(seal.size) bytes, attached by no.\u{A0}\
                    \(document.entry)\(document.isErased ? ", erased" : "")
                    """)
            return Line(name: Phrase(da: "Dokument", en: "Document"), words: kind, command: see(document.entry))
        }
    }

    /// The manager's approval.
    private var approval: [Line] {
        guard let staff = facts.links.approvedBy else { return [] }
        return [
            Line(
                name: Phrase(da: "Godkendt", en: "Approved"), words: Phrase(da: "af \(staff)", en: "by \(staff)"),
                command: nil)
        ]
    }

    /// The extract of the books that showed the payment.
    private var confirmation: [Line] {
        guard let confirmed = facts.links.confirmation else { return [] }
        return [
            Line(
                name: Phrase(da: "Betaling", en: "Payment"),
                words: Phrase(
                    da: "bekræftet i nr.\u{A0}\(confirmed.entry) af udtrækkets linje \(confirmed.line)",
                    en: "confirmed in no.\u{A0}\(confirmed.entry) by line \(confirmed.line) of the extract"),
                command: see(confirmed.entry))
        ]
    }

    /// What came back of the entry, and what cancelled it.
    private var came: [Line] {
        var lines = once(facts.links.refunds.map { line(Phrase(da: "Kom tilbage", en: "Came back"), $0) })
        if let reversal = facts.links.reversedBy {
            lines.append(
                Line(
                    name: Phrase(da: "Tilbageført", en: "Reversed"),
                    words: Phrase(da: "i nr.\u{A0}\(reversal)", en: "in no.\u{A0}\(reversal)"), command: see(reversal)))
        }
        return lines
    }

    /// What corrected the entry's texts, with the reason where the texts are shown.
    private var corrections: [Line] {
        once(
            facts.links.corrections.map { correction in
                let what = Phrase(
                    da: """
                        \(correction.place.phrase) i nr.\u{A0}\(correction.entry), \(correction.day), af \
                        \(correction.staff)
                        """,
                    en: """
                        \(correction.place.phrase) in no.\u{A0}\(correction.entry), \(correction.day), by \
                        \(correction.staff)
                        """)
                let reason = correction.words.map { $0.reason.map { Phrase(verbatim: $0) } ?? .erased }
                return Line(
                    name: Phrase(da: "Rettet", en: "Corrected"),
                    words: reason.map { Phrase(da: "\(what): \($0)", en: "\(what): \($0)") } ?? what,
                    command: see(correction.entry))
            })
    }

    /// What shows more of an entry that is about no citizen's money.
    private var more: Phrase? {
        switch facts.entry.event {
        case .opened, .amended: Phrase(verbatim: "terms show --at \(facts.number.value)")
        case .staffAdded, .staffEnded, .staffRebound: Phrase(verbatim: "staff list")
        case .periodClosed, .periodReopened: Phrase(verbatim: "period list")
        case .measured, .restored, .witnessed, .vouchersApproved, .confirmed:
            Phrase(verbatim: "journal --kind \(facts.entry.event.kind.rawValue)")
        case .wordsRead(_, .entries(let entries), _) where entries.lowerBound == entries.upperBound:
            see(entries.lowerBound)
        case .wordsRead(_, .document(let entry), _): see(entry)
        case .enrolled, .withdrawn, .drafted, .approved, .rejected, .money, .resultNoted, .attached, .detached,
            .corrected, .wordsRead, .wordsErased:
            nil
        }
    }

    private var texts: [Line] {
        guard let texts = facts.texts else {
            return [
                Line(
                    name: Phrase(da: "Tekster", en: "Texts"),
                    words: Phrase(da: "vises, når formålet er bogført", en: "are shown once the purpose is recorded"),
                    command: Phrase(
                        da: "entry \(facts.number) --identified --purpose TEKST",
                        en: "entry \(facts.number) --identified --purpose TEXT"), isCallers: true)
            ]
        }
        return texts.ordered(as: facts.entry.event.kind).filter { !$0.isOfItem }.map { text in
            Line(name: text.label, words: text.shown)
        }
    }

    /// The items of a plan, with their texts where these are shown.
    private var items: [Line] {
        guard case .drafted(_, let version) = facts.entry.event else { return [] }
        return version.items.map { item in
            let asked = Phrase(da: "\(item.area), \(item.amount)", en: "\(item.area), \(item.amount)")
            let text = facts.texts?.first { $0.isOfItem && $0.item?.number == Int64(item.number.value) }
            return Line(
                name: Phrase(da: "Punkt \(item.number)", en: "Item \(item.number)"),
                words: text.map { Phrase(da: "\(asked): \($0.shown)", en: "\(asked): \($0.shown)") } ?? asked)
        }
    }

    private func line(_ name: Phrase, _ line: EntryFacts.Line) -> Line {
        let words = Phrase(
            da: "nr.\u{A0}\(line.entry), \(line.kind) \(line.day): \(line.amount)",
            en: "no.\u{A0}\(line.entry), \(line.kind) on \(line.day): \(line.amount)")
        let reversed = line.reversedBy.map { reversal in
            Phrase(da: "\(words), tilbageført i nr.\u{A0}\(reversal)", en: "\(words), reversed in no.\u{A0}\(reversal)")
        }
        return Line(name: name, words: reversed ?? words, command: see(line.entry))
    }

    private func see(_ entry: EntryNumber) -> Phrase { Phrase(verbatim: "entry \(entry.value)") }

    /// The lines with their name only at the first of them.
    private func once(_ lines: [Line]) -> [Line] {
        lines.enumerated().map { place, line in
            place == 0 ? line : Line(name: Phrase(verbatim: ""), words: line.words, command: line.command)
        }
    }
}
