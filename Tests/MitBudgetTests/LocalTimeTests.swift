import MitBudget
import TestSupport
import Testing

@Suite("Local time")
struct LocalTimeTests {
    @Test(
        "is the moment on the clocks of a place, whose day may be another",
        arguments: [
            ("2023-02-01T09:15:59Z", 0, "2023-02-01", 555), ("2023-02-01T23:30:00Z", 3600, "2023-02-02", 30),
            ("2023-12-31T22:59:59Z", 3600, "2023-12-31", 1439), ("2023-12-31T23:00:00Z", 3600, "2024-01-01", 0),
            ("2024-03-01T04:59:59Z", -18_000, "2024-02-29", 1439), ("1969-12-31T23:00:00Z", 7200, "1970-01-01", 60),
            ("2023-07-01T18:15:00Z", 20_700, "2023-07-02", 0),
        ] as [(String, Int, Day, Int)])
    func clocks(iso: String, offset: Int, day: Day, minute: Int) throws {
        let local = LocalTime(try #require(Moment(iso: iso)), offset: offset)
        #expect(local.day == day && local.minute == minute)
    }
}
