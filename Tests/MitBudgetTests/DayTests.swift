import MitBudget
import TestSupport
import Testing

@Suite("Days")
struct DayTests {
    @Test(
        "A day is read in four forms",
        arguments: [
            ("2023-02-01", "2023-02-01"), ("01-02-2023", "2023-02-01"), ("1.2.2023", "2023-02-01"),
            ("01.02.2023", "2023-02-01"), ("31.12.9999", "9999-12-31"), ("1000-01-01", "1000-01-01"),
            ("29-02-2024", "2024-02-29"), ("1-2-2023", "2023-02-01"), ("5.12.22", "2022-12-05"),
            ("05.12.22", "2022-12-05"), ("1.1.00", "2000-01-01"), ("31.12.99", "2099-12-31"), ("29.2.24", "2024-02-29"),
            ("12.11.10", "2010-11-12"),
        ])
    func reads(text: String, iso: String) throws {
        let day = try Day(text)
        #expect(day.iso == iso)
        #expect(try Day(iso: iso) == day)
    }

    @Test(
        "Any other form is refused",
        arguments: [
            "", "-", "2023", "2023-02", " 2023-02-01", "2023-02-01 ", "2023-02-01T00:00", "+1.2.2023", "-1-2-2023",
            "20230201", "1.2-2023", "1..2023", "1.2.2023.", "12023-02-01", "1. februar 2023", "1 February 2023",
            "31. december 2024", "\u{FF12}023-02-01", "today", "1.2.3", "13/13/2023", "1.2.123", "1/2", "2023-2023-01",
        ])
    func refusesForm(text: String) {
        #expect(throws: Malformed.day(text, .form([]))) { try Day(text) }
    }

    @Test(
        "A form that is not read is refused with the days that it may mean, the likeliest first",
        arguments: [
            ("1/2/2023", ["2023-02-01", "2023-01-02"]), ("01/02/23", ["2023-02-01", "2001-02-23", "2023-01-02"]),
            ("01-02-23", ["2023-02-01", "2001-02-23", "2023-01-02"]), ("13/2/2023", ["2023-02-13"]),
            ("2/13/2023", ["2023-02-13"]), ("2/2/2023", ["2023-02-02"]), ("2023/02/01", ["2023-02-01"]),
            ("2023-2-1", ["2023-02-01"]), ("2023.02.01", ["2023-02-01"]), ("31-12-24", ["2024-12-31", "2031-12-24"]),
            ("32-12-24", ["2032-12-24"]),
        ])
    func tellsReadings(text: String, days: [String]) throws {
        let readings = try days.map { day throws(Malformed) in try Day(iso: day) }
        #expect(throws: Malformed.day(text, .form(readings))) { try Day(text) }
    }

    @Test(
        "A day that the calendar lacks is refused as such",
        arguments: [
            "29.2.2023", "2023-02-29", "1900-02-29", "2024-02-30", "30-02-2024", "31.4.2023", "2023-04-31",
            "2023-06-31",
            "2023-09-31", "2023-11-31", "2023-01-32", "2023-13-01", "2023-00-01", "2023-01-00", "0999-12-31",
            "0000-01-01", "29.2.23", "31.4.23", "0.1.23", "1.13.23",
        ])
    func refusesMissing(text: String) {
        #expect(throws: Malformed.day(text, .missing)) { try Day(text) }
    }

    @Test("A machine's day has one form only", arguments: ["01-02-2023", "1.2.2023", "2023-2-01"])
    func refusesMachineForm(text: String) {
        #expect(throws: Malformed.day(text, .form([]))) { try Day(iso: text) }
    }

    @Test(
        "A leap day is there every fourth year but in three centuries of four",
        arguments: [(2023, false), (2024, true), (1900, false), (2000, true), (2100, false), (2400, true)])
    func leaps(year: Int, exists: Bool) {
        #expect((Day(year: year, month: 2, day: 29) != nil) == exists)
        #expect(Day(year: year, month: 2, day: 28) != nil)
    }

