import MitBudget

extension Standing.Citizens {
    /// Counts citizens one by one, in order of reference.
    package init(counting participants: [Standing.Participant]) {
        self.init()
        for participant in participants { count(participant) }
    }
}
