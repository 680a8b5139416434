import MitBudget
import TestSupport
import Testing

@Suite("Moments")
struct MomentTests {
    @Test(
        "A moment is written as it was read",
        arguments: [
            ("1970-01-01T00:00:00Z", 0), ("1969-12-31T23:59:59Z", -1), ("2023-02-01T09:15:00Z", 1_675_242_900),
            ("2024-02-29T23:59:59Z", 1_709_251_199), ("1000-01-01T00:00:00Z", -30_610_224_000),
            ("9999-12-31T23:59:59Z", 253_402_300_799),
        ])
    func roundTrips(text: String, seconds: Int64) throws {
        let moment = try #require(Moment(iso: text))
        #expect(moment.seconds == seconds)
        #expect(moment.iso == text)
        #expect(Moment(seconds: seconds) == moment)
        #expect(moment.day.iso == String(text.prefix(10)))
    }

    @Test(
        "Any other text is no moment",
        arguments: [
            "", "2023-02-01", "2023-02-01T09:15:00", "2023-02-01T09:15:00z", "2023-02-01 09:15:00Z",
            "2023-02-01T09:15Z",
            "2023-02-01T09:15:00+00:00", "2023-02-01T09:15:00.0Z", "2023-02-01T24:00:00Z", "2023-02-01T09:60:00Z",
            "2023-02-01T09:15:60Z", "2023-02-29T09:15:00Z", "2023-02-01T+9:15:00Z", "2023-02-01T-1:15:00Z",
            "2023-02-01T09.15.00Z", "01-02-2023T09:15:00Z", " 2023-02-01T09:15:00Z", "0999-12-31T23:59:59Z",
            "2023-02-01T9:15:000Z", "2023-02-0109:15:00ZZ", "2023-02-01T09:15:0\u{E9}",
        ])
    func refuses(text: String) {
        #expect(Moment(iso: text) == nil)
    }

    @Test("Seconds outside the years 1000 to 9999 are no moment", arguments: [-30_610_224_001, 253_402_300_800, .max])
    func ends(seconds: Int64) {
        #expect(Moment(seconds: seconds) == nil)
    }

    @Test(
        "The latest local day is that of UTC+14",
        arguments: [
            ("2023-02-01T09:59:59Z", "2023-02-01"), ("2023-02-01T10:00:00Z", "2023-02-02"),
            ("1969-12-31T10:00:00Z", "1970-01-01"), ("9999-12-31T10:00:00Z", "9999-12-31"),
        ])
    func knowsLatestLocalDay(text: String, day: String) throws {
        #expect(try #require(Moment(iso: text)).latestLocalDay.iso == day)
    }

    @Test("Moments are ordered by time")
    func orders() throws {
        let (former, latter) = (try #require(Moment(seconds: -1)), try #require(Moment(seconds: 0)))
        #expect(former < latter)
    }
}
