import CSQLite
import Foundation
import SQLite
import Testing

@Suite struct FailureTests {
    @Test(
        "Every code has its kind, however it is extended",
        arguments: [
            (SQLITE_BUSY, .busy), (SQLITE_LOCKED, .busy), (SQLITE_PROTOCOL, .busy), (SQLITE_CONSTRAINT, .constraint),
            (SQLITE_CORRUPT, .corrupt), (SQLITE_NOTADB, .notADatabase), (SQLITE_CANTOPEN, .cannotOpen),
            (SQLITE_FULL, .full), (SQLITE_IOERR, .inputOutput), (SQLITE_READONLY, .readOnly),
            (SQLITE_PERM, .permission),
            (SQLITE_AUTH, .permission), (SQLITE_INTERRUPT, .interrupted), (SQLITE_MISMATCH, .mismatch),
            (SQLITE_ERROR, .mismatch), (SQLITE_SCHEMA, .mismatch), (SQLITE_MISUSE, .other),
        ] as [(Int32, SQLiteFailure.Kind)])
    func kinds(code: Int32, kind: SQLiteFailure.Kind) {
        for extended in [code, code | 3 << 8] {
            let failure = SQLiteFailure(code: extended, message: "")
            #expect(failure.kind == kind)
            #expect(failure.primaryCode == code)
        }
    }

    @Test func `A second writer is told that the database is busy`() throws {
        let scratch = try Scratch()
        let first = try scratch.open()
        try first.script("CREATE TABLE t (a); BEGIN IMMEDIATE")
        let second = try scratch.open()
        #expect(try failure { try second.run("INSERT INTO t VALUES (1)") }.kind == .busy)
        try first.run("COMMIT")
        #expect(try second.run("INSERT INTO t VALUES (1)") == 1)
    }

    @Test func `A second writer that may wait gets its turn when the first is done`() throws {
        let scratch = try Scratch()
        let path = scratch.path()
        let (isHeld, isAwaited) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        Thread.detachNewThread {
            let first = try? Connection(path: path, access: .create, busyMilliseconds: 0)
            try? first?.script("BEGIN IMMEDIATE")
            isHeld.signal()
            isAwaited.wait()
            // This is long enough for the other to find the lock held; however long it is, the other waits.
            Thread.sleep(forTimeInterval: 0.05)
            _ = try? first?.run("COMMIT")
        }
        isHeld.wait()
        defer { isAwaited.signal() }
        let impatient = try scratch.open()
        #expect(try failure { try impatient.run("BEGIN IMMEDIATE") }.kind == .busy)
        let patient = try scratch.open(busyMilliseconds: 600_000)
        isAwaited.signal()
        try patient.script("BEGIN IMMEDIATE")
    }

    @Test func `A second writer does not wait for ever`() throws {
        let scratch = try Scratch()
        let first = try scratch.open()
        try first.script("BEGIN IMMEDIATE")
        let second = try scratch.open(busyMilliseconds: 60)
        #expect(try failure { try second.run("BEGIN IMMEDIATE") }.kind == .busy)
    }

    @Test func `A connection for reading cannot write`() throws {
        let scratch = try Scratch()
        try scratch.open().script("CREATE TABLE t (a)")
        let reader = try scratch.open("test.sqlite", .readOnly)
        #expect(try reader.first("SELECT count(*) FROM t", as: Int64.self) == 0)
        #expect(try failure { try reader.run("INSERT INTO t VALUES (1)") }.kind == .readOnly)
    }

    @Test func `A file that is no database is told as that`() throws {
        let scratch = try Scratch()
        try Data(repeating: UInt8(ascii: "x"), count: 5_000).write(to: scratch.folder.appending(path: "test.sqlite"))
        let database = try scratch.open("test.sqlite", .readWrite)
        let failure = try failure { _ = try database.first("SELECT * FROM sqlite_schema", as: Value.self) }
        #expect(failure.kind == .notADatabase)
        #expect(failure.message == "file is not a database")
    }

