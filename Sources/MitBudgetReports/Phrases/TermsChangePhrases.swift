public import MitBudget
public import Phrases

extension TermsChange {
    /// The change in one line: `sidste dag: 31. december 2024 → 30. juni 2025`.
    public var phrase: Phrase {
        let (name, before, after) = (name, said(from), said(to))
        return Phrase(da: "\(name): \(before) → \(after)", en: "\(name): \(before) → \(after)")
    }

    /// The new value alone, as a line of the terms: `sidste dag: 30. juni 2025`.
    public var statement: Phrase {
        let (name, value) = (name, said(to))
        return Phrase(da: "\(name): \(value)", en: "\(name): \(value)")
    }

    /// What changed: `budgetpost projekt`, `last day` …
    var name: Phrase {
        switch field {
        case .programme: Phrase(da: "projektets kode", en: "programme's code")
        case .title: told(Phrase(da: "titel", en: "title"))
        case .grantee: Phrase(da: "tilskudsmodtager", en: "grantee")
        case .funder: Phrase(da: "tilskudsgiver", en: "funder")
        case .grant: Phrase(da: "tilsagn", en: "grant")
        case .posts: Phrase(da: "budgetpost \(post(path.first))", en: "post \(post(path.first))")
        case .recipient: recipientName
        case .places: Phrase(da: "pladser", en: "places")
        case .cap: Phrase(da: "ramme", en: "cap")
        case .firstDay: Phrase(da: "første dag", en: "first day")
        case .lastDay: Phrase(da: "sidste dag", en: "last day")
        case .areas: Phrase(da: "områder", en: "areas")
        case .drawingMonths: Phrase(da: "trækningsret i måneder", en: "drawing right in months")
        case .separateReleaser:
            Phrase(da: "krav om, at en anden frigiver", en: "demand that another one releases")
        case .settleBy: Phrase(da: "sidste betalingsdag", en: "last day of payment")
        case .keepYears: Phrase(da: "opbevaring i år", en: "years to keep the ledger")
        case .budgetPeriods: periodName
        case .results: resultName
        case .instalments: Phrase(da: "rate \(day(path.first))", en: "instalment of \(day(path.first))")
        case .proof: Phrase(da: "krævet dokumentation", en: "proof asked for")
        case .names:
            told(Phrase(da: "navn på \(path.first ?? "")", en: "name of \(path.first ?? "")"))
        case .findings: thresholdName
        }
    }

    /// The old or the new value in words.
    func said(_ value: Value?) -> Phrase {
        switch (field, value) {
        case (.results, nil) where path.count == 1: Phrase(da: "findes ikke", en: "not there")
        case (.places, nil): Phrase(da: "ubegrænset", en: "no limit")
        case (_, nil): Phrase(da: "ingen", en: "none")
        case (.areas, .list(let codes)?):
            .joined(codes.map { (try? Area($0.text).phrase) ?? Phrase(verbatim: $0.text) })
        case (.proof, .list(let codes)?):
            .joined(codes.map { Programme.Proof(rawValue: $0.text)?.phrase ?? Phrase(verbatim: $0.text) })
        case (_, let value?): value.phrase
        }
    }

    /// A text that stands in both languages, with the language that changed.
    private func told(_ what: Phrase) -> Phrase {
        switch path.last.flatMap(Language.init(rawValue:)) {
        case .danish: Phrase(da: "\(what), dansk", en: "\(what), Danish")
        case .english: Phrase(da: "\(what), engelsk", en: "\(what), English")
        case nil: what
        }
    }

    private var recipientName: Phrase {
        switch path.first {
        case "prefix": Phrase(da: "bogstaver foran nummeret", en: "letters before the number")
        case "personal": Phrase(da: "modtagerne er personer", en: "the recipients are people")
        default: told(Phrase(da: "ord for modtageren", en: "word for the recipient"))
        }
    }

    private var periodName: Phrase {
        let period = Phrase(da: "budgetperiode fra \(day(path.first))", en: "budget period from \(day(path.first))")
        switch path.dropFirst().first {
        case "lastDay": return Phrase(da: "\(period), sidste dag", en: "\(period), last day")
        case "cap": return Phrase(da: "\(period), ramme", en: "\(period), cap")
        default:
            let post = post(path.last)
            return Phrase(da: "\(period), budgetpost \(post)", en: "\(period), post \(post)")
        }
    }

    private var resultName: Phrase {
        let code = path.first ?? ""
        let result = (try? ResultCode(code).phrase) ?? Phrase(verbatim: code)
        return switch path.dropFirst().first {
        case "from": Phrase(da: "resultat \(result), udgangspunkt", en: "result \(result), starting point")
        case "atMost": Phrase(da: "resultat \(result), måltal højst", en: "result \(result), target at most")
        case "atLeast": Phrase(da: "resultat \(result), måltal mindst", en: "result \(result), target at least")
        case "by": Phrase(da: "resultat \(result), måltal senest", en: "result \(result), target by")
        default: Phrase(da: "resultat \(result)", en: "result \(result)")
        }
    }

    private var thresholdName: Phrase {
        let threshold =
            switch path.first {
            case "lateDays": ReportFinding.Kind.lateEntry
            case "duplicateDays": ReportFinding.Kind.possibleDuplicate
            case "idlePlanDays": ReportFinding.Kind.idlePlan
            case "idleReleaseDays": ReportFinding.Kind.idleRelease
            case "rushPercent": ReportFinding.Kind.lastMonthRush
            default: ReportFinding.Kind.unapprovedChange
            }
        let id = threshold.rawValue
        return switch path.first {
        case "rushPercent", "changePercent":
            Phrase(da: "grænse i procent for \(id)", en: "threshold in per cent for \(id)")
        case "changeAmount": Phrase(da: "beløbsgrænse for \(id)", en: "threshold amount for \(id)")
        default: Phrase(da: "grænse i dage for \(id)", en: "threshold in days for \(id)")
        }
    }

    private func post(_ code: String?) -> Phrase {
        let code = code ?? ""
        return (try? PostName(code).phrase) ?? Phrase(verbatim: code)
    }

    private func day(_ iso: String?) -> Phrase {
        let iso = iso ?? ""
        return (try? Day(iso: iso)).map { Phrase(da: "\($0)", en: "\($0)") } ?? Phrase(verbatim: iso)
    }
}

extension Programme.Proof {
    /// `kvittering`, `receipt` …
    public var phrase: Phrase {
        switch self {
        case .receipt: Phrase(da: "kvittering", en: "receipt")
        case .payment: Phrase(da: "betalingsbevis", en: "proof of payment")
        case .approval: Phrase(da: "ledergodkendelse", en: "approval")
        }
    }

    /// `kvittering`, `a receipt`: one of them.
    var one: Phrase {
        switch self {
        case .receipt: Phrase(da: "kvittering", en: "a receipt")
        case .payment: Phrase(da: "betalingsbevis", en: "a proof of payment")
        case .approval: Phrase(da: "ledergodkendelse", en: "an approval")
        }
    }
}
