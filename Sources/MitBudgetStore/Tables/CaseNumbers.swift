import MitBudget

/// The case numbers of citizens, compared as in rule `case-taken`.
struct CaseNumbers {
    private var citizens: [[Unicode.Scalar]: Set<ParticipantReference>] = [:]
    private var numbers: [ParticipantReference: [Unicode.Scalar]] = [:]

    mutating func add(_ text: Text, of reference: ParticipantReference) {
        citizens[Array(text.trimmed), default: []].insert(reference)
        numbers[reference] = Array(text.trimmed)
    }

    mutating func drop(_ reference: ParticipantReference) {
        guard let number = numbers.removeValue(forKey: reference) else { return }
        citizens[number]?.remove(reference)
    }

    /// Takes another number of a citizen who has one.
    mutating func correct(_ text: Text, of reference: ParticipantReference) {
        guard numbers[reference] != nil else { return }
        drop(reference)
        add(text, of: reference)
    }

    /// - Parameter own: the citizen whose own number does not count.
    func contain(_ text: Text, besides own: ParticipantReference?) -> Bool {
        citizens[Array(text.trimmed)]?.contains { $0 != own } ?? false
    }
}
