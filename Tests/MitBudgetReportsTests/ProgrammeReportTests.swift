import JSON
import MitBudget
import MitBudgetReports
import PageReading
import Phrases
import Testing

@Suite("Reports of programmes unlike Aabenraa's")
struct ProgrammeReportTests {
    // MARK: Without recipients

    @Test("a programme without recipients speaks of none", arguments: Language.allCases)
    func withoutRecipients(language: Language) throws {
        let standing = try ProgrammeSample.committee()
        let facts = try ProgrammeSample.facts(of: standing)
        let status = StatusReport(standing: standing, anchor: "1:a")
        let texts = try [
            status.text(in: language, style: .plain), Self.words(StatusPage(status, language: language).html),
            ProgrammeSample.report(facts, .text, in: language),
            Self.words(ProgrammeSample.report(facts, .html, in: language)),
            ProgrammeSample.report(facts, .csv, in: language),
        ]
        let stems = [
            "borger", "plads", "ramme", "handleplan", "område", "punkt", "participant", "recipient", "places", "cap",
            "area", "item", "citizen",
        ]
        for text in texts {
            for word in Set(text.lowercased().split { !$0.isLetter }) {
                #expect(!stems.contains { word.hasPrefix($0) }, "\(word)")
            }
        }
    }

    @Test("and has empty lists and no places in JSON")
    func withoutRecipientsInJSON() throws {
        let standing = try ProgrammeSample.committee()
        let status = try StatusReport(standing: standing, anchor: "1:a").json()
        #expect(status["programme"]?["places"] == 0)
        #expect(status["programme"]?["capOre"] == .null)
        #expect(status["placesTaken"] == 0)
        #expect(status["participants"]?.compact == "[]")
        #expect(status["posts"]?.compact.contains("citizens") == false)
        let report = try JSON(parsing: ProgrammeSample.report(ProgrammeSample.facts(of: standing), .json))
        for key in ["participants", "areas", "releases"] { #expect(report[key]?.compact == "[]") }
    }

    @Test("has no empty column of recipients in its list of vouchers")
    func vouchers() throws {
        let csv = try ProgrammeSample.report(ProgrammeSample.facts(of: ProgrammeSample.committee()), .csv)
        let (first, proof) = (
            "No.,Day,Recorded,Paid,Voucher,Voucher total,Claimed,Unclaimed", "Receipt,Proof of payment"
        )
        #expect(csv.hasPrefix("\(first),Post,Kind,\(proof),Approved by,Amount,By\r\n"))
        let other = try ProgrammeSample.report(ProgrammeSample.facts(of: ProgrammeSample.jobs()), .csv)
        #expect(other.hasPrefix("\(first),Participant,Item,Area,Post,Kind,\(proof),Approved by,Amount,By\r\n"))
    }

    @Test("a long name of a post stands whole on the line below, and figures stay below each other")
    func longNames() throws {
        let facts = try ProgrammeSample.facts(of: ProgrammeSample.committee(name: "tilbud til borgere med handicap"))
        let vouchers = try ["botilbud", "project"].map { post in
            try VoucherLine(
                entry: EntryNumber("9"), kind: .expense, day: Day("2019-02-01"), recordedAt: .unixEpoch, paid: nil,
                voucher: VoucherReference("R-1"), participant: nil, item: nil, area: nil, post: PostName(post),
                amount: Amount(kroner: "1000"), staff: StaffID("konsulent"))
        }
        let lines = ProgrammeSample.report(facts, .text, in: .danish, vouchers: vouchers).split(separator: "\n")
        let long = try #require(
            lines.firstIndex(of: "         tilbud til borgere med handicap, bilag R-1, bogført af konsulent"))
        let short = try #require(lines.firstIndex(of: "         bilag R-1, bogført af konsulent"))
        #expect(lines[long - 1].count == lines[short - 1].count)
        #expect(lines[short - 1].contains(" projekt "))
        for line in lines { #expect(line.count <= 100, "\(line)") }
    }

    /// Status and report as text and as pages.
    private static func texts(
        of standing: Standing, _ facts: PeriodFacts, in language: Language
    ) throws -> [String] {
        let status = StatusReport(standing: standing, anchor: "1:a")
        return try [
            status.text(in: language, style: .plain), words(StatusPage(status, language: language).html),
            ProgrammeSample.report(facts, .text, in: language),
            words(ProgrammeSample.report(facts, .html, in: language)),
        ]
    }

    // MARK: Without money

    @Test("a programme without money shows no tables of it", arguments: Language.allCases)
    func withoutMoney(language: Language) throws {
        let standing = try ProgrammeSample.jobs()
        let facts = try ProgrammeSample.facts(of: standing)
        let texts = try Self.texts(of: standing, facts, in: language)
        for text in texts {
            for trace in ["0,00", "0.00", "█", "·  "] { #expect(!text.contains(trace), "\(trace) in \(text)") }
            #expect(text.contains(language == .danish ? "2 af 20 (10,0 %)" : "2 of 20 (10.0%)"))
        }
        #expect(texts[2].contains(ReportSection.participants.heading[language]))
        for section in [ReportSection.income, .posts, .areas, .months, .releases, .unspent, .periods] {
            #expect(!texts[2].contains(section.heading[language] + "\n="), "\(section)")
        }
    }

    @Test("but a figure of money that came and went is never hidden")
    func moneyOnce() throws {
        let standing = try ProgrammeSample.jobs()
        let received = try Standing(
            programme: standing.programme, asOf: standing.asOf, received: Amount(kroner: "100"), repaid: .zero,
            posts: standing.posts, citizens: standing.citizens, days: [])
        let text = StatusReport(standing: received, anchor: "1:a").text(in: .english, style: .plain)
        #expect(text.contains("Money in DKK"))
        let report = try ProgrammeSample.report(ProgrammeSample.facts(of: received), .text)
        #expect(report.contains("Received and repaid of the grant\n="))
        #expect(report.contains("Unspent\n="))
    }

    // MARK: Recipients that are no people

    @Test("initiatives are called initiatives, and no one else is named", arguments: Language.allCases)
    func initiatives(language: Language) throws {
        let standing = try ProgrammeSample.initiatives()
        let facts = try ProgrammeSample.facts(of: standing)
        let texts = try Self.texts(of: standing, facts, in: language)
        for text in texts {
            #expect(text.contains(language == .danish ? "Initiativ" : "Initiative"))
            #expect(text.contains("I02"))
            let spoken = Self.withoutCommands(text).lowercased()
            for word in ["borger", "citizen", "participant"] { #expect(!spoken.contains(word), "\(word): \(spoken)") }
        }
        #expect(texts[2].contains(language == .danish ? "fællesskab" : "community"))
        #expect(ProgrammeSample.report(facts, .csv, section: .areas, in: language).contains("faellesskab"))
    }

    @Test("as many as there are have no limit of places, in words and in JSON")
    func unlimited() throws {
        let status = try StatusReport(standing: ProgrammeSample.initiatives(), anchor: "1:a")
        #expect(status.text(in: .danish, style: .plain).contains("Pladser  2 optaget, ubegrænset antal\n"))
        let json = try status.json()
        #expect(json["programme"]?["places"] == .null)
        #expect(json["placesTaken"] == 2)
    }

    // MARK: Instalments

    @Test("instalments that are overdue or due within thirty days are pointed out")
    func instalments() throws {
        let standing = try ProgrammeSample.initiatives()
        let status = StatusReport(standing: standing, anchor: "1:a")
        #expect(
            try status.json()["instalments"]?.compact
                == "{\"overdueOre\":100000000,\"nextDay\":\"2019-07-01\",\"nextOre\":2000000000}")
        #expect(try StatusReport(standing: ProgrammeSample.jobs(), anchor: "1:a").json()["instalments"] == .null)
        for (day, isSoon) in [("2019-05-31", false), ("2019-06-01", true), ("2019-07-01", true), ("2019-07-02", false)]
        {
            let text = try StatusReport(standing: Self.standing(standing, asOf: day), anchor: "1:a")
                .text(in: .english, style: .plain)
            let next = "! The next instalment, DKK\u{A0}20,000,000.00, is due on 1 July 2019."
            #expect(text.contains(next) == isSoon, "\(day)")
            #expect(text.contains("! Instalments of DKK\u{A0}"))
        }
    }

    // MARK: Helpers

    private static func standing(_ standing: Standing, asOf day: String) throws -> Standing {
        try Standing(
            programme: standing.programme, asOf: Day(day), received: standing.received, repaid: standing.repaid,
            posts: standing.posts, citizens: standing.citizens, days: standing.days)
    }

    private static func words(_ html: String) throws -> String {
        try Markup(html).text.joined(separator: "\n")
    }

    private static func withoutCommands(_ text: String) -> String {
        text.split(separator: "\n").filter { !$0.contains("mitbudget ") }.joined(separator: "\n")
    }
}
