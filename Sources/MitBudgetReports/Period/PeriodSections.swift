import MitBudget
import Phrases

/// Writes the sections of a period report in its form. Each section is described once for all forms.
struct PeriodSections {
    let facts: PeriodFacts
    /// Spending day by day, in the period and outside it, for the picture on a page.
    let days: [Standing.DaySpending]
    let anchor: String
    let terms: ReportTerms
    let pieces: Pieces

    var programme: Programme { facts.programme }
    var language: Language { terms.language }
    var page: Page { Page(language: language, programme: programme) }

    /// Hands over a list's rows one at a time.
    typealias Source<Row, Failure: Error> = ((Row) -> Void) throws(Failure) -> Void

    /// Writes all sections, and the head and foot around them.
    /// - Throws: what `vouchers` or `later` throws.
    func write<Failure: Error>(
        vouchers: Source<VoucherLine, Failure>, later: Source<LaterEntry, Failure>
    ) throws(Failure) {
        switch terms.form {
        case .text:
            for section in sections {
                pieces.write(lead(of: section))
                try write(section, vouchers, later)
            }
            pieces.write("\n" + terms.command + "\n")
        case .csv: for section in terms.sections { try write(section, vouchers, later) }
        case .json:
            for section in terms.sections where section != .signOff {
                pieces.write(section == .header ? "{\"report\":" : ",\"\(section.key)\":")
                try write(section, vouchers, later)
            }
            pieces.write("}\n")
        case .html:
            pieces.write(top)
            for section in sections {
                pieces.write(opening(of: section))
                try write(section, vouchers, later)
                pieces.write(.lines([HTML.tags("section").closing]))
            }
            pieces.write(bottom)
        }
    }

    private func write<Failure: Error>(
        _ section: ReportSection, _ vouchers: Source<VoucherLine, Failure>, _ later: Source<LaterEntry, Failure>
    ) throws(Failure) {
        switch section {
        case .header: writeHead()
        case .income: writeIncome()
        case .posts: write(posts)
        case .amendments: writeAmendments()
        case .periods: writePeriods()
        case .participants: write(participants)
        case .areas: write(areas)
        case .months: write(months)
        case .results: writeResults()
        case .vouchers:
            try stream(Listing.vouchers(of: programme), vouchers)
        case .releases: write(releases)
        case .decisions: write(decisions)
        case .corrections: write(corrections)
        case .since: try writeLater(later)
        case .witnessed: write(witnessed)
        case .findings: write(findings)
        case .unspent: writeUnspent()
        case .signOff: writeFoot()
        }
    }

    /// Writes a list whose rows are handed over one at a time.
    func stream<Row, Failure: Error>(_ listing: Listing<Row>, _ rows: Source<Row, Failure>) throws(Failure) {
        let writer = listing.writer(as: terms.form, on: page, to: pieces)
        try rows(writer.add)
        writer.end()
    }

    /// Writes a list whose rows are in memory.
    func write<Row>(_ listing: Listing<Row>) {
        switch terms.form {
        case .text: pieces.write(listing.text(in: language))
        case .html: pieces.write(listing.html(on: page))
        case .csv, .json:
            let writer = listing.writer(as: terms.form, on: page, to: pieces)
            listing.rows.forEach(writer.add)
            writer.end()
        }
    }

    /// The blank line or form feed before a section in text; long sections begin a new page on a line printer.
    private func lead(of section: ReportSection) -> String {
        let heading = section.heading[language]
        let gap =
            switch section {
            case .header: ""
            case .participants, .vouchers, .releases, .findings: "\u{0C}"
            case .income, .posts, .amendments, .periods, .areas, .months, .results, .decisions, .corrections, .since,
                .witnessed, .unspent, .signOff:
                "\n"
            }
        return gap + heading + "\n" + String(repeating: "=", count: heading.count) + "\n"
    }
}
