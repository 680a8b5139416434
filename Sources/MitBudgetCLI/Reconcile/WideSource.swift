extension World.Source {
    /// The same text in UTF-8, of a source in UTF-16 with a byte order mark. Half a character becomes a byte that is no
    /// UTF-8, so that whoever reads the lines finds the one that has it.
    func narrowed() -> World.Source {
        let decoder = WideDecoder()
        return World.Source(
            size: nil,
            next: { () throws(World.FileTrouble) in
                while true {
                    let piece = try next()
                    let text = decoder.take(piece)
                    if !text.isEmpty || piece.isEmpty { return text }
                }
            }, close: close)
    }

    /// The source with some bytes before it that were taken from it.
    func preceded(by head: [UInt8]) -> World.Source {
        let rest = Head(head)
        return World.Source(
            size: size,
            next: { () throws(World.FileTrouble) in
                let head = rest.take()
                return head.isEmpty ? try next() : head
            }, close: close)
    }

    /// Bytes that can be taken once.
    private final class Head {
        private var bytes: [UInt8]

        init(_ bytes: [UInt8]) {
            self.bytes = bytes
        }

        func take() -> [UInt8] {
            defer { bytes = [] }
            return bytes
        }
    }
}

/// Decodes UTF-16 piece by piece.
private final class WideDecoder {
    private var isBigEndian: Bool?
    private var rest: [UInt8] = []
    /// The first half of a character of two units.
    private var high: UInt16?

    /// The text of a piece; of an empty one, what is left over.
    func take(_ piece: [UInt8]) -> [UInt8] {
        rest += piece
        if isBigEndian == nil, rest.count >= 2 {
            isBigEndian = rest[0] == 0xFE
            rest.removeFirst(2)
        }
        guard let isBigEndian else { return [] }
        var text: [UInt8] = []
        text.reserveCapacity(rest.count)
        for place in stride(from: 0, to: rest.count - 1, by: 2) {
            let (one, other) = (UInt16(rest[place]), UInt16(rest[place + 1]))
            add(isBigEndian ? one << 8 | other : other << 8 | one, to: &text)
        }
        rest = rest.count % 2 == 0 ? [] : Array(rest.suffix(1))
        if piece.isEmpty, high != nil || !rest.isEmpty {
            (high, rest) = (nil, [])
            text.append(Self.broken)
        }
        return text
    }

    /// Stands for half a character; no UTF-8 has it.
    private static let broken: UInt8 = 0xFF

    private func add(_ unit: UInt16, to text: inout [UInt8]) {
        if let first = high {
            high = nil
            if UTF16.isTrailSurrogate(unit) {
                let code = 0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(unit) - 0xDC00)
                if let scalar = Unicode.Scalar(code) { text += Array(String(scalar).utf8) }
                return
            }
            text.append(Self.broken)
        }
        if unit < 0x80 {
            text.append(UInt8(unit))
        } else if UTF16.isLeadSurrogate(unit) {
            high = unit
        } else if let scalar = Unicode.Scalar(UInt32(unit)) {
            text += Array(String(scalar).utf8)
        } else {
            text.append(Self.broken)
        }
    }
}
