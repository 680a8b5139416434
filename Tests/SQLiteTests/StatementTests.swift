import CSQLite
import SQLite
import Testing

@Suite struct StatementTests {
    @Test func `Running tells how many rows changed, without those of triggers`() throws {
        let database = try memory(
            """
            CREATE TABLE t (a); CREATE TABLE log (a);
            CREATE TRIGGER copy AFTER INSERT ON t BEGIN INSERT INTO log VALUES (new.a); END
            """)
        #expect(try database.run("INSERT INTO t VALUES (1), (2), (3)") == 3)
        #expect(database.changes == 3)
        #expect(database.lastInsertRow == 3)
        #expect(try database.run("CREATE TABLE u (a)") == 0)
        #expect(try database.run("UPDATE t SET a = a WHERE a > ?", 1) == 2)
        #expect(try database.run("DELETE FROM t WHERE a > ?", 3) == 0)
        #expect(try database.run("SELECT * FROM t") == 0)
    }

    @Test func `No row is nil, and a null is a value`() throws {
        let database = try memory("CREATE TABLE t (a)")
        let none = try database.first("SELECT a FROM t", as: Int64?.self)
        #expect(none == .none)
        let null = try database.first("SELECT max(a) FROM t", as: Int64?.self)
        #expect(null == .some(nil))
    }

    @Test func `Rows are read by a function`() throws {
        struct Person: Equatable {
            var id: Int64
            var name: String
            init(id: Int64, name: String) { (self.id, self.name) = (id, name) }
            init(row: Row) throws(SQLiteFailure) { (id, name) = try row.columns(as: Int64.self, String.self) }
        }
        let database = try memory("CREATE TABLE person (id, name); INSERT INTO person VALUES (1, 'Ane'), (2, 'Bo')")
        let everyone = try database.all("SELECT id, name FROM person ORDER BY id", read: Person.init(row:))
        #expect(everyone == [Person(id: 1, name: "Ane"), Person(id: 2, name: "Bo")])
        let first = try database.first("SELECT id, name FROM person WHERE id = ?", 2, read: Person.init(row:))
        #expect(first == Person(id: 2, name: "Bo"))
    }

    @Test("There must be a value for each parameter", arguments: [0, 1, 3])
    func parameters(count: Int) throws {
        let database = try memory()
        let failure = try failure {
            switch count {
            case 0: try database.run("SELECT ?, ?")
            case 1: try database.run("SELECT ?, ?", "secret")
            default: try database.run("SELECT ?, ?", "secret", 2, 3)
            }
        }
        #expect(
            failure
                == SQLiteFailure(code: SQLITE_RANGE, message: "\(count) values for 2 parameters", sql: "SELECT ?, ?"))
    }

    @Test(
        "What is not exactly one statement is refused, and nothing of it is done",
        arguments: [
            "", "-- a comment", "INSERT INTO t VALUES (1); INSERT INTO t VALUES (2)", "INSERT INTO t VALUES (1)\0;",
        ])
    func oneStatement(sql: String) throws {
        let database = try memory("CREATE TABLE t (a)")
        #expect(try failure { try database.run(unsafeSQL: sql) }.code == SQLITE_MISUSE)
        #expect(try database.first("SELECT count(*) FROM t", as: Int64.self) == 0)
    }

    @Test func `A mistake in the SQL is told in SQLite's words`() throws {
        let database = try memory()
        let failure = try failure { try database.run("SELECT * FROM nowhere") }
        #expect(
            failure
                == SQLiteFailure(code: SQLITE_ERROR, message: "no such table: nowhere", sql: "SELECT * FROM nowhere"))
    }

    @Test func `A script runs to its first failure, and names what failed`() throws {
        let database = try memory()
        let failure = try failure {
            try database.script("CREATE TABLE t (a UNIQUE); ; INSERT INTO t VALUES (1), (1); INSERT INTO t VALUES (2)")
        }
        #expect(failure.kind == .constraint)
        #expect(failure.message == "UNIQUE constraint failed: t.a")
        #expect(failure.sql?.contains("INSERT INTO t VALUES (1), (1);") == true)
        #expect(try database.first("SELECT count(*) FROM t", as: Int64.self) == 0)
        #expect(throws: SQLiteFailure.self) { try database.script(unsafeSQL: "SELECT 1;\0 SELECT 2") }
    }

    @Test func `A literal is compiled once`() throws {
        let database = try memory("CREATE TABLE t (a)")
        for number in 1...20 { try database.run("INSERT INTO t VALUES (?)", number) }
        for number in 1...20 { try database.run(unsafeSQL: "INSERT INTO t  VALUES (?)", number) }
        // The virtual table sqlite_stmt lists the statements that exist and how often each has run.
        let kept = try database.all(
            "SELECT sql, run FROM sqlite_stmt WHERE sql LIKE 'INSERT%'", as: String.self, Int64.self)
        #expect(kept.map(\.0) == ["INSERT INTO t VALUES (?)"])
        #expect(kept.map(\.1) == [20])
    }

    @Test func `A value is bound anew at every use`() throws {
        let database = try memory()
        let echoed = try ["a", nil, "b"].map { try database.first("SELECT ?", $0, as: String?.self) }
        #expect(echoed == ["a", .some(nil), "b"])
    }

    @Test func `A statement may be used again inside its own rows`() throws {
        let database = try memory("CREATE TABLE node (id, parent); INSERT INTO node VALUES (1,0),(2,1),(3,2),(4,1)")
        func descend(_ parent: Int64) throws(SQLiteFailure) -> [Int64] {
            var found: [Int64] = []
            var rows = try database.rows("SELECT id FROM node WHERE parent = ? ORDER BY id", parent)
            while let row = try rows.next() {
                let id = try row.integer(0)
                found.append(id)
                found += try descend(id)
            }
            return found
        }
        #expect(try descend(0) == [1, 2, 3, 4])
        #expect(
            try database.first("SELECT count(*) FROM sqlite_stmt WHERE sql LIKE 'SELECT id FROM node%'", as: Int64.self)
                == 1)
    }

    @Test func `Rows end once, and stay at the end`() throws {
        var rows = try memory().rows("SELECT 1")
        for expected in [1, nil, nil, nil] as [Int64?] {
            #expect(try rows.next()?.integer(0) == expected)
        }
    }

    @Test func `Rows outlive the connection that gave them`() throws {
        func orphan() throws -> Rows {
            let database = try memory("CREATE TABLE t (a); INSERT INTO t VALUES (1), (2)")
            let rows = try database.rows("SELECT a FROM t")
            try database.close()
            return rows
        }
        var rows = try orphan()
        #expect(try rows.next()?.integer(0) == 1)
        #expect(try rows.next()?.integer(0) == 2)
    }
}
