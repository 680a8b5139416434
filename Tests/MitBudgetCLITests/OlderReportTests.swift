import Foundation
import JSON
import MitBudget
import MitBudgetReports
import Phrases
import Testing

@testable import MitBudgetCLI

/// A report is a function of the entries up to `--at`, so later entries do not change it.
struct OlderReportTests {
    private static let period = ["--from", "2023-01-01", "--to", "2023-06-30"]
    /// Every form, and for CSV every section.
    private static let forms: [[String]] =
        ReportTerms.Form.allCases.map { ["--format", $0.rawValue] }
        + ReportSection.allCases.map {
            ["--format", "csv", "--section", $0.rawValue] + ($0 == .since ? ["--since", "12"] : [])
        }
        + [ReportTerms.Form.text, .json, .html].map { ["--format", $0.rawValue, "--since", "12"] }

    private let world: TestWorld

    /// Enrols two citizens, one of whom has spent on two items.
    init() throws {
        world = try TestWorld()
        world.now = try #require(Moment(iso: "2022-12-05T09:00:00Z"))
        try perform("init --administrator admin --name Administrator")
        try perform("staff add kim --role caseworker --name Sagsbehandler")
        try perform("staff add kaj --role consultant --name Konsulent")
        try perform("participant enrol --name Borger --on 2022-12-05", at: "2022-12-06")
        try perform("participant enrol --on 2022-12-05")
        let plan = ["--goal", "Et job", "--wishes", "Et kursus", "--purpose", "At komme videre"]
        let items = ["--item", "job:20000:Kursus", "--item", "housing:10000:Depositum", "--agreed", "2023-01-10"]
        try perform(["plan", "draft", "B01"] + plan + items, at: "2023-01-11")
        try perform("plan approve B01 --on 2023-01-12", at: "2023-01-12")
        try perform("release B01 --item 1 --amount 15000 --on 2023-02-01", at: "2023-02-01")
        try perform("release B01 --item 2 --all --on 2023-02-01")
        try perform(
            "disburse B01 --item 1 --amount 4500 --voucher K-1 --payee Skolen --on 2023-02-10", at: "2023-02-11")
        try perform(
            "disburse B01 --item 1 --amount 1250,50 --voucher K-2 --payee Skolen --on 2023-03-10", at: "2023-03-11")
        try perform(
            "disburse B01 --item 2 --amount 7000 --voucher K-3 --payee Udlejer --on 2023-04-01", at: "2023-04-02")
        try perform("receive --amount 238000 --voucher R-1 --on 2023-02-01")
        try perform(
            "expense --post project --amount 900 --voucher P-1 --payee Trykkeri --on 2023-05-02", at: "2023-05-03")
        try perform("period close --through 2023-01-31")
        try perform(
            "plan draft B01 --goal a --wishes b --purpose c --item job:1:d --agreed 2023-06-01 --dry-run", 1,
            at: "2023-06-30")
    }

    @Test(arguments: Language.allCases)
    func `What is recorded later leaves an older report as it was, byte for byte, in every form`(
        _ language: Language
    ) throws {
        world.environment["MITBUDGET_LANGUAGE"] = language.rawValue
        let head = try head()
        let before = try Self.forms.map { try report($0, at: head) }
        try recordMore()
        #expect(try self.head() > head + 12)
        var changed = 0
        for (form, saved) in zip(Self.forms, before) {
            #expect(try report(form, at: head) == saved, "\(form)")
            changed += try report(form) == saved ? 0 : 1
            try world.write(saved, to: "saved")
            let verified = world.run(["verify", "--report", "saved"])
            #expect(verified.status == 0, "\(form): \(verified.output)\(verified.error)")
        }
        #expect(changed == Self.forms.count, "what came later does change a report of the later state")
    }

    @Test(arguments: ReportTerms.Form.allCases, Language.allCases)
    func `A saved report is told from what a ledger prints whose movements were changed, and where`(
        _ form: ReportTerms.Form, _ language: Language
    ) throws {
        world.environment["MITBUDGET_LANGUAGE"] = language.rawValue
        let terms = ["--format", form.rawValue]
        let saved = try report(terms, at: try head())
        try world.write(saved, to: "saved")
        #expect(world.run(["verify", "--report", "saved"]).status == 0)
        try world.tamper(
            lifting: "movement_unchanged",
            sql: "UPDATE movement SET amount_ore = amount_ore + 1 WHERE voucher = 'K-2'")
        let printed = try report(terms, at: try head())
        let (one, other) = (Self.lines(saved), Self.lines(printed))
        let line = zip(one, other).prefix { $0 == $1 }.count
        try #require(line < min(one.count, other.count), "the change must show")

        let told = world.run(["verify", "--report", "saved", "--format", "json"])
        #expect(told.status == 1)
        let answer = try JSON(parsing: told.output)
        #expect(answer["verified"] == .bool(false))
        #expect(answer["line"] == .integer(Int64(line + 1)))
        #expect(answer["saved"] == .string(one[line]))
        #expect(answer["printed"] == .string(other[line]))
        let text = world.run(["verify", "--report", "saved"])
        #expect(text.status == 1)
        #expect(text.output.contains("\(line + 1):\n"), "\(text.output)")
    }

