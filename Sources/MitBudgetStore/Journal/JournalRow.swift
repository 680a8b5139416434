import MitBudget
import SQLite

/// A row of the journal as stored, laid out for hashing: the previous hash and each column, each followed by a newline.
/// One value serves row after row, so that only the bytes are copied.
struct JournalRow {
    private(set) var seq: Int64 = 0
    /// The stored hash, which may not be a valid one.
    private var hash: [UInt8] = Array(Digest.zero.hex.utf8)
    /// The stored hash; `nil` if it is not a valid one.
    private(set) var digest: Digest?
    private var bytes: [UInt8] = []
    /// Where the columns from `recorded_at` to `body` end.
    private var ends = InlineArray<6, Int>(repeating: 0)
    private var actor = Recent<StaffID>()
    private var kind = Recent<EntryKind>()
    private var day = Recent<Day>()
    private var moment = Recent<Moment>()

    /// Takes in the next row: seq, recorded_at, actor, kind, day, body, hash.
    mutating func take(_ row: Row) throws(SQLiteFailure) {
        bytes.removeAll(keepingCapacity: true)
        bytes += hash
        bytes.append(UInt8(ascii: "\n"))
        seq = try row.integer(0)
        bytes += String(seq).utf8
        ends[0] = bytes.count
        for column in 1...5 {
            bytes.append(UInt8(ascii: "\n"))
            try row.appendLegible(column, to: &bytes)
            ends[column] = bytes.count
        }
        bytes.append(UInt8(ascii: "\n"))
        hash.removeAll(keepingCapacity: true)
        try row.appendLegible(6, to: &hash)
        digest = Digest(hex: hash.span)
    }

    /// The row as `check-journal.sh` reads it: the seven lines that are hashed, then the stored hash on one more.
    var lines: [UInt8] { bytes + hash + [UInt8(ascii: "\n")] }

    /// Whether the stored hash matches the row and the hash before it.
    var holdsItsHash: Bool {
        SHA256.digest(of: bytes) == digest
    }

    /// When the row was recorded; `nil` if the column holds no valid time.
    mutating func recordedAt() -> Moment? {
        moment.meaning(of: column(1)) { Moment(iso: $0) }
    }

    /// The entry that the row holds; `nil` if it holds none, or is not written as the program writes it. An invalid
    /// hash counts as zeros: it is a fault of the chain, not of the entry.
    mutating func recorded() -> Recorded? {
        guard let number = EntryNumber(seq), let moment = recordedAt(),
            let staff = actor.meaning(of: column(2), { try? StaffID($0) }),
            let entryKind = kind.meaning(of: column(3), { EntryKind(rawValue: $0) }),
            let entryDay = day.meaning(of: column(4), { try? Day(iso: $0) })
        else { return nil }
        let entry = bytes.withUnsafeBufferPointer { bytes in
            Body.read(entryKind, UnsafeBufferPointer(rebasing: bytes[ends[4] + 1..<ends[5]]), day: entryDay)
        }
        guard let entry else { return nil }
        return Recorded(
            number: number, recordedAt: moment, actor: staff, entry: entry, hash: digest ?? .zero)
    }

    private func column(_ index: Int) -> ArraySlice<UInt8> {
        bytes[ends[index - 1] + 1..<ends[index]]
    }
}

extension Recorded {
    /// Reads a single row: seq, recorded_at, actor, kind, day, body, hash; `nil` if it holds no entry.
    init?(_ row: Row) throws(SQLiteFailure) {
        var journal = JournalRow()
        try journal.take(row)
        guard let recorded = journal.recorded() else { return nil }
        self = recorded
    }
}

/// Remembers the meaning of the last text: successive rows are often of the same kind, by the same person, on the same
/// day.
private struct Recent<Meaning> {
    private var text: [UInt8] = []
    private var meaning: Meaning?

    mutating func meaning(of bytes: ArraySlice<UInt8>, _ read: (String) -> Meaning?) -> Meaning? {
        if let meaning, holds(bytes) { return meaning }
        meaning = read(String(decoding: bytes, as: UTF8.self))
        text = Array(bytes)
        return meaning
    }

    private func holds(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count == text.count else { return false }
        return bytes.withUnsafeBytes { bytes in
            text.withUnsafeBytes { text in
                for index in 0..<text.count where text[index] != bytes[index] { return false }
                return true
            }
        }
    }
}

extension Row {
    /// A text as stored; if the value is not text, a sign that no text written by the program contains.
    func legible(_ column: Int) throws(SQLiteFailure) -> String {
        do {
            return try text(column)
        } catch {
            guard error.kind == .mismatch else { throw error }
            return "\u{FFFD}"
        }
    }

    /// Appends the bytes of ``legible(_:)``.
    func appendLegible(_ column: Int, to bytes: inout [UInt8]) throws(SQLiteFailure) {
        do {
            try append(column, to: &bytes)
        } catch {
            guard error.kind == .mismatch else { throw error }
            bytes += "\u{FFFD}".utf8
        }
    }

    /// A value as stored, with the same sign for text that is not UTF-8.
    func legibleValue(_ column: Int) throws(SQLiteFailure) -> Value {
        do {
            return try value(column)
        } catch {
            guard error.kind == .mismatch else { throw error }
            return .text("\u{FFFD}")
        }
    }
}
