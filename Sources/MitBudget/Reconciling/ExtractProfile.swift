/// How an extract is written, as far as it is known: what a profile names before the file is read, or what was
/// recognised afterwards.
public struct ExtractProfile: Equatable, Sendable {
    /// What stands between two fields.
    public enum Delimiter: String, CaseIterable, Sendable {
        /// `;`
        case semicolon = ";"
        /// `,`
        case comma = ","
        /// A tab.
        case tab = "\t"

        /// The sign as a byte.
        public var byte: UInt8 {
            switch self {
            case .semicolon: UInt8(ascii: ";")
            case .comma: UInt8(ascii: ",")
            case .tab: UInt8(ascii: "\t")
            }
        }
    }

    /// How the file's text is encoded.
    public enum Encoding: String, CaseIterable, Sendable {
        /// UTF-8, with or without a byte order mark.
        case utf8 = "utf-8"
        /// Windows-1252, of which ISO 8859-1 is a part.
        case windows1252 = "windows-1252"
        /// UTF-16 with a byte order mark.
        case utf16 = "utf-16"
    }

    /// A column that means something.
    public enum Column: String, CaseIterable, Sendable {
        /// The day on which a line was booked.
        case day
        /// The amount, with its sign.
        case amount
        /// What went out, where two columns hold the amounts.
        case debit
        /// What came in, where two columns hold the amounts.
        case credit
        /// A text that may name a voucher.
        case text
        /// The voucher.
        case voucher
        /// The balance after the line.
        case balance
    }

    /// What stands between two fields; `nil` if it is not known.
    public var delimiter: Delimiter?
    /// The sign before the decimals; `nil` if it is not known.
    public var decimal: DecimalSign?
    /// The encoding; `nil` if it is not known.
    public var encoding: Encoding?
    /// The headings of columns; an empty list says that the file has no such column. Only ``Column/text`` may have
    /// several. A column that is left out is to be recognised.
    public var columns: [Column: [String]]
    /// How days are written; `nil` if it is not known.
    public var dayFormat: DayFormat?
    /// The sign of costs; `nil` if it is not known.
    public var costs: CostSign?

    /// A profile that knows nothing.
    public init() {
        columns = [:]
    }
}
