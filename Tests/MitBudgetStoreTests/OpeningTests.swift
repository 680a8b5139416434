import Files
import Foundation
import Glibc
import MitBudget
import SQLite
import TestSupport
import Testing

@testable import MitBudgetStore

/// Files that are not ledgers, or no longer: each kind is recognised and none is changed.
@Suite("Opening")
struct OpeningTests {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
    }

    /// Expects both ways of opening a file to fail, without a change to the file or a new one beside it.
    private func expect(_ failure: (LedgerFailure) -> Bool, _ path: String, _ comment: Comment? = nil) throws {
        let file = URL(filePath: path)
        let before = try? Data(contentsOf: file)
        let names = names()
        for access in [Ledger.Access.reading, .recording] {
            let error = try #require(throws: LedgerFailure.self, comment) {
                try Ledger(path: path, access: access, patienceMilliseconds: 0)
            }
            #expect(failure(error), "\(error)")
        }
        #expect((try? Data(contentsOf: file)) == before)
        #expect(self.names() == names)
    }

    /// The names in the scratch folder; the folder around it is everyone's.
    private func names() -> [String]? {
        try? FileManager.default.contentsOfDirectory(atPath: scratch.folder.path).sorted()
    }

    /// A ledger's bytes in a file of their own, changed.
    private func ledger(_ change: (inout Data) -> Void = { _ in }) throws -> String {
        let desk = try Desk()
        try desk.course()
        desk.ledger.close()
        var bytes = try Data(contentsOf: URL(filePath: desk.path))
        change(&bytes)
        try bytes.write(to: URL(filePath: scratch.path()))
        chmod(scratch.path(), 0o600)
        return scratch.path()
    }

    @Test("A file that is no database is no ledger, an empty one included", arguments: ["", "Dette er en tekst.\n"])
    func noDatabase(contents: String) throws {
        let path = scratch.path()
        try Data(contents.utf8).write(to: URL(filePath: path))
        try expect({ $0 == .notALedger(path: path) }, path)
    }

    @Test("Another program's database is no ledger")
    func anotherDatabase() throws {
        let path = scratch.path()
        let other = try Connection(path: path, access: .create, busyMilliseconds: 0)
        try other.script("CREATE TABLE journal (seq INTEGER PRIMARY KEY); INSERT INTO journal VALUES (1);")
        try other.close()
        try expect({ $0 == .notALedger(path: path) }, path)
    }

    @Test("A file cut short is damaged, or no ledger where not even its first hundred bytes are left")
    func cutShort() throws {
        let path = try ledger { $0 = $0.prefix(99) }
        try expect({ $0 == .notALedger(path: path) }, path)
        for count in [100, 512, 4096] {
            try expect({ $0.isDamage }, try ledger { $0 = $0.prefix(count) }, "\(count) bytes")
        }
        let half = try ledger { $0 = $0.prefix($0.count / 2) }
        try expect({ $0.isDamage }, half)
    }

    @Test("A page of zeros is told, wherever it lies, on opening or by verification")
    func zeros() throws {
        var count = 0
        _ = try ledger { count = $0.count / 4096 }
        #expect(count > 20)
        for page in 1..<count {
            let path = try ledger { $0.replaceSubrange(page * 4096..<(page + 1) * 4096, with: Data(count: 4096)) }
            let before = try Data(contentsOf: URL(filePath: path))
            do throws(LedgerFailure) {
                let ledger = try Ledger(path: path, access: .reading, patienceMilliseconds: 0)
                defer { ledger.close() }
                #expect(try ledger.verify().findings.contains { $0.id == .fileDamaged }, "page \(page + 1)")
            } catch {
                #expect(error.isDamage, "page \(page + 1): \(error)")
            }
            #expect(try Data(contentsOf: URL(filePath: path)) == before)
        }
    }

    @Test("A ledger of an earlier or later version is left to its program", arguments: [-1, 1] as [Int64])
    func other(step: Int64) throws {
        let path = try ledger()
        let connection = try Connection(path: path, access: .readWrite, busyMilliseconds: 0)
        try connection.script(unsafeSQL: "PRAGMA user_version = \(Schema.version + step)")
        try connection.close()
        let before = try Data(contentsOf: URL(filePath: path))
        try expect({ $0 == .otherSchema(found: Schema.version + step, known: Schema.version) }, path)
        #expect(try Data(contentsOf: URL(filePath: path)) == before)
    }

    @Test("A ledger that says it is of a version that there never was is altered")
    func never() throws {
        let path = try ledger()
        let connection = try Connection(path: path, access: .readWrite, busyMilliseconds: 0)
        try connection.script("PRAGMA user_version = 0")
        try connection.close()
        try expect({ $0 == .damaged(.schema(["user_version"])) }, path)
    }

    @Test("A folder, a FIFO and a symbolic link are no ledgers, even where the link leads to one")
    func otherKinds() throws {
        let folder = scratch.folder.path
        try expect({ $0 == .notOrdinary(path: folder, .other) }, folder)
        let (fifo, link) = (scratch.path("fifo"), scratch.path("link"))
        #expect(mkfifo(fifo, 0o600) == 0)
        for access in [Ledger.Access.reading, .recording] {
            #expect(throws: LedgerFailure.notOrdinary(path: fifo, .other)) { try Ledger(path: fifo, access: access) }
        }
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: try ledger())
        try expect({ $0 == .notOrdinary(path: link, .link) }, link)
    }

    @Test("A missing file is missing, and so is one in a missing folder or below a file")
    func missing() throws {
        let path = try ledger()
        for missing in [scratch.path("none"), scratch.path("none/ledger"), path + "/ledger"] {
            try expect({ $0 == .missing(path: missing) }, missing)
        }
    }

    @Test("A file that may not be read says so", .enabled(if: geteuid() != 0, "the superuser may read everything"))
    func unreadable() throws {
        let path = try ledger()
        #expect(chmod(path, 0) == 0)
        try expect({ $0 == .system(call: "open", errno: EACCES) }, path)
    }

    @Test("A ledger that another holds for itself is busy")
    func locked() throws {
        let path = try ledger()
        let other = try Connection(path: path, access: .readWrite, busyMilliseconds: 0)
        try other.script("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; SELECT count(*) FROM journal;")
        for patience: Int32 in [0, 30] {
            let error = try #require(throws: LedgerFailure.self) {
                try Ledger(path: path, access: .recording, patienceMilliseconds: patience)
            }
            #expect(error.sqlite?.kind == .busy, "\(error)")
        }
        try other.close()
        let ledger = try Ledger(path: path, access: .reading)
        #expect(try ledger.verify().isClean)
    }

    @Test("While another writes, reading goes on and recording is busy, without a trace")
    func writing() throws {
        let desk = try Desk()
        let other = try Connection(path: desk.path, access: .readWrite, busyMilliseconds: 0)
        try other.script("BEGIN IMMEDIATE")
        let reader = try Ledger(path: desk.path, access: .reading, patienceMilliseconds: 0)
        #expect(try reader.verify().entries == 5)
        let error = try #require(throws: LedgerFailure.self) {
            try desk.record(.enrol(name: "Navn", caseNumber: nil, on: .enrolment))
        }
        #expect(error.sqlite?.kind == .busy)
        try other.script("ROLLBACK")
        #expect(try desk.record(.enrol(name: "Navn", caseNumber: nil, on: .enrolment)).number == 6)
        #expect(try desk.findings() == [])
    }

    @Test("A new ledger never takes the place of anything, not even of a link that leads nowhere")
    func existing() throws {
        let (path, link) = (try ledger(), scratch.path("link"))
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: scratch.path("nowhere"))
        for taken in [path, link, scratch.folder.path] {
            let before = try? Data(contentsOf: URL(filePath: taken))
            #expect(throws: LedgerFailure.unmade(path: taken, .exists)) {
                try Ledger.create(
                    path: taken, programme: .terms(), administrator: Desk.administrator,
                    under: Circumstances(now: { .unixEpoch }, today: { .enrolment }, salt: Salts().next))
            }
            #expect((try? Data(contentsOf: URL(filePath: taken))) == before)
        }
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path).sorted() == [
                "ledger.sqlite", "link",
            ])
    }

    @Test("A ledger opened only to be read cannot be written through")
    func reading() throws {
        let desk = try Desk()
        let reader = try Ledger(path: desk.path, access: .reading)
        let error = try #require(throws: LedgerFailure.self) {
            try reader.record(
                .enrol(name: nil, caseNumber: nil, on: .enrolment), by: Caller(account: "login", claim: .caseworker),
                under: desk.circumstances)
        }
        #expect(error.sqlite?.kind == .readOnly, "\(error)")
    }
}

extension LedgerFailure {
    /// SQLite's failure, if this is one.
    fileprivate var sqlite: SQLiteFailure? {
        if case .sqlite(let failure) = self { failure } else { nil }
    }

    /// Whether it says that the file is damaged.
    fileprivate var isDamage: Bool {
        switch self {
        case .damaged: true
        case .sqlite(let failure): [.corrupt, .notADatabase, .mismatch].contains(failure.kind)
        case .refused, .ambiguous, .missing, .unmade, .notALedger, .notOrdinary, .exposed, .unsafe, .moved, .unswept,
            .unwritable, .unsound, .copy, .unrestorable, .otherSchema, .noSuchEntry, .contradicted, .clockNotAccepted,
            .system:
            false
        }
    }
}
