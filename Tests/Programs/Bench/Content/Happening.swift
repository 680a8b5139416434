import MitBudget

/// An event of a made-up programme: one line of an import and one entry of the journal.
enum Happening {
    case opened
    case staffAdded(id: String, role: String, name: String)
    case enrolled(participant: String, day: Day)
    case drafted(participant: String, day: Day)
    case approved(participant: String, day: Day)
    case released(participant: String, item: Int, day: Day)
    case disbursed(Purchase)
    case refunded(Purchase, of: Int, voucher: String)
    case reversed(Purchase, of: Int)
    case spent(amount: Int, day: Day, voucher: String)
    case received(amount: Int, day: Day, voucher: String)

    /// A purchase on an item of a citizen's plan.
    struct Purchase {
        let participant: String
        let item: Int
        /// The amount in øre.
        let amount: Int
        let day: Day
        let paid: Day
        let voucher: String
        let payee: String
        let note: String?
    }
}

/// A made-up programme, the same for the same scale and seed. It stores no figures: each follows from the seed and its
/// place.
struct Content {
    let scale: Scale
    let seed: UInt64

    static let areas = ["housing", "job", "life"]
    /// What each item of a plan may cost, in øre.
    static let items = [2_000_000, 1_500_000, 1_000_000]
    static let staff = [
        ("approver", "caseworker", "Den ene sagsbehandler"), ("spender", "caseworker", "Den anden sagsbehandler"),
        ("consultant", "consultant", "Konsulenten"),
    ]
    static let (goal, wishes, purpose) = (
        "Et sted at bo, der er mit eget, og et arbejde, som jeg kan holde til i hverdagen",
        "En lille lejlighed tæt på byen; et kursus, så jeg kan søge det arbejde, som jeg gerne vil have",
        "At komme videre efter en lang tid uden job, og at få ro nok til at møde hver dag"
    )
    static let itemTexts = [
        "Indskud og møbler til en lejlighed", "Kursus og udstyr til jobbet", "Transport og telefon",
    ]
    private static let shops = [
        "Boligforeningen Nord", "Møbelgården", "Erhvervsskolen", "Cykelsmeden", "Byens Elektronik", "Togselskabet",
        "Genbrugsbutikken", "Værktøjsmagasinet",
    ]

    let firstDay: Day
    let lastDay: Day

    init?(scale: Scale, seed: UInt64) {
        guard let first = Day(year: 2022, month: 12, day: 1), let last = Day(year: 2024, month: 12, day: 31) else {
            return nil
        }
        (self.scale, self.seed, firstDay, lastDay) = (scale, seed, first, last)
    }

    /// The budget of the citizens' post, in øre.
    var citizensPost: Int { scale.participants * 5_000_000 }
    /// The budget of the other post, in øre.
    var projectPost: Int { scale.participants * 1_300_000 }

    /// Calls the body for each event, with its number in the journal.
    func forEach(_ body: (Int, Happening) -> Void) {
        var number = 0
        func tell(_ happening: Happening) {
            number += 1
            body(number, happening)
        }
        tell(.opened)
        for (id, role, name) in Self.staff { tell(.staffAdded(id: id, role: role, name: name)) }
        for person in 1...scale.participants { begin(person, tell) }
        tell(.received(amount: (citizensPost + projectPost) / 2, day: day(10), voucher: "R-1"))
        var count = 0
        for round in 0..<scale.each {
            for person in 1...scale.participants {
                count += 1
                let purchase = purchase(round, person, count)
                tell(.disbursed(purchase))
                let entry = number
                if count.isMultiple(of: 100) {
                    tell(.refunded(purchase, of: entry, voucher: "T-\(count)"))
                } else if count % 200 == 50 {
                    tell(.reversed(purchase, of: entry))
                }
                if count.isMultiple(of: 500) {
                    tell(.spent(amount: amount(upTo: 100_000, 3, count), day: purchase.day, voucher: "L-\(count)"))
                }
            }
        }
        tell(.received(amount: (citizensPost + projectPost) / 4, day: day(400), voucher: "R-2"))
    }

    /// The day of the first year on which a citizen starts; citizens come all through that year.
    private func start(_ person: Int) -> Int { person * 7 % 365 }

    private func begin(_ person: Int, _ tell: (Happening) -> Void) {
        let start = start(person)
        let participant = reference(person)
        tell(.enrolled(participant: participant, day: day(start)))
        tell(.drafted(participant: participant, day: day(start + 7)))
        tell(.approved(participant: participant, day: day(start + 9)))
        for item in 1...3 { tell(.released(participant: participant, item: item, day: day(start + 12))) }
    }

    /// A citizen's purchase; purchases fill the time from the release to the end of the window.
    private func purchase(_ round: Int, _ person: Int, _ count: Int) -> Happening.Purchase {
        let item = round % 3 + 1
        let (first, length) = (start(person) + 20, firstDay.days(to: lastDay) + 1)
        let spread = max(1, (length - first) / scale.each)
        let day = day(first + round * spread + chance(below: spread + 10, 1, count))
        // At most three fifths of the item, so that the measurements have something left to disburse.
        let share = Self.items[item - 1] * 3 / 5 / (scale.each / 3 + 1)
        return Happening.Purchase(
            participant: reference(person), item: item, amount: amount(upTo: share, 2, count), day: day,
            paid: day.advanced(by: chance(below: 10, 4, count)), voucher: "\(day.civil.year)-\(count)",
            payee: Self.shops[chance(below: Self.shops.count, 5, count)],
            note: count.isMultiple(of: 10) ? "Faktura \(count), efter aftale på mødet" : nil)
    }

    private func reference(_ person: Int) -> String { person < 10 ? "B0\(person)" : "B\(person)" }

    private func day(_ offset: Int) -> Day { min(firstDay.advanced(by: offset), lastDay) }

    private func amount(upTo limit: Int, _ kind: UInt64, _ place: Int) -> Int {
        limit / 2 + chance(below: limit / 2, kind, place)
    }

    /// A number that repeats for the same seed, purpose and place. After Sebastiano Vigna, "SplitMix64".
    private func chance(below limit: Int, _ kind: UInt64, _ place: Int) -> Int {
        var mixed = (seed << 8 | kind) &+ UInt64(place) &* 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(max(1, limit)))
    }
}
