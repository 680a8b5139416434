import MitBudget
import Phrases

/// Spending over time, summed up, against the grant and the window. Drawn in whole units of a fixed grid, so the same
/// figures give the same picture on every machine.
struct SpendingPicture {
    /// What was spent in all by the end of a day.
    struct Point {
        let day: Day
        let spent: Amount
    }

    let programme: Programme
    /// In order of day.
    let points: [Point]
    /// The days that the picture is about, besides the window.
    let span: ClosedRange<Day>
    var forecast: Forecast?
    let language: Language

    // The plot's sides on a grid of 480 × 236.
    private static let width = 480
    private static let height = 236
    private static let top = 24
    private static let bottom = 210
    private static let right = 472

    private var first: Day { min(programme.firstDay, span.lowerBound) }
    private var last: Day { max(programme.lastDay, span.upperBound) }
    private var highest: Amount { max(programme.grant, points.map(\.spent).max() ?? .zero) }
    private var spent: Amount { points.last?.spent ?? .zero }

    /// Room for the longest label of the vertical axis, at the size that a phone shows.
    private var left: Int { 12 + 8 * (ticks.map { label($0).count }.max() ?? 1) }

    /// Where a day ends, from the left.
    private func x(_ day: Day) -> Int {
        let days = max(1, first.days(to: last))
        return left + first.days(to: day) * (Self.right - left) / days
    }

    /// How high an amount stands; a little room is left above the highest.
    private func y(_ amount: Amount) -> Int {
        let reach = Int128(Self.bottom - Self.top - 8)
        guard highest > .zero else { return Self.bottom }
        return Self.bottom - Int(Int128(max(amount.ore, 0)) * reach / Int128(highest.ore))
    }

    var html: HTML {
        HTML("figure") {
            HTML(
                "svg",
                [
                    "role": "img", "aria-labelledby": "spending-title spending-text",
                    "viewBox": "0 0 \(Self.width) \(Self.height)",
                ]
            ) {
                HTML("title", ["id": "spending-title"]) { title[language] }
                HTML("desc", ["id": "spending-text"]) { description[language] }
                grid
                calendar
                curve
                projections
                line("axis", x1: left, y1: Self.bottom, x2: Self.right, y2: Self.bottom)
            }
            HTML("figcaption") {
                title[language]
                legend
            }
        }
    }

    private var title: Phrase {
        Phrase(
            da: "Forbrug over tid, lagt sammen, i tusinde kroner",
            en: "Spending over time, summed up, in thousands of DKK")
    }

    private var description: Phrase {
        guard let start = points.first, let end = points.last else {
            return Phrase(
                da: "Der er intet brugt. Tilsagnet er \(programme.grant).",
                en: "Nothing is spent. The grant is \(programme.grant).")
        }
        return Phrase(
            da: """
                Fra \(start.spent) den \(start.day) til \(end.spent) den \(end.day). Tilsagnet er \(programme.grant), \
                projektperioden \(programme.firstDay) til \(programme.lastDay).
                """,
            en: """
                From \(start.spent) on \(start.day) to \(end.spent) on \(end.day). The grant is \(programme.grant), \
                the window \(programme.firstDay) to \(programme.lastDay).
                """)
    }

    // MARK: The parts

    private var grid: HTML {
        let rows = ticks.reduce(HTML.empty) { html, tick in
            html + line("grid", x1: left, y1: y(tick), x2: Self.right, y2: y(tick))
                + text(label(tick), x: left - 6, y: y(tick) + 3, anchor: "end")
        }
        let height = y(programme.grant)
        return rows + line("grant", x1: left, y1: height, x2: Self.right, y2: height)
    }

    /// The window's sides with their days above, and the years below.
    private var calendar: HTML {
        let (first, last) = (x(programme.firstDay), x(programme.lastDay))
        let sides =
            line("window", x1: first, y1: Self.top - 6, x2: first, y2: Self.bottom)
            + line("window", x1: last, y1: Self.top - 6, x2: last, y2: Self.bottom)
        let days = [programme.firstDay, programme.lastDay].map { $0.short(in: language) }
        let height = Self.top - 11
        // Where the window is a small part of a long period, its days stand together on the side that has room.
        let isNarrow = last - first < 170
        let isLate = first > (left + Self.right) / 2
        let both = text(
            days.joined(separator: " – "), x: isLate ? last : first, y: height, anchor: isLate ? "end" : "start")
        let apart =
            text(days[0], x: first, y: height, anchor: "start") + text(days[1], x: last, y: height, anchor: "end")
        let window = sides + (isNarrow ? both : apart)
        return quarters.reduce(window) { html, day in
            let (year, month, _) = day.civil
            let isYear = month == 1
            let mark = line("axis", x1: x(day), y1: Self.bottom, x2: x(day), y2: Self.bottom + (isYear ? 6 : 3))
            guard isYear else { return html + mark }
            return html + mark + text(String(year), x: x(day), y: Self.bottom + 20, anchor: "middle")
        }
    }

