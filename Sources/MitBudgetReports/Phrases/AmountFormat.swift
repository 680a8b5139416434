import JSON
public import MitBudget
public import Phrases

extension Figure {
    /// The figure with its digits grouped, and without zeros behind the comma: `1.100`, `12,5` or `1,100`, `12.5`.
    public func text(in language: Language) -> String {
        var text = Substring(amount.bare(in: language))
        while text.hasSuffix("0") { text.removeLast() }
        if text.last == "," || text.last == "." { text.removeLast() }
        return String(text)
    }
}

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
        written { appendBare(in: language, to: &$0) }
    }

    /// The amount as typed on a command line, which reads it back in either language: `2950,00` or `2950.00`.
    public func typed(in language: Language) -> String {
        written { appendTyped(in: language, to: &$0) }
    }

    /// Appends the result of ``bare(in:)``.
    func appendBare(in language: Language, to bytes: inout [UInt8]) {
        switch language {
        case .danish: append(group: ".", decimal: ",", to: &bytes)
        case .english: append(group: ",", decimal: ".", to: &bytes)
        }
    }

    /// Appends the result of ``typed(in:)``.
    func appendTyped(in language: Language, to bytes: inout [UInt8]) {
        switch language {
        case .danish: append(group: nil, decimal: ",", to: &bytes)
        case .english: append(group: nil, decimal: ".", to: &bytes)
        }
    }

    /// This amount as a percentage of another, with one decimal, rounded half up: `91,6`; a dash if the other is zero.
    /// All printed percentages come from here.
    func percent(of whole: Amount, in language: Language) -> String {
        guard whole > .zero else { return "–" }
        // Half up means away from zero, so that money that came back rounds like money that went out.
        let tenths = (UInt128(ore.magnitude) * 2000 + UInt128(whole.ore)) / (UInt128(whole.ore) * 2)
        let sign = ore < 0 && tenths > 0 ? "-" : ""
        return sign + "\(tenths / 10)" + (language == .danish ? "," : ".") + "\(tenths % 10)"
    }

    private func written(_ append: (inout [UInt8]) -> Void) -> String {
        var bytes: [UInt8] = []
        append(&bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private func append(group: Unicode.Scalar?, decimal: Unicode.Scalar, to bytes: inout [UInt8]) {
        let (kroner, hundredths) = ore.magnitude.quotientAndRemainder(dividingBy: 100)
        if ore < 0 { bytes.append(UInt8(ascii: "-")) }
        let start = bytes.count
        JSON.write(Int64(kroner), to: &bytes)
        if let group {
            var place = bytes.count - 3
            while place > start {
                bytes.insert(UInt8(ascii: group), at: place)
                place -= 3
            }
        }
        bytes.append(UInt8(ascii: decimal))
        if hundredths < 10 { bytes.append(UInt8(ascii: "0")) }
        JSON.write(Int64(hundredths), to: &bytes)
    }
}
