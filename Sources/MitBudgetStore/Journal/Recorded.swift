public import MitBudget

/// An entry as the journal holds it.
public struct Recorded: Equatable, Sendable {
    /// The entry's number, from 1.
    public let number: EntryNumber
    /// When it was recorded.
    public let recordedAt: Moment
    /// The staff member who recorded it.
    public let actor: StaffID
    /// The entry itself, with texts as seals.
    public let entry: Entry
    /// The hash of the chain up to and including this entry.
    public let hash: Digest

    /// The entry's number and hash, to be copied and compared later.
    public var anchor: Anchor {
        Anchor(number: number, hash: hash)
    }
}

/// An entry's number and hash. Printed on paper, an anchor proves later that nothing up to the entry was changed.
public struct Anchor: Equatable, Sendable {
    /// The entry's number.
    public let number: EntryNumber
    /// The entry's hash.
    public let hash: Digest

    init(number: EntryNumber, hash: Digest) {
        self.number = number
        self.hash = hash
    }

    /// Reads ``text`` back.
    public init?(text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let number = Int64(parts[0]).flatMap(EntryNumber.init),
            let hash = Digest(hex: String(parts[1]))
        else { return nil }
        self.init(number: number, hash: hash)
        // A number can be written in other ways, such as +42; only one is accepted.
        guard self.text == text else { return nil }
    }

    /// `42:9f86…`, the hash in full.
    public var text: String {
        "\(number.value):\(hash.hex)"
    }
}

/// An anchor as someone copied it, perhaps grouped for reading, perhaps with only the first digits of the hash.
public struct AnchorClaim: Equatable, Sendable {
    /// The entry's number.
    public let number: EntryNumber
    /// 16 to 64 lower-case hexadecimal digits.
    public let prefix: String

    /// Reads `42:9f86…`; blanks and upper case do not matter.
    /// - Throws: ``Malformed/anchor(_:)``.
    public init(_ text: String) throws(Malformed) {
        let packed = text.filter { !$0.isWhitespace }.lowercased()
        let parts = packed.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let first = parts.first, let last = parts.last,
            let number = try? EntryNumber(String(first)), (16...64).contains(last.utf8.count),
            last.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
        else { throw .anchor(text) }
        self.number = number
        prefix = String(last)
    }

    /// Whether an entry's hash begins with the copied digits.
    public func matches(_ hash: Digest) -> Bool {
        hash.hex.hasPrefix(prefix)
    }
}

/// How an entry's hash is computed.
enum Chain {
    /// SHA-256 of previous hash, seq, recorded_at, actor, kind, day and body, each followed by one newline.
    static func hash(
        after previous: String, seq: Int64, recordedAt: String, actor: String, kind: String, day: String, body: String
    ) -> Digest {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(body.utf8.count + 256)
        func add(_ line: String) {
            var line = line
            line.withUTF8 { bytes.append(contentsOf: $0) }
            bytes.append(UInt8(ascii: "\n"))
        }
        add(previous)
        add(String(seq))
        add(recordedAt)
        add(actor)
        add(kind)
        add(day)
        add(body)
        return SHA256.digest(of: bytes)
    }
}
