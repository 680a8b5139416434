import JSON
import MitBudget
import Phrases

@testable import MitBudgetReports

// Amendments, results and budget periods. JSON nests what the other forms have line by line.
extension FormComparison {
    var amendments: [[String]] {
        list("amendments").flatMap { amendment in
            let made = ["entry", "d:day", "recordedAt", "staff", "approval"].map(field(amendment))
            let changes = amendment["changes"]?.values ?? []
            guard !changes.isEmpty else { return [made + ["", "", ""]] }
            return changes.map { made + [$0.plain("key"), term($0["from"]), term($0["to"])] }
        }
    }

    var results: [[String]] {
        let shares = list("results").map { share in
            ["result", "count", "of", "target", "targetCount", "k:disbursedOre"].map(field(share))
                + Array(repeating: "", count: 5)
        }
        let targets = list("targets").map { target in
            [target.plain("target")] + Array(repeating: "", count: 5)
                + [figure(target.plain("from")), figure(target.plain("latest")), field(target)("d:on")]
                + [figure(target.plain("aim")), field(target)("d:by")]
        }
        return shares + targets
    }

    var periods: [[String]] {
        list("budgetPeriods").flatMap { period in
            let days = ["d:firstDay", "d:lastDay"].map(field(period))
            let recipient = programme.hasRecipients ? [""] : []
            var lines = (period["posts"]?.values ?? []).map { post in
                days + [post.plain("post")] + recipient
                    + ["k:budgetOre", "k:disbursedOre", "k:remainingOre"].map(field(post))
            }
            let listed = period["participants"]?.values ?? []
            if period["capOre"] != .null {
                let cap = field(period)("k:capOre")
                lines += listed.map { participant in
                    days + ["", participant.plain("participant"), cap]
                        + ["k:disbursedOre", "k:remainingOre"].map(field(participant))
                }
                if listed.isEmpty { lines.append(days + ["", "", cap, "", ""]) }
            }
            return lines.isEmpty ? [days + [""] + recipient + ["", "", ""]] : lines
        }
    }

    /// Demands that a text or a page has the lines of the JSON.
    func demandTerms(_ demand: (ReportSection, String, [String]) -> Void, _ form: ReportTerms.Form) {
        for amendment in list("amendments") {
            let entry = amendment.plain("entry")
            if form == .text {
                demand(.amendments, language == .danish ? "Nr." : "No.", [entry + ",", amendment.plain("staff")])
            } else {
                demand(.amendments, entry, [day(amendment.plain("day")), amendment.plain("staff")])
            }
        }
        for period in list("budgetPeriods") {
            for post in period["posts"]?.values ?? [] {
                let budget = ["budgetOre", "disbursedOre", "remainingOre"].map { grouped(post, $0) }
                demand(.periods, day(period.plain("firstDay")), [day(period.plain("lastDay"))] + budget)
            }
            for participant in period["participants"]?.values ?? [] where participant.plain("disbursedOre") != "0" {
                let spent = ["disbursedOre", "remainingOre"].map { grouped(participant, $0) }
                demand(.periods, day(period.plain("firstDay")), [participant.plain("participant")] + spent)
            }
        }
        for share in list("results") where share.plain("count") != "0" {
            let words = (try? ResultCode(share.plain("result")))?.phrase.capitalised[language] ?? "?"
            let first = words.split(separator: " ").first.map(String.init) ?? "?"
            let counts = [share.plain("count"), language == .danish ? "af" : "of", share.plain("of")]
            if form == .text {
                demand(.results, words.contains(" ") ? first : first + ":", counts)
            } else {
                demand(.results, first.lowercased(), counts)
            }
        }
    }

    /// A value of a programme file as CSV writes it.
    private func term(_ value: JSON?) -> String {
        switch value {
        case .string(let text)?:
            if (try? Day(iso: text)) != nil { day(text) } else { figure(text) }
        case .integer(let number)?: "\(number)"
        case .bool(let isTrue)?: "\(isTrue)"
        case .array(let codes)?:
            codes.map { if case .string(let code) = $0 { code } else { "?" } }.joined(separator: " ")
        case .null?, nil: ""
        // The share of a result that is counted: its percentage, if the terms aim at one.
        case .object(let members)?: members.isEmpty ? "{}" : members.map { term($0.value) }.joined(separator: " ")
        case .number?: "?"
        }
    }

    /// A decimal number with the language's comma; any other text unchanged.
    private func figure(_ text: String) -> String {
        let isNumber = text.wholeMatch(of: #/[0-9]+\.[0-9]+/#) != nil
        return isNumber && language == .danish ? text.replacing(".", with: ",") : text
    }
}
