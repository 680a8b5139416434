import Foundation
import JSON
import MitBudget
import SQLite
import TestSupport
import Testing

@testable import MitBudgetCLI

/// A ledger with a citizen B01, who must not change, and two citizens whom hostile lines use.
final class HostileDesk {
    let world: TestWorld
    /// Kept open, so that no command is the last to close the file and fold its log away.
    private let connection: Connection
    private let untouched: String
    private let beginning: String
    private var count = 0

    init() throws {
        world = try TestWorld(in: FileManager.default.fileExists(atPath: "/dev/shm") ? "/dev/shm" : "/tmp")
        world.now = try #require(.init(iso: "2024-06-30T12:00:00Z"))
        try world.write(Self.programme, to: "p.json")
        try world.write(Self.plan, to: "plan.json")
        try world.write(Self.programme.replacing("900000000.00", with: "900000001.00"), to: "terms.json")
        try world.write(#"{"command":"receive","amount":"1.00","voucher":"I-1"}"#, to: "lines.jsonl")
        try world.write(Self.extract, to: "extract.csv")
        try world.write(Self.profile, to: "profile.json")
        for line in Self.opening {
            let run = world.run(line.split(separator: " ").map(String.init))
            try #require(run.status == 0, "\(line): \(run.error)")
        }
        try world.write(
            world.run(["report", "--from", "2023-01-01", "--to", "2023-12-31", "--at", "5"]).output, to: "saved.txt")
        let anchor = try #require(world.run(["anchor"]).output.split(separator: "\n").first)
        try world.write("2024-06-30T12:00:00Z \(anchor)\n", to: "anchors.txt")
        try #require(world.run(["backup", world.folder + "/copy.sqlite"]).status == 0)
        connection = try Connection(path: world.ledger, access: .readWrite, busyMilliseconds: 0)
        untouched = world.run(["participant", "show", "B01"]).output
        beginning = world.run(["journal", "--format", "csv"]).output
    }

    /// The result of one line.
    struct Outcome {
        /// The number of the run, counted from the first.
        let number: Int
        let run: TestWorld.Run
        /// What went wrong; empty if nothing did.
        let complaints: [String]
        /// The texts that the line sealed.
        let sealed: [String]
        /// The body of the entry that the line recorded.
        let body: String?
    }

    /// Runs a line with one value replaced, after the lines that it needs.
    func run(_ line: HostileLine, replacing name: String? = nil, by text: String = "") throws -> Outcome {
        count += 1
        for before in line.before {
            let run = world.run(HostileLine(before).arguments(filling: fill))
            try #require(run.status == 0, "\(before): \(run.error)\(run.output)")
        }
        let arguments = line.arguments(
            replacing: name, by: text, spaced: count.isMultiple(of: 3), filling: fill)
        let globals = ["--color=never", count.isMultiple(of: 2) ? "--language=da" : "--language=en"]
        let own = globals.filter { global in !line.names.contains { global.hasPrefix($0 + "=") } }
        return try run(own + arguments, leaving: line.trace)
    }

    /// Runs a command and checks what must hold after any command.
    func run(_ arguments: [String], leaving trace: HostileLine.Trace, invalidAt: Int? = nil) throws -> Outcome {
        let (seq, words) = (try number("SELECT max(seq) FROM journal"), try number("SELECT max(id) FROM words"))
        let head = try head()
        let run = world.run(arguments, invalidAt: invalidAt, watchingHead: false)
        var complaints: [String] = []
        if ExitStatus(rawValue: run.status) == nil || run.status == ExitStatus.fault.rawValue {
            complaints.append("status \(run.status): \(run.error)")
        }
        if let danger = Dangers.first(in: run.output, allowingReturns: true) ?? Dangers.first(in: run.error) {
            complaints.append("printed \(danger)")
        }
        if run.status != 0, run.error.isEmpty, run.output.isEmpty { complaints.append("said nothing") }
        let added = try number("SELECT max(seq) FROM journal") - seq
        if added != (run.status == 0 && trace == .entry ? 1 : 0) { complaints.append("\(added) entries more") }
        if added == 0, try self.head() != head { complaints.append("the head changed") }
        let sealed = try connection.rows("SELECT text FROM words WHERE id > ? ORDER BY id", words).all {
            row throws(SQLiteFailure) in try row.text(0)
        }
        let body = try connection.first("SELECT body FROM journal WHERE seq > ?", seq, as: String.self)
        return Outcome(number: count, run: run, complaints: complaints, sealed: sealed, body: body)
    }

    /// Checks at the end that the ledger is in order and no other citizen changed.
    func closing() throws -> [String] {
        var complaints: [String] = []
        let verified = world.run(["verify"])
        if verified.status != 0 { complaints.append("verify: \(verified.output)\(verified.error)") }
        if world.run(["participant", "show", "B01"]).output != untouched { complaints.append("B01 is another") }
        if !world.run(["journal", "--format", "csv"]).output.utf8.starts(with: beginning.utf8) {
            complaints.append("earlier entries are others")
        }
        return complaints
    }

    /// Parses JSON that the program prints.
    func json(_ arguments: [String]) throws -> JSON {
        let run = world.run(arguments + ["--format", "json"])
        try #require(run.status == 0, "\(arguments): \(run.error)")
        return try JSON(parsing: String(run.output.dropLast()))
    }

    private func fill(_ value: String) -> String {
        guard value.contains("{") else { return value }
        func text(_ sql: StaticString) -> String {
            ((try? connection.first(sql, as: String.self)) ?? nil) ?? "?"
        }
        // Each line closes one day more, and reopens to the day before.
        let closed = text("SELECT coalesce(closed_through, '2022-12-01') FROM programme")
        let next = (try? Day(iso: closed))?.advanced(by: 1).iso ?? "?"
        let before = (try? Day(iso: closed))?.advanced(by: -1).iso ?? "?"
        return value.replacing("{closing}", with: next).replacing("{reopened}", with: before)
            .replacing("{n}", with: "\(count)")
            .replacing("{folder}", with: world.folder).replacing("{copy}", with: world.folder + "/copy.sqlite")
            .replacing("{last}", with: text("SELECT participant FROM participant ORDER BY number DESC LIMIT 1"))
            .replacing("{head}", with: text("SELECT max(seq) || '' FROM journal"))
            .replacing("{spent}", with: text("SELECT max(entry) || '' FROM movement WHERE kind = 'disbursement'"))
            .replacing("{drafted}", with: text("SELECT min(seq) || '' FROM journal WHERE kind = 'plan-drafted'"))
            .replacing("{anchor}", with: text("SELECT seq || ':' || hash FROM journal WHERE seq = 3"))
    }

    private func head() throws -> String? {
        try connection.first("SELECT hash FROM journal ORDER BY seq DESC LIMIT 1", as: String.self)
    }

    private func number(_ sql: StaticString) throws -> Int64 {
        try #require(try connection.first(sql, as: Int64.self))
    }
}

extension HostileDesk {
    /// Terms so generous that no test reaches their limits.
    static let programme = """
        {"programme":"stor","title":{"da":"Stor","en":"Large"},"grantee":"Kommunen","funder":"Styrelsen",
         "grant":"9000000000.00","posts":{"citizens":"8000000000.00","project":"900000000.00"},"places":100000,
         "cap":null,"firstDay":"2022-12-01","lastDay":"2024-12-31","areas":["job","housing","life"],
         "drawingMonths":null,"separateReleaser":false,"settleBy":null,"keepYears":5,
         "results":{"reached":{"percent":60},"backlog":{"from":"1100","atMost":"799","by":"2024-12-31"}}}
        """

