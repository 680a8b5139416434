import Foundation
import JSON
import MitBudget
import Testing

@testable import MitBudgetCLI

@Suite("All that is held on a citizen, with the documents")
struct DisclosureTests {
    private let world = try? TestWorld()
    /// Bytes that no text could hold.
    private static let scan = Data("%PDF-1.7\n".utf8) + Data((0..<20_000).map { UInt8(truncatingIfNeeded: $0 * 7) })

    /// A ledger in which entry 10 has two documents, one of them taken off, and entry 11 one that is erased.
    private func office() throws -> TestWorld {
        let world = try #require(world)
        world.now = try #require(Moment(iso: "2023-03-01T09:00:00Z"))
        try Self.scan.write(to: URL(filePath: world.folder + "/scan.pdf"))
        for (name, text) in [("betalt.txt", "Betalt i banken"), ("forkert.txt", "En andens"), ("cpr.txt", "Slettes")] {
            try world.write(text, to: name)
        }
        for line in [
            "init --administrator admin", "staff add kim --role caseworker --name Kim",
            "participant enrol --on 2023-01-02", "participant enrol --on 2023-01-02",
            "plan draft B01 --goal a --wishes b --purpose c --item job:45000:d --agreed 2023-01-10",
            "plan approve B01 --on 2023-01-15", "release B01 --item 1 --amount 40000 --on 2023-02-01",
            "disburse B01 --item 1 --amount 100 --voucher K-1 --payee P --on 2023-02-02",
            "disburse B01 --item 1 --amount 200 --voucher K-2 --payee P --on 2023-02-02",
            "voucher attach 8 FOLDER/scan.pdf", "voucher attach 8 FOLDER/betalt.txt --proof payment",
            "voucher attach 9 FOLDER/forkert.txt", "voucher attach 9 FOLDER/cpr.txt --proof payment",
            "voucher detach 9 --proof receipt --reason Forkert",
            "voucher detach 9 --proof payment --reason Forkert --erase",
        ] {
            let words = line.replacing("FOLDER", with: world.folder).split(separator: " ").map(String.init)
            let run = world.run(words)
            try #require(run.status == 0, "\(line): \(run.error)")
        }
        return world
    }

    private func names(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    }

    @Test("The folder holds what is printed without it, and each document that is still held, byte for byte")
    func folder() throws {
        let world = try office()
        let folder = world.folder + "/indsigt"
        let run = world.run(["participant", "disclose", "B01", "--output", folder + "/"])
        #expect(run.status == 0, "\(run.error)")
        #expect(
            try names(in: folder) == ["8-10-receipt.pdf", "8-11-payment.txt", "9-12-receipt.txt", "B01.txt"])
        #expect(try Data(contentsOf: URL(filePath: folder + "/8-10-receipt.pdf")) == Self.scan)
        #expect(try String(contentsOfFile: folder + "/9-12-receipt.txt", encoding: .utf8) == "En andens")
        let text = try String(contentsOfFile: folder + "/B01.txt", encoding: .utf8)
        for name in ["8-10-receipt.pdf", "8-11-payment.txt", "9-12-receipt.txt"] { #expect(text.contains(name)) }
        #expect(!text.contains("9-13-payment.txt") && !text.contains("\u{1B}"))
        for line in text.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
        var status = stat()
        #expect(lstat(folder, &status) == 0 && status.st_mode & 0o777 == 0o700)
        #expect(lstat(folder + "/8-10-receipt.pdf", &status) == 0 && status.st_mode & 0o777 == 0o600)
    }

    @Test("As JSON it tells of each document what the journal holds, and which are taken off or erased")
    func json() throws {
        let world = try office()
        let folder = world.folder + "/indsigt"
        let told = try JSON(
            parsing: world.run(["participant", "disclose", "B01", "--output", folder, "--format", "json"]).output)
        #expect(told["documents"] == 3 && told["folder"] == .string(folder))
        let printed = try JSON(parsing: world.run(["participant", "disclose", "B01", "--format", "json"]).output)
        let kept = try JSON(parsing: String(contentsOfFile: folder + "/B01.json", encoding: .utf8))
        for (disclosure, files) in [
            (printed, [JSON?.none, nil, nil, nil]),
            (kept, ["8-10-receipt.pdf", "8-11-payment.txt", "9-12-receipt.txt", .null]),
        ] {
            guard case .array(let documents)? = disclosure["documents"] else {
                Issue.record("no documents")
                return
            }
            #expect(documents.map { $0["entry"] } == [10, 11, 12, 13])
            #expect(documents.map { $0["of"] } == [8, 8, 9, 9])
            #expect(documents.map { $0["proof"] } == ["receipt", "payment", "receipt", "payment"])
            #expect(documents.map { $0["bytes"] } == [.integer(Int64(Self.scan.count)), 15, 9, 7])
            #expect(documents.map { $0["detached"] } == [false, false, true, true])
            #expect(documents.map { $0["erased"] } == [false, false, false, true])
            #expect(documents.map { $0["file"] } == files)
        }
    }

    @Test("Where the folder may not be made, nothing is recorded; where the command is refused, no folder is left")
    func refused() throws {
        let world = try office()
        let before = try names(in: world.folder)
        for arguments in [
            ["B01", "--output", world.folder + "/scan.pdf"], ["B01", "--output", world.folder + "/none/indsigt"],
            ["B09", "--output", world.folder + "/indsigt"],
            ["B01", "--output", world.folder + "/indsigt", "--as", "kim"],
        ] {
            let run = world.run(["participant", "disclose"] + arguments)
            #expect(run.status != 0 && run.heads.before == run.heads.after, "\(arguments)")
            #expect(try names(in: world.folder) == before, "\(arguments)")
        }
    }
}
