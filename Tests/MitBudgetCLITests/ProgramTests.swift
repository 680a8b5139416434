import Foundation
import JSON
import SQLite
import Testing

@testable import MitBudgetCLI

/// The real program, run by a shell.
struct ProgramTests {
    private let shell: Shell

    init() throws {
        shell = try Shell()
    }

    @Test func `The program says its version`() throws {
        let result = try shell.run("mitbudget version")
        #expect(result.output == "mitbudget \(Program.version)\n")
        #expect(result.status == 0 && result.error.isEmpty)
    }

    @Test(arguments: ["printf '\\377'", "printf 'a\\355\\240\\200'", "printf 'ab\\303'"])
    func `An argument that is not UTF-8 is named by its position and not repeated`(bytes: String) throws {
        let result = try shell.run("mitbudget status --as-of \"$(\(bytes))\"")
        #expect(result.status == 64)
        #expect(result.error.contains("Argument 3 is not UTF-8."))
        #expect(result.error.utf8.allSatisfy { $0 < 0x7F })
    }

    @Test(arguments: ["000", "022", "077", "777"])
    func `The ledger's file is for its owner alone, whatever the umask`(mask: String) throws {
        let made = try shell.run("umask \(mask); mitbudget init --administrator admin && stat -c %a mit-budget.sqlite")
        #expect(made.status == 0, "\(made.error)")
        #expect(made.output.hasSuffix("\n600\n"))
        #expect(try shell.run("ls").output == "mit-budget.sqlite\n", "nothing else is left lying")
    }

    @Test func `A ledger that someone else is writing in can be read, and a write ends with 75`() throws {
        #expect(try shell.openLedger().status == 0)
        let other = try Connection(path: shell.folder + "/mit-budget.sqlite", access: .readWrite, busyMilliseconds: 0)
        try other.script("BEGIN IMMEDIATE")
        #expect(try shell.run("mitbudget status").status == 0)
        let write = try shell.run("umask 000; mitbudget release B01 --item 1 --amount 1 --on 2023-02-01")
        #expect(write.status == 75)
        #expect(write.error.contains("Try again in a moment."))
        #expect(try shell.run("stat -c %a mit-budget.*").output == "600\n600\n600\n")
        try other.close()
        #expect(try shell.run("mitbudget anchor").output.hasPrefix("6:"))
        #expect(try shell.run("ls").output == "mit-budget.sqlite\n", "the log is folded away")
    }

    @Test func `Where the last hash is none, verify tells of it and prints no anchor`() throws {
        #expect(try shell.openLedger().status == 0)
        let other = try Connection(path: shell.folder + "/mit-budget.sqlite", access: .readWrite, busyMilliseconds: 0)
        try other.script(
            "DROP TRIGGER journal_unchanged; UPDATE journal SET hash = replace(hash, substr(hash, 1, 1), 'z')")
        try other.close()
        let text = try shell.run("mitbudget verify")
        #expect(text.status == 1 && text.error.isEmpty)
        #expect(text.output.contains("chain-broken  ") && !text.output.contains("Anchor"))
        let json = try shell.run("mitbudget verify --format json")
        #expect(json.status == 1)
        #expect(try JSON(parsing: json.output)["anchor"] == .null)
    }

    @Test(arguments: ["status", "journal", "help", "version", "participant list --format json"])
    func `Output that cannot be written is told, and ends with 74`(command: String) throws {
        #expect(try shell.openLedger().status == 0)
        let result = try shell.run("mitbudget \(command) > /dev/full")
        #expect(result.status == 74)
        #expect(result.error.contains("The result could not be written out."))
    }

    @Test func `What was recorded stays recorded where the output cannot be written`() throws {
        #expect(try shell.openLedger().status == 0)
        #expect(try shell.run("mitbudget release B01 --item 1 --amount 1 --on 2023-02-01 > /dev/full").status == 74)
        #expect(try shell.run("mitbudget anchor").output.hasPrefix("7:"))
        #expect(try shell.run("mitbudget verify").status == 0)
    }

    @Test func `A reader that closes the pipe early does not end the program by a signal`() throws {
        // The reader tells through a FIFO that it has gone.
        let result = try shell.run(
            "mkfifo gone; { : < gone; mitbudget help; echo $? > status; } | { exec <&-; : > gone; }")
        #expect(result.status == 0)
        #expect(try shell.run("cat status").output == "74\n")
    }

    @Test func `A plan is read from standard input, named by a dash`() throws {
        #expect(try shell.openLedger().status == 0)
        let plan = """
            { "agreedOn": "2023-02-01", "goal": "a", "wishes": "b", "purpose": "c",
              "items": [ {"item": 1, "area": "housing", "amount": "30000.00", "text": "d"} ] }
            """
        let result = try shell.run("mitbudget plan draft B01 --file - --format json <<'END'\n\(plan)\nEND")
        #expect(result.status == 0, "\(result.error)")
        #expect(try JSON(parsing: result.output)["amountOre"] == .integer(3_000_000))
        let empty = try shell.run("mitbudget plan draft B01 --file -")
        #expect(empty.status == 65 && empty.error.contains("not valid JSON"))
    }

