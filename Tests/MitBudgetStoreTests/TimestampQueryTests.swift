import Foundation
import MitBudget
import TestSupport
import Testing

@testable import MitBudgetStore

@Suite("A query for a time stamp")
struct TimestampQueryTests {
    private static func hex(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private static func anchor() throws -> Anchor {
        let hash = String(repeating: "0123456789abcdef", count: 4)
        return Anchor(number: 42, hash: try #require(Digest(hex: hash)))
    }

    /// - Source: RFC 3161, 2.4.1; checked with `openssl ts -query -digest … -sha256 -cert` 3.0.
    @Test("It is version 1, SHA-256 with the entry's hash itself, the nonce, and asks for the certificate")
    func bytes() throws {
        let query = try Self.anchor().timestampQuery(nonce: [0x12, 0x34, 0x56, 0x78, 0x9A, 0xBC, 0xDE, 0xF0])
        #expect(
            Self.hex(query)
                == "3043" + "020101" + "3031300d060960864801650304020105000420"
                + String(repeating: "0123456789abcdef", count: 4) + "0208123456789abcdef0" + "0101ff")
    }

    @Test(
        "A nonce is a number that is not negative, in as few bytes as it takes",
        arguments: [
            ([0x7F], "02017f"), ([0x80], "02020080"), ([0x00, 0x7F], "02017f"), ([0x00, 0x00, 0x80], "02020080"),
            ([0xFF, 0xFF], "020300ffff"), ([0x00, 0x00], "020100"), ([], "020100"), ([0x01, 0x00], "02020100"),
        ] as [([UInt8], String)])
    func numbers(bytes: [UInt8], encoded: String) {
        #expect(Self.hex(DER.integer(bytes)) == encoded)
    }

    @Test(
        "A length above 127 follows the number of its bytes",
        arguments: [
            (0, "0400"), (127, "047f"), (128, "048180"), (255, "0481ff"), (256, "04820100"), (65_536, "0483010000"),
        ])
    func lengths(count: Int, head: String) {
        let value = DER.octets([UInt8](repeating: 0xAA, count: count))
        #expect(Self.hex(Array(value.dropLast(count))) == head)
        #expect(value.suffix(count).allSatisfy { $0 == 0xAA })
    }
}