    @Test func `A damaged database is told as that`() throws {
        let scratch = try Scratch()
        try scratch.open().script("CREATE TABLE t (a); INSERT INTO t VALUES (1)")
        let file = try FileHandle(forWritingTo: scratch.folder.appending(path: "test.sqlite"))
        try file.seek(toOffset: 4_096)
        try file.write(contentsOf: Data(repeating: 0xAA, count: 4_096))
        try file.close()
        let database = try scratch.open("test.sqlite", .readOnly)
        #expect(try failure { _ = try database.all("SELECT a FROM t", as: Value.self) }.kind == .corrupt)
    }

    @Test(
        "Nothing is opened or made under a name that is not a plain file's",
        arguments: [
            "missing.sqlite", "missing/test.sqlite", "folder/", "folder", "link.sqlite", "real.sqlite\0short",
        ])
    func cannotOpen(name: String) throws {
        let scratch = try Scratch()
        try scratch.open("real.sqlite").script("CREATE TABLE t (a)")
        let files = FileManager.default
        try files.createDirectory(atPath: scratch.path("folder"), withIntermediateDirectories: false)
        try files.createSymbolicLink(atPath: scratch.path("link.sqlite"), withDestinationPath: "real.sqlite")
        let path = scratch.path("") + "/" + name
        let failure = try failure { _ = try Connection(path: path, access: .readWrite, busyMilliseconds: 0) }
        #expect(failure.kind == .cannotOpen)
        #expect(failure.message == "unable to open database file")
    }

    @Test func `Only what stands in the file is blamed on its contents`() {
        func blamesContents(_ code: Int32) -> Bool { SQLiteFailure(code: code, message: "").blamesContents }
        for code in [SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_MISMATCH, SQLITE_ERROR] { #expect(blamesContents(code)) }
        let others = [
            SQLITE_BUSY, SQLITE_NOMEM, SQLITE_FULL, SQLITE_IOERR, SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_MISUSE,
            SQLITE_INTERRUPT, SQLITE_CONSTRAINT,
        ]
        for code in others { #expect(!blamesContents(code), "\(code)") }
    }

    @Test func `A path without a name opens nothing`() throws {
        #expect(try failure { _ = try Connection(path: "", access: .create, busyMilliseconds: 0) }.kind == .cannotOpen)
    }

    @Test func `A folder may be reached through a link`() throws {
        let scratch = try Scratch()
        let files = FileManager.default
        try files.createDirectory(atPath: scratch.path("real"), withIntermediateDirectories: false)
        try files.createSymbolicLink(atPath: scratch.path("link"), withDestinationPath: "real")
        try scratch.open("link/test.sqlite").script("CREATE TABLE t (a)")
        #expect(files.fileExists(atPath: scratch.path("real/test.sqlite")))
    }

    @Test func `A name that looks like a URI is a name`() throws {
        let scratch = try Scratch()
        try scratch.open("file:x?mode=memory").script("CREATE TABLE t (a)")
        #expect(FileManager.default.fileExists(atPath: scratch.folder.path + "/file:x?mode=memory"))
    }

    @Test func `A trigger's refusal comes through in its own words`() throws {
        let database = try memory(
            """
            CREATE TABLE t (a);
            CREATE TRIGGER fence BEFORE INSERT ON t BEGIN SELECT RAISE(ABORT, 'grant-exceeded'); END
            """)
        let failure = try failure { try database.run("INSERT INTO t VALUES (?)", "secret") }
        #expect(
            failure
                == SQLiteFailure(
                    code: SQLITE_CONSTRAINT | 7 << 8, message: "grant-exceeded", sql: "INSERT INTO t VALUES (?)"))
        #expect(failure.kind == .constraint)
    }

    @Test func `A closed connection refuses work and may be closed again`() throws {
        let database = try memory("CREATE TABLE t (a)")
        try database.close()
        try database.close()
        #expect(try failure { try database.run("SELECT 1") }.message == "the connection is closed")
        #expect(try failure { try database.script("SELECT 1") }.code == SQLITE_MISUSE)
        #expect(!database.isInTransaction)
    }

    @Test func `An error type of one's own can carry the database's failure`() {
        enum Mine: Error, CarriesSQLiteFailure, Equatable { case sqlite(SQLiteFailure) }
        let cause = SQLiteFailure(code: SQLITE_FULL, message: "full")
        func fail() throws(SQLiteFailure) { throw cause }
        #expect(throws: Mine.sqlite(cause)) { try Mine.carrying(try fail()) }
    }
}
