/// An incremental SHA-256 (FIPS 180-4). It is a value: a copy taken half-way can be fed other bytes.
public struct SHA256: Sendable {
    private var state = SIMD8<UInt32>(
        0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19)
    /// The bytes since the last whole block: the first `byteCount % 64` of them count.
    private var pending = InlineArray<64, UInt8>(repeating: 0)
    private var byteCount: UInt64 = 0

    /// Starts with no bytes.
    public init() {}

    /// The digest of a text's UTF-8 bytes.
    public static func digest(of text: String) -> Digest {
        digest(of: text.utf8.span.bytes)
    }

    /// The digest of an array's bytes.
    public static func digest(of bytes: [UInt8]) -> Digest {
        digest(of: bytes.span.bytes)
    }

    /// The digest of bytes, without copying them.
    public static func digest(of bytes: RawSpan) -> Digest {
        var hash = SHA256()
        hash.update(bytes)
        return hash.digest()
    }

    /// Feeds a text's UTF-8 bytes.
    public mutating func update(_ text: String) {
        update(text.utf8.span.bytes)
    }

    /// Feeds an array's bytes.
    public mutating func update(_ bytes: [UInt8]) {
        update(bytes.span.bytes)
    }

    /// Feeds bytes without copying them.
    public mutating func update(_ bytes: RawSpan) {
        bytes.withUnsafeBytes { update($0) }
    }

    /// Feeds a buffer's bytes without copying them.
    public mutating func update(_ bytes: UnsafeRawBufferPointer) {
        let filled = Int(byteCount % 64)
        byteCount &+= UInt64(bytes.count)
        let head = filled == 0 ? 0 : min(64 - filled, bytes.count)
        if head > 0 {
            keep(bytes[..<head], at: filled)
            guard filled + head == 64 else { return }
            withUnsafeBytes(of: pending) { Self.compress($0, into: &state) }
        }
        let tail = bytes.count - (bytes.count - head) % 64
        Self.compress(UnsafeRawBufferPointer(rebasing: bytes[head..<tail]), into: &state)
        keep(bytes[tail...], at: 0)
    }

    /// The digest of everything fed so far. More can be fed afterwards.
    public func digest() -> Digest {
        // The padding: a set bit, then zeros up to the last eight bytes of a block, which hold the count of bits.
        var last = self
        let zeros = Int((119 - byteCount % 64) % 64)
        let bitCount = (byteCount &* 8).bigEndian
        withUnsafeBytes(of: InlineArray<64, UInt8> { $0 == 0 ? 0x80 : 0 }) {
            last.update(UnsafeRawBufferPointer(rebasing: $0[...zeros]))
        }
        withUnsafeBytes(of: bitCount) { last.update($0) }
        return Digest(words: last.state)
    }

    private mutating func keep(_ bytes: Slice<UnsafeRawBufferPointer>, at offset: Int) {
        withUnsafeMutableBytes(of: &pending) { pending in
            UnsafeMutableRawBufferPointer(rebasing: pending[offset...]).copyBytes(from: bytes)
        }
    }
}

extension SHA256 {
    /// The fractional parts of the cube roots of the first 64 primes.
    private static let constants: InlineArray<64, UInt32> = [
        0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
        0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
        0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
        0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
        0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
        0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
        0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
        0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
    ]

