import MitBudget
import TestSupport
import Testing

@Suite("A clock that leaps")
struct ClockLeapTests {
    /// The leap on a ledger that must be kept through 31 December 2029.
    private func leap(_ before: String?, _ now: String) throws -> ClockLeap? {
        let before = try before.map { try #require(Moment(iso: $0)) }
        return try Programme.terms().leap(from: before, to: try #require(Moment(iso: now)))
    }

    @Test("Over 400 days past the entry before is one, to the second")
    func pastEntry() throws {
        let before = "2023-01-01T12:00:00Z"
        #expect(try leap(before, "2024-02-05T12:00:00Z") == nil)
        #expect(try leap(before, "2024-02-05T12:00:01Z") == .pastEntry(try #require(Moment(iso: before)), days: 400))
        #expect(try leap(before, "2022-01-01T12:00:00Z") == nil)
    }

    @Test("Past the last day of keeping is one, once, also for the first entry")
    func pastKeeping() throws {
        #expect(try leap("2029-12-01T00:00:00Z", "2029-12-31T23:59:59Z") == nil)
        #expect(try leap("2029-12-01T00:00:00Z", "2030-01-01T00:00:00Z") == .pastKeeping("2029-12-31"))
        #expect(try leap("2030-01-01T00:00:00Z", "2030-01-02T00:00:00Z") == nil)
        #expect(try leap(nil, "2030-01-01T00:00:00Z") == .pastKeeping("2029-12-31"))
        // A ledger may be opened long after the window, while it must be kept.
        #expect(try leap(nil, "2029-12-31T00:00:00Z") == nil)
    }
}
