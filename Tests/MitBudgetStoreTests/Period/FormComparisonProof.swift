import JSON
import MitBudget
import Phrases

@testable import MitBudgetReports

// Proof, shares of vouchers, other ledgers' anchors and what was recorded since an earlier report.
extension FormComparison {
    /// Demands that a text or a page has what the JSON says of them.
    func demandProof(_ demand: (ReportSection, String, [String]) -> Void, _ form: ReportTerms.Form) {
        for line in list("vouchers") {
            let entry = line.plain("entry")
            // Money that came back needs no proof.
            if ["disbursement", "expense"].contains(line.plain("kind")) {
                demand(.vouchers, entry, [marks(of: line)])
                if line["approvedBy"] != .null { demand(.vouchers, entry, [approved, line.plain("approvedBy")]) }
            }
            guard line["voucherTotalOre"] != .null else { continue }
            let shares = ["voucherTotalOre", "voucherClaimedOre", "voucherUnclaimedOre"]
            demand(.vouchers, entry, shares.map { grouped(line, $0) })
        }
        for finding in list("findings") where form == .html {
            let words = lacks(of: finding).joined(separator: "; ").split(separator: " ").map(String.init)
            demand(.findings, finding.plain("finding"), words)
        }
        for lack in list("findings").flatMap(lacks) where form == .text {
            let words = lack.split(separator: " ").map(String.init)
            // A long list goes on in the next line.
            demand(.findings, words.first ?? "?", Array(words.dropFirst().prefix(5)))
        }
        for anchor in list("witnessed") {
            if form == .text {
                demand(.witnessed, anchor.plain("anchor"), [])
                demand(.witnessed, language == .danish ? "Nr." : "No.", [anchor.plain("entry") + ","])
            } else {
                let others = [day(anchor.plain("day")), anchor.plain("origin"), anchor.plain("anchor")]
                demand(.witnessed, anchor.plain("entry"), others)
            }
        }
        for line in list("since", "entries") {
            let money = ["amountOre", "spentOre"].map { line.amount($0)?.bare(in: language) ?? "–" }
            let kind = EntryKind(rawValue: line.plain("kind"))?.phrase[language].split(separator: " ") ?? []
            demand(
                .since, line.plain("entry"),
                [day(line.plain("day"))] + kind.map(String.init) + money + [line.plain("staff")])
        }
    }

    private var approved: String { language == .danish ? "af" : "by" }

    private func marks(of line: JSON) -> String {
        let letters = language == .danish ? ["K", "B", "G"] : ["R", "P", "A"]
        let there = [line["receipt"] == .bool(true), line["payment"] == .bool(true), line["approvedBy"] != .null]
        return zip(letters, there).map { $1 ? $0 : "·" }.joined()
    }
}
