import JSON
import Phrases

// Lists within the rows of a list: JSON nests them, the other forms write a line for each inner row.
extension Column {
    /// The same column in a list whose rows each hold such a row, or none.
    func inside<Whole>(_ part: @escaping (Whole) -> Row?) -> Column<Whole> {
        Column<Whole>(
            self.headingIfAny, key: key, isOptional: isOptional, onPage: headingOnPage, in: forms, look, total: total,
            width: width, beginsTable: beginsTable
        ) { part($0).flatMap(value) }
    }

    private var headingIfAny: Phrase? { forms.isEmpty ? nil : heading }

    /// A list within each row, which only JSON holds.
    static func rows<Part>(
        key: StaticString, isOptional: Bool = false, _ columns: [Column<Part>], _ parts: @escaping (Row) -> [Part]?
    ) -> Column {
        let list = Listing(caption: .blank, columns: columns)
        return Column(key: key, isOptional: isOptional) { row in
            parts(row).map { parts in .list { bytes in list.write(parts, to: &bytes) } }
        }
    }
}

extension Listing {
    /// Appends an array with an object for each row.
    func write(_ rows: [Row], to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "["))
        for (place, row) in rows.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes.object { write(row, to: &$0) }
        }
        bytes.append(UInt8(ascii: "]"))
    }

    /// Appends a member that holds an array with an object for each row of the list.
    func writeMember(_ key: StaticString, to bytes: inout [UInt8]) {
        JSON.begin(key, in: &bytes)
        write(rows, to: &bytes)
    }
}
