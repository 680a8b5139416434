import MitBudget
import SQLite

/// Reads what a programme aims at: results, measured figures and budget periods, from entries up to a number and days
/// up to a day.
struct ResultReader {
    let connection: Connection
    let programme: Programme
    let entry: Int64
    let day: String
    /// Whether some entries or days may not count; otherwise running totals tell.
    let isLimited: Bool

    /// - Parameters:
    ///   - enrolled: how many were ever enrolled by then.
    ///   - isCounted: false where it is known that no result was noted.
    func achievements(enrolled: Int, isCounted: Bool = true) throws(SQLiteFailure) -> Achievements {
        let counted = try !isCounted ? [] : isLimited ? limitedCounts() : wholeCounts()
        var (shares, progress): ([Achievements.Share], [Achievements.Progress]) = ([], [])
        for result in programme.results {
            switch result.aim {
            case .share(let percent):
                let found = counted.first { $0.result == result.code }
                shares.append(
                    Achievements.Share(
                        result: result.code, count: found?.count ?? 0, of: enrolled, percent: percent,
                        disbursed: found?.disbursed ?? .zero))
            case .figure(let target):
                progress.append(
                    Achievements.Progress(
                        result: result.code, target: target, latest: try latestFigure(of: result.code)))
            }
        }
        // A result that the terms told do not have although it is noted, as an area or a post may be.
        for found in counted where programme.result(found.result) == nil {
            shares.append(
                Achievements.Share(
                    result: found.result, count: found.count, of: enrolled, percent: nil, disbursed: found.disbursed))
        }
        return Achievements(shares: shares, progress: progress)
    }

    private typealias Count = (result: ResultCode, count: Int, disbursed: Amount)

    private func wholeCounts() throws(SQLiteFailure) -> [Count] {
        try connection.all(
            """
            SELECT result, count(*), sum(disbursed_ore) FROM participant WHERE result IS NOT NULL GROUP BY result
            """
        ) { row throws(SQLiteFailure) in (try row.result(0), try row.count(1), try row.amount(2)) }
    }

    private func limitedCounts() throws(SQLiteFailure) -> [Count] {
        try connection.all(
            """
            WITH ranked AS (
                SELECT participant, result, row_number() OVER (
                    PARTITION BY participant ORDER BY day DESC, entry DESC) AS place
                FROM result WHERE entry <= ?1 AND day <= ?2)
            SELECT result, count(*), sum((
                SELECT coalesce(sum(disbursed_ore), 0) FROM movement AS m
                WHERE m.participant = ranked.participant AND m.entry <= ?1 AND m.day <= ?2))
            FROM ranked WHERE place = 1 AND result IS NOT NULL GROUP BY result
            """,
            entry, day
        ) { row throws(SQLiteFailure) in (try row.result(0), try row.count(1), try row.amount(2)) }
    }

    /// The figure of the latest day, and on that day of the latest entry; `nil` where that took it back.
    private func latestFigure(of target: ResultCode) throws(SQLiteFailure) -> Achievements.Progress.Latest? {
        try connection.first(
            """
            SELECT body ->> '$.value', day FROM journal
            WHERE kind IN ('terms-amended', 'measure-noted') AND kind = 'measure-noted'
                AND body ->> '$.target' = ? AND seq <= ? AND day <= ?
            ORDER BY day DESC, seq DESC LIMIT 1
            """,
            target.text, entry, day
        ) { row throws(SQLiteFailure) in
            guard let figure = try row.meaningOrNull(0, { Figure(text: $0) }) else { return nil }
            return Achievements.Progress.Latest(figure: figure, day: try row.day(1))
        } ?? nil
    }

    func periods() throws(SQLiteFailure) -> [PeriodBudget] {
        var periods: [PeriodBudget] = []
        for period in programme.budgetPeriods {
            var posts: [PeriodBudget.PostSpending] = []
            for line in period.posts {
                let spent =
                    isLimited
                    ? try spending(on: line.name, in: period) : try connection.spending(on: line.name, in: period)
                posts.append(PeriodBudget.PostSpending(post: line.name, budget: line.budget, disbursed: spent))
            }
            periods.append(
                PeriodBudget(
                    period: period, posts: posts, participants: try period.cap == nil ? [] : recipients(of: period)))
        }
        return periods
    }

    private func spending(on post: PostName, in period: Programme.BudgetPeriod) throws(SQLiteFailure) -> Amount {
        try connection.first(
            """
            SELECT coalesce(sum(disbursed_ore), 0) FROM movement
            WHERE post = ? AND incurred_day BETWEEN ? AND ? AND entry <= ? AND day <= ?
            """,
            post.text, period.firstDay.iso, period.lastDay.iso, entry, day
        ) { row throws(SQLiteFailure) in try row.amount(0) } ?? .zero
    }

    /// The recipients have no running totals by period: this costs as much as all their movements.
    private func recipients(
        of period: Programme.BudgetPeriod
    ) throws(SQLiteFailure) -> [PeriodBudget.RecipientSpending] {
        try connection.all(
            """
            SELECT p.participant, coalesce(sum(m.disbursed_ore), 0)
            FROM participant AS p
            LEFT JOIN movement AS m ON m.participant = p.participant AND m.incurred_day BETWEEN ?3 AND ?4
                AND m.entry <= ?1 AND m.day <= ?2
            WHERE enrolled_entry <= ?1 AND enrolled_day <= ?2
            GROUP BY p.number ORDER BY p.number
            """,
            entry, day, period.firstDay.iso, period.lastDay.iso
        ) { row throws(SQLiteFailure) in
            PeriodBudget.RecipientSpending(participant: try row.participant(0), disbursed: try row.amount(1))
        }
    }
}

extension Programme {
    /// The terms' posts, and those that the terms of that time did not have although money counts on them.
    func posts(and others: [PostName]) -> [Post] {
        let missing = others.filter { budget(of: $0) == nil }.sorted()
        return posts + missing.map { Post(name: $0, budget: .zero) }
    }

    /// The terms' areas, and those that the terms of that time did not have although money counts on them.
    func areas(and others: [Area]) -> [Area] {
        areas + others.filter { !areas.contains($0) }.sorted()
    }
}
