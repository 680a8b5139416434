import MitBudget
import MitBudgetStore

/// Results, measured figures and budget periods, added up from the entries one by one.
struct Aims {
    private let entries: [Recorded]
    private let programme: Programme

    init(_ entries: [Recorded], under programme: Programme) {
        self.entries = entries
        self.programme = programme
    }

    private var enrolled: [ParticipantReference] {
        entries.compactMap { if case .enrolled(let reference, _, _) = $0.entry.event { reference } else { nil } }
    }

    /// Entries in the order in which the later one counts: by day, then by number.
    private var byDay: [Recorded] { entries.sorted { ($0.entry.day, $0.number) < ($1.entry.day, $1.number) } }

    var achievements: Achievements {
        var results: [ParticipantReference: ResultCode?] = [:]
        var figures: [ResultCode: Achievements.Progress.Latest?] = [:]
        for recorded in byDay {
            switch recorded.entry.event {
            case .resultNoted(let reference, let result, _): results[reference] = .some(result)
            case .measured(let result, let value, _):
                figures[result] = .some(value.map { .init(figure: $0, day: recorded.entry.day) })
            default: break
            }
        }
        let shares = programme.results.compactMap { outcome -> Achievements.Share? in
            guard case .share(let percent) = outcome.aim else { return nil }
            let holders = results.filter { $0.value == outcome.code }.map(\.key)
            return Achievements.Share(
                result: outcome.code, count: holders.count, of: enrolled.count, percent: percent,
                disbursed: movements { money, _ in money.participant.map(holders.contains) ?? false })
        }
        let progress = programme.results.compactMap { outcome in
            outcome.target.map {
                Achievements.Progress(result: outcome.code, target: $0, latest: figures[outcome.code] ?? nil)
            }
        }
        return Achievements(shares: shares, progress: progress)
    }

    var periods: [PeriodBudget] {
        programme.budgetPeriods.map { period in
            func spent(_ isMeant: (MoneyEvent) -> Bool) -> Amount {
                movements { money, day in period.contains(day) && isMeant(money) }
            }
            return PeriodBudget(
                period: period,
                posts: period.posts.map { post in
                    .init(post: post.name, budget: post.budget, disbursed: spent { $0.post == post.name })
                },
                participants: period.cap == nil
                    ? []
                    : enrolled.sorted().map { reference in
                        .init(participant: reference, disbursed: spent { $0.participant == reference })
                    })
        }
    }

    /// What entries spent, each on the day of what had been spent.
    private func movements(where isMeant: (MoneyEvent, Day) -> Bool) -> Amount {
        var origins: [EntryNumber: Day] = [:]
        return entries.reduce(Amount.zero) { sum, recorded in
            guard let money = recorded.entry.event.money, let amount = money.spent else { return sum }
            let day = money.corrected.flatMap { origins[$0] } ?? recorded.entry.day
            origins[recorded.number] = day
            return isMeant(money, day) ? sum + amount : sum
        }
    }
}
