import JSON
import MitBudget
import Phrases
import TestSupport
import Testing

@testable import MitBudgetReports

/// Computes from the JSON what the other forms should hold.
struct FormComparison {
    let json: JSON
    let language: Language
    /// The terms at the end of the period.
    let programme: Programme
    /// The last day of the period.
    let through: Day

    /// Whether the period reaches the window's last day.
    private var isAtEnd: Bool { through >= programme.lastDay }

    // MARK: CSV

    /// The fields in which CSV differs from JSON.
    func differences(fromSheets sheets: [ReportSection: String]) throws -> [String] {
        var broken: [String] = []
        for section in ReportSection.allCases where section != .since || json["since"] != nil {
            var sheet = try #require(sheets[section])
            if language == .danish {
                if sheet.unicodeScalars.first != "\u{FEFF}" { broken.append("\(section): no byte order mark") }
                sheet = String(sheet.unicodeScalars.dropFirst())
            }
            let records = try CSVReader.records(sheet, separator: language == .danish ? ";" : ",")
            guard case .ours(let terms)? = SavedReport(Array(sheet.utf8)) else {
                broken.append("\(section): no terms")
                continue
            }
            if records.last != [terms.command] { broken.append("\(section): the command is not the last record") }
            if Set(records.dropLast().map(\.count)).count > 1 { broken.append("\(section): records of unlike length") }
            let rows = Array(records.dropFirst().dropLast())
            guard let wanted = wantedRows(of: section) else { continue }
            if rows != wanted { broken.append("\(section): \(rows) for \(wanted)") }
        }
        return broken
    }

    /// The records that a sheet should have; `nil` for a section that JSON does not have as a list.
    private func wantedRows(of section: ReportSection) -> [[String]]? {
        switch section {
        case .header, .signOff: nil
        case .amendments: amendments
        case .results: results
        case .periods: periods
        case .income:
            transfers.map { transfer in
                ["entry", "d:day", "voucher", "k:amountOre"].map(field(transfer.line)) + [
                    transfer.kind.phrase[language]
                ]
            }
        case .posts:
            list("posts").map {
                [
                    "post", "k:originalOre", "k:budgetOre", "k:openingOre", "k:periodOre", "k:closingOre",
                    "k:remainingOre",
                ].map(field($0))
            }
        case .participants:
            list("participants").map {
                [
                    "participant", "s:state", "planVersion", "approvedBy", "d:approvedOn", "k:capOre", "k:approvedOre",
                    "k:releasedOre", "k:openingOre", "k:periodOre", "k:closingOre", "k:remainingOre",
                ].map(field($0))
            }
        case .areas:
            list("areas").map { area in
                let opening = (area.amount("closingOre") ?? .zero) - (area.amount("periodOre") ?? .zero)
                return [area.plain("area"), kroner(opening)] + ["k:periodOre", "k:closingOre"].map(field(area))
            }
        case .months: list("months").map { ["month", "k:amountOre"].map(field($0)) }
        case .vouchers:
            list("vouchers").map {
                let item = recipients(["participant", "item", "area"])
                let share = ["k:voucherTotalOre", "k:voucherClaimedOre", "k:voucherUnclaimedOre"]
                // Money that came back needs no proof.
                let isSpent = ["disbursement", "expense"].contains($0.plain("kind"))
                let proof = [isSpent ? "t:receipt" : "", isSpent ? "t:payment" : "", "approvedBy"]
                return
                    (["entry", "d:day", "recordedAt", "d:paid", "voucher"] + share + item + ["post", "m:kind"] + proof
                    + ["k:amountOre", "staff"]).map(field($0))
            }
        case .since:
            list("since", "entries").map {
                (["entry", "d:day", "recordedAt", "e:kind"] + recipients(["participant", "item"])
                    + ["voucher", "k:amountOre", "k:spentOre", "staff"]).map(field($0))
            }
        case .witnessed:
            list("witnessed").map { ["entry", "d:day", "recordedAt", "origin", "anchor", "staff"].map(field($0)) }
        case .releases:
            list("releases").map {
                ["entry", "d:day", "recordedAt", "m:kind", "participant", "item", "k:amountOre", "staff"].map(field($0))
            }
        case .decisions:
            list("decisions").map {
                (["entry", "d:day", "recordedAt", "e:kind"] + recipients(["participant", "version"])
                    + ["d:through", "staff"]).map(field($0))
            }
        case .corrections:
            list("corrections").map {
                (["entry", "d:day", "recordedAt", "reverses", "m:reversedKind"] + recipients(["participant"])
                    + ["k:amountOre", "staff"]).map(field($0))
            }
        case .findings: findings
        case .unspent: unspent
        }
    }

    /// The columns on recipients; none where the programme has none.
    private func recipients(_ columns: [String]) -> [String] { programme.hasRecipients ? columns : [] }

