import MitBudget
import Phrases

/// How far a programme has come towards its results, described once for status and report.
struct ResultLists {
    let programme: Programme
    let achievements: Achievements
    /// The day that the results are told as of.
    let day: Day

    init(of standing: Standing) {
        (programme, achievements, day) = (standing.programme, standing.achievements, standing.asOf)
    }

    init(of facts: PeriodFacts) {
        (programme, achievements, day) = (facts.programme, facts.achievements, facts.scope.through)
    }

    /// Whether there is something to tell: a target, or a result that someone has.
    var isTelling: Bool {
        !achievements.progress.isEmpty || achievements.shares.contains { $0.count > 0 || $0.percent != nil }
    }

    private static let caption = Phrase(da: "Hvor mange der har hvert resultat", en: "How many have each result")

    /// The results of recipients.
    var shares: Listing<Achievements.Share> {
        Listing(
            caption: hasMoney ? .inKroner(Self.caption) : Self.caption,
            rows: achievements.shares, columns: shareColumns)
    }

    /// The measured figures.
    var progress: Listing<Achievements.Progress> {
        Listing(
            caption: Phrase(da: "Målte tal", en: "Measured figures"), rows: achievements.progress,
            columns: progressColumns)
    }

    /// Both in one list, since CSV has one line of headings.
    var records: Listing<(share: Achievements.Share?, progress: Achievements.Progress?)> {
        Listing(
            caption: .blank,
            rows: achievements.shares.map { ($0, nil) } + achievements.progress.map { (nil, $0) },
            columns: [
                Column(Label.result) { ($0.share?.result ?? $0.progress?.result).map { .code($0.text) } }
            ] + shareColumns.dropFirst().map { $0.inside(\.share) }
                + progressColumns.dropFirst().map { $0.inside(\.progress) })
    }

    /// A sentence for each result, in lines of text: `Mål nået: 3 af 15 (20,0 %), 110.000,00 kr. brugt`.
    func lines(in language: Language) -> [String] {
        let sentences = achievements.shares.map(sentence) + achievements.progress.map(sentence)
        return sentences.flatMap { $0[language].folded() }
    }

    /// The tables of a page.
    func html(on page: Page) -> HTML {
        HTML("div") {
            if !achievements.shares.isEmpty { shares.html(on: page) }
            if !achievements.progress.isEmpty { progress.html(on: page) }
        }
    }

    // MARK: The results of recipients

    private var shareColumns: [Column<Achievements.Share>] {
        let hasTarget = achievements.shares.contains { $0.percent != nil }
        return [
            Column(Label.result, key: "result", .words) { .name(code: $0.result.text, $0.result.phrase) },
            Column(Label.count, key: "count", in: .csv, .figure) { .number($0.count) },
            Column(Phrase(da: "Af", en: "Of"), key: "of", in: .csv, .figure) { .number($0.of) },
            Column(Phrase(da: "Andel", en: "Share"), in: .page, .words) { .words($0.share) },
            Column(Phrase(da: "Mål i procent", en: "Target in per cent"), key: "target", in: .csv, .figure) {
                $0.percent.map(Value.number)
            },
            Column(Phrase(da: "Mål i antal", en: "Target count"), key: "targetCount", in: .csv, .figure) {
                $0.targetCount.map(Value.number)
            },
            Column(Label.target, in: hasTarget ? .page : [], .words) { target(of: $0).map(Value.words) },
            .amount(Label.spent, key: "disbursedOre", in: hasMoney ? [.csv, .page] : .csv) { $0.disbursed },
        ]
    }

    private var hasMoney: Bool {
        programme.grant > .zero || achievements.shares.contains { $0.disbursed != .zero }
    }

    private func sentence(_ share: Achievements.Share) -> Phrase {
        let what = Phrase(
            da: "\(share.result.phrase.capitalised): \(share.share)",
            en: "\(share.result.phrase.capitalised): \(share.share)")
        let aimed = target(of: share).map { Phrase(da: "\(what), mål \($0)", en: "\(what), target \($0)") } ?? what
        guard hasMoney else { return aimed }
        return Phrase(da: "\(aimed), \(share.disbursed) brugt", en: "\(aimed), \(share.disbursed) spent")
    }

