import Foundation
import MitBudget
import SQLite
import TestSupport
import Testing

@testable import MitBudgetStore

/// The program itself reports on a national programme's vouchers, in little memory.
@Suite("A long report")
struct StreamingTests {
    /// 64 MiB, in KiB.
    static let most = 65_536
    /// The promise holds for `VOUCHERS=100000`; the default is fewer, since making them takes time. Memory that is kept
    /// per voucher shows at 30.000 already: a hundred bytes each would be 3 MiB.
    static let count = ProcessInfo.processInfo.environment["VOUCHERS"].flatMap(Int.init) ?? 30_000

    @Test("A report over tens of thousands of vouchers takes at most 64 MiB in every form")
    func memory() throws {
        let ledger = try LongLedger(vouchers: Self.count)
        for form in ["csv", "json", "html", "text"] {
            let few = try ledger.peak(form: form, through: "2023-01-01")
            let all = try ledger.peak(form: form, through: "2024-12-31")
            let size = try ledger.size(of: form)
            print("report --format \(form): \(Self.count) vouchers, \(size) bytes, \(all) KiB; with none \(few) KiB")
            #expect(all <= Self.most, "\(form)")
            #expect(size > Self.count * 20, "\(form): every voucher is there")
        }
    }

    @Test(
        "A sample drawn from tens of thousands of vouchers takes at most 64 MiB, and no more for all of them"
    )
    func sample() throws {
        let ledger = try LongLedger(vouchers: Self.count)
        for options in [["25"], ["25", "--method", "random"], ["1000000"]] {
            let few = try ledger.samplePeak(options, through: "2023-01-01")
            let all = try ledger.samplePeak(options, through: "2024-12-31")
            print("sample --size \(options.joined(separator: " ")): \(all) KiB; of none \(few) KiB")
            #expect(all <= Self.most && all < few + 3072, "\(options)")
        }
    }
}

/// A ledger with many disbursements to one citizen.
private struct LongLedger {
    let scratch: Scratch
    let program: String

    init(vouchers: Int) throws {
        scratch = try Scratch()
        program = try BuiltProgram.path
        let terms = """
            { "programme": "long", "title": {"da": "Langt", "en": "Long"}, "grantee": "A", "funder": "B",
              "grant": "900000000.00", "posts": {"citizens": "900000000.00"}, "places": 1, "cap": null,
              "firstDay": "2023-01-01", "lastDay": "2024-12-31", "areas": ["job"] }
            """
        try Data(terms.utf8).write(to: URL(filePath: scratch.path("terms.json")))
        for arguments in [
            ["init", "--administrator", "admin", "--programme", scratch.path("terms.json")],
            ["staff", "add", "kim", "--role", "caseworker", "--name", "Sagsbehandler"],
            ["participant", "enrol", "--on", "2023-01-01"],
            [
                "plan", "draft", "B01", "--goal", "a", "--wishes", "b", "--purpose", "c", "--item", "job:800000000:d",
                "--agreed", "2023-01-01",
            ],
            ["plan", "approve", "B01", "--on", "2023-01-01"],
            ["release", "B01", "--item", "1", "--all", "--on", "2023-01-01"],
        ] {
            let done = try Outside.run([program, "--ledger", scratch.path()] + arguments)
            try #require(done.status == 0, "\(arguments): \(done.errors)")
        }
        try append(vouchers)
    }

    /// Appends all entries in one transaction, past the rules but not past the fence.
    private func append(_ count: Int) throws {
        let ledger = try Ledger(path: scratch.path(), access: .recording)
        let now = try #require(Moment(iso: "2099-01-01T12:00:00Z"))
        let salt = String(repeating: "0", count: 32)
        let circumstances = Circumstances(now: { now }, today: { now.day }, salt: { salt })
        let appender = Appender(connection: ledger.connection, circumstances: circumstances)
        try ledger.connection.transaction(.immediate) { () throws(LedgerFailure) in
            for number in 0..<count {
                let day = Day("2023-01-02").advanced(by: number * 729 / count)
                let disbursement = Disbursement.of(
                    .ore(Int64(10_000 + number)), voucher: VoucherReference(stringLiteral: "2023/K-\(number)"), on: day)
                _ = try appender.append(
                    Entry(day: day, event: .money(.disbursed(disbursement, area: "job"))), by: "kim")
            }
        }
        ledger.close()
    }

    /// The program's peak memory while it wrote the report, in KiB.
    func peak(form: String, through: String) throws -> Int {
        try peak([
            "report", "--from", "2023-01-01", "--to", through, "--format", form, "--force", "--output",
            scratch.path("report." + form),
        ])
    }

    /// The program's peak memory while it drew a sample of a size, in KiB.
    func samplePeak(_ size: [String], through: String) throws -> Int {
        try peak(["sample", "--from", "2023-01-01", "--to", through, "--size"] + size)
    }

    private func peak(_ command: [String]) throws -> Int {
        let meter = URL(filePath: program).deletingLastPathComponent().appending(path: "MemoryMeter").path
        let told = try Outside.run([meter, program, "--ledger", scratch.path(), "--language", "da"] + command)
        try #require(told.status == 0, "\(command): \(told.errors)")
        let last = told.output.split(separator: "\n").last.map(String.init) ?? ""
        return try #require(Int(last.trimmingCharacters(in: .whitespacesAndNewlines)))
    }

    func size(of form: String) throws -> Int {
        try Data(contentsOf: URL(filePath: scratch.path("report." + form))).count
    }
}