    /// Records some of every kind of entry that could affect earlier ones: reversals, refunds, a withdrawal, a new
    /// plan, readings of texts, a period closed and reopened, staff who come, go and share an account.
    private func recordMore() throws {
        let disbursements = try entries("disbursement")
        let expenses = try entries("expense")
        try perform("reverse \(disbursements[0]) --reason Tastefejl --on 2023-06-15", at: "2023-07-03")
        try perform("refund \(disbursements[1]) --amount 250,50 --voucher K-4 --on 2023-06-20")
        try perform("disburse B01 --item 1 --amount 1250,50 --voucher K-5 --payee Skolen --on 2023-03-12")
        try perform("reverse \(expenses[0]) --reason Tastefejl --on 2023-06-15")
        try perform("receive --amount 1000 --voucher R-2 --on 2023-06-01")
        try perform("retract B01 --item 2 --amount 500 --reason Overskud --on 2023-06-01")
        let plan = ["--goal", "Et job", "--wishes", "Et kursus", "--purpose", "At komme videre"]
        try perform(["plan", "draft", "B02"] + plan + ["--item", "life:500:Cykel", "--agreed", "2023-06-02"])
        try perform("plan reject B02 --reason Ufuldstændig")
        try perform(
            ["plan", "draft", "B01"] + plan + [
                "--item", "job:16000:Kursus", "--item", "housing:10000:Depositum", "--agreed", "2023-06-05",
            ], 1)
        try perform("participant show B01 --identified --purpose Tilsyn")
        try perform("period close --through 2023-05-31")
        try perform("period reopen --through 2023-02-28 --reason Bilag")
        try perform("staff add kis --role auditor --name Revisor")
        try perform("staff end kis")
        try perform("participant enrol --on 2023-06-10")
        // Documents, approvals and another ledger's anchor, all on days of the period.
        world.now = try #require(Moment(iso: "2023-07-03T10:00:00Z"))
        try world.write("Kvittering", to: "receipt.txt")
        try perform("voucher attach \(disbursements[1]) receipt.txt")
        try perform("voucher attach \(disbursements[2]) receipt.txt --proof payment")
        try perform("--as kaj voucher approve \(disbursements[1])")
        try perform("--as kaj witness haderslev 9:\(String(repeating: "0", count: 64))")
        try perform("participant withdraw B02 --reason Flyttet --on 2023-06-11")
        try perform("participant withdraw B01 --reason Flyttet --on 2023-06-30")
    }

    // MARK: Helpers

    private func perform(_ line: String, _ status: Int32 = 0, at day: String? = nil) throws {
        try perform(line.split(separator: " ").map(String.init), status, at: day)
    }

    private func perform(_ arguments: [String], _ status: Int32 = 0, at day: String? = nil) throws {
        if let day { world.now = try #require(Moment(iso: day + "T09:00:00Z")) }
        let run = world.run(arguments)
        try #require(run.status == status, "\(arguments): \(run.error)")
    }

    private func report(_ form: [String], at entry: Int64? = nil) throws -> String {
        let run = world.run(["report"] + Self.period + form + (entry.map { ["--at", "\($0)"] } ?? []))
        try #require(run.status == 0, "\(form): \(run.error)")
        return run.output
    }

    private func head() throws -> Int64 {
        try #require(try entries(nil).last)
    }

    private func entries(_ kind: String?) throws -> [Int64] {
        let run = world.run(["journal", "--format", "json"] + (kind.map { ["--kind", $0] } ?? []))
        guard case .array(let entries)? = try JSON(parsing: run.output)["entries"] else { return [] }
        return entries.compactMap { entry in
            guard case .integer(let number)? = entry["entry"] else { return nil }
            return number
        }
    }

    /// The lines without their ends, which are reported separately.
    private static func lines(_ text: String) -> [String] {
        text.utf8.filter { $0 != UInt8(ascii: "\r") }.split(
            separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
        ).map { String(decoding: $0, as: UTF8.self) }
    }
}
