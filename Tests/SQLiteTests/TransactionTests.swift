import Foundation
import SQLite
import Testing

@Suite struct TransactionTests {
    private enum Refusal: Error, Equatable, CarriesSQLiteFailure {
        case no
        case sqlite(SQLiteFailure)
    }

    private static let schema: StaticString = """
        PRAGMA foreign_keys = ON;
        CREATE TABLE parent (id INTEGER PRIMARY KEY);
        CREATE TABLE child (parent REFERENCES parent DEFERRABLE INITIALLY DEFERRED);
        """

    private func count(_ database: Connection) throws -> Int64? {
        try database.first("SELECT (SELECT count(*) FROM parent) + (SELECT count(*) FROM child)", as: Int64.self)
    }

    @Test("What is done in a transaction stays", arguments: [Connection.Transaction.deferred, .immediate])
    func commits(kind: Connection.Transaction) throws {
        let scratch = try Scratch()
        let database = try scratch.open()
        try database.script(Self.schema)
        let answer = try database.transaction(kind) {
            #expect(database.isInTransaction)
            try database.run("INSERT INTO parent VALUES (1)")
            return "done"
        }
        #expect(answer == "done")
        #expect(!database.isInTransaction)
        #expect(try count(scratch.open()) == 1)
    }

    @Test func `Only an immediate transaction keeps other writers out from the start`() throws {
        let scratch = try Scratch()
        let (first, second) = (try scratch.open(), try scratch.open())
        try first.script(Self.schema)
        try first.transaction(.deferred) {
            try second.run("INSERT INTO parent VALUES (1)")
        }
        let refused = try first.transaction(.immediate) {
            try failure { try second.run("INSERT INTO parent VALUES (2)") }
        }
        #expect(refused.kind == .busy)
        #expect(try count(second) == 1)
    }

    @Test func `A throw undoes what was done, and comes through`() throws {
        let database = try memory(Self.schema)
        func refuse() throws(Refusal) {
            try database.transaction(.immediate) { () throws(Refusal) in
                try Refusal.carrying(try database.run("INSERT INTO parent VALUES (1)"))
                throw .no
            }
        }
        #expect(throws: Refusal.no) { try refuse() }
        #expect(!database.isInTransaction)
        #expect(try count(database) == 0)
    }

    @Test func `A throw undoes what was done while rows are still open`() throws {
        let database = try memory(Self.schema)
        try database.run("INSERT INTO parent VALUES (1), (2)")
        #expect(throws: Refusal.no) {
            var rows = try database.rows("SELECT id FROM parent")
            #expect(try rows.next()?.integer(0) == 1)
            try database.transaction(.deferred) {
                try database.run("INSERT INTO parent VALUES (3)")
                throw Refusal.no
            }
        }
        #expect(!database.isInTransaction)
        #expect(try count(database) == 2)
    }

    @Test func `A constraint undoes what was done before it`() throws {
        let database = try memory(Self.schema)
        let failure = try failure {
            try database.transaction(.immediate) {
                try database.run("INSERT INTO parent VALUES (1)")
                try database.run("INSERT INTO parent VALUES (1)")
            }
        }
        #expect(failure.message == "UNIQUE constraint failed: parent.id")
        #expect(!database.isInTransaction)
        #expect(try count(database) == 0)
    }

    @Test func `A commit that fails leaves nothing open and nothing done`() throws {
        let database = try memory(Self.schema)
        func commit() throws(Refusal) {
            try database.transaction(.immediate) { () throws(Refusal) in
                try Refusal.carrying(try database.run("INSERT INTO child VALUES (9)"))
            }
        }
        let refusal = try #require(throws: Refusal.self) { try commit() }
        guard case .sqlite(let failure) = refusal else { throw refusal }
        #expect(failure.message == "FOREIGN KEY constraint failed")
        #expect(failure.sql == "COMMIT")
        #expect(!database.isInTransaction)
        #expect(try count(database) == 0)
    }

    @Test func `A transaction inside another is refused, and the outer one goes on`() throws {
        let database = try memory(Self.schema)
        try database.transaction(.immediate) {
            try database.run("INSERT INTO parent VALUES (1)")
            let failure = try failure { try database.transaction(.deferred) {} }
            #expect(failure.message == "cannot start a transaction within a transaction")
            #expect(database.isInTransaction)
        }
        #expect(try count(database) == 1)
    }

    @Test func `A transaction that SQLite rolled back by itself is told once`() throws {
        let database = try memory(Self.schema)
        let failure = try failure {
            try database.transaction(.immediate) {
                try database.run("INSERT INTO parent VALUES (1)")
                try database.run("INSERT OR ROLLBACK INTO parent VALUES (1)")
            }
        }
        #expect(failure.kind == .constraint)
        #expect(try count(database) == 0)
    }

    @Test func `A transaction that cannot start does no work`() throws {
        let scratch = try Scratch()
        let (first, second) = (try scratch.open(), try scratch.open())
        try first.script("BEGIN IMMEDIATE")
        var hasRun = false
        let failure = try failure {
            try second.transaction(.immediate) { hasRun = true }
        }
        #expect(failure.kind == .busy)
        #expect(!hasRun)
    }

    @Test func `A folded log leaves a file that stands alone, and is not folded past one who reads it`() throws {
        let scratch = try Scratch()
        let (writer, reader) = (try scratch.open(), try scratch.open())
        try writer.script("PRAGMA journal_mode = WAL; CREATE TABLE parent (id INTEGER PRIMARY KEY)")
        try reader.script("BEGIN")
        _ = try reader.first("SELECT count(*) FROM parent", as: Int64.self)
        try writer.run("INSERT INTO parent VALUES (1)")
        #expect(try failure { try writer.foldLog() }.kind == .busy)
        try reader.script("COMMIT")
        try writer.foldLog()
        try FileManager.default.copyItem(atPath: scratch.path(), toPath: scratch.path("copy.sqlite"))
        #expect(try scratch.open("copy.sqlite").first("SELECT id FROM parent", as: Int64.self) == 1)
    }
}
