import Foundation
import Glibc
import TestSupport
import Testing

@Suite("A handover, checked in a folder without the program")
struct HandoverTests {
    private static let script = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Docs/check-journal.sh").standardized.path

    private let office: Office
    private var folder: String { office.scratch.path("given") }

    /// An office with a disbursement that has two documents, of which one holds every byte, and an expense with one.
    init() throws {
        office = try Office()
        try Data(("%PDF-1.7\n".utf8) + (0...255).map { UInt8($0) })
            .write(to: URL(filePath: office.scratch.path("receipt.pdf")))
        try Data("Betalt 4.500,00 kr. – Ærø\n".utf8).write(to: URL(filePath: office.scratch.path("payment.txt")))
        for command in [
            ["staff", "add", "rev", "--role", "auditor", "--name", "Revisor"],
            [
                "disburse", "B01", "--item", "1", "--amount", "4500", "--voucher", "2023-1", "--payee", "Skolen",
                "--on", "2023-02-03",
            ],
            ["voucher", "attach", "8", office.scratch.path("receipt.pdf")],
            ["voucher", "attach", "8", office.scratch.path("payment.txt"), "--proof", "payment"],
        ] {
            let done = try office.run(command)
            try #require(done.status == 0, "\(command): \(done.errors)")
        }
    }

    private func handOver(_ options: [String] = []) throws {
        let done = try office.run(["handover", folder, "--year", "2023", "--as", "rev"] + options)
        try #require(done.status == 0, "\(done)")
    }

    private static let evidence = ["--with-evidence", "--purpose", "Revision af 2023"]

    /// Runs what the page says, where there is neither the program nor the ledger.
    private func check(_ command: [String]) throws -> Outside {
        try Outside.run(
            command, folder: URL(filePath: folder), environment: ["PATH": "/usr/bin:/bin", "MITBUDGET_LEDGER": ""])
    }

    private func checkManifest() throws -> Outside { try check(["sha256sum", "--check", "--strict", "MANIFEST"]) }
    private func checkJournal() throws -> Outside { try check(["sh", "check-journal.sh"]) }

    private func change(_ name: String, _ change: (inout [UInt8]) -> Void) throws {
        let file = URL(filePath: folder).appending(path: name)
        var bytes = Array(try Data(contentsOf: file))
        change(&bytes)
        try Data(bytes).write(to: file)
    }

