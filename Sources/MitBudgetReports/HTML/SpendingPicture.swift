import MitBudget
import Phrases

/// Accumulated spending over time, against the grant and the window. The line rises in steps on the days of spending
/// and is level between them.
struct SpendingPicture {
    let programme: Programme
    /// Spending day by day, in order of day.
    let days: [Standing.DaySpending]
    /// The last day with known spending. The line ends with this day, or with the last day of spending if that is
    /// later.
    let through: Day
    /// The period to shade and to draw in colour; `nil` for the whole time.
    var period: ClosedRange<Day>?
    var forecast: Forecast?
    let language: Language

    private typealias Tenths = SpendingScale.Tenths

    /// The days that the line covers, from the window's first day; `nil` if nothing was spent.
    private var drawn: ClosedRange<Day>? {
        guard let first = days.first?.day, let last = days.last?.day else { return nil }
        let start = min(first, programme.firstDay)
        return start...max(last, through, start)
    }

    /// The days drawn in colour.
    private var coloured: ClosedRange<Day>? {
        guard let drawn else { return nil }
        guard let period else { return drawn }
        return drawn.overlaps(period) ? drawn.clamped(to: period) : nil
    }

    private var scale: SpendingScale {
        let ranges = [programme.firstDay...programme.lastDay, period, drawn].compactMap(\.self)
        let first = ranges.map(\.lowerBound).min() ?? programme.firstDay
        let last = ranges.map(\.upperBound).max() ?? programme.lastDay
        var (sum, highest) = (Amount.zero, programme.grant)
        for day in days {
            sum += day.amount
            highest = max(highest, sum)
        }
        return SpendingScale(days: first...last, highest: highest, language: language)
    }

    var html: HTML {
        let scale = scale
        return HTML("figure") {
            HTML(
                "svg",
                [
                    "role": "img", "aria-labelledby": "spending-title spending-text",
                    "viewBox": "0 0 \(SpendingScale.width) \(SpendingScale.height)",
                ]
            ) {
                HTML("title", ["id": "spending-title"]) { title[language] }
                HTML("desc", ["id": "spending-text"]) { description[language] }
                shade(on: scale)
                grid(on: scale)
                calendar(on: scale)
                curve(on: scale)
                projections(on: scale)
                line(
                    "axis", x1: scale.left, y1: SpendingScale.bottom, x2: SpendingScale.right, y2: SpendingScale.bottom)
            }
            HTML("figcaption") {
                title[language]
                legend
            }
        }
    }

    // MARK: In words

    private var title: Phrase {
        Phrase(
            da: "Forbrug over tid, lagt sammen, i tusinde kroner",
            en: "Spending over time, summed up, in thousands of DKK")
    }

    private var description: Phrase {
        guard let drawn else {
            return Phrase(
                da: "Der er intet brugt. Tilsagnet er \(programme.grant).",
                en: "Nothing is spent. The grant is \(programme.grant).")
        }
        let spent =
            if let period {
                Phrase(
                    da: """
                        Brugt før perioden \(before), i perioden \(inPeriod) (\(period.lowerBound) – \
                        \(period.upperBound)), efter den \(after).
                        """,
                    en: """
                        Spent before the period \(before), in the period \(inPeriod) (\(period.lowerBound) – \
                        \(period.upperBound)), after it \(after).
                        """)
            } else {
                Phrase(
                    da: "Brugt i alt \(inPeriod) den \(drawn.upperBound).",
                    en: "Spent in all \(inPeriod) on \(drawn.upperBound).")
            }
        return Phrase(
            da: """
                \(spent) Tilsagnet er \(programme.grant), projektperioden \(programme.firstDay) – \
                \(programme.lastDay).
                """,
            en: """
                \(spent) The grant is \(programme.grant), the window \(programme.firstDay) – \(programme.lastDay).
                """)
    }

    private var before: Amount { sum { day in period.map { day < $0.lowerBound } ?? false } }
    private var inPeriod: Amount { sum { period?.contains($0) ?? true } }
    private var after: Amount { sum { day in period.map { day > $0.upperBound } ?? false } }

    private func sum(where isMeant: (Day) -> Bool) -> Amount {
        days.reduce(.zero) { isMeant($1.day) ? $0 + $1.amount : $0 }
    }

    // MARK: The parts

