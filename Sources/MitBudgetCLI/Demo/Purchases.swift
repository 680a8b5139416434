import MitBudget

extension Need {
    /// A purchase, before it is recorded.
    struct Purchase {
        let incurred: Day
        /// The day of payment, where the seller sent an invoice.
        let paid: Day?
        let recorded: Day
        let amount: Amount
        let payee: String
    }

    /// What is bought, in order of time.
    /// - Parameters:
    ///   - start: the day of the release.
    ///   - end: the last day on which a purchase can be incurred and, for a citizen who leaves, recorded.
    func purchases(
        from start: Day, through end: Day, using random: inout SplitMix64
    ) -> [Purchase] {
        zip(amounts(using: &random), days(from: start, using: &random)).enumerated().compactMap { index, purchase in
            let (amount, incurred) = purchase
            let isInvoiced = amount >= Amount(wholeKroner: 1500) && random.happens(onceIn: 3)
            let paid = isInvoiced ? incurred.advanced(by: random.number(in: 3...5)).atTheOffice : nil
            let recorded = (paid ?? incurred.advanced(by: random.number(in: 0...3))).atTheOffice
            let isInTime = incurred <= end && (end == .demonstrationEnd || recorded <= end)
            guard isInTime, !payees.isEmpty else { return nil }
            let payee = payees[index % payees.count]
            return Purchase(incurred: incurred, paid: paid, recorded: recorded, amount: amount, payee: payee)
        }
    }

    /// Amounts that sum to the need, or to a little less.
    private func amounts(using random: inout SplitMix64) -> [Amount] {
        let whole = Amount(wholeKroner: kroner)
        switch pace {
        case .unspent, .unreleased: return []
        case .once: return [whole]
        case .monthly(let count): return Array(repeating: whole.share(1, of: count), count: count)
        case .purchases(let count, _):
            let weights = (0..<count).map { _ in random.number(in: 40...160) }
            // Up to five percent stay unspent, and prices end on 95 øre as often as not.
            let total = weights.reduce(0, +) * 100 / random.number(in: 95...100)
            return weights.map { weight in
                let price = whole.share(weight, of: total).fullKroner
                return random.happens(onceIn: 2) ? price - (Amount(ore: 5) ?? .zero) : price
            }
        }
    }

    private func days(from start: Day, using random: inout SplitMix64) -> [Day] {
        switch pace {
        case .unspent, .unreleased: return []
        case .once: return [start.advanced(by: random.number(in: 1...6))]
        case .monthly(let count):
            return (0..<count).map { start.advanced(byMonths: $0).advanced(by: random.number(in: 1...4)) }
        case .purchases(let count, let span):
            let gap = max(1, span / count)
            return (0..<count).map { start.advanced(by: 1 + $0 * gap + random.number(in: 0...gap - 1)) }
        }
    }
}
