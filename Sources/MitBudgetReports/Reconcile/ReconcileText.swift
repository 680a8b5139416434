import MitBudget
public import Phrases

extension ReconcileReport {
    /// The report as text: how the file was read, the balances, and what is open. Ends with a newline.
    public func text(in language: Language, style: Style) -> String {
        var text = head.lines(in: language, style: style, upTo: Self.width).map { $0 + "\n" }.joined()
        for (name, table) in [
            (ledgerOnlyName, ledgerOnly.table(in: language)), (extractOnlyName, extractOnly.table(in: language)),
            (ambiguousName, ambiguous.table(in: language)),
        ] where !table.rows.isEmpty {
            text += "\n" + style.bold(style.yellow(name[language])) + "\n" + table.text(style: style)
        }
        return text + "\n" + conclusion[language].folded(to: Self.width, rest: "").joined(separator: "\n") + "\n"
    }

    /// The width of the text, in columns.
    private static let width = 80

    private var head: [Fact] {
        [
            Fact(
                Phrase(da: "Udtræk", en: "Extract"),
                .words(
                    Phrase(
                        da: "\(Count.lines(source.count)), \(source.period.phrase)",
                        en: "\(Count.lines(source.count)), \(source.period.phrase)"))),
            Fact(Phrase(da: "Læst med", en: "Read with"), .words(writing)),
            Fact(Phrase(da: "Kolonner", en: "Columns"), .words(columnNames)),
            Fact(
                Phrase(da: "Omkostninger", en: "Costs"),
                .words(
                    source.profile.costs == nil
                        ? Phrase(
                            da: "\(result.costs.phrase), for så passer flest linjer",
                            en: "\(result.costs.phrase), as most lines match so")
                        : Phrase(
                            da: "\(result.costs.phrase), som profilen siger",
                            en: "\(result.costs.phrase), as the profile says"))),
            Fact(Phrase(da: "Saldo", en: "Balance"), .words(source.balance.phrase)),
            Fact(
                Phrase(da: "Sammenlignet", en: "Compared"),
                .words(
                    Phrase(
                        da: """
                            \(Count.entries(comparison.entries.count)) betalt \(comparison.period.phrase), højst \
                            \(Count.days(comparison.within)) fra linjens dag
                            """,
                        en: """
                            \(Count.entries(comparison.entries.count)) paid \(comparison.period.phrase), at most \
                            \(Count.days(comparison.within)) from the line's day
                            """))),
            Fact(Phrase(verbatim: "SHA-256"), .words(Phrase(verbatim: source.digest))),
        ]
    }

    /// How the file is written.
    private var writing: Phrase {
        let profile = source.profile
        let parts: [Phrase?] = [
            profile.delimiter.map { Phrase(da: "\($0.phrase) mellem felterne", en: "\($0.phrase) between fields") },
            profile.decimal?.phrase, profile.encoding?.phrase,
            profile.dayFormat.map { Phrase(da: "dage som \($0.text)", en: "days as \($0.text)") },
        ]
        return Phrase.joined(parts.compactMap(\.self))
    }

    private var columnNames: Phrase {
        Phrase.joined(
            ExtractProfile.Column.allCases.compactMap { column in
                guard let names = source.profile.columns[column], !names.isEmpty else { return nil }
                let list = ExtractProfile.shown(names).joined(separator: " + ")
                return Phrase(da: "\(column.phrase) = \(list)", en: "\(column.phrase) = \(list)")
            })
    }

    private var ledgerOnlyName: Phrase {
        let count = Count.entries(result.ledgerOnly.count)
        return Phrase(
            da: "Kun i journalen: \(count) uden linje i udtrækket",
            en: "In the ledger only: \(count) without a line of the extract")
    }

    private var extractOnlyName: Phrase {
        let count = Count.lines(result.extractOnly.count)
        return Phrase(
            da: "Kun i udtrækket: \(count) uden postering", en: "In the extract only: \(count) without an entry")
    }

    private var ambiguousName: Phrase {
        let count = Count.lines(result.ambiguous.count)
        return Phrase(
            da: "Flere muligheder: \(count), som ikke kan afgøres", en: "Several possibilities: \(count) not decided")
    }

    private var conclusion: Phrase {
        let lines = Count.lines(result.matchedLines)
        let entries = Count.entries(result.matched.count)
        let matched = Phrase(
            da: "\(lines) og \(entries) passer sammen.", en: "\(lines) and \(entries) match.")
        guard isOpen else { return Phrase(da: "\(matched) Intet er åbent.", en: "\(matched) Nothing is open.") }
        var open = Phrase(
            da: "\(matched) Der er noget at afklare.", en: "\(matched) Something is left to clear up.")
        if !result.ambiguous.isEmpty {
            open = Phrase(
                da: "\(open) Bilagets nummer i udtrækket eller en lavere --within skelner mellem flere muligheder.",
                en: "\(open) The voucher's number in the extract or a lower --within tells possibilities apart.")
        }
        if isOpenAtAnEnd {
            open = Phrase(
                da: """
                    \(open) Linjer nær periodens ender kan vise posteringer betalt uden for den: prøv en længere \
                    periode med --from og --to.
                    """,
                en: """
                    \(open) Lines near the ends of the period may show entries paid outside it: try a longer period \
                    with --from and --to.
                    """)
        }
        return open
    }

    /// Whether a line is alone whose entry may have been paid just outside the period.
    private var isOpenAtAnEnd: Bool {
        let (period, days) = (comparison.period, comparison.within)
        return result.extractOnly.contains { line in
            period.lowerBound.days(to: line.day) < days || line.day.days(to: period.upperBound) < days
        }
    }
}