    /// Shades the period, with a least width so that it stays visible.
    private func shade(on scale: SpendingScale) -> HTML {
        guard let period else { return .empty }
        let (start, end) = (scale.x(period.lowerBound), scale.xEnd(period.upperBound))
        let width = max(end - start, SpendingScale.whole(2))
        return rectangle(
            "period", x: min(start, SpendingScale.right - width), y: SpendingScale.top, width: width,
            height: SpendingScale.bottom - SpendingScale.top)
    }

    private func grid(on scale: SpendingScale) -> HTML {
        let rows = HTML.each(scale.ticks) { tick in
            line("grid", x1: scale.left, y1: scale.y(tick), x2: SpendingScale.right, y2: scale.y(tick))
                + text(scale.label(tick), x: scale.left - 6, y: scale.y(tick) + 3, anchor: "end")
        }
        let height = scale.y(programme.grant)
        return rows + line("grant", x1: scale.left, y1: height, x2: SpendingScale.right, y2: height)
    }

    /// Draws the window's sides with their days above, and the years below.
    private func calendar(on scale: SpendingScale) -> HTML {
        let (first, last) = (scale.x(programme.firstDay), scale.xEnd(programme.lastDay))
        let (top, bottom) = (SpendingScale.top, SpendingScale.bottom)
        let sides = HTML.each([first, last]) { line("window", x1: $0, y1: top - 6, x2: $0, y2: bottom) }
        let days = [programme.firstDay, programme.lastDay].map { $0.short(in: language) }
        // If the window is a small part of a long period, both of its days are written on the side with room.
        let isNarrow = last - first < SpendingScale.whole(170)
        let isLate = first.count > (scale.left.count + SpendingScale.right.count) / 2
        let both = text(
            days.joined(separator: " – "), x: isLate ? last : first, y: top - 11, anchor: isLate ? "end" : "start")
        let apart =
            text(days[0], x: first, y: top - 11, anchor: "start") + text(days[1], x: last, y: top - 11, anchor: "end")
        let marks = HTML.each(scale.quarters) { day in
            let (year, month, _) = day.civil
            let isYear = month == 1
            let place = scale.x(day)
            let mark = line("axis", x1: place, y1: bottom, x2: place, y2: bottom + (isYear ? 6 : 3))
            return isYear ? mark + text(String(year), x: place, y: bottom + 20, anchor: "middle") : mark
        }
        return sides + (isNarrow ? both : apart) + marks
    }

    /// Draws the line: grey before and after the period, and a grey ground under its part for what was spent earlier.
    private func curve(on scale: SpendingScale) -> HTML {
        guard let drawn else { return .empty }
        func other(_ range: ClosedRange<Day>) -> HTML {
            part(range, upFrom: .zero, "other-under", "other-line", on: scale)
        }
        guard let coloured else { return other(drawn) }
        var html = HTML.empty
        if drawn.lowerBound < coloured.lowerBound {
            html.add(other(drawn.lowerBound...coloured.lowerBound.advanced(by: -1)))
        }
        if drawn.upperBound > coloured.upperBound {
            html.add(other(coloured.upperBound.advanced(by: 1)...drawn.upperBound))
        }
        let (start, end, level) = (scale.x(coloured.lowerBound), scale.xEnd(coloured.upperBound), scale.y(before))
        html.add(
            rectangle(
                "other-under", x: start, y: level, width: end - start, height: SpendingScale.bottom - level))
        html.add(part(coloured, upFrom: before, "spent-under", "spent-line", on: scale))
        let height = scale.y(sum { $0 <= coloured.upperBound })
        return html + HTML("circle", ["class": "spent", "cx": end.text, "cy": height.text, "r": "3.5"]) {}
    }

    /// Draws the line over some days, and fills the ground between it and the level from which it starts.
    private func part(
        _ range: ClosedRange<Day>, upFrom ground: Amount, _ under: String, _ look: String, on scale: SpendingScale
    ) -> HTML {
        let (start, end) = (scale.x(range.lowerBound), scale.xEnd(range.upperBound))
        var level = sum { $0 < range.lowerBound }
        var path = ["\(start.text),\(scale.y(level).text)"]
        func go(_ x: Tenths) {
            let place = "\(x.text),\(scale.y(level).text)"
            if path.last != place { path.append(place) }
        }
        for day in days where range.contains(day.day) {
            go(scale.x(day.day))
            level += day.amount
            go(scale.x(day.day))
        }
        go(end)
        let line = path.joined(separator: " ")
        let base = scale.y(ground).text
        return HTML("polygon", ["class": under, "points": line + " \(end.text),\(base) \(start.text),\(base)"]) {}
            + HTML("polyline", ["class": look, "points": line]) {}
    }

