public import MitBudget
public import Phrases

/// A sample, printed so that anyone can draw it again: from what, how, from where on, and by which command.
public struct SampleReport {
    let sample: Sample
    let query: SampleQuery
    /// The number and hash of the last entry that counts.
    let anchor: String
    /// The last entry that counts.
    let at: EntryNumber
    let programme: Programme

    /// Makes a report of a sample.
    /// - Parameters:
    ///   - anchor: the anchor of the last entry that counts, `410:…`.
    ///   - at: that entry.
    ///   - programme: the terms as they are told at the end of the period.
    public init(_ sample: Sample, of query: SampleQuery, anchor: String, at: EntryNumber, programme: Programme) {
        self.sample = sample
        self.query = query
        self.anchor = anchor
        self.at = at
        self.programme = programme
    }

    /// The command that draws the same again, without the program's name.
    public var command: String {
        let size =
            switch query.size {
            case .count(let count): "--size \(count)"
            case .assurance(let confidence, let materiality):
                "--confidence \(confidence.percent) --materiality \(materiality.decimal)"
            }
        let source =
            switch query.source {
            case .vouchers(let method): "--method \(method.rawValue)"
            case .readings: "--readings"
            }
        return "sample --from \(query.from.iso) --to \(query.through.iso) \(size) \(source) --at \(at.value)"
            + (query.dice.map { " --dice \($0.digits)" } ?? "")
    }

    /// What to know of a sample that was drawn without dice; `nil` where nothing could have been steered.
    public var caution: Phrase? {
        guard query.dice == nil, sample.extent == .part else { return nil }
        let handedOver =
            switch query.source {
            case .vouchers: Phrase(da: "regnskabet er afleveret", en: "the books are handed over")
            case .readings: Phrase(da: "kontrolkoden er skrevet ned", en: "the anchor is written down")
            }
        return Phrase(
            da: """
                Udtaget uden terninger: Den, der bogførte sidst, kunne have prøvet igen, til stikprøven passede. Kast \
                tolv terninger, når \(handedOver), og udtag igen med --dice og øjnene som cifre.
                """,
            en: """
                Drawn without dice: whoever recorded last could have tried again until the sample suited them. Throw \
                twelve dice once \(handedOver), and draw again with --dice and what they show as digits.
                """)
    }

    /// Writes the sample as text in the words of its programme.
    /// - Parameters:
    ///   - globals: the options that the command needs besides its own, each with a blank before it.
    ///   - drawn: hands over what is drawn; called twice.
    ///   - sink: takes the text in pieces.
    /// - Throws: what `drawn` throws.
    public func writeText<Failure: Error>(
        in language: Language, style: Style, globals: String, drawn: ((Sample.Drawn) -> Void) throws(Failure) -> Void,
        to sink: @escaping (String) -> Void
    ) throws(Failure) {
        try Vocabulary(programme).speak { () throws(Failure) in
            sink(style.bold(title[language]) + "\n\n")
            for line in facts.lines(in: language, style: style) { sink(line + "\n") }
            sink("\n")
            for line in outcome[language].folded(to: Self.width, rest: "") { sink(line + "\n") }
            if sample.extent != .none { sink("\n") }
            try listing.writeTable(in: language, style: style, rows: drawn, to: sink)
            let again = Phrase(da: "Udtag det samme igen:", en: "Draw the same again:")
            sink("\n" + again[language] + "\n  mitbudget" + globals + " " + command + "\n")
            guard let caution else { return }
            sink("\n")
            for line in caution[language].folded(to: Self.width, rest: "") { sink(line + "\n") }
        }
    }

    /// Writes what is drawn as CSV; the last record is the command that draws it again.
    /// - Parameters:
    ///   - drawn: hands over what is drawn.
    ///   - sink: takes the CSV in pieces.
    /// - Throws: what `drawn` throws.
    public func writeCSV<Failure: Error>(
        in language: Language, drawn: ((Sample.Drawn) -> Void) throws(Failure) -> Void,
        to sink: @escaping (String) -> Void
    ) throws(Failure) {
        try Vocabulary(programme).speak { () throws(Failure) in
            let pieces = Pieces(to: sink)
            defer { pieces.finish() }
            if language == .danish { pieces.write("\u{FEFF}") }
            try drawn(listing.csvWriter(in: language, to: pieces).add)
            pieces.write(CSV.line(["mitbudget " + command], in: language))
        }
    }

    /// Writes the sample as JSON; amounts are in øre, and `null` where nothing has an amount. Ends with a newline.
    /// - Parameters:
    ///   - drawn: hands over what is drawn.
    ///   - sink: takes the JSON in pieces.
    /// - Throws: what `drawn` throws.
    public func writeJSON<Failure: Error>(
        drawn: ((Sample.Drawn) -> Void) throws(Failure) -> Void, to sink: @escaping (String) -> Void
    ) throws(Failure) {
        let pieces = Pieces(to: sink)
        defer { pieces.finish() }
        pieces.write { bytes in
            bytes.append(UInt8(ascii: "{"))
            bytes.member("method", sample.method.rawValue)
            bytes.member("size", sample.size)
            bytes.member("populationOre", query.hasMoney ? sample.population.amount : nil)
            bytes.member("vouchers", sample.population.count)
            bytes.member("intervalOre", sample.interval)
            bytes.member("startOre", sample.start)
            bytes.member("seed", sample.seedDigits)
            bytes.member("anchor", anchor)
        }
        pieces.write(",\"drawn\":")
        let rows = listing.jsonWriter(to: pieces)
        try drawn(rows.add)
        rows.end()
        pieces.write("}\n")
    }

    /// The width that sentences are folded to.
    private static let width = 80
}

extension Sample {
    /// The seed in 16 hex digits, as the hash begins that it comes from.
    var seedDigits: String {
        let digits = String(seed, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}

extension SampleQuery {
    /// Whether what is drawn from has amounts.
    var hasMoney: Bool {
        switch source {
        case .vouchers: true
        case .readings: false
        }
    }
}
