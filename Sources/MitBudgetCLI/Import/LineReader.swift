import Glibc
import MitBudget

/// Splits a file into lines while reading it, and holds one piece of it at a time.
final class LineReader {
    /// The most bytes that a line may have: 4 MiB.
    static let limit = 4 << 20

    /// A line without its end.
    struct Line {
        /// From 1.
        let number: Int64
        let bytes: [UInt8]
        /// Whether the line is longer than ``LineReader/limit``; its bytes are then left out.
        let isTooLong: Bool
    }

    private let source: World.Source
    private var buffer: [UInt8] = []
    private var start = 0
    private var isAtEnd = false
    private var number: Int64 = 0

    private(set) var done: Int64 = 0
    /// How many bytes the file has; `nil` if that is unknown.
    let size: Int64?

    init(_ source: World.Source) {
        self.source = source
        size = source.size
    }

    /// The beginning of the input, at most that many bytes.
    func head(_ count: Int) throws(World.FileTrouble) -> [UInt8] {
        while buffer.count < count, !isAtEnd { try fill() }
        return Array(buffer.prefix(count))
    }

    /// The next line that is not blank; `nil` at the end. A byte order mark at the start is skipped.
    func next() throws(World.FileTrouble) -> Line? {
        while let line = try nextOfAny() {
            if line.isTooLong || !line.bytes.allSatisfy(Self.isBlank) { return line }
        }
        return nil
    }

    private func nextOfAny() throws(World.FileTrouble) -> Line? {
        var searched = start
        var isTooLong = false
        while true {
            if let end = newline(from: searched) {
                defer { start = end + 1 }
                return line(upTo: end, isTooLong)
            }
            if isAtEnd {
                guard start < buffer.count || isTooLong else { return nil }
                defer { start = buffer.count }
                return line(upTo: buffer.count, isTooLong)
            }
            if buffer.count - start > Self.limit {
                isTooLong = true
                start = buffer.count
            }
            let kept = buffer.count - start
            try fill()
            searched = start + kept
        }
    }

    /// Drops the lines already handed out and appends the next piece to what is left.
    private func fill() throws(World.FileTrouble) {
        let piece = try source.next()
        isAtEnd = piece.isEmpty
        done += Int64(piece.count)
        buffer.removeSubrange(..<start)
        start = 0
        buffer += piece
    }

    private func newline(from first: Int) -> Int? {
        guard first < buffer.count else { return nil }
        return buffer.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress, let found = memchr(base + first, 0x0A, bytes.count - first) else {
                return nil
            }
            return UnsafeRawPointer(found) - base
        }
    }

    private func line(upTo end: Int, _ isTooLong: Bool) -> Line {
        number += 1
        guard !isTooLong, end - start <= Self.limit else { return Line(number: number, bytes: [], isTooLong: true) }
        var (first, last) = (start, end)
        if last > first, buffer[last - 1] == 0x0D { last -= 1 }
        if number == 1, buffer[first..<last].starts(with: [0xEF, 0xBB, 0xBF]) { first += 3 }
        return Line(number: number, bytes: Array(buffer[first..<last]), isTooLong: false)
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0D
    }
}