    private func projections(on scale: SpendingScale) -> HTML {
        guard let forecast, let drawn else { return .empty }
        let now = (x: scale.xEnd(drawn.upperBound), y: scale.y(inPeriod))
        func projection(_ look: String, _ pace: Forecast.Pace) -> HTML {
            let end = pace.runsOut.map { ($0, programme.grant) } ?? (programme.lastDay, programme.grant - pace.left)
            let (day, amount) = end
            return line(look, x1: now.x, y1: now.y, x2: scale.xEnd(day), y2: scale.y(amount))
        }
        return projection("recent", forecast.recent) + projection("overall", forecast.overall)
    }

    // MARK: What the lines mean

    private var legend: HTML {
        HTML("ul", ["class": "legend"]) {
            for (look, meaning) in spendingEntries + otherEntries {
                HTML("li") {
                    HTML("svg", ["aria-hidden": "true", "focusable": "false", "viewBox": "0 0 28 12"]) {
                        swatch(look)
                    }
                    meaning[language]
                }
            }
        }
    }

    /// A sample of a look for the legend, on 28 × 12 units.
    private func swatch(_ look: String) -> HTML {
        let (none, half, all) = (SpendingScale.whole(0), SpendingScale.whole(6), SpendingScale.whole(28))
        return switch look {
        case "period": rectangle(look, x: none, y: none, width: all, height: half + 6)
        case "window": line(look, x1: half + 8, y1: none, x2: half + 8, y2: half + 6)
        default: line(look, x1: none, y1: half, x2: all, y2: half)
        }
    }

    private var spendingEntries: [(String, Phrase)] {
        guard let period else {
            return [("spent-line", Phrase(da: "brugt i alt, \(inPeriod)", en: "spent in all, \(inPeriod)"))]
        }
        let (first, last) = (period.lowerBound, period.upperBound)
        return [
            ("spent-line", Phrase(da: "brugt i perioden, \(inPeriod)", en: "spent in the period, \(inPeriod)")),
            ("other-line", outside),
            (
                "period",
                Phrase(
                    da: "perioden, \(typed: first) – \(typed: last)", en: "the period, \(typed: first) – \(typed: last)"
                )
            ),
        ]
    }

    private var outside: Phrase {
        after == .zero
            ? Phrase(da: "brugt før perioden, \(before)", en: "spent before the period, \(before)")
            : Phrase(
                da: "brugt før perioden, \(before), og efter den, \(after)",
                en: "spent before the period, \(before), and after it, \(after)")
    }

    private var otherEntries: [(String, Phrase)] {
        let entries: [(String, Phrase)] = [
            ("grant", Phrase(da: "tilsagn, \(programme.grant)", en: "grant, \(programme.grant)")),
            ("window", Phrase(da: "projektperiodens første og sidste dag", en: "the window's first and last day")),
        ]
        guard forecast != nil else { return entries }
        return entries + [
            (
                "recent",
                Phrase(
                    da: "regnet frem i de seneste \(Forecast.recentDays) dages takt",
                    en: "carried on at the pace of the last \(Forecast.recentDays) days")
            ),
            ("overall", Phrase(da: "regnet frem i takten siden start", en: "carried on at the pace since the start")),
        ]
    }

    private func line(_ look: String, x1: Tenths, y1: Tenths, x2: Tenths, y2: Tenths) -> HTML {
        HTML("line", ["class": look, "x1": x1.text, "y1": y1.text, "x2": x2.text, "y2": y2.text]) {}
    }

    private func rectangle(_ look: String, x: Tenths, y: Tenths, width: Tenths, height: Tenths) -> HTML {
        HTML("rect", ["class": look, "x": x.text, "y": y.text, "width": width.text, "height": height.text]) {}
    }

    private func text(_ text: String, x: Tenths, y: Tenths, anchor: String) -> HTML {
        HTML("text", ["x": x.text, "y": y.text, "text-anchor": anchor]) { text }
    }
}
