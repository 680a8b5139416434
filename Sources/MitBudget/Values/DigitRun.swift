/// Numbers in a text with only separators between them; a CPR number may stand in them.
struct DigitRun {
    /// Adjacent digits.
    struct Group {
        /// The place of the first digit in the text, in scalars.
        let start: Int
        /// The place after the last digit.
        private(set) var end: Int
        /// The first digits only: a CPR number is never part of a longer number.
        private(set) var digits: [Int]

        init(_ digit: Int, at place: Int) {
            (start, end, digits) = (place, place + 1, [digit])
        }

        mutating func append(_ digit: Int) {
            end += 1
            if digits.count < 13 { digits.append(digit) }
        }

        var value: Int { digits.reduce(0) { $0 * 10 + $1 } }
    }

    private let groups: [Group]
    private let text: [Unicode.Scalar]

    init(_ groups: [Group], in text: [Unicode.Scalar]) {
        self.groups = groups
        self.text = text
    }

    /// The place where a CPR number begins; `nil` where there is none.
    var number: Int? {
        guard groups.reduce(0, { $0 + $1.digits.count }) >= 10 else { return nil }
        var rest = 0
        var place = 0
        while place < groups.count {
            guard let day = day(at: place), let count = standing(day, at: place) else {
                place += 1
                continue
            }
            if let found = tenDigits(in: rest..<place) { return found }
            // In 01-01-1990-1234 the day belongs to the number.
            if day == .dayFirst, isOwnNumber(at: place + count) { return groups[place].start }
            place += count
            rest = place
        }
        return tenDigits(in: rest..<groups.count)
    }

    /// The place of ten digits in whole groups that begin with a day, or of 01011990-1234, which states the century.
    private func tenDigits(in range: Range<Int>) -> Int? {
        range.first { start in
            if isLongForm(in: start..<range.upperBound) { return true }
            var digits: [Int] = []
            for place in start..<range.upperBound {
                digits += groups[place].digits
                if digits.count >= 10 { break }
            }
            guard digits.count == 10 else { return false }
            func two(_ place: Int) -> Int { digits[place] * 10 + digits[place + 1] }
            // The century is unknown; 2000 + YY has a 29 February in the same years as 1900 + YY, except 1900.
            return Day(year: 2000 + two(4), month: two(2), day: two(0)) != nil
        }.map { groups[$0].start }
    }

    private func isLongForm(in range: Range<Int>) -> Bool {
        let lengths = groups[range].prefix(4).map(\.digits.count)
        guard lengths.starts(with: [8, 4]) || lengths == [2, 2, 4, 4] else { return false }
        let digits = groups[range].prefix(lengths[0] == 8 ? 1 : 3).flatMap(\.digits)
        func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
        let year = number(4..<8)
        return (1858...2099).contains(year) && Day(year: year, month: number(2..<4), day: number(0..<2)) != nil
    }

    /// Whether four digits after a day end a CPR number: they neither begin another day nor are marked as an amount.
    private func isOwnNumber(at place: Int) -> Bool {
        guard place < groups.count, groups[place].digits.count == 4, day(at: place) == nil else { return false }
        return !isAmount(at: place)
    }
}

// Days in full.
extension DigitRun {
    private enum WrittenDay {
        /// 2023-02-01
        case yearFirst
        /// 01-02-2023
        case dayFirst
        /// 01.02.23
        case shortYear
        /// 01.02 before another day, as in 01.02-28.02.23
        case withoutYear
    }

    private func day(at place: Int) -> WrittenDay? {
        wholeDay(at: place) ?? (isDayWithoutYear(at: place) ? .withoutYear : nil)
    }

