import MitBudget

/// The course of the demonstration: two years of the Aabenraa programme, as its staff would have typed them.
///
/// Every step is a command that writes exactly one entry, so the number of a step, from 1, is that of its entry.
/// Nothing here reads a clock, a file or a locale: the course is the same every time.
enum Course {
    /// One command and the moment at which it is given.
    struct Step: Equatable, Sendable {
        /// When, in UTC; later than the step before. Its day is the local day in Denmark too.
        let moment: Moment
        /// What is typed after `mitbudget`, but for `--ledger`.
        let arguments: [String]
        /// The plan file that the command reads; its path replaces the argument ``planFile``.
        let plan: String?

        /// Stands in `arguments` for the path of the plan file.
        static let planFile = "PLAN.json"
    }

    /// All steps, in order of time.
    static func steps() -> [Step] {
        var random = SplitMix64(seed: 952_000)
        var diary = Diary()
        Office.open(in: &diary)
        for (index, story) in Story.all.enumerated() {
            let number = index + 1
            var citizen = CitizenCourse(
                story: story, reference: number < 10 ? "B0\(number)" : "B\(number)",
                caseworker: index.isMultiple(of: 2) ? Office.firstCaseworker : Office.secondCaseworker)
            citizen.write(into: &diary, using: &random)
        }
        Office.watchTheGrant(in: &diary)
        Office.closePeriods(in: &diary)
        Office.audit(in: &diary)
        return diary.steps(using: &random)
    }
}

extension Day {
    /// The window of the Aabenraa programme, which the demonstration stays inside.
    static let demonstrationStart = demonstration(2022, 12, 1)
    /// The window's last day.
    static let demonstrationEnd = demonstration(2024, 12, 31)

    /// A day of the demonstration. One that the calendar lacks falls outside the window, where the rules refuse it.
    static func demonstration(_ year: Int, _ month: Int, _ day: Int) -> Day {
        Day(year: year, month: month, day: day) ?? .unixEpoch
    }

    /// The first day from this one on that an office is open: neither Saturday, Sunday, Christmas nor New Year.
    var atTheOffice: Day {
        let (_, month, day) = civil
        // 1 January 1970 was a Thursday.
        let isWeekend = (ordinal + 3) % 7 >= 5
        let isHoliday = (month == 12 && ((24...26).contains(day) || day == 31)) || (month == 1 && day == 1)
        return isWeekend || isHoliday ? advanced(by: 1).atTheOffice : self
    }
}

extension Amount {
    /// A round amount.
    init(wholeKroner: Int) {
        self = Amount(ore: Int64(wholeKroner) * 100) ?? .zero
    }

    /// So many parts of a whole, rounded down to an øre.
    func share(_ part: Int, of whole: Int) -> Amount {
        Amount(ore: ore * Int64(part) / Int64(whole)) ?? .zero
    }

    /// Rounded up to a round amount of so many kroner.
    func roundedUp(toKroner step: Int) -> Amount {
        let ore = Int64(step) * 100
        return Amount(ore: (self.ore + ore - 1) / ore * ore) ?? .zero
    }

    /// Rounded down to full kroner.
    var fullKroner: Amount {
        Amount(wholeKroner: Int(ore / 100))
    }

    /// As a Dane types it: `4500`, `1249,95`.
    var typed: String {
        let text = decimal
        return text.hasSuffix(".00") ? String(text.dropLast(3)) : text.split(separator: ".").joined(separator: ",")
    }
}