    /// Compresses whole blocks into the state. One schedule on the stack serves them all.
    private static func compress(_ blocks: UnsafeRawBufferPointer, into state: inout SIMD8<UInt32>) {
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
            for block in stride(from: 0, to: blocks.count, by: 64) {
                fill(schedule, from: blocks, at: block)
                state &+= rounds(schedule, from: state)
            }
        }
    }

    /// Spreads the sixteen words of a block over the 64 rounds, each with its constant added in.
    @inline(__always)
    private static func fill(
        _ schedule: UnsafeMutableBufferPointer<UInt32>, from blocks: UnsafeRawBufferPointer, at block: Int
    ) {
        for index in 0..<16 {
            schedule[index] = UInt32(
                bigEndian: blocks.loadUnaligned(fromByteOffset: block &+ 4 &* index, as: UInt32.self))
        }
        for index in 16..<64 {
            let early = schedule[index &- 15]
            let late = schedule[index &- 2]
            let mixedEarly = rotate(early, 7) ^ rotate(early, 18) ^ (early >> 3)
            let mixedLate = rotate(late, 17) ^ rotate(late, 19) ^ (late >> 10)
            schedule[index] = schedule[index &- 16] &+ mixedEarly &+ schedule[index &- 7] &+ mixedLate
        }
    }

    /// Runs the 64 rounds, eight at a time: the variables are renamed instead of moved.
    @inline(__always)
    private static func rounds(
        _ schedule: UnsafeMutableBufferPointer<UInt32>, from state: SIMD8<UInt32>
    ) -> SIMD8<UInt32> {
        var (a, b, c, d) = (state[0], state[1], state[2], state[3])
        var (e, f, g, h) = (state[4], state[5], state[6], state[7])
        var index = 0
        while index < 64 {
            round(a, b, c, &d, e, f, g, &h, schedule[index] &+ constants[unchecked: index])
            round(h, a, b, &c, d, e, f, &g, schedule[index &+ 1] &+ constants[unchecked: index &+ 1])
            round(g, h, a, &b, c, d, e, &f, schedule[index &+ 2] &+ constants[unchecked: index &+ 2])
            round(f, g, h, &a, b, c, d, &e, schedule[index &+ 3] &+ constants[unchecked: index &+ 3])
            round(e, f, g, &h, a, b, c, &d, schedule[index &+ 4] &+ constants[unchecked: index &+ 4])
            round(d, e, f, &g, h, a, b, &c, schedule[index &+ 5] &+ constants[unchecked: index &+ 5])
            round(c, d, e, &f, g, h, a, &b, schedule[index &+ 6] &+ constants[unchecked: index &+ 6])
            round(b, c, d, &e, f, g, h, &a, schedule[index &+ 7] &+ constants[unchecked: index &+ 7])
            index &+= 8
        }
        return SIMD8(a, b, c, d, e, f, g, h)
    }

    @inline(__always)
    private static func round(
        _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32,
        _ e: UInt32, _ f: UInt32, _ g: UInt32, _ h: inout UInt32, _ word: UInt32
    ) {
        let choice = g ^ (e & (f ^ g))
        let majority = b ^ ((a ^ b) & (b ^ c))
        // Rotates e by 6, 11 and 25, and a by 2, 13 and 22; each rotation continues from another.
        h = h &+ rotate(rotate(rotate(e, 14) ^ e, 5) ^ e, 6) &+ choice &+ word
        d = d &+ h
        h = h &+ rotate(rotate(rotate(a, 9) ^ a, 11) ^ a, 2) &+ majority
    }

    @inline(__always)
    private static func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 {
        word &>> count | word &<< (32 &- count)
    }
}

/// 32 bytes of SHA-256.
public struct Digest: Hashable, Sendable {
    /// All zeros: the previous hash of a journal's first entry.
    public static let zero = Digest(words: SIMD8())

    /// The eight words of the digest, the first most significant.
    fileprivate let words: SIMD8<UInt32>

    fileprivate init(words: SIMD8<UInt32>) {
        self.words = words
    }

    /// Reads 64 lower-case hex digits; `nil` for anything else.
    public init?(hex: some StringProtocol) {
        self.init(hex: String(hex).utf8.span)
    }

    /// Reads 64 lower-case hex digits; `nil` for anything else.
    init?(hex text: Span<UInt8>) {
        guard text.count == 64 else { return nil }
        var words = SIMD8<UInt32>()
        for place in 0..<8 {
            var word: UInt32 = 0
            for index in 8 * place..<8 * place + 8 {
                guard let digit = Self.value(ofHexDigit: text[unchecked: index]) else { return nil }
                word = word << 4 | digit
            }
            words[place] = word
        }
        self.words = words
    }

    /// The 32 bytes of the digest.
    var bytes: [UInt8] {
        (0..<32).map { UInt8(truncatingIfNeeded: words[$0 / 4] &>> UInt32(24 - 8 * ($0 % 4))) }
    }

    /// 64 lower-case hex digits.
    public var hex: String {
        String(unsafeUninitializedCapacity: 64) { text in
            var index = 0
            for place in 0..<8 {
                var word = words[place]
                for _ in 0..<8 {
                    word = word &<< 4 | word &>> 28
                    text[index] = Self.hexDigit(UInt8(truncatingIfNeeded: word & 0xF))
                    index &+= 1
                }
            }
            return 64
        }
    }

    /// The first 64 bits, most significant first: the number that the first 16 hex digits are.
    public var number: UInt64 { UInt64(words[0]) << 32 | UInt64(words[1]) }

    private static func hexDigit(_ value: UInt8) -> UInt8 {
        value &+ (value < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") &- 10)
    }

    private static func value(ofHexDigit byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
        default: nil
        }
    }
}

extension Digest: Comparable {
    /// Orders by bytes, as the hex digits do.
    public static func < (left: Digest, right: Digest) -> Bool {
        for place in 0..<8 where left.words[place] != right.words[place] {
            return left.words[place] < right.words[place]
        }
        return false
    }
}