    @Test("All of it is in order, and each file is in the manifest and its owner's alone")
    func sound() throws {
        try handOver(Self.evidence)
        let anchor = try office.run(["anchor"]).output
        let manifest = try checkManifest()
        #expect(manifest.status == 0, "\(manifest)")
        let journal = try checkJournal()
        #expect(journal.status == 0 && journal.errors.isEmpty, "\(journal)")
        #expect(journal.output.hasPrefix("in order: 11 entries, anchor \(anchor)"), "\(journal)")
        #expect(journal.output.contains("every document (2)"), "\(journal)")
        var names: Set<String> = []
        let walk = try #require(FileManager.default.enumerator(atPath: folder))
        for case let name as String in walk {
            let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/" + name)
            let isFolder = attributes[.type] as? FileAttributeType == .typeDirectory
            #expect(attributes[.posixPermissions] as? Int == (isFolder ? 0o700 : 0o600), "\(name)")
            if !isFolder { names.insert(name) }
        }
        let told = try String(contentsOfFile: folder + "/MANIFEST", encoding: .utf8).split(separator: "\n")
        #expect(Set(told.map { String($0.dropFirst(66)) } + ["MANIFEST"]) == names)
        #expect(names.contains("evidence/8-9-receipt.pdf") && names.contains("evidence/8-10-payment.txt"))
        let receipt = URL(filePath: office.scratch.path("receipt.pdf"))
        #expect(
            try Data(contentsOf: URL(filePath: folder + "/evidence/8-9-receipt.pdf")) == Data(contentsOf: receipt))
    }

    @Test("Reports and list are byte for byte what the program prints to the same entry")
    func same() throws {
        try handOver()
        for (name, command) in [
            ("report.html", ["report", "--year", "2023", "--format", "html"]),
            ("report.csv", ["report", "--year", "2023", "--format", "csv"]),
            ("report.json", ["report", "--year", "2023", "--format", "json"]),
            ("vouchers.csv", ["voucher", "list", "--from", "2023-01-01", "--to", "2023-12-31", "--format", "csv"]),
        ] {
            let printed = try office.run(command)
            let given = try Data(contentsOf: URL(filePath: folder + "/" + name))
            #expect(printed.status == 0 && Data(printed.output.utf8) == given, "\(name)")
        }
        #expect(
            try Data(contentsOf: URL(filePath: folder + "/check-journal.sh"))
                == Data(contentsOf: URL(filePath: Self.script)))
        #expect(!FileManager.default.fileExists(atPath: folder + "/evidence"))
        let journal = try String(contentsOfFile: folder + "/journal.txt", encoding: .utf8)
        for text in ["Skolen", "Et job", "Revision af 2023"] { #expect(!journal.contains(text)) }
    }

    @Test("A byte of the journal that is altered is found, wherever it stands")
    func alteredJournal() throws {
        try handOver()
        let sound = try String(contentsOfFile: folder + "/journal.txt", encoding: .utf8)
        let lines = sound.split(separator: "\n", omittingEmptySubsequences: false)
        // Each of the eight lines of entry 8, by its first byte.
        for line in 56..<64 {
            let place = lines[..<line].reduce(0) { $0 + $1.utf8.count + 1 }
            try change("journal.txt") { bytes in bytes[place] = bytes[place] == 0x30 ? 0x31 : 0x30 }
            let found = try checkJournal()
            #expect(found.status == 1 && found.errors.contains("entry 8"), "line \(line): \(found)")
            #expect(try checkManifest().status != 0)
            try Data(sound.utf8).write(to: URL(filePath: folder + "/journal.txt"))
        }
        #expect(try checkJournal().status == 0)
    }

    @Test("A journal that is cut off, misses an entry, or hides something from the shell is found")
    func cutOff() throws {
        try handOver()
        let sound = try Data(contentsOf: URL(filePath: folder + "/journal.txt"))
        let lines = sound.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let missing = lines[..<32] + lines[40...]
        let changes: [(String, Data)] = [
            ("end where an entry does", sound.dropLast()), ("end where an entry does", sound.dropLast(65)),
            ("entry 5 is missing", Data(missing.joined(separator: [UInt8(ascii: "\n")]))),
            ("control character", sound + [0]), ("control character", Data([0]) + sound),
            ("control character", sound.prefix(500) + [0x0D] + sound.dropFirst(500)),
            ("no entries", Data("\n".utf8)), ("no entries", Data()),
        ]
        for (message, bytes) in changes.dropLast(2) {
            try bytes.write(to: URL(filePath: folder + "/journal.txt"))
            let found = try checkJournal()
            #expect(found.status == 1 && found.errors.contains(message), "\(message): \(found)")
            #expect(!found.output.contains("in order"))
        }
        for (_, bytes) in changes.suffix(2) {
            try bytes.write(to: URL(filePath: folder + "/journal.txt"))
            #expect(try checkJournal().status == 1)
        }
    }

    @Test("A document that is altered, swapped, removed, added or sealed anew is found")
    func alteredDocuments() throws {
        let (receipt, payment, seals) = ("evidence/8-9-receipt.pdf", "evidence/8-10-payment.txt", "evidence/SEALS")
        let changes: [(String, (String) throws -> Void)] = [
            ("8-9-receipt.pdf is not the document", { _ in try change(receipt) { $0[20] ^= 1 } }),
            ("8-9-receipt.pdf is not the document", { _ in try change(receipt) { $0.removeLast() } }),
            (
                "is not the document",
                { folder in
                    rename(folder + "/" + receipt, folder + "/x")
                    rename(folder + "/" + payment, folder + "/" + receipt)
                    rename(folder + "/x", folder + "/" + payment)
                }
            ),
            ("8-10-payment.txt is missing", { folder in unlink(folder + "/" + payment) }),
            ("SEALS does not name", { folder in try Data("x".utf8).write(to: URL(filePath: folder + "/evidence/x")) }),
            ("SEALS does not name", { _ in try change(seals) { $0.removeLast() } }),
            // A seal that fits the document, but stands in no entry.
            (
                "entry 9 holds no such seal",
                { folder in
                    let salt = "00000000000000000000000000000000"
                    let seal = try Outside.run(
                        ["sh", "-c", "{ echo \(salt); cat '\(folder)/\(receipt)'; } | sha256sum"]
                    ).output.prefix(64)
                    try Data("9 \(seal) \(salt) 8-9-receipt.pdf\n".utf8)
                        .write(to: URL(filePath: folder + "/" + seals))
                    unlink(folder + "/" + payment)
                }
            ),
            (
                "has no name of a file",
                { _ in
                    try change(seals) {
                        $0 = Array(String(decoding: $0, as: UTF8.self).replacing("8-9-", with: "../8-9-").utf8)
                    }
                }
            ),
        ]
        for (message, change) in changes {
            try handOver(Self.evidence)
            #expect(try checkJournal().status == 0)
            try change(folder)
            let found = try checkJournal()
            #expect(found.status == 1 && found.errors.contains(message), "\(message): \(found)")
            try FileManager.default.removeItem(atPath: folder)
        }
    }

    @Test("Documents that were detached or erased, and those of other days, are not handed over")
    func others() throws {
        let payment = office.scratch.path("payment.txt")
        for command in [
            ["staff", "add", "kons", "--role", "consultant", "--name", "Konsulent"],
            [
                "expense", "--post", "project", "--amount", "5", "--voucher", "P-1", "--payee", "x", "--on",
                "2024-01-02",
            ],
            ["voucher", "attach", "12", payment],
            ["voucher", "detach", "8", "--proof", "payment", "--reason", "Forkert"],
        ] {
            let done = try office.run(command)
            try #require(done.status == 0, "\(command): \(done.errors)")
        }
        try handOver(Self.evidence)
        #expect(try documents() == ["8-9-receipt.pdf", "SEALS"])
        try FileManager.default.removeItem(atPath: folder)
        let erased = try office.run([
            "voucher", "detach", "8", "--proof", "receipt", "--reason", "CPR", "--erase", "--as", "admin",
        ])
        try #require(erased.status == 0, "\(erased)")
        try handOver(Self.evidence)
        #expect(try documents() == ["SEALS"])
        #expect(try checkJournal().output.contains("every document (0)"))
    }

    private func documents() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder + "/evidence").sorted()
    }

    @Test("Where the recipients are no people, anyone gets the documents without a purpose, and nothing is recorded")
    func noPeople() throws {
        let made = try office.run(["demo", office.scratch.path("demo"), "--programme", "aarhus-13-initiativer"])
        try #require(made.status == 0, "\(made)")
        let ledger = ["--ledger", office.scratch.path("demo") + "/mit-budget.sqlite"]
        let spent = try office.run(ledger + ["journal", "--kind", "disbursement", "--last", "1", "--format", "csv"])
        let entry = String(spent.output.split(separator: "\r\n").last?.prefix { $0 != "," } ?? "")
        let attached = try office.run(
            ledger + ["voucher", "attach", entry, office.scratch.path("payment.txt"), "--as", "sagsbehandler"])
        try #require(attached.status == 0, "\(attached)")
        let anchor = try office.run(ledger + ["anchor"]).output
        let given = try office.run(
            ledger + ["handover", folder, "--from", "2000-01-01", "--to", "2099-12-31", "--with-evidence"]
                + ["--as", "konsulent"])
        #expect(given.status == 0, "\(given)")
        #expect(try documents().count == 2)
        #expect(try checkJournal().output.contains("anchor \(anchor)"))
    }

    @Test("Where there is no room, nothing is left of the folder")
    func full() throws {
        // No file may grow beyond 10 KiB, and the page does.
        let full = try Outside.run(
            ["sh", "-c", "ulimit -f 20; exec \"$0\" handover \"$1\" --year 2023 --as rev", office.program, folder],
            environment: office.environment)
        #expect(full.status == 74, "\(full)")
        #expect(try left() == [])
    }

    @Test("A signal leaves nothing of the folder, however many files it has", arguments: [SIGINT, SIGTERM, SIGHUP])
    func interrupted(number: Int32) throws {
        let lines = (1...3000).map { #"{"command":"staff add","id":"s\#($0)","role":"auditor","name":"x"}"# }
        try Data(lines.joined(separator: "\n").utf8).write(to: URL(filePath: office.scratch.path("lines.jsonl")))
        let done = try office.run(["import", office.scratch.path("lines.jsonl"), "--as", "admin"])
        try #require(done.status == 0, "\(done)")
        let process = Process()
        process.executableURL = URL(filePath: office.program)
        process.environment = office.environment
        process.arguments = ["handover", folder, "--year", "2023", "--as", "rev"]
        process.standardError = Pipe()
        process.standardOutput = Pipe()
        try process.runWithAllSignals()
        var found: [String] = []
        for _ in 0..<60_000 where process.isRunning {
            usleep(1000)
            let draft = try left().first
            found = try draft.map { try FileManager.default.contentsOfDirectory(atPath: office.scratch.path($0)) } ?? []
            if found.contains("README.html") { break }
        }
        #expect(found.contains("README.html"))
        kill(process.processIdentifier, number)
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == number)
        #expect(try left() == [])
    }

    /// What there is of the folder, or of a draft of it.
    private func left() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: office.scratch.folder.path).filter { $0.hasPrefix("given") }
    }
}