    private var curve: HTML {
        guard let start = points.first, let end = points.last else { return .empty }
        var path: [String] = []
        for point in points {
            let place = "\(x(point.day)),\(y(point.spent))"
            if path.last != place { path.append(place) }
        }
        let line = path.joined(separator: " ")
        let ground = "\(x(end.day)),\(Self.bottom) \(x(start.day)),\(Self.bottom)"
        return HTML("polygon", ["class": "spent-under", "points": line + " " + ground]) {}
            + HTML("polyline", ["class": "spent-line", "points": line]) {}
            + HTML("circle", ["class": "spent", "cx": "\(x(end.day))", "cy": "\(y(end.spent))", "r": "3.5"]) {}
    }

    private var projections: HTML {
        guard let forecast, let now = points.last else { return .empty }
        func projection(_ look: String, _ pace: Forecast.Pace) -> HTML {
            let end = pace.runsOut.map { ($0, programme.grant) } ?? (programme.lastDay, programme.grant - pace.left)
            let (day, amount) = end
            return line(look, x1: x(now.day), y1: y(now.spent), x2: x(day), y2: y(amount))
        }
        return projection("recent", forecast.recent) + projection("overall", forecast.overall)
    }

    private var legend: HTML {
        var entries: [(String, Phrase)] = [
            ("spent-line", Phrase(da: "brugt i alt, \(spent)", en: "spent in all, \(spent)")),
            ("grant", Phrase(da: "tilsagn, \(programme.grant)", en: "grant, \(programme.grant)")),
            ("window", Phrase(da: "projektperiodens første og sidste dag", en: "the window's first and last day")),
        ]
        if forecast != nil {
            entries += [
                (
                    "recent",
                    Phrase(
                        da: "regnet frem i de seneste \(Forecast.recentDays) dages takt",
                        en: "carried on at the pace of the last \(Forecast.recentDays) days")
                ),
                (
                    "overall",
                    Phrase(da: "regnet frem i takten siden start", en: "carried on at the pace since the start")
                ),
            ]
        }
        return HTML("ul", ["class": "legend"]) {
            for (look, meaning) in entries {
                HTML("li") {
                    HTML("svg", ["aria-hidden": "true", "focusable": "false", "viewBox": "0 0 28 12"]) {
                        line(look, x1: 0, y1: 6, x2: 28, y2: 6)
                    }
                    meaning[language]
                }
            }
        }
    }

    // MARK: The axes' marks

    /// Round amounts, at most five of them above zero: one, two or five times a power of ten kroner.
    private var ticks: [Amount] {
        var step: Int64 = 100
        var factor = 0
        while highest.ore / step > 5 {
            step = factor % 3 == 1 ? step / 2 * 5 : step * 2
            factor += 1
        }
        return (0...(highest.ore / step)).compactMap { Amount(ore: $0 * step) }
    }

    /// In thousands of kroner: `250`, `0,5`.
    private func label(_ amount: Amount) -> String {
        let kroner = amount.ore / 100
        let whole = Amount(ore: amount.ore / 1000)?.bare(in: language) ?? ""
        return kroner.isMultiple(of: 1000) ? String(whole.dropLast(3)) : whole
    }

    /// The first day of every quarter, or of every year where there would be too many.
    private var quarters: [Day] {
        let months = first.days(to: last) > 3000 ? 12 : 3
        let years = max(1, first.days(to: last) / 3652)
        var days: [Day] = []
        var day = Day(year: first.civil.year, month: 1, day: 1) ?? first
        while day <= last {
            if day >= first, day.civil.year.isMultiple(of: years) { days.append(day) }
            let next = day.advanced(byMonths: months)
            guard next > day else { break }
            day = next
        }
        return days
    }

    private func line(_ look: String, x1: Int, y1: Int, x2: Int, y2: Int) -> HTML {
        HTML("line", ["class": look, "x1": "\(x1)", "y1": "\(y1)", "x2": "\(x2)", "y2": "\(y2)"]) {}
    }

    private func text(_ text: String, x: Int, y: Int, anchor: String) -> HTML {
        HTML("text", ["x": "\(x)", "y": "\(y)", "text-anchor": anchor]) { text }
    }
}
