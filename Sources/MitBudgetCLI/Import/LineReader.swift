import Glibc
import MitBudget

/// Cuts a file into lines as it is read, holding one piece of it at a time.
final class LineReader {
    /// The most bytes that a line may have.
    static let limit = 4 << 20

    /// A line without its end.
    struct Line {
        /// From 1.
        let number: Int64
        let bytes: [UInt8]
        /// Whether it is longer than ``LineReader/limit``; then the bytes are left out.
        let isTooLong: Bool
    }

    private let source: World.Source
    private var buffer: [UInt8] = []
    private var start = 0
    private var isAtEnd = false
    private var number: Int64 = 0

    /// How many bytes were read.
    private(set) var done: Int64 = 0
    /// How many there are, where that is known.
    let size: Int64?

    init(_ source: World.Source) {
        self.source = source
        size = source.size
    }

    /// How the input begins, up to that many bytes.
    func head(_ count: Int) throws(World.FileTrouble) -> [UInt8] {
        while buffer.count < count, !isAtEnd { try fill() }
        return Array(buffer.prefix(count))
    }

    /// The next line that says anything; `nil` at the end. A byte order mark at the start is passed over.
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

    /// Lets go of what was handed out and reads the next piece behind what is left.
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
