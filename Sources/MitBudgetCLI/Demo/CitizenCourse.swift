import JSON
import MitBudget

/// Turns a citizen's story into acts. Keeps account of every item, so that nothing is released that was not approved
/// and nothing disbursed that was not released.
struct CitizenCourse {
    let story: Story
    let reference: String
    let caseworker: String
    private var items: [Int: Item] = [:]
    private var latest = Day.demonstrationStart

    private struct Item {
        let area: String
        let text: String
        var approved: Amount
        var released = Amount.zero
        var spent = Amount.zero
        /// What is to be bought once the item is approved.
        var needs: [Need]
        /// The day of its latest recording.
        var latest = Day.demonstrationStart
    }

    init(story: Story, reference: String, caseworker: String) {
        self.story = story
        self.reference = reference
        self.caseworker = caseworker
    }

    /// Writes the whole course into the diary.
    mutating func write(into diary: inout Diary, using random: inout SplitMix64) {
        latest = story.enrolled.atTheOffice
        diary.add(
            on: latest, by: caseworker,
            ["participant", "enrol", "--case", .text(story.caseNumber), "--on", .day(latest)])
        for version in story.versions {
            let numbers = draft(version, into: &diary, using: &random)
            switch version.outcome {
            case .pending: break
            case .rejected(let reason):
                latest = latest.advanced(by: random.number(in: 3...8)).atTheOffice
                diary.add(on: latest, by: caseworker, ["plan", "reject", .text(reference), "--reason", .text(reason)])
            case .approved:
                latest = latest.advanced(by: random.number(in: 2...9)).atTheOffice
                diary.add(on: latest, by: caseworker, ["plan", "approve", .text(reference), "--on", .day(latest)])
                for number in numbers { buy(number, into: &diary, using: &random) }
            }
        }
        if let departure = story.departure {
            diary.add(
                on: departure.day, by: caseworker,
                [
                    "participant", "withdraw", .text(reference), "--reason", .text(departure.reason),
                    "--on", .day(departure.day),
                ])
        }
    }

    /// The last day on which money can be disbursed.
    private var lastDay: Day {
        story.departure?.day.advanced(by: -1) ?? .demonstrationEnd
    }
}

// MARK: - Plans

extension CitizenCourse {
    /// Drafts a version, and answers the numbers of its items.
    private mutating func draft(
        _ version: Story.Version, into diary: inout Diary, using random: inout SplitMix64
    ) -> [Int] {
        latest = max(latest, version.agreed.atTheOffice)
        for case .settle(let number) in version.lines { settle(number, into: &diary) }
        var numbers: [Int] = []
        for line in version.lines {
            switch line {
            case .keep(let number), .settle(let number): numbers.append(number)
            case .raise(let number, let need):
                items[number]?.approved += Amount(wholeKroner: need.kroner)
                items[number]?.needs.append(need)
                numbers.append(number)
            case .new(let need):
                numbers.append(items.count + 1)
                items[items.count + 1] = Item(
                    area: need.area, text: need.text, approved: Amount(wholeKroner: need.kroner), needs: [need])
            }
        }
        let agreed = latest
        latest = latest.advanced(by: random.number(in: 0...2)).atTheOffice
        let isAllNew = version.lines.allSatisfy { if case .new = $0 { true } else { false } }
        if isAllNew {
            diary.add(on: latest, by: caseworker, typed(numbers, agreed: agreed))
        } else {
            let words: [Diary.Word] = ["plan", "draft", .text(reference), "--file", .text(Course.Step.planFile)]
            diary.add(on: latest, by: caseworker, words, plan: file(numbers, of: version, agreed: agreed))
        }
        return numbers
    }

    /// Takes back what is released on an item and was not spent, and lowers the item to what was.
    private mutating func settle(_ number: Int, into diary: inout Diary) {
        guard let item = items[number] else { return }
        latest = max(latest, item.latest)
        if item.released > item.spent {
            diary.add(
                on: latest, by: caseworker,
                [
                    "retract", .text(reference), "--item", "\(number)", "--amount", .amount(item.released - item.spent),
                    "--reason", "Indkøbene er gjort, resten ønskes brugt til andet", "--on", .day(latest),
                ])
        }
        items[number]?.approved = item.spent
        items[number]?.released = item.spent
    }

    /// The plan as options, which can only name new items.
    private func typed(_ numbers: [Int], agreed: Day) -> [Diary.Word] {
        var words: [Diary.Word] = [
            "plan", "draft", .text(reference), "--goal", .text(story.goal), "--wishes", .text(story.wishes),
            "--purpose", .text(story.purpose),
        ]
        for number in numbers {
            guard let item = items[number] else { continue }
            words += ["--item", "\(item.area):\(item.approved.typed):\(item.text)"]
        }
        return words + ["--agreed", .day(agreed)]
    }

