/// An amount that a line of an extract may show: that of one entry, of all entries with a voucher, or the voucher's
/// total.
struct PaymentClaim {
    let outflow: Amount
    /// The day of payment; of several entries the latest, since one that tells no day of payment has an earlier one.
    let day: Day
    /// The voucher's number.
    let voucher: Int
    /// The places of the entries, in order of entry.
    let entries: [Int]
}

extension PaymentClaim {
    /// The claims of all entries.
    /// - Parameter vouchers: the place of each voucher's entries, in order of entry.
    static func all(_ entries: [BookedEntry], byVoucher vouchers: [[Int]]) -> [PaymentClaim] {
        var claims: [PaymentClaim] = []
        claims.reserveCapacity(entries.count)
        for (voucher, places) in vouchers.enumerated() {
            var amounts: Set<Amount> = []
            let sum = places.reduce(Amount.zero) { $0 + entries[$1].outflow }
            if places.count > 1 { amounts.insert(sum) }
            if let total = places.first.flatMap({ entries[$0].voucherTotal }), total != sum { amounts.insert(total) }
            let day = places.map { entries[$0].day }.max()
            for amount in amounts.sorted() where day != nil {
                claims.append(
                    PaymentClaim(outflow: amount, day: day ?? entries[0].day, voucher: voucher, entries: places))
            }
            for place in places {
                claims.append(
                    PaymentClaim(
                        outflow: entries[place].outflow, day: entries[place].day, voucher: voucher, entries: [place]))
            }
        }
        return claims
    }
}

/// Claims in an order in which those that a line may show stand side by side.
struct ClaimList {
    /// What the claims of a part of the list have in common.
    struct Key: Hashable {
        /// The voucher; `nil` where claims of all vouchers stand together.
        let voucher: Int?
        let outflow: Amount
    }

    let claims: [PaymentClaim]
    private let parts: [Key: Range<Int>]

    /// - Parameter isByVoucher: whether only claims of one voucher stand together.
    init(_ claims: [PaymentClaim], isByVoucher: Bool) {
        func key(_ claim: PaymentClaim) -> Key {
            Key(voucher: isByVoucher ? claim.voucher : nil, outflow: claim.outflow)
        }
        self.claims = claims.sorted { one, other in
            if isByVoucher, one.voucher != other.voucher { return one.voucher < other.voucher }
            if one.outflow != other.outflow { return one.outflow < other.outflow }
            if one.day != other.day { return one.day < other.day }
            return one.entries.lexicographicallyPrecedes(other.entries)
        }
        var parts: [Key: Range<Int>] = [:]
        var start = 0
        for place in self.claims.indices
        where place + 1 == self.claims.count || key(self.claims[place]) != key(self.claims[place + 1]) {
            parts[key(self.claims[place])] = start..<place + 1
            start = place + 1
        }
        self.parts = parts
    }

    /// The places of the claims with that key whose day lies near another; `nil` if there are none.
    func places(_ key: Key, near day: Day, within days: Int) -> Range<Int>? {
        guard let part = parts[key] else { return nil }
        let (first, last) = (Int(day.ordinal) - days, Int(day.ordinal) + days)
        let start = partition(part) { Int(claims[$0].day.ordinal) >= first }
        let end = partition(start..<part.upperBound) { Int(claims[$0].day.ordinal) > last }
        return start < end ? start..<end : nil
    }

    /// The first place of a range at which something holds that holds at all later ones, too.
    private func partition(_ range: Range<Int>, _ holds: (Int) -> Bool) -> Int {
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high {
            let middle = low + (high - low) / 2
            if holds(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