    @Test func `Colours are used where they are asked for, and never by themselves off a terminal`() throws {
        #expect(try shell.openLedger().status == 0)
        let escape = "\u{1B}["
        #expect(try !shell.run("mitbudget status").output.contains(escape))
        #expect(try shell.run("mitbudget status --color always").output.contains(escape))
        #expect(try shell.run("mitbudget status --color always", ["NO_COLOR": "1"]).output.contains(escape))
        #expect(try !shell.run("mitbudget status --color never").output.contains(escape))
        #expect(try !shell.run("mitbudget release B09 --item 1 --all").error.contains(escape))
        #expect(try shell.run("mitbudget release B09 --item 1 --all --color always").error.contains(escape))
    }

    @Test(arguments: [
        (["LC_ALL": "", "LANG": "da_DK.UTF-8"], "Der mangler en kommando."),
        (["LC_ALL": "", "LANG": "C"], "There is no command."),
        (["LC_ALL": "", "LC_MESSAGES": "da_DK", "LANG": "en_GB"], "Der mangler en kommando."),
        (["LC_ALL": "en_GB.UTF-8", "LANG": "da_DK.UTF-8"], "There is no command."),
        (["LC_ALL": "C", "MITBUDGET_LANGUAGE": "da"], "Der mangler en kommando."),
        (["LANG": "da_DK.UTF-8", "MITBUDGET_LANGUAGE": "en"], "There is no command."),
    ])
    func `The language is that of the environment`(environment: [String: String], said: String) throws {
        #expect(try shell.run("mitbudget", environment).error.contains(said))
        #expect(try shell.run("mitbudget --language da", environment).error.contains("Der mangler en kommando."))
    }

    @Test func `The ledger is the one named: by option, else by the environment, else the one in the folder`() throws {
        let make = "mitbudget init --administrator"
        #expect(
            try shell.run("\(make) here; \(make) there --ledger b.sqlite; \(make) far --ledger c.sqlite").status == 0)
        func names(_ line: String, _ environment: [String: String] = [:]) throws -> String {
            try shell.run("mitbudget \(line) staff list | tail -n 1 | cut -d ' ' -f 1", environment).output
        }
        #expect(try names("") == "here\n")
        #expect(try names("", ["MITBUDGET_LEDGER": ""]) == "here\n")
        #expect(try names("", ["MITBUDGET_LEDGER": "b.sqlite"]) == "there\n")
        #expect(try names("--ledger c.sqlite", ["MITBUDGET_LEDGER": "b.sqlite"]) == "far\n")
        #expect(try names("--ledger=c.sqlite") == "far\n")
    }

    @Test(arguments: [
        ("mkfifo x.sqlite", "a FIFO"), ("mkdir x.sqlite", "a folder"), ("ln -s mit-budget.sqlite x.sqlite", "a link"),
        ("ln -s /dev/null x.sqlite", "a link to a device"), (": > x.sqlite", "an empty file"),
        ("head -c 80 mit-budget.sqlite > x.sqlite", "most of a header"),
        (
            "{ head -c 68 mit-budget.sqlite; printf abcd; tail -c +73 mit-budget.sqlite; } > x.sqlite",
            "another program's database"
        ),
    ])
    func `What is no ledger is neither waited for nor touched`(make: String, what: String) throws {
        #expect(try shell.openLedger().status == 0)
        #expect(try shell.run(make).status == 0)
        let before = try shell.run("stat -c '%F %s %Y' x.sqlite; ls").output
        for command in ["status", "release B01 --item 1 --amount 1 --on 2023-02-01", "verify"] {
            let result = try shell.run("timeout 600 mitbudget --ledger x.sqlite \(command)")
            #expect(result.status == 65, "\(what): \(command)")
            let said = ["is not a ledger of Mit Budget", "is not an ordinary file", "is a symbolic link"]
            #expect(said.contains { result.error.contains($0) }, "\(result.error)")
        }
        #expect(try shell.run("mitbudget --ledger x.sqlite init --administrator admin").status == 73)
        #expect(try shell.run("stat -c '%F %s %Y' x.sqlite; ls").output == before)
        #expect(try shell.run("mitbudget anchor").output.hasPrefix("6:"))
    }

    @Test func `A plan file that is no ordinary file is not waited for`() throws {
        #expect(try shell.openLedger().status == 0)
        let result = try shell.run("mkfifo plan.json; timeout 600 mitbudget plan draft B01 --file plan.json")
        #expect(result.status == 65)
        #expect(result.error.contains("is not an ordinary file"))
    }

    @Test(.disabled(if: geteuid() == 0, "root may read everything"))
    func `A file that may not be read ends the program with 74`() throws {
        #expect(try shell.openLedger().status == 0)
        let plan = try shell.run(": > plan.json; chmod 000 plan.json; mitbudget plan draft B01 --file plan.json")
        #expect(plan.status == 74 && plan.error.contains("permission denied"))
        #expect(try shell.run("chmod 000 mit-budget.sqlite; mitbudget status").status == 74)
    }

    @Test(.disabled(if: geteuid() == 0, "root may write everywhere"))
    func `A ledger that may only be read can be read, and a write ends with 74`() throws {
        #expect(try shell.openLedger().status == 0)
        #expect(try shell.run("chmod 400 mit-budget.sqlite; mitbudget status").status == 0)
        let write = try shell.run("mitbudget release B01 --item 1 --amount 1 --on 2023-02-01")
        #expect(write.status == 74)
        #expect(try shell.run("mkdir f; chmod 500 f; mitbudget --ledger f/x init --administrator a").status == 73)
    }
}
