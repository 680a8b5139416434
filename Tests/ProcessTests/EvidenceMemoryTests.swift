import Foundation
import SQLite
import TestSupport
import Testing

/// The program itself erases in little memory, however large the documents in the file are together.
@Suite("Memory beside many documents")
struct EvidenceMemoryTests {
    /// The promise is 256 MiB with any number of documents. These are more than that; a copy of them in memory shows.
    static let most = 64 * 1024
    private let office: Office

    /// A ledger that no one attached these documents to by the program, which takes longer than to erase them.
    init() throws {
        office = try Office()
        let connection = try Connection(path: office.ledger, access: .readWrite, busyMilliseconds: 0)
        try connection.script("BEGIN")
        for id in 1...24 {
            try connection.run("INSERT INTO evidence VALUES (?, 'B01', 'salt', randomblob(12 << 20))", Int64(id))
        }
        try connection.script("COMMIT")
        try connection.close()
    }

    @Test(
        "Erasing hundreds of mebibytes, or little beside them, takes a few documents' memory", arguments: [true, false])
    func erases(isOfAll: Bool) throws {
        if !isOfAll {
            let enrolled = try office.run(["participant", "enrol", "--on", "2023-01-03", "--as", "kim"])
            try #require(enrolled.status == 0, "\(enrolled.errors)")
        }
        let meter = URL(filePath: office.program).deletingLastPathComponent().appending(path: "MemoryMeter").path
        let told = try Outside.run(
            [meter, office.program, "--ledger", office.ledger, "participant", "erase", isOfAll ? "B01" : "B02"]
                + ["--reason", "Ønske", "--override", "Dom", "--as", "admin"], environment: office.environment)
        try #require(told.status == 0, "\(told.errors)")
        let peak = try #require(
            told.output.split(separator: "\n").last.flatMap { Int($0.trimmingCharacters(in: .whitespaces)) })
        print("participant erase beside 288 MiB of documents: \(peak) KiB")
        #expect(peak <= Self.most)
        #expect(try office.integers("SELECT count(*) FROM evidence WHERE bytes IS NULL") == [isOfAll ? 24 : 0])
    }
}
