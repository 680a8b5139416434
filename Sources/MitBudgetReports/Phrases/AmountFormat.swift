public import MitBudget
public import Phrases

extension Amount {
    /// The amount with its currency: `952.000,00 kr.` or `DKK 952,000.00`, with a no-break space between the two.
    public func text(in language: Language) -> String {
        switch language {
        case .danish: bare(in: language) + "\u{A0}kr."
        case .english: "DKK\u{A0}" + bare(in: language)
        }
    }

    /// The amount without its currency, for columns: `952.000,00` or `952,000.00`.
    public func bare(in language: Language) -> String {
        switch language {
        case .danish: written(group: ".", decimal: ",")
        case .english: written(group: ",", decimal: ".")
        }
    }

    /// The amount as it is typed on a command line, which is read back in any language: `2950,00` or `2950.00`.
    public func typed(in language: Language) -> String {
        switch language {
        case .danish: written(group: "", decimal: ",")
        case .english: written(group: "", decimal: ".")
        }
    }

    private func written(group: String, decimal: String) -> String {
        let (kroner, hundredths) = ore.magnitude.quotientAndRemainder(dividingBy: 100)
        let digits = Array(String(kroner))
        var text = ore < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text += group }
            text.append(digit)
        }
        return text + decimal + (hundredths < 10 ? "0" : "") + String(hundredths)
    }
}
