public import MitBudget
public import Phrases

extension Day {
    /// The day in words: `31. december 2024` or `31 December 2024`.
    public func text(in language: Language) -> String {
        let (year, month, day) = civil
        return switch language {
        case .danish: "\(day). \(Self.danishMonths[month - 1]) \(year)"
        case .english: "\(day) \(Self.englishMonths[month - 1]) \(year)"
        }
    }

    /// The day in digits, in a form that the command line also reads: `31-12-2024` or `2024-12-31`.
    public func short(in language: Language) -> String {
        var bytes: [UInt8] = []
        appendShort(in: language, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends the result of ``short(in:)``.
    func appendShort(in language: Language, to bytes: inout [UInt8]) {
        switch language {
        case .danish: appendDayFirst(to: &bytes)
        case .english: append(to: &bytes)
        }
    }

    /// The month of the day: `december 2024` or `December 2024`.
    public func month(in language: Language) -> String {
        let (year, month, _) = civil
        return switch language {
        case .danish: "\(Self.danishMonths[month - 1]) \(year)"
        case .english: "\(Self.englishMonths[month - 1]) \(year)"
        }
    }

    private static let danishMonths = [
        "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november",
        "december",
    ]

    private static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}

extension LocalTime {
    /// The time in words: `3. februar 2023 kl. 10.05` or `3 February 2023, 10:05`.
    public func text(in language: Language) -> String {
        switch language {
        case .danish: day.text(in: language) + " kl. " + clock(".")
        case .english: day.text(in: language) + ", " + clock(":")
        }
    }

    /// The time in digits: `03-02-2023 10:05` or `2023-02-03 10:05`.
    public func short(in language: Language) -> String {
        day.short(in: language) + " " + clock(":")
    }

    private func clock(_ separator: String) -> String {
        func two(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }
        return two(minute / 60) + separator + two(minute % 60)
    }
}
