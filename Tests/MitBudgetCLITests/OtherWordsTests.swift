import Arguments
import MitBudgetReports
import Phrases
import Testing

@testable import MitBudgetCLI

@Suite("The words of the ledger on the command line")
struct OtherWordsTests {
    private static let initiatives = """
        {"programme": "planen", "title": {"da": "Planen", "en": "The Plan"}, "grantee": "Forvaltningen",
         "funder": "Byrådet", "grant": "952000.00", "posts": {"citizens": "750000.00", "project": "202000.00"},
         "places": 15, "cap": "50000.00", "firstDay": "1969-12-01", "lastDay": "1971-12-31", "areas": ["unge"],
         "recipient": {"prefix": "I", "personal": false,
            "da": ["initiativ", "initiativet", "initiativer", "initiativerne"], "en": ["initiative", "initiatives"]},
         "names": {"unge": {"da": "Flere unge i job", "en": "More young people in work"},
            "project": {"da": "Sekretariatet", "en": "Secretariat"}}}
        """

    private func world() throws -> TestWorld {
        let world = try TestWorld()
        try world.write(Self.initiatives, to: "planen.json")
        #expect(world.run(["init", "--administrator", "adm", "--programme", "planen.json"]).status == 0)
        #expect(world.run(["staff", "add", "anna", "--role", "caseworker", "--name", "Anna"]).status == 0)
        return world
    }

    @Test("Help speaks of whom the ledger's money goes to", arguments: Language.allCases)
    func help(language: Language) throws {
        let world = try world()
        let topics = [[]] + Registry.commands.map(\.path)
        for topic in topics {
            let run = world.run(["help"] + topic + ["--language", language.rawValue], watchingHead: false)
            #expect(run.status == 0 && run.error.isEmpty)
            expectNoCitizen(in: run.output)
        }
        let enrol = world.run(["participant", "enrol", "--help", "--language", language.rawValue]).output
        #expect(enrol.contains(language == .danish ? "et initiativ" : "an initiative") && enrol.contains("I01"))
    }

    @Test("Help without a ledger, or beside a file that is none, speaks of citizens")
    func standard() throws {
        let world = try TestWorld()
        let lines = ["participant", "enrol", "--help", "--language", "da"]
        let without = world.run(lines)
        #expect(without.status == 0 && without.output.contains("Indskriv en borger"))
        try world.write("no ledger", to: "mit-budget.sqlite")
        let beside = world.run(lines)
        #expect(beside.status == 0 && beside.error.isEmpty && beside.output == without.output)
    }

    @Test("Results, lists and refusals speak the ledger's words, and labels are taken for codes")
    func run() throws {
        let world = try world()
        func run(_ words: String...) -> TestWorld.Run { world.run(words + ["--language", "da"]) }
        #expect(run("participant", "enrol", "--as", "anna").output.contains("I01"))
        let draft = run(
            "plan", "draft", "I01", "--goal", "g", "--wishes", "w", "--purpose", "p", "--item",
            "flere unge i JOB:1000:Kursus", "--as", "anna")
        #expect(draft.status == 0, "\(draft.error)")
        let shown = run("plan", "show", "I01")
        #expect(shown.output.contains("Flere unge i job"))
        let unknown = run("plan", "approve", "I99", "--as", "anna")
        #expect(unknown.status == 1 && unknown.error.contains("intet initiativ I99"))
        let lists = [
            ["participant", "list"], ["plan", "list"], ["status"], ["journal"], ["participant", "show", "I01"],
        ]
        for words in lists {
            let run = world.run(words + ["--language", "da"])
            #expect(run.status == 0)
            expectNoCitizen(in: run.output)
        }
    }

    /// Commands to type, codes and keys are the same in every programme.
    private func expectNoCitizen(in text: String) {
        let spoken = text.lowercased().replacing(#/(mitbudget|brug:|usage:) [^\n]*/#, with: "")
            .replacing(#/ (participant (enrol|withdraw|list|show|erase|disclose)|--participant)(?=[ \n.])/#, with: " ")
            .replacing("[--participant participant]", with: "")
            .replacing(#/\n *participant(?=[ \n])/#, with: "\n").replacing("participant;item;", with: "").replacing(
                "participants, areas", with: ""
            )
            .replacing("participant-enrolled, participant-withdrawn", with: "")
        for word in ["borger", "citizen", "participant"] { #expect(!spoken.contains(word), "\(word): \(spoken)") }
    }
}
