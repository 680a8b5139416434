import JSON
import MitBudget
import MitBudgetReports
import PageReading
import Phrases
import Testing

@Suite("Results and targets")
struct ResultTests {
    @Test(
        "a share is rounded half up to one decimal, and its target up to whole recipients",
        arguments: [
            (2, 20, 60, "2 af 20 (10,0 %), mål 60 % = 12 (endnu ikke nået)"),
            (11, 20, 60, "11 af 20 (55,0 %), mål 60 % = 12 (endnu ikke nået)"),
            (12, 20, 60, "12 af 20 (60,0 %), mål 60 % = 12 (nået)"),
            (13, 21, 60, "13 af 21 (61,9 %), mål 60 % = 13 (nået)"), (1, 3, 22, "1 af 3 (33,3 %), mål 22 % = 1 (nået)"),
            (1, 16, 7, "1 af 16 (6,3 %), mål 7 % = 2 (endnu ikke nået)"), (0, 0, 60, "0 af 0, mål 60 %"),
        ])
    func shares(count: Int, enrolled: Int, percent: Int, expected: String) throws {
        let share = try Achievements.Share(
            result: ResultCode("job"), count: count, of: enrolled, percent: percent, disbursed: .zero)
        let standing = try Self.told(ProgrammeSample.jobs(), Achievements(shares: [share]))
        #expect(Self.status(standing, .danish).contains("\nSelvforsørgende: \(expected)\n"))
    }

