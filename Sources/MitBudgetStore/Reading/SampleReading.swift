import CSQLite
public import MitBudget
import SQLite

/// A sample of one period, drawn from one unchanging state of the file. It depends only on the query and on the entries
/// up to the anchor's.
public struct SampleReading {
    /// What the sample is drawn from, how many, and where the draw starts.
    public let sample: Sample
    /// The anchor of the last entry that counts.
    public let anchor: Anchor
    /// The terms as they are told at the end of the period.
    public let programme: Programme
    private let reader: SampleReader
    /// What was drawn at random, in order of entries; `nil` for a draw that needs no memory.
    private let chosen: [Sample.Element]?

    fileprivate init(
        _ sample: Sample, anchor: Anchor, programme: Programme, reader: SampleReader, lot: Lot
    ) throws(SQLiteFailure) {
        self.sample = sample
        self.anchor = anchor
        self.programme = programme
        self.reader = reader
        chosen =
            sample.method == .random && sample.extent == .part
            ? try reader.smallest(sample.size, by: lot) : nil
    }

    /// Hands over what is drawn, in order of entries, holding one at a time.
    /// - Throws: ``LedgerFailure``.
    public func drawn(_ body: (Sample.Drawn) -> Void) throws(LedgerFailure) {
        if let chosen { return chosen.forEach { body(drawn($0, hits: 1)) } }
        // Without an extent of a part, everything is drawn; nothing of nothing.
        var draw = sample.extent == .part ? MoneyDraw(sample) : nil
        try LedgerFailure.database { () throws(SQLiteFailure) in
            try reader.elements { element in
                let hits = draw?.hits(on: element.net) ?? 1
                if hits > 0 { body(drawn(element, hits: hits)) }
            }
        }
    }

    private func drawn(_ element: Sample.Element, hits: Int) -> Sample.Drawn {
        Sample.Drawn(element, hits: hits, isCertain: sample.isCertain(element.net))
    }
}

extension Ledger {
    /// Draws a sample from one unchanging state of the file.
    /// - Parameter body: gets the sample.
    /// - Throws: ``LedgerFailure``; ``LedgerFailure/noSuchEntry(_:last:)`` for an entry beyond the end.
    public func sample<Output>(
        _ query: SampleQuery, _ body: (SampleReading) throws(LedgerFailure) -> Output
    ) throws(LedgerFailure) -> Output {
        try reading { () throws(LedgerFailure) in
            let anchor = try anchor(at: query.at)
            let told = try terms(asOf: query.through, at: anchor.number)
            let lot = Lot(anchor: anchor, dice: query.dice)
            let reader = SampleReader(connection: connection, query: query, at: anchor.number)
            let reading = try LedgerFailure.database { () throws(SQLiteFailure) in
                let sample = Sample(
                    of: try reader.population(), method: query.method, size: query.size, seed: lot.seed)
                return try SampleReading(sample, anchor: anchor, programme: told, reader: reader, lot: lot)
            }
            return try body(reading)
        }
    }
}

/// What a draw comes from: the hash of the last entry that counts or, with dice, the digest of that hash and the dice.
private struct Lot {
    private let origin: Digest

    init(anchor: Anchor, dice: Dice?) {
        origin = dice.map { SHA256.digest(of: anchor.hash.hex + ":" + $0.digits) } ?? anchor.hash
    }

    /// The number that says where a draw by money starts.
    var seed: UInt64 { origin.number }

    /// What has each entry drawn at random come earlier or later: SHA-256 of the origin and the entry's number.
    var ranks: (EntryNumber) -> Digest {
        var hash = SHA256()
        hash.update(origin.hex + ":")
        return { [hash] entry in
            var hash = hash
            hash.update(String(entry.value))
            return hash.digest()
        }
    }
}

/// Reads the elements of one population.
private struct SampleReader {
    let connection: Connection
    let query: SampleQuery
    let at: EntryNumber

    func population() throws(SQLiteFailure) -> Sample.Population {
        var population = Sample.Population()
        try elements { population.add($0.net) }
        guard Amount(ore: population.amount.ore) != nil else {
            throw SQLiteFailure(code: SQLITE_MISMATCH, message: "the table movement sums to what no grant can be")
        }
        return population
    }

    /// The elements that come first at random, in order of entries.
    func smallest(_ count: Int, by lot: Lot) throws(SQLiteFailure) -> [Sample.Element] {
        var draw = SmallestDraw<Digest, Sample.Element>(most: count)
        let rank = lot.ranks
        try elements { draw.add($0, rank: rank($0.entry)) }
        return draw.elements.sorted { $0.entry < $1.entry }
    }

    /// Hands over the elements in order of entries, holding one at a time.
    func elements(_ body: (Sample.Element) -> Void) throws(SQLiteFailure) {
        switch query.source {
        case .vouchers: try vouchers(body)
        case .readings: try readings(body)
        }
    }

    /// Standing is what no entry up to the last one that counts reverses. Refunds up to that entry reduce a net amount
    /// whatever their day.
    private func vouchers(_ body: (Sample.Element) -> Void) throws(SQLiteFailure) {
        var rows = try connection.rows(
            """
            SELECT m.entry, m.day, m.voucher, m.amount_ore - coalesce((
                SELECT sum(r.amount_ore) FROM movement AS r
                WHERE r.refers_to = m.entry AND r.kind = 'refund' AND r.entry <= ?1 AND NOT EXISTS (
                    SELECT 1 FROM movement AS x
                    WHERE x.refers_to = r.entry AND x.kind = 'reversal' AND x.entry <= ?1)), 0)
            FROM movement AS m
            WHERE m.entry <= ?1 AND m.day >= ?2 AND m.day <= ?3 AND m.kind IN ('disbursement', 'expense')
                AND NOT EXISTS (
                    SELECT 1 FROM movement AS x
                    WHERE x.refers_to = m.entry AND x.kind = 'reversal' AND x.entry <= ?1)
            ORDER BY m.entry
            """,
            at.value, query.from.iso, query.through.iso)
        while let row = try rows.next() {
            let net = try row.amount(3)
            guard net > .zero else { continue }
            body(
                Sample.Element(
                    entry: try row.entry(0), day: try row.day(1), subject: .voucher(try row.voucher(2), net: net)))
        }
    }

    private func readings(_ body: (Sample.Element) -> Void) throws(SQLiteFailure) {
        var rows = try connection.rows(
            """
            SELECT seq, day, body ->> '$.participant', actor FROM journal
            WHERE kind = 'words-read' AND seq <= ? AND day >= ? AND day <= ? ORDER BY seq
            """,
            at.value, query.from.iso, query.through.iso)
        while let row = try rows.next() {
            body(
                Sample.Element(
                    entry: try row.entry(0), day: try row.day(1),
                    subject: .reading(try row.participant(2), by: try row.staff(3))))
        }
    }
}