    static let plan = """
        {"agreedOn":"2023-01-10","goal":"a","wishes":"b","purpose":"c",
         "items":[{"area":"housing","amount":"35000.00","text":"d"}]}
        """

    /// An extract that shows what the opening spent.
    static let extract = """
        Dato;Tekst;Bilag;Beløb
        02-02-2023;Indskud;K-B01;4500,00
        03-02-2023;Udbetalt K-B02;;4500,00

        """

    static let profile = """
        {"delimiter":";","decimal":",","encoding":"utf-8","dayFormat":"DD-MM-YYYY","costs":"positive",
         "columns":{"day":"Dato","amount":"Beløb","text":["Tekst"],"voucher":"Bilag","balance":null}}
        """

    private static let opening: [String] =
        [
            "init --administrator admin --programme p.json", "staff add kim --role caseworker --name Sagsbehandler",
            "staff add rita --role consultant --name Konsulent",
        ]
        + ["B01", "B02"].flatMap { citizen in
            [
                "participant enrol --name Navn-\(citizen) --case Sag-\(citizen) --on 2023-01-02",
                "plan draft \(citizen) --goal a --wishes b --purpose c --item job:1000000:d --agreed 2023-01-10",
                "plan approve \(citizen) --on 2023-01-12",
                "release \(citizen) --item 1 --amount 900000 --on 2023-02-01",
                "disburse \(citizen) --item 1 --amount 4500 --voucher K-\(citizen) --payee x --on 2023-02-02",
            ]
        } + ["participant enrol --on 2023-01-02", "receive --amount 100000 --voucher T-1 --on 2023-01-02"]
}
