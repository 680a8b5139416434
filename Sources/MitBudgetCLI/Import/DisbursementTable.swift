import Arguments
import MitBudget
import MitBudgetReports
import Phrases

/// Reads a table of disbursements: a header names the columns, in any order; each row is a disbursement.
final class DisbursementTable: LineMeaning {
    enum Column: String, CaseIterable {
        case participant, item, amount, day, voucher, payee, paid, note
        case voucherTotal = "voucher-total"
        case once

        /// The parameter of `disburse` that the column gives.
        fileprivate var parameter: Descriptor {
            switch self {
            case .participant: Shared.participant.descriptor
            case .item: Shared.item.descriptor
            case .amount: Shared.amount.descriptor
            case .day: Shared.on.descriptor
            case .voucher: Shared.voucher.descriptor
            case .voucherTotal: Shared.voucherTotal.descriptor
            case .payee: Shared.payee.descriptor
            case .paid: Shared.paid.descriptor
            case .note: MoneyCommands.note.descriptor
            case .once: Shared.once.descriptor
            }
        }

        fileprivate var isRequired: Bool { ![.voucherTotal, .paid, .note, .once].contains(self) }
        fileprivate var isText: Bool { self == .payee || self == .note }
    }

    private let session: Session
    private let separator: UInt8
    private let columns: [Column]
    private var encoding = Encoding()

    /// Whether the lines were read as Windows-1252.
    var isWindows: Bool { encoding.isWindows }

    /// Reads the header. The separator is the one that splits it into known columns.
    init(_ header: LineReader.Line, _ session: Session) throws(LineTrouble) {
        self.session = session
        guard !header.isTooLong, let bytes = encoding.utf8(header.bytes) else { throw .encoding }
        let known = Column.allCases.map(\.rawValue)
        let readings = [UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "\t")].map { separator in
            let names = Self.fields(of: bytes, separator)?.map { Self.trimmed($0).lowercased() } ?? []
            return (separator: separator, names: names, hits: names.filter(known.contains).count)
        }
        guard let best = readings.max(by: { $0.hits < $1.hits }), best.hits > 0 else {
            throw .headerMissing(known: known)
        }
        separator = best.separator
        var columns: [Column] = []
        for name in best.names {
            guard let column = Column(rawValue: name) else { throw .columnUnknown(name, known: known) }
            guard !columns.contains(column) else { throw .columnDoubled(name) }
            columns.append(column)
        }
        let missing = Column.allCases.filter { $0.isRequired && !columns.contains($0) }
        guard missing.isEmpty else { throw .missing(missing.map(\.rawValue)) }
        self.columns = columns
    }

    func request(_ line: LineReader.Line) throws(Failure) -> LineRequest? {
        guard let bytes = encoding.utf8(line.bytes) else { throw .line(.encoding) }
        guard let texts = Self.fields(of: bytes, separator) else { throw .line(.quotation) }
        // Excel leaves rows behind that hold only separators.
        if texts.allSatisfy({ Self.trimmed($0).isEmpty }) { return nil }
        guard texts.count == columns.count else { throw .line(.fieldCount(texts.count, expected: columns.count)) }
        var fields = DisbursementFields()
        var values: [(Column, String)] = []
        for (column, text) in zip(columns, texts) {
            let value = CSV.unguarded(column.isText ? text : Self.trimmed(text))
            guard !value.isEmpty else { continue }
            values.append((column, value))
            switch column {
            case .participant: fields.participant = value
            case .item: fields.item = value
            case .amount: fields.amount = value
            case .day: fields.on = value
            case .voucher: fields.voucher = value
            case .voucherTotal: fields.voucherTotal = value
            case .payee: fields.payee = value
            case .paid: fields.paid = value
            case .note: fields.note = value
            case .once: fields.once = value
            }
        }
        let missing = Column.allCases.filter { column in
            column.isRequired && !values.contains { $0.0 == column }
        }
        guard missing.isEmpty else { throw .line(.missing(missing.map(\.rawValue))) }
        if let request = fields.request(today: { session.today }) { return request }
        var words = LineArguments(MoneyCommands.disburse)
        for (column, value) in values { words.add(value, for: column.parameter) }
        return try words.request(in: session, as: nil)
    }

    /// The fields of a row; `nil` if the quotation marks do not pair.
    private static func fields(of bytes: [UInt8], _ separator: UInt8) -> [String]? {
        var fields = SeparatedFields()
        guard fields.split(bytes, by: separator) == .whole else { return nil }
        return (0..<fields.count).map(fields.whole)
    }

    private static func trimmed(_ text: String) -> String {
        guard text.utf8.first == 0x20 || text.utf8.last == 0x20 else { return text }
        let start = text.drop { $0 == " " }
        return String(start.prefix(start.count - start.reversed().prefix { $0 == " " }.count))
    }
}
