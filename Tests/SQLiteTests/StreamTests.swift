import SQLite
import Testing

@Suite struct StreamTests {
    private enum Stop: Error, Equatable, CarriesSQLiteFailure {
        case enough
        case sqlite(SQLiteFailure)
    }

    @Test func `Rows come one at a time, and a throw stops a statement without end`() throws {
        let database = try memory()
        var seen: [Int64] = []
        func countForever() throws(Stop) {
            try database.each(
                "WITH RECURSIVE n(i) AS (VALUES (?) UNION ALL SELECT i + 1 FROM n) SELECT i FROM n", 1
            ) { (row) throws(Stop) in
                seen.append(try Stop.carrying(try row.integer(0)))
                if seen.count == 3 { throw .enough }
            }
        }
        #expect(throws: Stop.enough) { try countForever() }
        #expect(seen == [1, 2, 3])
    }

    @Test func `The database's failure is carried as the error of the body`() throws {
        let database = try memory()
        func read() throws(Stop) {
            try database.each("SELECT * FROM nowhere") { (_) throws(Stop) in throw .enough }
        }
        let stop = try #require(throws: Stop.self) { try read() }
        guard case .sqlite(let failure) = stop else { throw stop }
        #expect(failure.message == "no such table: nowhere")
    }

    /// How a reader may leave its rows before the last.
    private enum Leaving: CaseIterable, Sendable { case first, mismatch, throwing, finish, scope }

    @Test("A reader that leaves early does not keep a writer out", arguments: Leaving.allCases)
    private func lock(leaving: Leaving) throws {
        let scratch = try Scratch()
        let reader = try scratch.open()
        try reader.script("CREATE TABLE t (a); INSERT INTO t VALUES ('a'), ('b')")
        let writer = try scratch.open()
        switch leaving {
        case .first:
            #expect(try reader.first("SELECT a FROM t", as: String.self) == "a")
        case .mismatch:
            #expect(throws: SQLiteFailure.self) { try reader.first("SELECT a FROM t", as: Int64.self) }
        case .throwing:
            #expect(throws: Stop.enough) {
                try reader.each("SELECT a FROM t") { _ in
                    // The reader holds the lock that it must let go of.
                    #expect(try failure { try writer.run("INSERT INTO t VALUES ('c')") }.kind == .busy)
                    throw Stop.enough
                }
            }
        case .finish:
            var rows = try reader.rows("SELECT a FROM t")
            #expect(try rows.next()?.text(0) == "a")
            try rows.finish()
        case .scope:
            do {
                var rows = try reader.rows("SELECT a FROM t")
                #expect(try rows.next()?.text(0) == "a")
            }
        }
        #expect(try writer.run("INSERT INTO t VALUES ('d')") == 1)
    }

    @Test func `A write that returns rows is committed when its first row is taken`() throws {
        let scratch = try Scratch()
        let database = try scratch.open()
        try database.script("CREATE TABLE t (id INTEGER PRIMARY KEY, a)")
        let id = try database.first("INSERT INTO t (a) VALUES ('x'), ('y') RETURNING id", as: Int64.self)
        #expect(id == 1)
        #expect(try scratch.open().first("SELECT count(*) FROM t", as: Int64.self) == 2)
    }

    @Test func `A write that returns rows and fails at its end throws`() throws {
        let database = try memory(
            """
            PRAGMA foreign_keys = ON;
            CREATE TABLE parent (id INTEGER PRIMARY KEY);
            CREATE TABLE child (parent REFERENCES parent DEFERRABLE INITIALLY DEFERRED);
            """)
        let failure = try failure {
            _ = try database.first("INSERT INTO child VALUES (9) RETURNING parent", as: Int64.self)
        }
        #expect(failure.message == "FOREIGN KEY constraint failed")
        #expect(try database.first("SELECT count(*) FROM child", as: Int64.self) == 0)
    }
}
