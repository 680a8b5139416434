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

    func contain(_ text: Text) -> Bool {
        citizens[Array(text.trimmed)]?.isEmpty == false
    }
}