    /// `60 % = 12 (endnu ikke nået)`; `nil` where the terms name no target.
    private func target(of share: Achievements.Share) -> Phrase? {
        guard let percent = share.percent, let count = share.targetCount else { return nil }
        // Of no one, every share would be reached.
        guard share.of > 0 else { return Phrase(da: "\(percent) %", en: "\(percent)%") }
        let outcome = Outcome(isReached: share.count >= count, isOver: day > programme.lastDay)
        return Phrase(
            da: "\(percent) % = \(count) (\(outcome.phrase))", en: "\(percent)% = \(count) (\(outcome.phrase))")
    }

    // MARK: The measured figures

    private var progressColumns: [Column<Achievements.Progress>] {
        [
            Column(Label.result, key: "target", .words) { .name(code: $0.result.text, $0.result.phrase) },
            Column(Phrase(da: "Udgangspunkt", en: "Starting point"), key: "from", .figure) {
                .term(.figure($0.target.from))
            },
            Column(Phrase(da: "Seneste", en: "Latest"), key: "latest", .figure) {
                ($0.latest?.figure).map { .term(.figure($0)) }
            },
            Column(Phrase(da: "Målt", en: "Measured"), key: "on") { ($0.latest?.day).map(Value.day) },
            Column(Label.target, key: "aim", in: .csv, .figure) { .term(.figure($0.target.aim)) },
            Column(Label.target, in: .page, .words) { .words($0.target.aimed) },
            Column(Phrase(da: "Senest", en: "By"), key: "by") { .day($0.target.by) },
            Column(Phrase(da: "Udfald", en: "Outcome"), in: .page, .words) { .words(outcome(of: $0).phrase) },
        ]
    }

    /// `Kontanthjælpsmodtagere: 1.100 → 950 (målt 3. februar 2021), mål højst 799 senest 1. maj 2022: ikke nået`.
    private func sentence(_ progress: Achievements.Progress) -> Phrase {
        let (name, target) = (progress.result.phrase.capitalised, progress.target)
        let course =
            if let latest = progress.latest {
                Phrase(
                    da: "\(target.from) → \(latest.figure) (målt \(latest.day))",
                    en: "\(target.from) → \(latest.figure) (measured \(latest.day))")
            } else {
                Phrase(da: "\(target.from)", en: "\(target.from)")
            }
        let outcome = outcome(of: progress)
        return Phrase(
            da: "\(name): \(course), mål \(target.aimed) senest \(target.by): \(outcome.phrase)",
            en: "\(name): \(course), target \(target.aimed) by \(target.by): \(outcome.phrase)")
    }

    private func outcome(of progress: Achievements.Progress) -> Outcome {
        guard let latest = progress.latest else { return .unknown }
        let target = progress.target
        let isReached = target.isReached(by: latest.figure)
        return isReached && latest.day > target.by ? .late : Outcome(isReached: isReached, isOver: day > target.by)
    }
}

/// Whether a target is reached.
private enum Outcome {
    case reached, late, waiting, missed, unknown

    init(isReached: Bool, isOver: Bool) {
        self = isReached ? .reached : isOver ? .missed : .waiting
    }

    var phrase: Phrase {
        switch self {
        case .reached: Phrase(da: "nået", en: "reached")
        case .late: Phrase(da: "nået efter fristen", en: "reached after that day")
        case .waiting: Phrase(da: "endnu ikke nået", en: "not yet reached")
        case .missed: Phrase(da: "ikke nået", en: "not reached")
        case .unknown: Phrase(da: "ikke målt", en: "not measured")
        }
    }
}

extension Achievements.Share {
    /// `3 af 15 (20,0 %)`.
    fileprivate var share: Phrase {
        guard of > 0, let part = Amount(ore: Int64(count)), let whole = Amount(ore: Int64(of)) else {
            return Phrase(da: "\(count) af \(of)", en: "\(count) of \(of)")
        }
        return Phrase(
            da: "\(count) af \(of) (\(part.percent(of: whole, in: .danish)) %)",
            en: "\(count) of \(of) (\(part.percent(of: whole, in: .english))%)")
    }
}

extension Programme.Outcome.Target {
    /// `højst 799`, `at least 60`.
    fileprivate var aimed: Phrase {
        isMost
            ? Phrase(da: "højst \(aim)", en: "at most \(aim)") : Phrase(da: "mindst \(aim)", en: "at least \(aim)")
    }
}
