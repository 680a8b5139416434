import Foundation
import MitBudgetStore
import Testing

@Suite struct SHA256Tests {
    /// - Source: NIST, "Descriptions of SHA-256": the published examples.
    static let vectors = [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (
            "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
                + "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
            "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
        ),
        (
            String(repeating: "a", count: 1_000_000),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
        ),
    ]

    /// Bytes without a pattern that repeats within a block.
    static func bytes(count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: $0 &* $0 &+ 31 &* $0 &+ count) }
    }

    @Test("the published examples come out", arguments: vectors)
    func examples(text: String, hex: String) {
        #expect(SHA256.digest(of: text).hex == hex)
        #expect(SHA256.digest(of: Array(text.utf8)).hex == hex)
    }

    @Test func `every length up to two blocks and more gives what sha256sum gives`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let lengths = Array(0...130) + [255, 256, 257, 4_095, 4_096, 100_003]
        for length in lengths {
            try Data(Self.bytes(count: length)).write(to: folder.appending(path: String(length)))
        }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["sha256sum"] + lengths.map(String.init)
        process.currentDirectoryURL = folder
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let lines = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()

        let expected = lengths.map { "\(SHA256.digest(of: Self.bytes(count: $0)).hex)  \($0)" }
        #expect(lines.split(separator: "\n").map(String.init) == expected)
    }

    @Test func `wherever bytes are split, the digest is that of the whole`() {
        let bytes = Self.bytes(count: 200)
        let whole = SHA256.digest(of: bytes)
        for first in 0...bytes.count {
            var hash = SHA256()
            hash.update(Array(bytes[..<first]))
            hash.update(Array(bytes[first...]))
            #expect(hash.digest() == whole, "split at \(first)")
        }
    }

    @Test(arguments: [1, 3, 63, 64, 65, 128])
    func `pieces of one size give the digest of the whole`(_ size: Int) {
        let bytes = Self.bytes(count: 500)
        var hash = SHA256()
        for first in stride(from: 0, to: bytes.count, by: size) {
            hash.update(Array(bytes[first..<min(first + size, bytes.count)]))
        }
        #expect(hash.digest() == SHA256.digest(of: bytes))
    }

    @Test func `feeding may go on after a digest, and a copy goes its own way`() {
        var hash = SHA256()
        hash.update("ab")
        var other = hash
        #expect(hash.digest() == SHA256.digest(of: "ab"))
        hash.update("c")
        other.update("d")
        #expect(hash.digest() == SHA256.digest(of: "abc"))
        #expect(other.digest() == SHA256.digest(of: "abd"))
    }

    @Test func `text is fed as UTF-8`() {
        #expect(SHA256.digest(of: "æ\n") == SHA256.digest(of: [0xC3, 0xA6, 0x0A]))
    }
}

@Suite struct DigestTests {
    static let malformedTexts: [String] = [
        "", "0", String(hex.dropLast()), hex + "0", hex + "\n", " \(hex.dropFirst())", hex.uppercased(),
        "g\(hex.dropFirst())", "/\(hex.dropFirst())", ":\(hex.dropFirst())", "`\(hex.dropFirst())",
        "é\(hex.dropFirst(2))", "１\(hex.dropFirst(3))",
    ]

    static let hex = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

    @Test func `hex digits come back as they were read`() throws {
        let digest = try #require(Digest(hex: Self.hex))
        #expect(digest.hex == Self.hex)
        #expect(digest == SHA256.digest(of: "abc"))
        #expect(Digest(hex: "1:\(Self.hex)".dropFirst(2)) == digest)
    }

    @Test func `zero is sixty-four zeros`() {
        #expect(Digest.zero.hex == String(repeating: "0", count: 64))
        #expect(Digest(hex: Digest.zero.hex) == .zero)
    }

    @Test("anything but 64 lower-case hex digits is no digest", arguments: malformedTexts)
    func malformed(_ text: String) {
        #expect(Digest(hex: text) == nil)
    }

    @Test func `digests that differ in one bit differ`() {
        let digests = Set(
            (0..<64).compactMap { place in
                Digest(hex: String(repeating: "0", count: place) + "1" + String(repeating: "0", count: 63 - place))
            })
        #expect(digests.count == 64)
        #expect(!digests.contains(.zero))
    }
}
