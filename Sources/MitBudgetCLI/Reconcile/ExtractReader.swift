import Files
import MitBudget
import MitBudgetReports
import MitBudgetStore

/// Reads an extract of a finance system or a bank: finds the heading, and hands each line below it to an
/// ``ExtractBody``.
final class ExtractReader {
    /// The most lines below the heading.
    static let limit = 500_000
    /// The most lines before the heading.
    static let headLimit = 100
    /// The most bytes of a line, the line ends in its quotation marks included.
    static let lineLimit = 65_536
    /// The most bytes of a file.
    static let sizeLimit = 256 << 20

    private let path: String
    private let profile: ExtractProfile
    private let reader: LineReader
    private let intake: Intake
    private var encoding: Encoding
    private let isWide: Bool
    private var fields = SeparatedFields()

    /// Reads a file whole.
    /// - Parameters:
    ///   - profile: what is known of the file.
    ///   - most: how many lines it may have below the heading.
    static func read(
        _ path: String, _ profile: ExtractProfile, in session: Session, most: Int = limit
    ) throws(Failure) -> Extract {
        let source: World.Source
        do {
            source = try session.world.open(path)
        } catch {
            throw .file(path: path, error)
        }
        defer { source.close() }
        return try ExtractReader(source, path, profile).read(most)
    }

    private init(_ source: World.Source, _ path: String, _ profile: ExtractProfile) throws(Failure) {
        self.path = path
        self.profile = profile
        intake = Intake()
        var source = intake.watched(source, limit: Self.sizeLimit)
        var head: [UInt8] = []
        do {
            while head.count < ForeignFormat.glance {
                let piece = try source.next()
                if piece.isEmpty { break }
                head += piece
            }
        } catch {
            throw .file(path: path, error)
        }
        isWide = head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF])
        if let format = ForeignFormat(head), !(format == .utf16 && isWide) {
            throw .foreign(path: path, format, isExtract: true)
        }
        if profile.encoding == .utf16, !isWide { throw .extract(path: path, .notWide) }
        source = source.preceded(by: head)
        reader = LineReader(isWide ? source.narrowed() : source)
        encoding = Encoding(isWindows: isWide ? false : profile.encoding.map { $0 == .windows1252 })
    }

    private func read(_ most: Int) throws(Failure) -> Extract {
        do throws(ExtractTrouble) {
            let (heading, before) = try findHeading()
            var body = ExtractBody(heading, profile, most: most)
            for (number, bytes) in before where fields.split(bytes, by: heading.delimiter.byte) == .whole {
                try body.takeBefore(fields, at: number)
            }
            while let number = try nextRecord(by: heading.delimiter.byte) { try body.take(&fields, at: number) }
            return try body.finish(
                encoding: isWide ? .utf16 : encoding.isWindows ? .windows1252 : .utf8, digest: intake.digest)
        } catch {
            if let trouble = intake.trouble { throw .file(path: path, trouble) }
            throw .extract(path: path, error)
        }
    }

    /// Reads up to the heading.
    /// - Returns: the heading, and the lines before it.
    private func findHeading() throws(ExtractTrouble) -> (ExtractHeading, before: [(Int, [UInt8])]) {
        var before: [(Int, [UInt8])] = []
        var nearest: (known: Int, trouble: ExtractTrouble)?
        while before.count < Self.headLimit, let (number, bytes) = try nextLine() {
            for delimiter in profile.delimiter.map({ [$0] }) ?? ExtractProfile.Delimiter.allCases {
                guard fields.split(bytes, by: delimiter.byte) == .whole else { continue }
                fields.dropBlanks(downTo: 1)
                switch ExtractHeading.fit(fields, by: delimiter, profile) {
                case .heading(let heading): return (heading, before)
                case .alike(let names, let column): throw .alike(names, column, at: number)
                case .foreign(let heading): throw .currency(in: heading, at: number)
                case .lacking(let columns, let known):
                    // A line that has one known word may be anything.
                    if known > max(1, nearest?.known ?? 0) { nearest = (known, .headingLacks(columns, at: number)) }
                }
            }
            before.append((number, bytes))
        }
        throw before.isEmpty ? .empty : nearest?.trouble ?? .headingMissing
    }

    /// Takes the fields of the next record, which may go on over several lines within quotation marks.
    /// - Returns: the line on which it begins; `nil` at the end.
    private func nextRecord(by delimiter: UInt8) throws(ExtractTrouble) -> Int? {
        guard let (number, first) = try nextLine() else { return nil }
        var length = first.count
        var end = fields.split(first, by: delimiter)
        while end == .openQuotation {
            guard length < Self.lineLimit, let (_, more) = try nextLine() else { throw .openQuotation(at: number) }
            length += more.count + 1
            end = fields.split(more, by: delimiter, isContinued: true)
        }
        guard end == .whole else { throw .textBehindQuotation(at: number) }
        return number
    }

    /// The next line that is not blank, in UTF-8; `nil` at the end.
    private func nextLine() throws(ExtractTrouble) -> (number: Int, bytes: [UInt8])? {
        let line: LineReader.Line?
        do {
            line = try reader.next()
        } catch {
            intake.trouble = error
            throw .empty
        }
        guard let line else { return nil }
        guard !line.isTooLong, line.bytes.count <= Self.lineLimit else { throw .tooLong(at: Int(line.number)) }
        guard let bytes = encoding.utf8(line.bytes) else { throw .encoding(at: Int(line.number)) }
        return (Int(line.number), bytes)
    }

    /// Watches what is read: its digest, its size, and why it could not be read.
    private final class Intake {
        private var hash = SHA256()
        private var count = 0
        var trouble: World.FileTrouble?

        var digest: Digest { hash.digest() }

        func watched(_ source: World.Source, limit: Int) -> World.Source {
            World.Source(
                size: source.size,
                next: { () throws(World.FileTrouble) in
                    let piece = try source.next()
                    self.hash.update(piece)
                    self.count += piece.count
                    guard self.count <= limit else { throw .tooLarge(limit: limit) }
                    return piece
                }, close: source.close)
        }
    }
}
