/// The size of a programme.
struct Scale: Equatable {
    let participants: Int
    let disbursements: Int

    /// A municipality's programme, the size of most ledgers.
    static let small = Scale(participants: 15, disbursements: 1500)
    /// A region's programme.
    static let middle = Scale(participants: 1000, disbursements: 100_000)
    /// A nation's programme.
    static let large = Scale(participants: 50_000, disbursements: 1_000_000)
    /// A larger programme, measured on request only.
    static let huge = Scale(participants: 500_000, disbursements: 10_000_000)

    /// For a run that only checks that everything still works.
    static let tiny = [
        Scale(participants: 15, disbursements: 60), Scale(participants: 20, disbursements: 200),
        Scale(participants: 50, disbursements: 500),
    ]

    /// How many disbursements each citizen has.
    var each: Int { disbursements / participants }

    /// The number of disbursements as in `1,000,000`.
    var name: String { grouped(disbursements) }
}

/// A number with commas between groups of three digits.
func grouped(_ number: Int) -> String {
    let digits = String(number)
    var text = ""
    for (place, digit) in digits.enumerated() {
        if place > 0, (digits.count - place).isMultiple(of: 3) { text.append(",") }
        text.append(digit)
    }
    return text
}
