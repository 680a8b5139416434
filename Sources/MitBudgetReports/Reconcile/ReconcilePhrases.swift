public import MitBudget
public import Phrases

extension ExtractProfile.Column {
    /// What the column holds: `beløb`, `amount` …
    public var phrase: Phrase {
        switch self {
        case .day: Phrase(da: "dag", en: "day")
        case .amount: Phrase(da: "beløb", en: "amount")
        case .debit: Phrase(da: "debet", en: "debit")
        case .credit: Phrase(da: "kredit", en: "credit")
        case .text: Phrase(da: "tekst", en: "text")
        case .voucher: Phrase(da: "bilag", en: "voucher")
        case .balance: Phrase(da: "saldo", en: "balance")
        }
    }
}

extension ExtractProfile.Delimiter {
    /// `semikolon`, `semicolon` …
    var phrase: Phrase {
        switch self {
        case .semicolon: Phrase(da: "semikolon", en: "semicolons")
        case .comma: Phrase(da: "komma", en: "commas")
        case .tab: Phrase(da: "tabulator", en: "tabs")
        }
    }
}

extension ExtractProfile.Encoding {
    /// `UTF-8` …
    var phrase: Phrase {
        switch self {
        case .utf8: Phrase(verbatim: "UTF-8")
        case .windows1252: Phrase(verbatim: "Windows-1252")
        case .utf16: Phrase(verbatim: "UTF-16")
        }
    }
}

extension DecimalSign {
    var phrase: Phrase {
        switch self {
        case .comma: Phrase(da: "decimalkomma", en: "decimal comma")
        case .dot: Phrase(da: "decimalpunktum", en: "decimal point")
        }
    }
}

extension CostSign {
    var phrase: Phrase {
        switch self {
        case .positive: Phrase(da: "positive beløb", en: "positive amounts")
        case .negative: Phrase(da: "negative beløb", en: "negative amounts")
        }
    }
}

extension ExtractBalance {
    /// What the extract states, and whether its lines agree.
    var phrase: Phrase {
        var parts = [Phrase(da: "linjerne \(sum)", en: "lines \(sum)")]
        if let opening { parts.insert(Phrase(da: "primo \(opening)", en: "opening \(opening)"), at: 0) }
        if let closing { parts.append(Phrase(da: "ultimo \(closing)", en: "closing \(closing)")) }
        if let total { parts.append(Phrase(da: "udtrækkets sum \(total)", en: "the extract's sum \(total)")) }
        let sums = Phrase.joined(parts)
        return switch isBalanced {
        case true?: Phrase(da: "stemmer: \(sums)", en: "agrees: \(sums)")
        case false?:
            Phrase(
                da: "STEMMER IKKE, der kan mangle linjer: \(sums)",
                en: "DOES NOT AGREE, lines may be missing: \(sums)")
        case nil: Phrase(da: "ikke opgivet: \(sums)", en: "not stated: \(sums)")
        }
    }
}

extension ClosedRange<Day> {
    /// `1. januar 2023 til 31. marts 2023`; a single day stands once.
    var phrase: Phrase {
        lowerBound == upperBound
            ? Phrase(da: "\(lowerBound)", en: "\(lowerBound)")
            : Phrase(da: "\(lowerBound) til \(upperBound)", en: "\(lowerBound) to \(upperBound)")
    }
}

extension Count {
    /// `1 linje`, `42 lines`.
    static func lines(_ number: Int) -> Phrase {
        number == 1 ? Phrase(da: "1 linje", en: "1 line") : Phrase(da: "\(number) linjer", en: "\(number) lines")
    }
}
