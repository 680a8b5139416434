import JSON
import MitBudget
import MitBudgetReports
import PageReading
import Phrases
import Testing

@Suite("Amendments and budget periods in the period report")
struct PeriodTermsTests {
    /// A ledger whose window was extended, while a post, a name and the proof changed.
    private static func amended(approval: String? = "BREV-17") throws -> PeriodFacts {
        let made = try PeriodFacts.AmendmentMade(
            entry: EntryNumber("300"), day: Day("2024-03-01"),
            recordedAt: #require(Moment(iso: "2024-03-02T09:15:00Z")), staff: StaffID("administrator-1"),
            approval: approval.map { try VoucherReference($0) }, changes: before().changes(to: after()))
        return try ProgrammeSample.facts(of: StatusSample.middle.standing, amendments: [made])
    }

    private static func before() throws -> Programme {
        try terms(posts: ["project": "202000"], places: 15, lastDay: "2024-12-31", areas: ["job"])
    }

    private static func after() throws -> Programme {
        try terms(
            posts: ["project": "200000", "evaluering": "1999.50"], places: nil, lastDay: "2025-06-30",
            areas: ["job", "housing"], separateReleaser: true, instalments: ["60000.50"],
            proof: [.receipt, .approval])
    }

    private static func terms(
        posts: [String: String], places: Int?, lastDay: String, areas: [String], separateReleaser: Bool = false,
        instalments: [String] = [], proof: [Programme.Proof] = []
    ) throws -> Programme {
        let old = try StatusSample.aabenraa()
        return try Programme(
            id: old.id, title: old.title, grantee: old.grantee, funder: old.funder, grant: old.grant,
            posts: [Programme.Post(name: .citizens, budget: Amount(kroner: "750000"))]
                + posts.map { try Programme.Post(name: PostName($0.key), budget: Amount(kroner: $0.value)) },
            places: places, cap: old.cap, firstDay: old.firstDay, lastDay: Day(lastDay),
            areas: areas.map { try Area($0) }, separateReleaser: separateReleaser,
            instalments: instalments.map {
                try Programme.Instalment(day: Day("2025-01-01"), amount: Amount(kroner: $0))
            },
            proof: proof)
    }

