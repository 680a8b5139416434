import SQLite

/// Hands on the lines of the journal. If reading ahead pays, a thread reads the next lines while the last are checked.
final class JournalFeed {
    /// Successive lines, the last of them first, and what ended them before the full number.
    private struct Batch: Sendable {
        var lines: [JournalReader.Checked] = []
        var end: End?
    }

    private enum End {
        case last
        case failed(SQLiteFailure)
    }

    /// Passes a reader from thread to thread. One thread waits until the other is done with it.
    private struct Handed: @unchecked Sendable {
        let reader: JournalReader
    }

    private static let size = 1024
    private let reader: JournalReader
    private let worker: Worker?
    private var ahead: Awaited<Batch>?
    private var batch = Batch()

    /// - Parameter readsAhead: whether another thread may use the reader's connection.
    init(_ reader: JournalReader, readsAhead: Bool) {
        self.reader = reader
        worker = readsAhead ? Worker() : nil
    }

    /// The next line; `nil` after the last.
    func next() throws(SQLiteFailure) -> JournalReader.Checked? {
        while true {
            if let line = batch.lines.popLast() { return line }
            switch batch.end {
            case .last?: return nil
            case .failed(let failure)?: throw failure
            case nil: refill()
            }
        }
    }

    private func refill() {
        guard let worker else {
            batch = Self.read(reader)
            return
        }
        batch = ahead?.outcome(of: worker) ?? Self.read(reader)
        guard batch.end == nil else { return }
        let handed = Handed(reader: reader)
        ahead = .by(worker) { Self.read(handed.reader) }
    }

    private static func read(_ reader: JournalReader) -> Batch {
        var batch = Batch()
        batch.lines.reserveCapacity(size)
        do throws(SQLiteFailure) {
            while batch.lines.count < size {
                guard let line = try reader.next() else {
                    batch.end = .last
                    break
                }
                batch.lines.append(line)
            }
        } catch {
            batch.end = .failed(error)
        }
        batch.lines.reverse()
        return batch
    }
}