    @Test("tells the money spent on those who have the result, and after the window what was missed")
    func money() throws {
        let standing = try StatusSample.over.standing
        let share = try Achievements.Share(
            result: ResultCode("reached"), count: 3, of: 15, percent: 22, disbursed: Amount(kroner: "110000"))
        let told = Self.told(standing, Achievements(shares: [share]))
        #expect(
            Self.status(told, .danish).contains(
                "\nMål nået: 3 af 15 (20,0 %), mål 22 % = 4 (ikke nået), 110.000,00\u{A0}kr. brugt\n"))
        #expect(
            Self.status(told, .english).contains(
                "\nGoal reached: 3 of 15 (20.0%), target 22% = 4 (not reached), DKK\u{A0}110,000.00 spent\n"))
    }

    @Test("says nothing of results that no one has and that have no target", arguments: Language.allCases)
    func nothing(language: Language) throws {
        let none = try Achievements.Share(
            result: ResultCode("reached"), count: 0, of: 15, percent: nil, disbursed: .zero)
        let standing = try Self.told(StatusSample.middle.standing, Achievements(shares: [none]))
        let facts = try ProgrammeSample.facts(of: standing)
        let heading = ReportSection.results.heading[language]
        #expect(!Self.status(standing, language).contains(heading))
        #expect(!ProgrammeSample.report(facts, .text, in: language).contains(heading))
        #expect(!ProgrammeSample.report(facts, .html, in: language).contains(heading))
        // A machine still reads how many there are.
        let json = try JSON(parsing: ProgrammeSample.report(facts, .json))
        #expect(json["results"]?.compact.contains("\"of\":15") == true)
    }

    @Test(
        "says plainly whether a figure is at its target, and in time",
        arguments: [
            (nil, "2020-03-01", "10, target at most 6 by 30 June 2020: not measured"),
            ("7.25", "2020-03-01", "10 → 7.25 (measured 1 March 2020), target at most 6 by 30 June 2020: not yet"),
            ("6.01", "2020-06-30", "10 → 6.01 (measured 30 June 2020), target at most 6 by 30 June 2020: not yet"),
            ("6", "2020-06-30", "10 → 6 (measured 30 June 2020), target at most 6 by 30 June 2020: reached"),
            ("5.5", "2020-07-01", "10 → 5.5 (measured 1 July 2020), target at most 6 by 30 June 2020: reached after"),
        ])
    func figures(latest: String?, measured: String, expected: String) throws {
        let text = try Self.status(ProgrammeSample.committee(latest: latest, measured: measured), .english)
        #expect(text.replacing("\n  ", with: " ").contains("Extra need in millions: \(expected)"))
    }

    @Test("groups the digits of a figure as the language does, in text and on pages", arguments: Language.allCases)
    func digits(language: Language) throws {
        let target = try Programme.Outcome.Target(
            from: ProgrammeSample.figure("1100"), aim: ProgrammeSample.figure("799"), isMost: true,
            by: Day("2022-05-01"))
        let progress = try Achievements.Progress(
            result: ResultCode("merbehov"), target: target,
            latest: Achievements.Progress.Latest(figure: ProgrammeSample.figure("1000.5"), day: Day("2020-01-31")))
        let standing = try Self.told(ProgrammeSample.committee(), Achievements(progress: [progress]))
        let course = language == .danish ? "1.100 → 1.000,5 (målt" : "1,100 → 1,000.5 (measured"
        #expect(Self.status(standing, language).contains(course))
        let report = StatusReport(standing: standing, anchor: "1:a")
        let page = try Markup(StatusPage(report, language: language).html).text
        #expect(page.contains(language == .danish ? "1.000,5" : "1,000.5"))
        #expect(page.contains(language == .danish ? "højst 799" : "at most 799"))
    }

    @Test("stand in JSON as agreed, in the status and in the report")
    func json() throws {
        let jobs = try ProgrammeSample.jobs()
        let results = """
            [{"result":"job","count":2,"of":20,"target":60,"targetCount":12,"disbursedOre":0},\
            {"result":"praktik","count":8,"of":20,"target":null,"targetCount":null,"disbursedOre":0}]
            """
        #expect(try StatusReport(standing: jobs, anchor: "1:a").json()["results"]?.compact == results)
        let targets = """
            [{"target":"merbehov","from":"10","latest":"7.25","on":"2020-03-01","aim":"6","by":"2020-06-30"}]
            """
        let committee = try ProgrammeSample.committee()
        #expect(try StatusReport(standing: committee, anchor: "1:a").json()["targets"]?.compact == targets)
        let unmeasured = try ProgrammeSample.committee(latest: nil)
        let target = try StatusReport(standing: unmeasured, anchor: "1:a").json()["targets"]?.compact
        #expect(target?.contains("\"latest\":null,\"on\":null,") == true)
        let report = try JSON(parsing: ProgrammeSample.report(ProgrammeSample.facts(of: jobs), .json))
        #expect(report["results"]?.compact == results && report["targets"]?.compact == "[]")
        let other = try JSON(parsing: ProgrammeSample.report(ProgrammeSample.facts(of: committee), .json))
        #expect(other["results"]?.compact == "[]" && other["targets"]?.compact == targets)
    }

    @Test("stand in one list as CSV, decimals as the language writes them")
    func csv() throws {
        let share = try Achievements.Share(
            result: ResultCode("job"), count: 2, of: 20, percent: 60, disbursed: Amount(kroner: "1234.50"))
        let committee = try ProgrammeSample.committee()
        let both = Achievements(shares: [share], progress: committee.achievements.progress)
        let facts = try ProgrammeSample.facts(of: Self.told(committee, both))
        let english = ProgrammeSample.report(facts, .csv, section: .results).split(separator: "\r\n")
        #expect(
            english.prefix(3) == [
                "Result,Count,Of,Target in per cent,Target count,Spent,Starting point,Latest,Measured,Target,By",
                "job,2,20,60,12,1234.50,,,,,", "merbehov,,,,,,10,7.25,2020-03-01,6,2020-06-30",
            ])
        let danish = ProgrammeSample.report(facts, .csv, section: .results, in: .danish).split(separator: "\r\n")
        #expect(danish[1] == "job;2;20;60;12;1234,50;;;;;")
        #expect(danish[2] == "merbehov;;;;;;10;7,25;01-03-2020;6;30-06-2020")
    }

    private static func told(_ standing: Standing, _ achievements: Achievements) -> Standing {
        Standing(
            programme: standing.programme, asOf: standing.asOf, received: standing.received, repaid: standing.repaid,
            posts: standing.posts, citizens: standing.citizens, days: standing.days, achievements: achievements,
            periods: standing.periods)
    }

    private static func status(_ standing: Standing, _ language: Language) -> String {
        StatusReport(standing: standing, anchor: "1:a").text(in: language, style: .plain)
    }
}
