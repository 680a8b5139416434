import Arguments
import MitBudget
import MitBudgetReports
import MitBudgetStore
import Phrases

extension OverviewCommands {
    static let sample = LedgerCommand(
        ["sample"], group: Groups.overview,
        summary: Phrase(
            da: "Udtag en stikprøve af bilag, som ingen kan styre.",
            en: "Draw a sample of vouchers that no one can steer."),
        discussion: Phrase(
            da: """
                Der udtages af periodens udbetalinger og udgifter, der ikke er tilbageført, efter beløbet uden det, \
                der kom tilbage. money er beløbsvejet udvælgelse: jo større beløb, jo større chance; random giver alle \
                samme chance. Hvad der udtages, følger af kontrolkoden og terningerne, så enhver kan udtage det samme \
                igen, også uden programmet.
                Kast terninger, når regnskabet er afleveret, og skriv øjnene som cifre i --dice. Uden terninger kunne \
                den, der bogfører sidst, prøve igen, til stikprøven passede.
                """,
            en: """
                Drawn from are the period's disbursements and expenses that are not reversed, by their amount without \
                what came back. money is monetary unit sampling: the larger the amount, the larger the chance; random \
                gives all the same chance. What is drawn follows from the anchor and the dice, so anyone can draw the \
                same again, without the program too.
                Throw dice once the books are handed over, and write what they show as digits in --dice. Without dice, \
                whoever records last could try again until the sample suits them.
                """),
        examples: [
            Example(
                "mitbudget sample --year 2023 --size 25 --dice 351624235146",
                Phrase(da: "25 træf i 2023, efter beløb.", en: "25 hits in 2023, by money.")),
            Example(
                "mitbudget sample --year 2023 --confidence 95 --materiality 50000 --dice 351624235146",
                Phrase(
                    da: "Så mange, at en fejl på 50.000 kr. med 95 % sikkerhed rammes.",
                    en: "As many as catch an error of DKK 50,000 with a confidence of 95%.")),
            Example(
                "mitbudget sample --quarter 2023-1 --size 10 --readings",
                Phrase(
                    da: "Ti læsninger af følsomme tekster, til databeskyttelsesrådgiveren.",
                    en: "Ten readings of sensitive texts, for the data protection officer.")),
        ],
        PeriodOptions.from, PeriodOptions.through, PeriodOptions.year, PeriodOptions.quarter, PeriodOptions.month,
        Parameter.optional(
            "--size", .sampleSize,
            Phrase(da: "Hvor mange der højst skal udtages.", en: "How many are to be drawn at most.")),
        Parameter.optional(
            "--confidence", .confidence,
            Phrase(
                da: "I stedet for --size: sikkerheden i procent, fx 95.",
                en: "Instead of --size: the confidence in per cent, such as 95.")),
        Parameter.optional(
            "--materiality", .materiality,
            Phrase(
                da: "Til --confidence: den fejl i kroner, der er væsentlig.",
                en: "With --confidence: the error in kroner that is material.")),
        Parameter.optional(
            "--method", ValueKind<Sample.Method>.oneOf("METHOD"),
            Phrase(da: "money (ellers den) eller random.", en: "money (the default) or random.")),
        Parameter.optional(
            "--dice", .dice,
            Phrase(da: "Terningernes øjne, fx 351624235146.", en: "What the dice showed, such as 351624235146.")),
        Parameter<Bool>.flag(
            "--readings",
            Phrase(
                da: "Udtag i stedet læsninger af følsomme tekster; for revisor og administrator.",
                en: "Draw readings of sensitive texts instead; for auditor and administrator.")),
        Parameter.optional("--at", .entry, Phrase(da: "Kun til og med den postering.", en: "Only up to that entry."))
    ) {
        from, through, year, quarter, month, count, confidence, materiality, method, dice, readings, at
            throws(UsageError) in
        let options = PeriodOptions(from: from, through: through, year: year, quarter: quarter, month: month)
        let period = try options.period(of: ["sample"])
        let size = try SampleQuery.Size(count: count, confidence: confidence, materiality: materiality)
        if readings {
            if confidence != nil { throw .excludes("--readings", "--confidence") }
            if method == .money { throw .excludes("--readings", "--method money") }
        }
        let query = SampleQuery(
            from: period.lowerBound, through: period.upperBound, at: at,
            source: readings ? .readings : .vouchers(method ?? .money), size: size, dice: dice)
        return Action(formats: [.text, .csv, .json]) { session throws(Failure) in
            try session.draw(query)
            return .done
        }
    }
}

