import MitBudget
import Testing

@testable import MitBudgetCLI

/// Texts that differ only in composition (by keyboard) or in case (by person) name the same post, area, person or
/// voucher, wherever they are typed.
struct LetterTests {
    private static let programme = """
        {"programme": "bo-a\u{30A}ret", "title": {"da": "Bo", "en": "Live"}, "grantee": "K", "funder": "S",
         "grant": "1000.00", "posts": {"citizens": "800.00", "Sma\u{30A} køb": "200.00"}, "places": 2, "cap": "400.00",
         "firstDay": "2022-12-01", "lastDay": "2024-12-31", "areas": ["na\u{30A}de"]}
        """
    private static let plan = """
        {"agreedOn": "2023-01-10", "goal": "G", "wishes": "Ø", "purpose": "F",
         "items": [{"area": "na\u{30A}de", "amount": "100.00", "text": "T"}]}
        """
    private let world: TestWorld

    init() throws {
        world = try TestWorld()
        world.now = try #require(Moment(iso: "2023-02-01T09:00:00Z"))
        try world.write(Self.programme, to: "programme.json")
        try world.write(Self.plan, to: "plan.json")
        let lines = [
            ["init", "--administrator", "a\u{30A}se", "--programme", "programme.json"],
            ["staff", "add", "bo", "--role", "caseworker", "--name", "Sagsbehandler"],
            ["staff", "add", "kim", "--role", "consultant", "--name", "Konsulent"],
            ["participant", "enrol", "--on", "2023-01-01"],
            ["plan", "draft", "B01", "--file", "plan.json"],
            ["plan", "draft", "B01", "--goal", "G", "--wishes", "Ø", "--purpose", "F", "--agreed", "2023-01-10"]
                + ["--item", "nåde:100:T"],
            ["plan", "draft", "B01", "--goal", "G", "--wishes", "Ø", "--purpose", "F", "--agreed", "2023-01-10"]
                + ["--item", "na\u{30A}de:100:T"],
            ["plan", "approve", "B01", "--on", "2023-01-10"],
            ["release", "B01", "--item", "3", "--amount", "100", "--on", "2023-01-11"],
            ["expense", "--post", "Små køb", "--amount", "1", "--voucher", "Å-1", "--payee", "P"],
        ]
        for line in lines {
            let run = world.run(line)
            #expect(run.status == 0, "\(line): \(run.error)")
        }
    }

    private static let spellings = ["Å-1", "A\u{30A}-1", "\u{212B}-1", "å-1", "a\u{30A}-1"]

    @Test(arguments: spellings)
    func `A voucher is the same however it is written, on a line, in a table and in a file of commands`(
        voucher: String
    ) throws {
        let expense = ["expense", "--post", "Sma\u{30A} køb", "--amount", "1", "--payee", "P", "--voucher"]
        #expect(world.run(expense + [voucher]).error.contains("voucher-used"))
        #expect(world.run(expense + ["Å-2"]).status == 0)
        try world.write(
            "participant;item;amount;day;voucher;payee\nB01;3;1;2023-01-12;\(voucher);P\n", to: "table.csv")
        try world.write(
            """
            {"command":"expense","as":"kim","post":"Sma\u{30A} køb","amount":"1","payee":"P","voucher":"N-1"}
            {"command":"disburse","participant":"B01","item":3,"amount":"1","payee":"P","voucher":"\(voucher)"}

            """, to: "lines.jsonl")
        for file in ["table.csv", "lines.jsonl"] {
            let run = world.run(["import", file, "--as", "bo"])
            #expect(run.status == 1 && run.error.contains("voucher-used"), "\(file): \(run.error)")
        }
    }

    @Test func `A reference is kept composed, and a voucher as it was first written`() throws {
        let entries = world.run(["journal", "--format", "json", "--as", "a\u{30A}se"]).output
        for text in ["\"åse\"", "\"Små køb\"", "\"Å-1\""] { #expect(entries.contains(exactly: text), "\(text)") }
        #expect(!entries.unicodeScalars.contains("\u{30A}"))
        #expect(world.run(["verify"]).status == 0)
    }
}

extension String {
    fileprivate func contains(exactly text: String) -> Bool {
        Array(utf8).firstRange(of: Array(text.utf8)) != nil
    }
}
