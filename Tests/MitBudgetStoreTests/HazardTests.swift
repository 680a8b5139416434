import Files
import Foundation
import Glibc
import MitBudget
import SQLite
import TestSupport
import Testing

@testable import MitBudgetStore

/// Files beside a ledger, and mishaps while it is open, that would lose entries or bring in others.
@Suite("What lies beside a ledger")
struct HazardTests {
    private let shelf: Shelf

    init() throws {
        shelf = try Shelf()
    }

    /// Expects every way to open the ledger to fail for one reason, with no byte changed.
    private func expect(_ hazard: LedgerFailure.Hazard, _ comment: Comment? = nil) throws {
        let before = try Data(contentsOf: URL(filePath: shelf.path))
        for access in [Ledger.Access.reading, .recording, .checking] {
            #expect(throws: LedgerFailure.unsafe(path: shelf.path, hazard), comment) {
                try Ledger.with(path: shelf.path, access: access) { _ throws(LedgerFailure) in }
            }
        }
        #expect(throws: (any Error).self) { try shelf.restore("copy.sqlite", acceptsLoss: true) }
        #expect(try Data(contentsOf: URL(filePath: shelf.path)) == before)
    }

    @Test("A ledger of two names is refused under both, since neither knows of the other's log")
    func linked() throws {
        try shelf.backup(to: "copy.sqlite")
        #expect(link(shelf.path, shelf.name("other.sqlite")) == 0)
        try expect(.linked(names: 2))
        #expect(throws: LedgerFailure.unsafe(path: shelf.name("other.sqlite"), .linked(names: 2))) {
            try Ledger(path: shelf.name("other.sqlite"), access: .recording)
        }
        try FileManager.default.removeItem(atPath: shelf.name("other.sqlite"))
        #expect(try shelf.findings() == [])
    }

    @Test("A rollback journal beside a ledger is not played back")
    func journal() throws {
        try shelf.backup(to: "copy.sqlite")
        // A journal that would roll the file back: SQLite's own, of a change that was under way.
        let twin = shelf.name("twin.sqlite")
        try FileManager.default.copyItem(atPath: shelf.path, toPath: twin)
        let other = try Connection(path: twin, access: .readWrite, busyMilliseconds: 0)
        try other.script("PRAGMA journal_mode = DELETE; PRAGMA cache_size = 1; BEGIN; CREATE TABLE t (a);")
        for _ in 0..<50 { try other.script("INSERT INTO t VALUES (zeroblob(4000))") }
        try FileManager.default.copyItem(atPath: twin + "-journal", toPath: shelf.path + "-journal")
        try other.close()
        try expect(.journal(path: shelf.path + "-journal"))
        try FileManager.default.removeItem(atPath: shelf.path + "-journal")
        #expect(try shelf.findings() == [])
    }

    @Test("A log that is a link, or has a second name, or is no file is not taken in", arguments: ["-wal", "-shm"])
    func odd(suffix: String) throws {
        try shelf.backup(to: "copy.sqlite")
        let log = shelf.path + suffix
        try Data().write(to: URL(filePath: shelf.name("elsewhere")))
        symlink(shelf.name("elsewhere"), log)
        try expect(.oddLog(path: log), "a link")
        unlink(log)
        #expect(link(shelf.name("elsewhere"), log) == 0)
        try expect(.linkedLog(path: log, names: 2), "a second name")
        unlink(log)
        mkfifo(log, 0o600)
        try expect(.oddLog(path: log), "a FIFO")
        unlink(log)
        mkdir(log, 0o700)
        try expect(.oddLog(path: log), "a folder")
        rmdir(log)
        #expect(try shelf.findings() == [])
    }

    @Test(
        "A log of someone who is not of the ledger's group is not taken in, whatever group a folder gave it",
        .enabled(if: geteuid() == 0, "only the superuser can give a file to another"), arguments: ["-wal", "-shm"])
    func strangers(suffix: String) throws {
        try shelf.backup(to: "copy.sqlite")
        let log = shelf.path + suffix
        try Data().write(to: URL(filePath: log))
        #expect(chown(log, 12_345, 12_345) == 0)
        try expect(.strangersLog(path: log))
        let member = try #require(getpwnam("daemon")).pointee
        #expect(chown(shelf.path, getuid(), member.pw_gid) == 0)
        #expect(chown(log, member.pw_uid, 12_345) == 0)
        try expect(.strangersLog(path: log), "the ledger is its owner's alone")
        #expect(chmod(shelf.path, 0o660) == 0)
        #expect(chown(log, 12_345, member.pw_gid) == 0)
        try expect(.strangersLog(path: log), "a folder may hand its group to anyone")
        #expect(chown(log, member.pw_uid, 12_345) == 0)
        #expect(try shelf.findings() == [], "a member's, in a folder that is not the group's")
        #expect(chown(log, 0, 0) == 0)
        #expect(try shelf.findings() == [], "root's")
    }

    @Test("A ledger whose log was switched off is not opened, and nothing says to move its journal away")
    func rollbackMode() throws {
        try shelf.backup(to: "copy.sqlite")
        func set(_ mode: String) throws {
            let done = try Outside.sqlite(shelf.path, "PRAGMA journal_mode = \(mode);")
            #expect(done.errors.isEmpty, "\(done)")
        }
        try set("DELETE")
        for access in [Ledger.Access.reading, .recording] {
            #expect(throws: LedgerFailure.unsafe(path: shelf.path, .rollbackMode)) {
                try Ledger.with(path: shelf.path, access: access) { _ throws(LedgerFailure) in }
            }
        }
        #expect(try shelf.findings() == [.schemaAltered("journal_mode")])
        // A crash in the middle of a change leaves a journal by which the file must be rolled back.
        let twin = shelf.name("twin.sqlite")
        let other = try Connection(path: shelf.path, access: .readWrite, busyMilliseconds: 0)
        try other.script("PRAGMA cache_size = 1; BEGIN; CREATE TABLE t (a);")
        for _ in 0..<50 { try other.script("INSERT INTO t VALUES (zeroblob(4000))") }
        for suffix in ["", "-journal"] {
            try FileManager.default.copyItem(atPath: shelf.path + suffix, toPath: twin + suffix)
        }
        try other.close()
        for suffix in ["", "-journal"] {
            unlink(shelf.path + suffix)
            try FileManager.default.moveItem(atPath: twin + suffix, toPath: shelf.path + suffix)
        }
        try expect(.rollbackMode)
        try set("WAL")
        #expect(try shelf.findings() == [])
    }

    @Test("A stray log of a new ledger's or copy's name keeps it from being made", arguments: DatabaseFile.suffixes)
    func stray(suffix: String) throws {
        let path = shelf.name("new.sqlite")
        try Data("left".utf8).write(to: URL(filePath: path + suffix))
        let failure = LedgerFailure.unmade(path: path, .strayLog(path + suffix))
        #expect(throws: failure) { try shelf.backup(to: "new.sqlite") }
        #expect(throws: failure) {
            try Ledger.create(
                path: path, programme: .terms(), administrator: Desk.administrator, under: shelf.desk.circumstances)
        }
        #expect(throws: failure) {
            try Ledger.consider(
                .terms(), administrator: Desk.administrator, today: .enrolment, path: path)
        }
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    // MARK: Moved meanwhile

    /// What can happen to a ledger while a command is under way.
    enum Mishap: String, CaseIterable {
        case moved, replaced, deleted, logMoved

        func happen(to path: String) {
            switch self {
            case .moved: rename(path, path + ".away")
            case .replaced:
                rename(path, path + ".away")
                try? FileManager.default.copyItem(atPath: path + ".away", toPath: path)
            case .deleted: unlink(path)
            case .logMoved: rename(path + "-wal", path + ".away")
            }
        }
    }

    @Test("What is recorded while the ledger or its log is moved away is not reported", arguments: Mishap.allCases)
    func moved(mishap: Mishap) throws {
        let enrol = Command.enrol(name: nil, caseNumber: nil, on: "2024-02-01")
        let caller = Caller(account: "login", claim: .caseworker)
        for many in [false, true] {
            let shelf = try Shelf()
            let ledger = try Ledger(path: shelf.path, access: .recording)
            defer { ledger.close() }
            var isTold = false
            let calm = shelf.desk.circumstances
            let circumstances = Circumstances(
                now: {
                    mishap.happen(to: shelf.path)
                    return calm.now()
                }, today: calm.today, salt: calm.salt, committed: { _ in isTold = true })
            #expect(throws: LedgerFailure.moved(path: shelf.path), "\(many)") {
                if many {
                    try ledger.recordMany(under: circumstances) { recorder throws(LedgerFailure) in
                        _ = try recorder.record(enrol, by: caller)
                        return true
                    }
                } else {
                    _ = try ledger.record(enrol, by: caller, under: circumstances)
                }
            }
            #expect(!isTold)
        }
    }

    @Test("Each commit is told once, when it stands: of many commands the last, of a restore and an opening too")
    func committed() throws {
        var told: [Int64] = []
        let calm = shelf.desk.circumstances
        let circumstances = Circumstances(
            now: calm.now, today: calm.today, salt: calm.salt, committed: { told.append($0.number.value) })
        try shelf.backup(to: "copy.sqlite")
        let before = try Ledger.with(path: shelf.path, access: .reading) { ledger throws(LedgerFailure) in
            try ledger.anchor().number.value
        }
        let enrol = Command.enrol(name: nil, caseNumber: nil, on: "2024-02-01")
        let caller = Caller(account: "login", claim: .caseworker)
        try Ledger.with(path: shelf.path, access: .recording) { ledger throws(LedgerFailure) in
            _ = try ledger.record(enrol, by: caller, under: circumstances)
            try ledger.recordMany(under: circumstances) { recorder throws(LedgerFailure) in
                for _ in 0..<3 { try recorder.record(enrol, by: caller) }
                return true
            }
            try ledger.recordMany(under: circumstances) { recorder throws(LedgerFailure) in
                try recorder.record(enrol, by: caller)
                return false
            }
            _ = try? ledger.record(.approve("B77", on: .approval), by: caller, under: circumstances)
        }
        #expect(told == [before + 1, before + 4])
        told = []
        let order = RestoreOrder(
            copy: shelf.name("copy.sqlite"), claims: [], acceptsLoss: true, isDry: false, standIn: "Igen", root: nil)
        _ = try Ledger.restore(order, to: shelf.path, by: Shelf.administrator, under: circumstances)
        #expect(told == [before + 1])
        told = []
        _ = try Ledger.create(
            path: shelf.name("new.sqlite"), programme: .terms(), administrator: Desk.administrator,
            under: circumstances
        ) { ledger, _ throws(LedgerFailure) in
            try ledger.recordMany(under: circumstances) { recorder throws(LedgerFailure) in
                let kim = StaffMember(id: .caseworker, role: .caseworker, account: "login", name: nil)
                try recorder.record(.addStaff(kim), by: Shelf.administrator)
                return true
            }
            #expect(told == [], "it has no name yet")
            return true
        }
        #expect(told == [2])
    }
}
