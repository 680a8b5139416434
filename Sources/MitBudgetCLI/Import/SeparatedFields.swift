/// The fields of a line of a table. It is used again for each line, so that a long table costs no memory per field.
struct SeparatedFields {
    /// How a line ends.
    enum End {
        case whole
        /// A quotation mark is not closed on the line.
        case openQuotation
        /// Text follows a closing quotation mark.
        case textBehindQuotation
    }

    /// The bytes of all fields, one behind the other, without quotation marks around them.
    private var bytes: [UInt8] = []
    private var ends: [Int] = []

    /// How many fields the line has.
    var count: Int { ends.count }

    /// The place of a field in ``withSpan(of:_:)``, without blanks around it.
    private func range(_ field: Int) -> Range<Int> {
        var (start, end) = (field == 0 ? 0 : ends[field - 1], ends[field])
        while start < end, bytes[start] == 0x20 { start += 1 }
        while start < end, bytes[end - 1] == 0x20 { end -= 1 }
        return start..<end
    }

    /// A field as it stands, blanks around it included.
    func whole(_ field: Int) -> String {
        String(decoding: bytes[(field == 0 ? 0 : ends[field - 1])..<ends[field]], as: UTF8.self)
    }

    /// A field without blanks around it.
    func text(_ field: Int) -> String { String(decoding: bytes[range(field)], as: UTF8.self) }

    /// The bytes of a field without blanks around it.
    func slice(_ field: Int) -> ArraySlice<UInt8> { bytes[range(field)] }

    /// Whether a field has nothing but blanks.
    func isBlank(_ field: Int) -> Bool { range(field).isEmpty }

    /// Drops fields without contents from the end, down to a number of them.
    mutating func dropBlanks(downTo least: Int) {
        while count > least, isBlank(count - 1) { ends.removeLast() }
    }

    /// Takes the fields of a line. A field may stand in quotation marks, and hold two for each that it means.
    /// - Parameter isContinued: whether the line goes on where the one before left a quotation mark open. Each line is
    ///   then looked at once, however many a field has.
    mutating func split(_ line: [UInt8], by separator: UInt8, isContinued: Bool = false) -> End {
        let mark = UInt8(ascii: "\"")
        if isContinued {
            bytes.append(UInt8(ascii: "\n"))
        } else {
            bytes.removeAll(keepingCapacity: true)
            ends.removeAll(keepingCapacity: true)
        }
        var position = 0
        var isWithin = isContinued
        while true {
            if isWithin || position < line.count && line[position] == mark {
                if !isWithin { position += 1 }
                isWithin = false
                while true {
                    guard let end = line[position...].firstIndex(of: mark) else {
                        bytes += line[position...]
                        return .openQuotation
                    }
                    bytes += line[position..<end]
                    position = end + 1
                    guard position < line.count, line[position] == mark else { break }
                    bytes.append(mark)
                    position += 1
                }
                guard position == line.count || line[position] == separator else { return .textBehindQuotation }
            } else {
                let end = line[position...].firstIndex(of: separator) ?? line.count
                bytes += line[position..<end]
                position = end
            }
            ends.append(bytes.count)
            guard position < line.count else { return .whole }
            position += 1
        }
    }
}