    /// Instalments and repayments, in order of recording.
    private var transfers: [(line: JSON, kind: MovementKind)] {
        let all =
            list("income", "instalments").map { (line: $0, kind: MovementKind.receipt) }
            + list("income", "repayments").map { (line: $0, kind: MovementKind.repayment) }
        return all.sorted { Int($0.line.plain("entry")) ?? 0 < Int($1.line.plain("entry")) ?? 0 }
    }

    private var findings: [[String]] {
        list("findings").map { finding in
            let entries = finding["entries"]?.values.map(\.compact) ?? []
            let kind = ReportFinding.Kind(rawValue: finding.plain("finding"))
            return [
                finding.plain("finding"), kind?.meaning(programme.thresholds)[language] ?? "?", finding.plain("count"),
                entries.joined(separator: " "), lacks(of: finding).joined(separator: "; "),
            ]
        }
    }

    /// What a finding says is missing: `kvittering: 14 15`.
    func lacks(of finding: JSON) -> [String] {
        (finding["lacks"]?.values ?? []).map { lack in
            let proof = Programme.Proof(rawValue: lack.plain("proof"))?.phrase[language] ?? "?"
            return proof + ": " + (lack["entries"]?.values.map(\.compact) ?? []).joined(separator: " ")
        }
    }

    private var unspent: [[String]] {
        let labels = [
            Phrase(da: "Tilsagn", en: "Granted"), Phrase(da: "Modtaget", en: "Received"),
            Phrase(da: "Brugt", en: "Spent"), Phrase(da: "Tilbagebetalt", en: "Repaid"), notSpent,
            isAtEnd
                ? Phrase(
                    da: "Endnu at modtage (det, der er lagt ud)", en: "Still to receive (what was paid in advance)")
                : Phrase(da: "Endnu at modtage (tilsagn − modtaget)", en: "Still to receive (granted − received)"),
        ]
        return zip(labels, unspentAmounts).map { [$0[language], kroner($1)] }
    }

    private var notSpent: Phrase {
        switch (amount("notSpentOre") < .zero, isAtEnd) {
        case (true, _):
            Phrase(
                da: "Lagt ud af kommunen (brugt + tilbagebetalt − modtaget)",
                en: "Paid in advance by the municipality (spent + repaid − received)")
        case (false, true):
            Phrase(
                da: "At betale tilbage (modtaget − brugt − tilbagebetalt)",
                en: "To return (received − spent − repaid)")
        case (false, false):
            Phrase(
                da: "Modtaget og ikke brugt (modtaget − brugt − tilbagebetalt)",
                en: "Received and not spent (received − spent − repaid)")
        }
    }

    /// The amounts as printed: money paid in advance has no sign.
    private var unspentAmounts: [Amount] {
        let notSpent = amount("notSpentOre")
        return ["grantOre", "receivedOre", "spentOre", "repaidOre"].map(amount)
            + [notSpent < .zero ? .zero - notSpent : notSpent, amount("toReceiveOre")]
    }

    private func amount(_ key: String) -> Amount {
        json["unspent"]?.amount(key) ?? .zero
    }

    func list(_ keys: String...) -> [JSON] {
        keys.reduce(json) { $0[$1] ?? .null }.values
    }

    /// A member as CSV writes it: `k:` an amount, `d:` a day, `m:` a kind of movement, `e:` a kind of entry, `s:` a
    /// state, `t:` whether something is so.
    func field(_ json: JSON) -> (String) -> String {
        { name in
            let sides = name.split(separator: ":").map(String.init)
            guard sides.count == 2 else { return json.plain(name) }
            let plain = json.plain(sides[1])
            return switch sides[0] {
            case "k": json.amount(sides[1]).map(kroner) ?? ""
            case "d": plain.isEmpty ? "" : day(plain)
            case "m": MovementKind(rawValue: plain)?.phrase[language] ?? "?"
            case "t": Phrase.truth(json[sides[1]] == .bool(true))[language]
            case "e": EntryKind(rawValue: plain)?.phrase[language] ?? "?"
            case "s": Phrase(da: plain == "active" ? "aktiv" : "udskrevet", en: "\(plain)")[language]
            default: "?"
            }
        }
    }

    /// An amount without groups, with two decimals and, in Danish, a comma.
    func kroner(_ amount: Amount) -> String {
        let (whole, hundredths) = amount.ore.magnitude.quotientAndRemainder(dividingBy: 100)
        let sign = amount.ore < 0 ? "-" : ""
        return "\(sign)\(whole)\(language == .danish ? "," : ".")\(hundredths < 10 ? "0" : "")\(hundredths)"
    }

    func day(_ iso: String) -> String {
        language == .danish ? iso.split(separator: "-").reversed().joined(separator: "-") : iso
    }

    // MARK: Text and HTML

