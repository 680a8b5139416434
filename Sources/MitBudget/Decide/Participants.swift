extension Inquiry {
    mutating func enrol(name: Wording?, caseNumber: Wording?, on day: Day) throws(Refusal) -> Entry {
        try check(day, .inside)
        guard programme.hasRecipients else { throw .noRecipients }
        try checkPlace(on: view.placesTaken(from: day))
        try checkCase(caseNumber)
        try checkTexts([(.name, name), (.caseNumber, caseNumber)])
        guard let reference = programme.reference(view.enrolled + 1) else { throw .noRecipients }
        return Entry(day: day, event: .enrolled(reference, name: name, caseNumber: caseNumber))
    }

    mutating func withdraw(
        _ reference: ParticipantReference, cause: WithdrawalCause, reason: Wording, on day: Day
    ) throws(Refusal) -> Entry {
        let account = view.participant(reference)
        try check(day, .settling, notBefore: (.withdrawalBeforeEnrolment, account?.enrolledOn))
        try active(known(account, reference))
        try checkTexts([(.reason, reason)])
        return Entry(day: day, event: .withdrawn(reference, cause: cause, reason: reason))
    }
}
