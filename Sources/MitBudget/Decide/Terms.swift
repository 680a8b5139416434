extension Inquiry {
    /// Changes the terms; the new ones must have room for all that the ledger holds. Of places, only those held from
    /// the amendment's day on count.
    mutating func amend(_ amendment: Amendment, on day: Day) throws(Refusal) -> Entry {
        let terms = amendment.terms
        try check(day, .settling, notBefore: (.amendmentBeforeAmendment, view.amendedOn))
        try checkFixed(terms)
        let usage = view.usage
        try checkTotals(terms, usage, from: day)
        try checkUsed(terms, usage)
        try checkPeriods(terms)
        passed(.termsBelowUsed)
        try checkTexts(
            [(.reason, amendment.reason)] + terms.wordings,
            references: (amendment.approval.map { [(.approval, $0.text)] } ?? []) + terms.references)
        return Entry(day: day, event: .amended(amendment))
    }

    /// Notes how it went for a recipient, who may be withdrawn; needs no more than the enrolment.
    mutating func followUp(
        _ reference: ParticipantReference, result: ResultCode?, note: Wording?, on day: Day
    ) throws(Refusal) -> Entry {
        let account = view.participant(reference)
        try check(day, .settling, notBefore: (.resultBeforeEnrolment, account?.enrolledOn))
        _ = try known(account, reference)
        if let result { try checkResult(result) { $0.target == nil } }
        try checkTexts([(.note, note)])
        return Entry(day: day, event: .resultNoted(reference, result, note: note))
    }

    /// Notes a figure measured for a target of the programme.
    mutating func measure(
        _ result: ResultCode, value: Figure?, voucher: VoucherReference, on day: Day
    ) throws(Refusal) -> Entry {
        try check(day, .settling)
        try checkResult(result) { $0.target != nil }
        try checkTexts([], references: [(.voucher, voucher.text)])
        return Entry(day: day, event: .measured(result, value, voucher: voucher))
    }

    /// Rule `result-unknown`.
    private mutating func checkResult(
        _ code: ResultCode, _ isOfSort: (Programme.Outcome) -> Bool
    ) throws(Refusal) {
        guard let result = programme.result(code), isOfSort(result) else {
            throw .resultUnknown(code, known: programme.results.filter(isOfSort).map(\.code))
        }
        passed(.resultUnknown)
    }
}

// Rule `terms-below-used`.
extension Inquiry {
    private func checkFixed(_ terms: Programme) throws(Refusal) {
        let changed: Refusal.Fixed? =
            if terms.id != programme.id {
                .programme
            } else if terms.firstDay != programme.firstDay {
                .firstDay
            } else if terms.hasRecipients != programme.hasRecipients {
                .citizens
            } else if terms.recipient?.prefix != programme.recipient?.prefix {
                .prefix
            } else if terms.isPersonal != programme.isPersonal {
                .personal
            } else { nil }
        if let changed { throw .termsBelowUsed(.fixed(changed)) }
    }

    private func checkTotals(_ terms: Programme, _ usage: Usage, from day: Day) throws(Refusal) {
        let used = max(view.total.most, view.received)
        guard terms.grant >= used else { throw .termsBelowUsed(.grant(asked: terms.grant, least: used)) }
        for post in programme.posts {
            let used = view.balance(of: post.name).most
            guard let budget = terms.budget(of: post.name) else {
                guard !usage.posts.contains(post.name) else { throw .termsBelowUsed(.postGone(post.name)) }
                continue
            }
            guard budget >= used else { throw .termsBelowUsed(.post(post.name, asked: budget, least: used)) }
        }
        if let cap = terms.cap, let largest = usage.largest, cap < largest.balance.most {
            throw .termsBelowUsed(.cap(largest.reference, asked: cap, least: largest.balance.most))
        }
        guard let places = terms.places else { return }
        let fullest = view.placesTaken(from: day).max { $0.sum < $1.sum }
        if let fullest, places < fullest.sum {
            throw .termsBelowUsed(.places(asked: places, least: fullest.sum, on: fullest.day))
        }
    }

    private func checkUsed(_ terms: Programme, _ usage: Usage) throws(Refusal) {
        for area in programme.areas where !terms.areas.contains(area) {
            if let holder = usage.areas[area] { throw .termsBelowUsed(.areaGone(area, of: holder)) }
        }
        for result in programme.results {
            let holder = usage.results[result.code]
            guard holder != nil || usage.measured.contains(result.code) else { continue }
            guard let now = terms.result(result.code), (now.target == nil) == (result.target == nil) else {
                throw .termsBelowUsed(.resultGone(result.code, of: holder))
            }
        }
        if let last = usage.lastBound, terms.lastDay < last.day {
            throw .termsBelowUsed(.lastDay(asked: terms.lastDay, least: last.day, entry: last.entry))
        }
    }

    private func checkPeriods(_ terms: Programme) throws(Refusal) {
        for period in programme.budgetPeriods where !terms.budgetPeriods.contains(where: period.isSpan) {
            let gone = view.daysSpent(in: period).first { terms.budgetPeriod(of: $0) == nil }
            if let gone { throw .termsBelowUsed(.periodGone(gone)) }
        }
        for period in terms.budgetPeriods {
            if let cap = period.cap, let largest = view.largestSpending(in: period), largest.amount > cap {
                throw .termsBelowUsed(
                    .period(period, .participant(largest.participant), asked: cap, least: largest.amount))
            }
            for post in period.posts {
                let spent = view.spending(on: post.name, in: period)
                guard post.budget >= spent else {
                    throw .termsBelowUsed(.period(period, .post(post.name), asked: post.budget, least: spent))
                }
            }
        }
    }
}

extension Programme.BudgetPeriod {
    /// Whether another period has the same days.
    fileprivate func isSpan(of other: Programme.BudgetPeriod) -> Bool {
        firstDay == other.firstDay && lastDay == other.lastDay
    }
}

extension Balance {
    /// The largest of its measures.
    var most: Amount { max(approved, released, disbursed) }
}

extension Programme {
    /// The terms' free texts, for the rules on texts.
    var wordings: [(Refusal.Field, Wording?)] {
        let nouns = recipient.map {
            [
                $0.danish.one, $0.danish.theOne, $0.danish.many, $0.danish.theMany, $0.english.one, $0.english.many,
            ].map(Text.init(unchecked:))
        }
        let labels = names.all.flatMap { [$0.title.danish, $0.title.english] }
        let texts = [title.danish, title.english, grantee, funder] + (nouns ?? []) + labels
        return texts.map { (.programme, .text($0)) }
    }

    /// The terms' codes, for the rules on references.
    var references: [(Refusal.Field, String)] {
        ([id.text] + posts.map(\.name.text) + areas.map(\.text) + results.map(\.code.text)).map { (.programme, $0) }
    }
}
