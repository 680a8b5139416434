public import MitBudget

/// A line of a file of anchors, written as soon as the entry was recorded.
public struct WitnessedAnchor: Equatable, Sendable {
    /// When the entry was recorded.
    public let at: Moment
    /// The entry's number and hash.
    public let claim: AnchorClaim

    /// A line with the time and the anchor of an entry.
    public init(at: Moment, claim: AnchorClaim) {
        self.at = at
        self.claim = claim
    }
}

/// The file that `MITBUDGET_ANCHORS` names: a line `TIME ENTRY:HASH` for each commit, in that order.
public enum AnchorFile {
    /// The size of the largest anchor file that is read, in bytes: some 700,000 lines.
    public static let limit = 64 << 20

    /// A malformed line.
    public struct Fault: Error, Equatable, Sendable {
        /// The line's number, from 1.
        public let line: Int
    }

    /// Reads the lines. Blank lines are skipped, and a line may end as in Windows.
    /// - Throws: ``Fault`` at the first line that is malformed.
    public static func read(_ bytes: [UInt8]) throws(Fault) -> [WitnessedAnchor] {
        var anchors: [WitnessedAnchor] = []
        var number = 0
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            number += 1
            let trimmed = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
            guard !trimmed.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }) else { continue }
            guard let anchor = anchor(trimmed) else { throw Fault(line: number) }
            anchors.append(anchor)
        }
        return anchors
    }

    private static func anchor(_ line: ArraySlice<UInt8>) -> WitnessedAnchor? {
        guard line.allSatisfy({ $0 < 0x80 }), let blank = line.firstIndex(of: UInt8(ascii: " ")),
            let moment = Moment(iso: String(decoding: line[..<blank], as: UTF8.self)),
            let claim = try? AnchorClaim(String(decoding: line[(blank + 1)...], as: UTF8.self))
        else { return nil }
        return WitnessedAnchor(at: moment, claim: claim)
    }
}