    @Test("Days outside the years 1000 to 9999 do not exist")
    func ends() throws {
        let (first, last): (Day, Day) = ("1000-01-01", "9999-12-31")
        #expect(Day(ordinal: Int(first.ordinal)) == first)
        #expect(Day(ordinal: Int(first.ordinal) - 1) == nil)
        #expect(Day(ordinal: Int(last.ordinal)) == last)
        #expect(Day(ordinal: Int(last.ordinal) + 1) == nil)
        #expect(Day(ordinal: .max) == nil)
        #expect(Day(ordinal: .min) == nil)
        #expect(Day(year: 999, month: 12, day: 31) == nil)
        #expect(Day(year: 10_000, month: 1, day: 1) == nil)
        #expect(Day(year: .max, month: .max, day: .max) == nil)
    }

    @Test(
        "Days are numbered from 1 January 1970",
        arguments: [("1970-01-01", 0), ("1969-12-31", -1), ("2000-03-01", 11_017)])
    func numbers(text: String, ordinal: Int32) throws {
        #expect(try Day(text).ordinal == ordinal)
    }

    @Test("Every day from 1990 to 2040 follows the one before it")
    func followsOn() throws {
        var expected = (year: 1990, month: 1, day: 1)
        var day: Day = "1990-01-01"
        while day <= "2040-12-31" {
            #expect(day.civil == expected)
            #expect(Day(year: expected.year, month: expected.month, day: expected.day) == day)
            day = day.advanced(by: 1)
            if Day(year: expected.year, month: expected.month, day: expected.day + 1) != nil {
                expected.day += 1
            } else {
                expected = expected.month == 12 ? (expected.year + 1, 1, 1) : (expected.year, expected.month + 1, 1)
            }
        }
    }

    @Test("Number and calendar day agree from 1000 to 9999")
    func roundTrips() throws {
        let (first, last): (Day, Day) = ("1000-01-01", "9999-12-31")
        for ordinal in stride(from: Int(first.ordinal), through: Int(last.ordinal), by: 83) {
            let day = try #require(Day(ordinal: ordinal))
            let (year, month, number) = day.civil
            #expect(Day(year: year, month: month, day: number) == day)
            #expect(try Day(iso: day.iso) == day)
        }
    }

    @Test(
        "Months later is the same day of the month, or the month's last",
        arguments: [
            ("2023-01-15", 15, "2024-04-15"), ("2023-01-31", 1, "2023-02-28"), ("2024-01-31", 1, "2024-02-29"),
            ("2023-01-31", 3, "2023-04-30"), ("2024-02-29", 12, "2025-02-28"), ("2023-12-31", 1, "2024-01-31"),
            ("2023-03-31", -1, "2023-02-28"), ("2023-01-15", 0, "2023-01-15"), ("2023-01-15", -13, "2021-12-15"),
            ("9999-11-30", 1, "9999-12-30"), ("9999-12-01", 1, "9999-12-31"), ("1000-01-31", -1, "1000-01-01"),
            ("2023-01-15", Int.max, "9999-12-31"), ("2023-01-15", Int.min, "1000-01-01"),
        ])
    func advancesByMonths(from: String, months: Int, to: String) throws {
        #expect(try Day(from).advanced(byMonths: months).iso == to)
    }

    @Test(
        "Days later stop at the ends of time",
        arguments: [
            ("2023-12-31", 1, "2024-01-01"), ("2024-03-01", -1, "2024-02-29"), ("9999-12-30", 2, "9999-12-31"),
            ("1000-01-02", -2, "1000-01-01"), ("2023-01-01", Int.max, "9999-12-31"),
            ("2023-01-01", Int.min, "1000-01-01"),
        ])
    func advancesByDays(from: String, days: Int, to: String) throws {
        #expect(try Day(from).advanced(by: days).iso == to)
    }

    @Test("Days are counted forwards and backwards")
    func counts() {
        let (first, last): (Day, Day) = ("2022-12-01", "2024-12-31")
        #expect(first.days(to: last) == 761)
        #expect(last.days(to: first) == -761)
        #expect(first < last)
    }
}
