/// The encoding of a table: UTF-8, or Windows-1252 from the first line on that is not UTF-8. The first line with
/// letters beyond ASCII settles it; a later line in the other encoding cannot be read.
struct Encoding {
    private let isNamed: Bool
    private var isSettled: Bool
    /// Whether the lines were read as Windows-1252.
    private(set) var isWindows: Bool

    /// - Parameter isWindows: whether the lines are in Windows-1252, if that is known.
    init(isWindows: Bool? = nil) {
        isNamed = isWindows != nil
        isSettled = isNamed
        self.isWindows = isWindows ?? false
    }

    /// A line as UTF-8; `nil` if it is not in the encoding of the lines before it.
    mutating func utf8(_ bytes: [UInt8]) -> [UInt8]? {
        guard bytes.contains(where: { $0 >= 0x80 }) else { return bytes }
        let isUTF8 = (try? UTF8Span(validating: bytes.span)) != nil
        if !isSettled { (isSettled, isWindows) = (true, !isUTF8) }
        if isWindows { return isUTF8 && !isNamed ? nil : Self.fromWindows(bytes) }
        return isUTF8 ? bytes : nil
    }

    /// `nil` if a byte has no meaning in Windows-1252.
    private static func fromWindows(_ bytes: [UInt8]) -> [UInt8]? {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + 16)
        for byte in bytes {
            if byte < 0x80 {
                text.append(byte)
            } else {
                let code = byte < 0xA0 ? special[Int(byte) - 0x80] : UInt32(byte)
                guard code != 0, let scalar = Unicode.Scalar(code) else { return nil }
                text += Array(String(scalar).utf8)
            }
        }
        return text
    }

    /// The scalars of the bytes 0x80 to 0x9F; 0 for a byte without one.
    /// - Source: Unicode Consortium, "cp1252 to Unicode table".
    private static let special: [UInt32] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
        0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
        0x0178,
    ]
}
