import MitBudget
import MitBudgetReports
import PageReading
import Phrases
import Testing

@Suite("The picture of spending")
struct SpendingPictureTests {
    private static let days = [
        ("2022-12-20", "100"), ("2023-01-10", "1000"), ("2023-01-20", "-100"), ("2023-03-01", "500"),
    ]

    @Test("steps as the money does: no line ever slopes")
    func steps() throws {
        let lines = try polylines(from: "2023-01-01", to: "2023-01-31")
        #expect(Set(lines.keys) == ["spent-line", "other-line"])
        for points in lines.values.joined() {
            for (one, next) in zip(points, points.dropFirst()) {
                #expect((one[0] == next[0]) != (one[1] == next[1]), "\(one) to \(next)")
            }
        }
    }

    @Test("has the period's part in colour and all else in grey, and leaves no gap")
    func parts() throws {
        let lines = try polylines(from: "2023-01-01", to: "2023-01-31")
        let (coloured, grey) = (try #require(lines["spent-line"]), try #require(lines["other-line"]))
        #expect(coloured.count == 1 && grey.count == 2)
        #expect(grey[0].last == coloured[0].first && coloured[0].last == grey[1].first)
        // The middle one of the period's three levels is the highest, because money came back.
        let heights = coloured[0].map { $0[1] }
        #expect(heights.min()! < heights.last! && heights.last! < heights.first!)
    }

    @Test(
        "tells in words what was spent before, in and after the period",
        arguments: [
            ("2022-12-01", "2022-12-31", "0.00", "100.00", "1,400.00"),
            ("2023-01-01", "2023-01-31", "100.00", "900.00", "500.00"),
            ("2023-03-01", "2023-03-01", "1,000.00", "500.00", "0.00"),
            ("2022-12-01", "2024-12-31", "0.00", "1,500.00", "0.00"),
            // No money was spent after the window or before it.
            ("2025-03-01", "2025-03-31", "1,500.00", "0.00", "0.00"),
            ("2021-01-01", "2021-12-31", "0.00", "0.00", "1,500.00"),
        ])
    func words(from: String, to: String, before: String, inPeriod: String, after: String) throws {
        let text = try markup(from: from, to: to).text.joined(separator: "\n").replacing("\u{A0}", with: " ")
        #expect(text.contains("Spent before the period DKK \(before), in the period DKK \(inPeriod) ("), "\(text)")
        #expect(text.contains("), after it DKK \(after). The grant"))
        #expect(text.contains("spent in the period, DKK \(inPeriod)"))
    }

    @Test("ends where knowledge ends, and stands inside its frame wherever the period lies")
    func frame() throws {
        for (from, to) in [
            ("2022-12-01", "2024-12-31"), ("2025-03-01", "2025-03-31"), ("1990-01-01", "2090-12-31"),
            ("2023-06-15", "2023-06-15"), ("2024-12-31", "2024-12-31"), ("2022-12-01", "2022-12-01"),
        ] {
            let elements = try markup(from: from, to: to).elements
            let shade = try #require(elements.first { $0.name == "rect" && $0.attributes["class"] == "period" })
            let (x, width) = try (
                #require(Double(shade.attributes["x"]!)), #require(Double(shade.attributes["width"]!))
            )
            #expect(width >= 2 && x + width <= 472, "\(from): \(x) \(width)")
            for points in try polylines(from: from, to: to).values.joined() {
                #expect(points.allSatisfy { $0[0] <= 472 && $0[1] >= 24 && $0[1] <= 210 }, "\(from)")
            }
        }
        // Entries end on 1 March 2023, so the line of a period that continues ends there.
        let known = try polylines(from: "2022-12-01", to: "2024-12-31")["spent-line"]?.first?.last?[0] ?? 0
        #expect(known < 150)
    }

    // MARK: Helpers

    private func markup(from: String, to: String) throws -> Markup {
        let programme = try PeriodPageSample.programme()
        let sample = try PeriodPageSample.empty(programme)
        let facts = try PeriodFacts(
            programme: programme,
            scope: PeriodFacts.Scope(from: Day(iso: from), through: Day(iso: to), at: sample.scope.at),
            recordedAt: #require(Moment(iso: "2023-03-01T12:00:00Z")), closedThrough: nil, incomeBefore: .zero,
            repaidBefore: .zero, transfers: [], posts: sample.posts, participants: [], areas: sample.areas, months: [],
            releases: [], decisions: [], corrections: [], findings: [])
        let days = try Self.days.map { try Standing.DaySpending(day: Day(iso: $0), amount: Amount(kroner: $1)) }
        return try Markup(PeriodPageSample.html(facts, [], .english, days: days))
    }

    /// The points of each line, by its CSS class.
    private func polylines(from: String, to: String) throws -> [String: [[[Double]]]] {
        var lines: [String: [[[Double]]]] = [:]
        for element in try markup(from: from, to: to).elements where element.name == "polyline" {
            let points = (element.attributes["points"] ?? "").split(separator: " ").map { place in
                place.split(separator: ",").compactMap { Double($0) }
            }
            lines[element.attributes["class"] ?? "", default: []].append(points)
        }
        return lines
    }
}