extension Session {
    /// Draws a sample and prints it.
    fileprivate func draw(_ query: SampleQuery) throws(Failure) {
        var caution: Phrase?
        try reading(query.readers) { ledger throws(LedgerFailure) in
            try ledger.sample(query) { reading throws(LedgerFailure) in
                let anchor = reading.anchor
                let report = SampleReport(
                    reading.sample, of: query, anchor: anchor.text, at: anchor.number, programme: reading.programme)
                switch settings.format {
                case .json: try report.writeJSON(drawn: reading.drawn, to: put)
                case .csv: try report.writeCSV(in: language, drawn: reading.drawn, to: put)
                case .text, .html:
                    try report.writeText(
                        in: language, style: style, globals: settings.globals(isCallers: query.isForSome),
                        drawn: reading.drawn, to: put)
                }
                caution = report.caution
            }
        }
        // Text says it below the sample; what a machine reads has no place for it.
        if let caution, settings.format != .text { warn(caution) }
    }
}

extension SampleQuery {
    /// Who may draw the sample.
    fileprivate var readers: Set<Role> {
        switch source {
        case .vouchers: Set(Role.allCases)
        case .readings: [.auditor, .administrator]
        }
    }

    /// Whether only some roles may draw it.
    fileprivate var isForSome: Bool { readers.count < Role.allCases.count }
}

extension SampleQuery.Size {
    /// Reads the size from the options: a number, or confidence and materiality.
    fileprivate init(count: Int?, confidence: Confidence?, materiality: Amount?) throws(UsageError) {
        switch (count, confidence, materiality) {
        case (let count?, nil, nil): self = .count(count)
        case (nil, let confidence?, let materiality?): self = .assurance(confidence, materiality: materiality)
        case (_?, _?, _): throw .excludes("--size", "--confidence")
        case (_?, nil, _?): throw .excludes("--size", "--materiality")
        case (nil, _?, nil): throw .needs("--confidence", "--materiality KR", command: ["sample"])
        case (nil, nil, _?): throw .needs("--materiality", "--confidence PERCENT", command: ["sample"])
        case (nil, nil, nil):
            throw .needsOneOf(["--size N", "--confidence PERCENT --materiality KR"], command: ["sample"])
        }
    }
}

extension ValueKind where Value == Int {
    /// How many to draw: a whole number from 1 on.
    fileprivate static let sampleSize = ValueKind("N") { text throws(ValueFault) in
        try refusePersonalNumber(text)
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard (1...15).contains(text.utf8.count), text.utf8.allSatisfy(digits.contains), let size = Int(text), size > 0
        else {
            throw ValueFault(
                Phrase(da: "Så stor kan en stikprøve ikke være.", en: "No sample is of that size."),
                remedy: Phrase(
                    da: "Skriv et helt tal fra 1 og op, højst 15 cifre, fx 25.",
                    en: "Write a whole number from 1 on, with 15 digits at most, such as 25."))
        }
        return size
    }
}

extension ValueKind where Value == Confidence {
    fileprivate static let confidence = ValueKind("PERCENT") { text throws(ValueFault) in
        if let confidence = Confidence(percent: text) { return confidence }
        throw ValueFault(
            Phrase(
                da: "Sikkerheden er over 0 og under 100 procent.",
                en: "A confidence is above 0 and below 100 per cent."),
            remedy: Phrase(
                da: "Skriv tallet uden tegn, med højst fire decimaler, fx 95 eller 97,5.",
                en: "Write the number without a sign, with four decimals at most, such as 95 or 97.5."))
    }
}

extension ValueKind where Value == Amount {
    /// An amount above zero.
    fileprivate static let materiality = ValueKind("KR") { text throws(ValueFault) in
        let amount = try ValueKind.amount.parse(text)
        if amount > .zero { return amount }
        throw ValueFault(
            Phrase(da: "Beløbet skal være over nul.", en: "The amount must be above zero."),
            remedy: Phrase(
                da: "Skriv den mindste fejl, der ville være væsentlig, fx 50.000.",
                en: "Write the smallest error that would be material, such as 50,000.00."))
    }
}

extension ValueKind where Value == Dice {
    fileprivate static let dice = ValueKind("DIGITS") { text throws(ValueFault) in
        if let dice = Dice(text) { return dice }
        throw ValueFault(
            Phrase(da: "Det er ikke terningernes øjne.", en: "That is not what dice show."),
            remedy: Phrase(
                da: "Skriv 1 til 64 cifre uden mellemrum, fx 351624235146.",
                en: "Write 1 to 64 digits without blanks, such as 351624235146."))
    }
}