    /// The day in three groups, with the same sign between them, or as 01/02-23, which Danes write.
    private func wholeDay(at place: Int) -> WrittenDay? {
        guard place + 2 < groups.count else { return nil }
        let (first, second, third) = (groups[place], groups[place + 1], groups[place + 2])
        let (sign, other) = (gap(before: place + 1), gap(before: place + 2))
        guard sign.count == 1, other.count == 1, let one = sign.first, let two = other.first,
            one == two ? "-./".unicodeScalars.contains(one) : one == "/" && two == "-"
        else { return nil }
        switch (first.digits.count, second.digits.count, third.digits.count) {
        case (4, 2, 2):
            return Self.isDay(first.value, second.value, third.value) ? .yearFirst : nil
        case (1...2, 1...2, 4):
            return Self.isDay(third.value, second.value, first.value) ? .dayFirst : nil
        case (1...2, 1...2, 2):
            return Self.isDay(2000 + third.value, second.value, first.value) ? .shortYear : nil
        default: return nil
        }
    }

    private static func isDay(_ year: Int, _ month: Int, _ day: Int) -> Bool {
        (1900...2099).contains(year) && Day(year: year, month: month, day: day) != nil
    }

    /// Whether a day without a year begins here, as in 01.02-28.02.23: a dash leads to a second day.
    private func isDayWithoutYear(at place: Int) -> Bool {
        guard place + 4 < groups.count, gap(before: place + 1).elementsEqual(["."]),
            groups[place].digits.count <= 2, groups[place + 1].digits.count <= 2,
            Self.isDay(2000, groups[place + 1].value, groups[place].value),
            gap(before: place + 2).contains(where: { $0.properties.generalCategory == .dashPunctuation }),
            gap(before: place + 3).elementsEqual(["."])
        else { return false }
        switch wholeDay(at: place + 2) {
        case .dayFirst, .shortYear: return true
        case .yearFirst, .withoutYear, nil: return false
        }
    }

    /// How many groups the day takes where it is not part of a CPR number; `nil` where it may be part of one.
    private func standing(_ day: WrittenDay, at place: Int) -> Int? {
        switch day {
        case .yearFirst, .dayFirst: return 3
        case .withoutYear: return 2
        case .shortYear:
            let next = place + 3
            return next < groups.count && (self.day(at: next) != nil || isTime(at: next) || isAmount(at: next))
                ? 3 : nil
        }
    }

    /// Whether a time such as 10.30 follows a blank.
    private func isTime(at place: Int) -> Bool {
        guard place + 1 < groups.count, isBlank(before: place), gap(before: place + 1).elementsEqual(["."]),
            groups[place].digits.count <= 2, groups[place + 1].digits.count == 2
        else { return false }
        return groups[place].value < 24 && groups[place + 1].value < 60
    }

    /// Whether an amount follows a blank: 1500 kr, 1.500 or 1500,00. The writing marks the number as money.
    private func isAmount(at place: Int) -> Bool {
        guard isBlank(before: place) else { return false }
        var end = groups[place].end
        while end + 1 < text.count, ".,".unicodeScalars.contains(text[end]) || Self.isBlank(text[end]),
            Letters.isDigit(text[end + 1])
        {
            end += 2
            while end < text.count, Letters.isDigit(text[end]) { end += 1 }
        }
        let number = text[groups[place].start..<end]
        guard isReadAsAmount(number) else { return false }
        if number.contains(".") || number.contains(",") { return true }
        let behind = String(String.UnicodeScalarView(text[end...].drop(while: Self.isBlank).prefix(7))).lowercased()
        let word = behind.prefix { $0.isLetter }
        return behind.hasPrefix(",-") || ["kr", "dkk", "kroner"].contains(String(word))
    }

    private func isReadAsAmount(_ number: ArraySlice<Unicode.Scalar>) -> Bool {
        do throws(Malformed) {
            _ = try Amount(kroner: String(String.UnicodeScalarView(number)))
            return true
        } catch {
            if case .amount(_, .readings) = error { return true }
            return false
        }
    }

    private func gap(before place: Int) -> ArraySlice<Unicode.Scalar> {
        place < 1 ? [] : text[groups[place - 1].end..<groups[place].start]
    }

    private func isBlank(before place: Int) -> Bool {
        gap(before: place).allSatisfy(Self.isBlank)
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar.properties.generalCategory == .spaceSeparator
    }
}