    @Test("an amendment tells line by line what changed, in the language's words")
    func text() throws {
        let danish = try ProgrammeSample.report(Self.amended(), .text, in: .danish)
        #expect(
            danish.contains(
                """
                Nr. 300, 1. marts 2024, bogført 02-03-2024 af administrator-1
                  tilskudsgiverens godkendelse: BREV-17
                  budgetpost projekt: 202.000,00\u{A0}kr. → 200.000,00\u{A0}kr.
                  budgetpost evaluering: ingen → 1.999,50\u{A0}kr.
                  pladser: 15 → ubegrænset
                  sidste dag: 31. december 2024 → 30. juni 2025
                  områder: job → job, bolig
                  krav om, at en anden frigiver: nej → ja
                  rate 1. januar 2025: ingen → 60.000,50\u{A0}kr.
                  krævet dokumentation: ingen → kvittering, ledergodkendelse

                """))
        let english = try ProgrammeSample.report(Self.amended(approval: nil), .text)
        #expect(english.contains("\n  no approval by the funder\n"))
        #expect(english.contains("\n  last day: 31 December 2024 → 30 June 2025\n"))
        #expect(english.contains("\n  areas: job → job, housing\n"))
    }

    @Test("an amendment stands in JSON as agreed, its values spelt as in a programme file")
    func json() throws {
        let json = try JSON(parsing: ProgrammeSample.report(Self.amended(), .json))
        #expect(
            json["amendments"]?.compact == """
                [{"entry":300,"day":"2024-03-01","recordedAt":"2024-03-02T09:15:00Z","staff":"administrator-1",\
                "approval":"BREV-17","changes":[\
                {"key":"posts.project","from":"202000.00","to":"200000.00"},\
                {"key":"posts.evaluering","from":null,"to":"1999.50"},\
                {"key":"places","from":15,"to":null},\
                {"key":"lastDay","from":"2024-12-31","to":"2025-06-30"},\
                {"key":"areas","from":["job"],"to":["job","housing"]},\
                {"key":"separateReleaser","from":false,"to":true},\
                {"key":"instalments.2025-01-01","from":null,"to":"60000.50"},\
                {"key":"proof","from":null,"to":["receipt","approval"]}]}]
                """)
        let none = try JSON(parsing: ProgrammeSample.report(Self.amended(approval: nil), .json))
        #expect(none["amendments"]?.compact.contains("\"approval\":null") == true)
    }

    @Test("CSV has a line for each change")
    func csv() throws {
        let facts = try Self.amended()
        let english = ProgrammeSample.report(facts, .csv, section: .amendments).split(separator: "\r\n")
        #expect(english.first == "No.,Day,Recorded,By,Approval,Key,From,To")
        #expect(english.count == 1 + 8 + 1)
        let entry = "300,2024-03-01,2024-03-02T09:15:00Z,administrator-1,BREV-17"
        #expect(english[1] == "\(entry),posts.project,202000.00,200000.00")
        #expect(english[4] == "\(entry),lastDay,2024-12-31,2025-06-30")
        #expect(english[5] == "\(entry),areas,job,job housing")
        #expect(english[6] == "\(entry),separateReleaser,false,true")
        let danish = ProgrammeSample.report(facts, .csv, section: .amendments, in: .danish).split(separator: "\r\n")
        #expect(danish[1].hasSuffix(";posts.project;202000,00;200000,00"))
        #expect(danish[4].hasSuffix(";lastDay;31-12-2024;30-06-2025"))
    }

    @Test("a page has a row for each change, old beside new", arguments: Language.allCases)
    func page(language: Language) throws {
        let markup = try Markup(ProgrammeSample.report(Self.amended(), .html, in: language))
        let (key, from, to) =
            language == .danish
            ? ("sidste dag", "31. december 2024", "30. juni 2025") : ("last day", "31 December 2024", "30 June 2025")
        let place = try #require(markup.text.firstIndex(of: key))
        #expect(Array(markup.text[(place + 1)...(place + 2)]) == [from, to])
        #expect(markup.text.filter { $0 == "BREV-17" }.count == 8)
    }

    @Test("every key of a programme file has a name in both languages")
    func names() throws {
        let standings = try [ProgrammeSample.initiatives(), ProgrammeSample.committee(), ProgrammeSample.jobs()]
        let terms = try standings.map(\.programme) + [Self.after()]
        let statements = terms.flatMap(\.statements)
        for statement in statements {
            #expect(!statement.statement[.danish].isEmpty)
            let names = Language.allCases.map { statement.statement[$0].prefix { $0 != ":" } }
            #expect(names[0] != names[1] || statement.field == .title, "\(statement.key): \(names)")
        }
        let silent = Programme.Field.allCases.filter { field in !statements.contains { $0.field == field } }
        // A drawing right, a last day of payment and thresholds of their own are in none of the samples.
        #expect(silent == [.drawingMonths, .settleBy, .findings])
    }

    @Test("a post's original budget stands beside the current one where any differs", arguments: [true, false])
    func original(isAmended: Bool) throws {
        let facts = try Self.amended()
        let original = try Amount(kroner: isAmended ? "152000" : "202000")
        let posts = facts.posts.map { post in
            PeriodFacts.Post(
                name: post.name, budget: post.budget, original: post.name == .citizens ? post.budget : original,
                spending: post.spending)
        }
        let changed = PeriodFacts(
            programme: facts.programme, scope: facts.scope, recordedAt: facts.recordedAt, closedThrough: nil,
            incomeBefore: .zero, repaidBefore: .zero, transfers: [], posts: posts, participants: [], areas: [],
            months: [], releases: [], decisions: [], corrections: [], findings: [])
        let json = try JSON(parsing: ProgrammeSample.report(changed, .json))["posts"]?.compact
        #expect(json?.contains("\"originalOre\":\(original.ore),\"budgetOre\":20200000") == true)
        #expect(ProgrammeSample.report(changed, .text).contains(#/Post +Original +Budget /#) == isAmended)
        #expect(try Markup(ProgrammeSample.report(changed, .html)).text.contains("Original") == isAmended)
        #expect(ProgrammeSample.report(changed, .csv, section: .posts).hasPrefix("Post,Original,Budget,"))
    }

    @Test("a budget period tells what each post and recipient may spend, spent, and has left")
    func periods() throws {
        let standing = try ProgrammeSample.initiatives()
        let facts = try ProgrammeSample.facts(of: standing)
        let json = """
            [{"firstDay":"2019-01-01","lastDay":"2019-12-31","capOre":200000000,\
            "posts":[{"post":"project","budgetOre":50000000,"disbursedOre":25000000,"remainingOre":25000000}],\
            "participants":[{"participant":"I01","disbursedOre":120000050,"remainingOre":79999950},\
            {"participant":"I02","disbursedOre":0,"remainingOre":200000000}]},\
            {"firstDay":"2020-01-01","lastDay":"2020-12-31","capOre":150000000,\
            "posts":[{"post":"project","budgetOre":50000000,"disbursedOre":0,"remainingOre":50000000}],\
            "participants":[{"participant":"I01","disbursedOre":0,"remainingOre":150000000},\
            {"participant":"I02","disbursedOre":0,"remainingOre":150000000}]}]
            """
        #expect(try StatusReport(standing: standing, anchor: "1:a").json()["budgetPeriods"]?.compact == json)
        #expect(try JSON(parsing: ProgrammeSample.report(facts, .json))["budgetPeriods"]?.compact == json)
        let csv = ProgrammeSample.report(facts, .csv, section: .periods).split(separator: "\r\n")
        #expect(csv.first == "From,Through,Post,Initiative,Budget,Spent,Remaining")
        #expect(csv[1] == "2019-01-01,2019-12-31,project,,500000.00,250000.00,250000.00")
        #expect(csv[2] == "2019-01-01,2019-12-31,,I01,2000000.00,1200000.50,799999.50")
        let text = try Markup(ProgrammeSample.report(facts, .html)).text
        let place = try #require(text.firstIndex(of: "799,999.50"))
        let before = Array(text[(place - 5)..<place])
        #expect(before == ["2019-01-01", "2019-12-31", "I01", "2,000,000.00", "1,200,000.50"])
    }

    @Test("recipients of a budget period are listed while they are few, and counted else", arguments: [60, 61, 0])
    func manyRecipients(count: Int) throws {
        let standing = try ProgrammeSample.initiatives()
        let period = try #require(standing.periods.first)
        let recipients = try (0..<count).map {
            try PeriodBudget.RecipientSpending(
                participant: #require(standing.programme.reference($0 + 1)), disbursed: Amount(kroner: "1"))
        }
        let many = Standing(
            programme: standing.programme, asOf: standing.asOf, received: standing.received, repaid: standing.repaid,
            posts: standing.posts, citizens: standing.citizens, days: standing.days,
            periods: [PeriodBudget(period: period.period, posts: [], participants: recipients)])
        let text = StatusReport(standing: many, anchor: "1:a").text(in: .english, style: .plain)
        #expect(text.contains("  I60  ") == (count == 60))
        #expect(text.contains(#/each of 61 initiatives +2,000,000.00 +– +–\n/#) == (count == 61))
        #expect(text.contains(#/each initiative +2,000,000.00 +– +–\n/#) == (count == 0))
    }
}
