/// The one to three capitals before the number of a recipient's reference.
public struct ReferencePrefix: Hashable, Sendable {
    /// The capitals, one a byte, the first in the highest byte that is used.
    let packed: UInt32

    /// The prefix of terms that name none: `B`, for `borger`.
    public static let standard = ReferencePrefix(packed: UInt32(UInt8(ascii: "B")))

    init(packed: UInt32) {
        self.packed = packed
    }

    /// Reads a prefix.
    /// - Throws: ``Malformed/prefix(_:)`` unless it is one to three capitals from A to Z.
    public init(_ text: String) throws(Malformed) {
        guard (1...3).contains(text.utf8.count), text.utf8.allSatisfy(Self.isCapital) else { throw .prefix(text) }
        packed = text.utf8.reduce(0) { $0 << 8 | UInt32($1) }
    }

    static func isCapital(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") }

    /// How many capitals there are.
    var length: Int { packed > 0xFFFF ? 3 : packed > 0xFF ? 2 : 1 }

    /// The capital at a place, from 0.
    func byte(_ place: Int) -> UInt8 {
        UInt8(truncatingIfNeeded: packed >> UInt32(8 * (length - 1 - place)))
    }

    /// The capitals.
    public var text: String {
        String(decoding: (0..<length).map(byte), as: UTF8.self)
    }
}
