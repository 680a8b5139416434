extension Anchor {
    /// A query for a time stamp on the entry, `TimeStampReq` of RFC 3161 in DER. What a time-stamping authority signs
    /// is the entry's hash itself, so that anyone who has the anchor can check the stamp, without the ledger.
    ///
    /// The authority is asked for its certificate, so that the reply can be checked years later. The algorithm has NULL
    /// for its parameters, as in the queries of OpenSSL, and not none, as RFC 5754 has it: every authority takes it.
    /// - Parameter nonce: random bytes, which the reply repeats. Eight are enough, and some programs take no more.
    public func timestampQuery(nonce: [UInt8]) -> [UInt8] {
        let sha256 = DER.objectIdentifier([0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01])
        let imprint = DER.sequence([DER.sequence([sha256, DER.null]), DER.octets(hash.bytes)])
        return DER.sequence([DER.integer([1]), imprint, DER.integer(nonce), DER.true])
    }
}

/// Writes values by the distinguished encoding rules of ASN.1 (ITU-T X.690): tag, length, contents, in the one form
/// that they allow.
enum DER {
    static let null = value(0x05, [])
    static let `true` = value(0x01, [0xFF])

    /// A number that is not negative, given with its most significant byte first.
    static func integer(_ bytes: [UInt8]) -> [UInt8] {
        let digits = bytes.drop { $0 == 0 }
        // A first bit of 1 would mean a negative number.
        let isBare = digits.first.map { $0 < 0x80 } ?? false
        return value(0x02, (isBare ? [] : [0]) + digits)
    }

    static func octets(_ bytes: [UInt8]) -> [UInt8] { value(0x04, bytes) }

    /// An object identifier, given as X.690 packs its numbers.
    static func objectIdentifier(_ packed: [UInt8]) -> [UInt8] { value(0x06, packed) }

    static func sequence(_ values: [[UInt8]]) -> [UInt8] { value(0x30, Array(values.joined())) }

    /// A length up to 127 is a byte; a longer one follows the number of its bytes.
    private static func value(_ tag: UInt8, _ contents: [UInt8]) -> [UInt8] {
        guard contents.count > 0x7F else { return [tag, UInt8(contents.count)] + contents }
        var length: [UInt8] = []
        var rest = contents.count
        while rest > 0 {
            length.insert(UInt8(truncatingIfNeeded: rest), at: 0)
            rest >>= 8
        }
        return [tag, 0x80 | UInt8(length.count)] + length + contents
    }
}
