extension Inquiry {
    /// Rules `staff-unknown` and `not-permitted`, checked before all others.
    mutating func permitted(_ command: Command) throws(Refusal) {
        guard let member = view.staff(actor) else { throw .staffUnknown(actor) }
        guard member.isActive else { throw .notPermitted(.ended(actor)) }
        let roles = command.roles(in: view)
        guard roles.contains(member.role) else { throw .notPermitted(.role(actor, member.role, allowed: roles)) }
    }

    /// Rule `participant-unknown`.
    mutating func known(
        _ account: ParticipantAccount?, _ reference: ParticipantReference
    ) throws(Refusal) -> ParticipantAccount {
        guard let account else {
            throw .participantUnknown(reference, last: programme.reference(view.enrolled))
        }
        passed(.participantUnknown)
        return account
    }

    /// Rule `participant-withdrawn`.
    mutating func active(_ account: ParticipantAccount) throws(Refusal) {
        switch account.state {
        case .active: passed(.participantWithdrawn)
        case .withdrawn(let day, _): throw .participantWithdrawn(account.reference, on: day)
        }
    }

    /// Rule `places-taken`, before another place is taken on some days.
    /// - Parameter days: how many citizens already hold a place on each of them.
    mutating func checkPlace(on days: [DailySums<Int>.Item]) throws(Refusal) {
        guard let places = programme.places else { return }
        for day in days where day.sum >= places { throw .placesTaken(places: places, on: day.day) }
        passed(.placesTaken, .places(places - 1 - (days.map(\.sum).max() ?? 0)))
    }

    /// Rule `case-taken`. A sealed case number was checked when it was sealed.
    /// - Parameter own: the citizen who may have that number already.
    mutating func checkCase(_ caseNumber: Wording?, besides own: ParticipantReference? = nil) throws(Refusal) {
        guard let text = caseNumber?.plain else { return }
        guard !view.isHeld(caseNumber: text, besides: own) else { throw .caseTaken }
        passed(.caseTaken)
    }

    /// Rule `once-used`, checked right after permission. The rules on references apply to the key, too.
    mutating func entry(for command: Command, under once: OnceKey) throws(Refusal) -> Entry {
        if let holder = view.holder(once: once) { throw .onceUsed(once, by: holder) }
        let entry: Entry
        do throws(Refusal) {
            entry = try answer(to: command)
        } catch {
            if error.rule.isAfterPersonalNumber { try checkKey(once) }
            throw error
        }
        try checkKey(once)
        passedInOrder(.onceUsed)
        passedInOrder(.personalNumber)
        return Entry(day: entry.day, event: entry.event, once: once)
    }

    private func checkKey(_ once: OnceKey) throws(Refusal) {
        try TextRules.check([], references: [(.once, once.text)])
    }

    /// Puts a rule that was checked at another time in its place in the order.
    private mutating func passedInOrder(_ rule: Rule) {
        let place = met.firstIndex { $0.rule.precedence >= rule.precedence } ?? met.endIndex
        guard place == met.endIndex || met[place].rule != rule else { return }
        met.insert(Headroom(rule: rule, left: .nothingToCount), at: place)
    }

    /// Rules `personal-number` and `text-too-long`, on all texts and references of a command.
    mutating func checkTexts(
        _ words: [(Refusal.Field, Wording?)], references: [(Refusal.Field, String)] = []
    ) throws(Refusal) {
        try TextRules.check(words, references: references)
        passed(.personalNumber)
        if !words.isEmpty { passed(.textTooLong) }
    }
}

extension Rule {
    /// Whether `personal-number` takes precedence over the rule.
    fileprivate var isAfterPersonalNumber: Bool {
        precedence > Rule.personalNumber.precedence && self != .staffUnknown && self != .notPermitted
    }
}

/// The rules on texts, which read nothing else. A sealed text was checked when it was sealed.
enum TextRules {
    static func check(
        _ words: [(Refusal.Field, Wording?)], references: [(Refusal.Field, String)]
    ) throws(Refusal) {
        for (field, string) in references {
            if let place = PersonalNumber.place(in: string) { throw .personalNumber(field, at: place) }
        }
        for (field, wording) in words {
            if let text = wording?.plain, let place = PersonalNumber.place(in: text.string) {
                throw .personalNumber(field, at: place)
            }
        }
        for (field, wording) in words {
            if let length = wording?.plain?.length, length > Text.limit { throw .textTooLong(field, length: length) }
        }
    }
}
