public import JSON
public import MitBudget
import Phrases

// The values of a programme file in the forms of a report.
extension TermsChange.Value {
    /// The value in words: `50.000,00 kr.`, `31. december 2024`, `ja`. Codes stand as they are.
    var phrase: Phrase {
        switch self {
        case .amount(let amount): Phrase(da: "\(amount)", en: "\(amount)")
        case .day(let day): Phrase(da: "\(day)", en: "\(day)")
        case .number(let number): Phrase(verbatim: String(number))
        case .truth(true): Phrase(da: "ja", en: "yes")
        case .truth(false): Phrase(da: "nej", en: "no")
        case .figure(let figure): Phrase(da: "\(figure)", en: "\(figure)")
        case .text(let text): Phrase(verbatim: text.text)
        case .list(let codes): Phrase(verbatim: codes.map(\.text).joined(separator: ", "))
        case .share(nil): Phrase(da: "uden måltal", en: "without a target")
        case .share(let percent?): Phrase(da: "måltal \(percent) procent", en: "target \(percent) per cent")
        }
    }

    /// Appends the value as a CSV field: amounts, figures and days as the language's spreadsheet reads them.
    func appendField(in language: Language, separator: Unicode.Scalar, to bytes: inout [UInt8]) {
        switch self {
        case .amount(let amount): amount.appendTyped(in: language, to: &bytes)
        case .day(let day): day.appendShort(in: language, to: &bytes)
        case .number(let number): JSON.write(Int64(number), to: &bytes)
        case .truth(let isTrue): bytes.append(contentsOf: "\(isTrue)".utf8)
        case .figure(let figure):
            bytes.append(
                contentsOf: figure.text.utf8.map { byte in
                    byte == UInt8(ascii: ".") && language == .danish ? UInt8(ascii: ",") : byte
                })
        case .text(let text): CSV.write(text.text, separator: separator, to: &bytes)
        case .list(let codes):
            CSV.write(codes.map(\.text).joined(separator: " "), separator: separator, to: &bytes)
        case .share(nil): bytes.append(contentsOf: "{}".utf8)
        case .share(let percent?): JSON.write(Int64(percent), to: &bytes)
        }
    }

    /// Appends the value as a JSON member, spelt as in a programme file.
    func appendMember(_ key: StaticString, to bytes: inout [UInt8]) {
        JSON.begin(key, in: &bytes)
        json.write(as: .compact, to: &bytes)
    }

    /// The value as a programme file spells it.
    fileprivate var json: JSON {
        switch self {
        case .amount(let amount): .string(amount.decimal)
        case .day(let day): .string(day.iso)
        case .number(let number): .integer(Int64(number))
        case .truth(let isTrue): .bool(isTrue)
        case .figure(let figure): .string(figure.text)
        case .text(let text): .string(text.text)
        case .list(let codes): .array(codes.map { .string($0.text) })
        case .share(let percent): .object(percent.map { [.init(key: "percent", value: .integer(Int64($0)))] } ?? [])
        }
    }
}

extension TermsChange {
    /// The change as a report's JSON has it: `{"key":"lastDay","from":"2024-12-31","to":"2025-06-30"}`.
    public var json: JSON {
        ["key": .string(key), "from": from?.json ?? .null, "to": to?.json ?? .null]
    }
}
