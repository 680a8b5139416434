import MitBudget

/// Compares a file of anchors with the journal. It distinguishes anchors that a restore gave up from anchors that
/// expose an alteration.
///
/// A restore may lose entries of the replaced ledger, and the file holds their anchors. The journal records that by an
/// entry with the replaced ledger's last anchor. The entry alone proves nothing: anyone who rewrites the journal can
/// write one. The proof rests on the file, which is only ever appended to, in the order of the commits:
///
/// - A line up to that last anchor, which the file must then hold, was written before the restore.
/// - So was a line before the first one that matches the restoring entry or an entry after it, since that line confirms
///   the restoring entry and its time.
///
/// Such a line is given up if the entry of that number was recorded by the restore or after it, or came with the copy
/// and another line confirms it or a later entry. Every other line must match the journal, so no one can use a restore
/// to cover the alteration of an entry before or after it.
struct AnchorAudit {
    /// An entry that put a copy in the ledger's place.
    struct Restore {
        let entry: Int64
        let recordedAt: Moment
        let restoration: Restoration
    }

    private let lines: [WitnessedAnchor]
    private var places: [Int64: [Int]] = [:]
    /// Whether the journal has that entry with that hash; `nil` until the entry is met.
    private var isFound: [Bool?]
    private var restores: [Restore] = []

    init(_ lines: [WitnessedAnchor]) {
        self.lines = lines
        isFound = Array(repeating: nil, count: lines.count)
        for (place, line) in lines.enumerated() { places[line.claim.number.value, default: []].append(place) }
    }

    /// Compares an entry of the journal with its lines.
    mutating func meet(_ seq: Int64, hash: Digest?) {
        for place in places[seq] ?? [] { isFound[place] = hash.map(lines[place].claim.matches) ?? false }
    }

    mutating func add(_ restore: Restore) {
        restores.append(restore)
    }

    struct Outcome {
        var findings: [VerifyFinding] = []
        var remarks: [Verification.Remark] = []
        var tally = AnchorTally(checked: 0, found: 0, givenUp: 0)
    }

    /// - Parameter last: the number of the journal's last entry.
    func outcome(last: Int64) -> Outcome {
        var outcome = Outcome()
        let covers = restores.compactMap { cover(of: $0) }
        var givenUp: [Int: [Int64]] = [:]
        var told: Set<Int64> = []
        for (place, line) in lines.enumerated() where isFound[place] != true {
            let number = line.claim.number.value
            if let index = covers.firstIndex(where: { $0.takes(number, line.at, at: place) }) {
                givenUp[index, default: []].append(number)
            } else if told.insert(number).inserted {
                outcome.findings.append(
                    isFound[place] == nil ? .anchorBeyond(number, last: last) : .anchorDiffers(number))
            }
        }
        for (index, numbers) in givenUp.sorted(by: { $0.key < $1.key }) {
            outcome.remarks.append(
                .anchorsGivenUp(
                    by: covers[index].entry, count: numbers.count, first: numbers.min() ?? 0, last: numbers.max() ?? 0))
        }
        outcome.tally = AnchorTally(
            checked: lines.count, found: isFound.count { $0 == true },
            givenUp: givenUp.values.reduce(0) { $0 + $1.count })
        return outcome
    }

    /// Which lines a restore can have given up.
    private struct Cover {
        let entry: Int64
        let recordedAt: Moment
        /// The last entry that the replaced ledger and the copy had in common.
        let common: Int64
        /// The highest entry that came with the copy and that a line confirms.
        let witnessed: Int64
        /// Lines from this place on were written after the restore.
        let end: Int

        func takes(_ number: Int64, _ moment: Moment, at place: Int) -> Bool {
            place < end && moment <= recordedAt && (number >= entry || number > common && number <= witnessed)
        }
    }

    private func cover(of restore: Restore) -> Cover? {
        guard case .replacing(let replaced, let hash, let lost) = restore.restoration else { return nil }
        let head = replaced.value
        let common = head - Int64(lost)
        // The copy holds all entries that the two have in common.
        guard (0..<restore.entry).contains(common) else { return nil }
        let bearsOut = lines.indices.filter { isFound[$0] == true }
        let proved = lines.lastIndex { $0.claim.number.value == head && hash.hasPrefix($0.claim.prefix) }
        let after = bearsOut.first { lines[$0].claim.number.value >= restore.entry }
        let witnessed = bearsOut.lazy.map { lines[$0].claim.number.value }.filter { $0 < restore.entry }.max()
        return Cover(
            entry: restore.entry, recordedAt: restore.recordedAt, common: common, witnessed: witnessed ?? 0,
            end: max(proved.map { $0 + 1 } ?? 0, after ?? 0))
    }
}