    /// The figures that a text or a page lacks.
    func missing(in rows: PrintedRows, as form: ReportTerms.Form) -> [String] {
        var missing: [String] = []
        func demand(_ section: ReportSection, _ first: String, _ others: [String]) {
            if !rows.hold(section, first, others) { missing.append("\(form), \(section): \(first) \(others)") }
        }
        for (line, _) in transfers {
            demand(
                .income, line.plain("entry"),
                [day(line.plain("day")), line.plain("voucher"), grouped(line, "amountOre")])
        }
        // Without money there are no sums to show.
        for post in list("posts") where hasMoney {
            let words =
                (try? PostName(post.plain("post")))?.phrase[language].split(separator: " ").map(String.init) ?? []
            let keys = ["budgetOre", "openingOre", "periodOre", "closingOre", "remainingOre"]
            let budget = post.amount("budgetOre") ?? .zero
            let percent = budget > .zero ? tenths(post.amount("closingOre") ?? .zero, of: budget) : "–"
            demand(.posts, words.first ?? "?", words.dropFirst() + keys.map { grouped(post, $0) } + [percent])
        }
        for participant in list("participants") { demandParticipant(participant, demand, form) }
        for area in list("areas") where hasMoney {
            let words = (try? Area(area.plain("area")))?.phrase[language].split(separator: " ").map(String.init) ?? []
            let keys = ["periodOre", "closingOre"]
            demand(.areas, words.first ?? "?", words.dropFirst() + keys.map { grouped(area, $0) })
        }
        for month in list("months") where hasMoney {
            let code = month.plain("month")
            let first = (try? Day(iso: code + "-01"))?.month(in: language).split(separator: " ").map(String.init) ?? []
            let words = form == .text ? [code] : first
            demand(.months, words.first ?? "?", words.dropFirst() + [grouped(month, "amountOre")])
        }
        for line in list("vouchers") {
            // Text has the voucher's reference and who recorded it below the figures.
            let figures = [day(line.plain("day")), grouped(line, "amountOre")]
            demand(.vouchers, line.plain("entry"), figures + [line.plain("staff")])
            demand(
                .vouchers, line.plain("entry"), [day(line.plain("day")), line.plain("voucher"), line.plain("staff")])
        }
        for line in list("releases") {
            demand(
                .releases, line.plain("entry"),
                [day(line.plain("day")), line.plain("participant"), grouped(line, "amountOre"), line.plain("staff")])
        }
        for line in list("corrections") {
            demand(
                .corrections, line.plain("entry"),
                [day(line.plain("day")), line.plain("reverses"), grouped(line, "amountOre"), line.plain("staff")])
        }
        for line in list("decisions") {
            demand(.decisions, line.plain("entry"), [day(line.plain("day")), line.plain("staff")])
        }
        demandTerms(demand, form)
        demandProof(demand, form)
        for amount in unspentAmounts
        where hasMoney
            && !(rows.rows[.unspent] ?? []).contains(where: { row in
                row.contains(amount.bare(in: language)) || row.joined(separator: " ").hasSuffix(currency(amount))
            })
        {
            missing.append("\(form), unspent: \(amount.ore) øre")
        }
        return missing
    }

    private func demandParticipant(
        _ participant: JSON, _ demand: (ReportSection, String, [String]) -> Void, _ form: ReportTerms.Form
    ) {
        let plan = ["approvedOre", "releasedOre"].map { grouped(participant, $0) }
        // A stopped budget has nothing left to use, and one without a cap has no amount left.
        let isOpen = participant.plain("state") == "active" && participant.amount("remainingOre") != nil
        let cap = participant.amount("capOre").map { [$0.bare(in: language)] } ?? []
        let left = cap.isEmpty ? [] : [isOpen ? grouped(participant, "remainingOre") : "–"]
        let money = ["openingOre", "periodOre", "closingOre"].map { grouped(participant, $0) } + left
        let reference = participant.plain("participant")
        guard hasMoney else { return demand(.participants, reference, cap + left) }
        if form == .text {
            demand(.participants, reference, cap + plan)
            demand(.participants, reference, money)
        } else {
            demand(.participants, reference, cap + plan + money)
        }
    }

    /// Whether the programme has money, or had some.
    private var hasMoney: Bool {
        amount("grantOre") > .zero || ["receivedOre", "spentOre", "repaidOre"].contains { amount($0) != .zero }
            || list("posts").contains { $0.amount("openingOre") != .zero || $0.amount("periodOre") != .zero }
    }

    /// A percentage with one decimal, rounded half up.
    private func tenths(_ part: Amount, of whole: Amount) -> String {
        let tenths = (part.ore * 2000 + whole.ore) / (whole.ore * 2)
        return "\(tenths / 10)\(language == .danish ? "," : ".")\(tenths % 10)"
    }

    func grouped(_ json: JSON, _ key: String) -> String {
        json.amount(key)?.bare(in: language) ?? "?"
    }

    private func currency(_ amount: Amount) -> String {
        amount.text(in: language).replacing("\u{A0}", with: " ")
    }
}