    /// The plan as a file, which names the items that it keeps.
    private func file(_ numbers: [Int], of version: Story.Version, agreed: Day) -> String {
        let members = zip(numbers, version.lines).compactMap { number, line -> JSON? in
            guard let item = items[number] else { return nil }
            var members: [JSON.Member] = []
            if case .new = line {} else { members.append(.init(key: "item", value: .integer(Int64(number)))) }
            members.append(.init(key: "area", value: .string(item.area)))
            members.append(.init(key: "amount", value: .string(item.approved.decimal)))
            members.append(.init(key: "text", value: .string(item.text)))
            return .object(members)
        }
        let plan = JSON.object([
            .init(key: "agreedOn", value: .string(agreed.iso)),
            .init(key: "goal", value: .string(story.goal)),
            .init(key: "wishes", value: .string(story.wishes)),
            .init(key: "purpose", value: .string(story.purpose)),
            .init(key: "items", value: .array(members)),
        ])
        return plan.pretty + "\n"
    }
}

// MARK: - Money

extension CitizenCourse {
    /// Releases and spends what an item still needs.
    private mutating func buy(_ number: Int, into diary: inout Diary, using random: inout SplitMix64) {
        let needs = items[number]?.needs ?? []
        items[number]?.needs = []
        for need in needs {
            let start = latest.advanced(by: need.wait).atTheOffice
            let purchases = need.purchases(from: start, through: lastDay, using: &random)
            if case .unreleased = need.pace { continue }
            // Long courses are released in two parts: what the first half takes, and more when that is used up.
            let half = purchases.count >= 6 ? purchases.count / 2 : purchases.count
            release(purchases[..<half], of: number, on: start, into: &diary)
            for (index, purchase) in purchases.enumerated() {
                if index == half {
                    release(purchases[half...], of: number, on: purchase.incurred, into: &diary)
                }
                disburse(purchase, index, on: number, for: need, into: &diary)
            }
        }
    }

    /// Releases what some purchases take, rounded up; all that is left of the item where nothing is bought.
    private mutating func release(
        _ purchases: ArraySlice<Need.Purchase>, of number: Int, on day: Day, into diary: inout Diary
    ) {
        guard let item = items[number], item.released < item.approved else { return }
        let rest = item.approved - item.released
        let needed = purchases.reduce(.zero) { $0 + $1.amount }.roundedUp(toKroner: 500)
        let amount = purchases.isEmpty ? rest : min(rest, needed)
        let part: [Diary.Word] = amount < rest ? ["--amount", .amount(amount)] : ["--all"]
        items[number]?.released += amount
        items[number]?.latest = max(item.latest, day.atTheOffice)
        diary.add(
            on: day.atTheOffice, by: caseworker,
            ["release", .text(reference), "--item", "\(number)"] + part + ["--on", .day(day)])
    }

    private mutating func disburse(
        _ purchase: Need.Purchase, _ index: Int, on number: Int, for need: Need, into diary: inout Diary
    ) {
        guard let item = items[number], purchase.amount <= item.released - item.spent else { return }
        func words(_ amount: Amount, voucher: Diary.Word) -> [Diary.Word] {
            var words: [Diary.Word] = [
                "disburse", .text(reference), "--item", "\(number)", "--amount", .amount(amount), "--voucher", voucher,
                "--payee", .text(purchase.payee), "--on", .day(purchase.incurred),
            ]
            if let paid = purchase.paid { words += ["--paid", .day(paid)] }
            if let note = need.note, index == 0 { words += ["--note", .text(note)] }
            return words
        }
        items[number]?.spent += purchase.amount
        items[number]?.latest = max(item.latest, purchase.recorded)
        switch need.mishap {
        case .mistyped(index):
            let mistyped = diary.add(
                on: purchase.recorded, by: caseworker, words(purchase.amount.share(1, of: 10), voucher: .voucher))
            let day = purchase.recorded.advanced(by: 1).atTheOffice
            diary.add(
                on: day, by: caseworker,
                [
                    "reverse", .entryOf(mistyped), "--reason", "Kommaet blev sat forkert i beløbet",
                    "--on", .day(day),
                ])
            diary.add(on: day, by: caseworker, words(purchase.amount, voucher: .voucherOf(mistyped)))
            items[number]?.latest = max(item.latest, day)
        case .refunded(index, let percent, let after):
            let disbursement = diary.add(
                on: purchase.recorded, by: caseworker, words(purchase.amount, voucher: .voucher))
            let day = purchase.recorded.advanced(by: after).atTheOffice
            let share = purchase.amount.share(percent, of: 100)
            let amount = share < purchase.amount ? share.fullKroner : share
            diary.add(
                on: day, by: caseworker,
                [
                    "refund", .entryOf(disbursement), "--amount", .amount(amount), "--voucher", .voucher, "--on",
                    .day(day),
                ])
            items[number]?.spent -= amount
            items[number]?.latest = max(item.latest, day)
        case .refunded, .mistyped, nil:
            diary.add(on: purchase.recorded, by: caseworker, words(purchase.amount, voucher: .voucher))
        }
    }
}
