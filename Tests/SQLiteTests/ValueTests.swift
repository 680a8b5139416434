import CSQLite
import SQLite
import Testing

@Suite struct ValueTests {
    @Test(
        "A value comes back as it went in",
        arguments: [
            .null, 0, 1, -1, .integer(.max), .integer(.min), .integer(Int64(Int32.max) + 1), 0.0, -2.5,
            .real(.greatestFiniteMagnitude), .real(.leastNonzeroMagnitude), .real(.infinity), "", "a", "Ærø",
            "NUL\0in the middle", "👩‍👩‍👧‍👦", .text(String(repeating: "long ", count: 100_000)), .blob([]),
            .blob([0, 255, 0]), .blob([UInt8](repeating: 7, count: 100_000)),
        ] as [Value])
    func roundTrip(_ value: Value) throws {
        let database = try memory("CREATE TABLE box (content ANY) STRICT")
        try database.run("INSERT INTO box VALUES (?)", value)
        #expect(try database.first("SELECT content FROM box", as: Value.self) == value)
    }

    @Test(
        "Each storage class has the name that SQLite gives it",
        arguments: [
            (.null, "null"), (1, "integer"), (1.0, "real"), ("1", "text"), (.blob([49]), "blob"),
        ] as [(Value, String)])
    func storageClass(value: Value, name: String) throws {
        #expect(try memory().first("SELECT typeof(?)", value, as: String.self) == name)
    }

    @Test func `Swift values bind as the class they are`() throws {
        let database = try memory()
        let found = try database.all(
            "VALUES (?), (?), (?), (?), (?)", 7, Int64.max, "seven", Int?.none, String?.some("maybe"), as: Value.self)
        #expect(found == [7, .integer(.max), "seven", .null, "maybe"])
    }

    @Test func `Columns are read as their types`() throws {
        let row = try memory().first(
            "SELECT 1, 'one', NULL, NULL, 2, 'two', 2.5", as: Int64.self, String.self, Int64?.self, String?.self,
            Int64?.self, String?.self, Value.self)
        let (number, text, noNumber, noText, someNumber, someText, value) = try #require(row)
        #expect((number, text) == (1, "one"))
        #expect((noNumber, noText) == (nil, nil))
        #expect((someNumber, someText, value) == (2, "two", 2.5))
    }

    @Test func `Columns are read one by one`() throws {
        var rows = try memory().rows("SELECT -1, NULL, 'tekst', NULL, x'00ff', x'', NULL")
        let row = try #require(try rows.next())
        #expect(row.count == 7)
        #expect(try row.integer(0) == -1)
        #expect(try row.integerOrNull(0) == -1)
        #expect(try row.integerOrNull(1) == nil)
        #expect(try row.text(2) == "tekst")
        #expect(try row.textOrNull(2) == "tekst")
        #expect(try row.textOrNull(3) == nil)
        #expect(try row.blob(4) == [0, 255])
        #expect(try row.blob(5) == [])
        #expect(try row.isNull(6))
        #expect(try !row.isNull(5))
    }

    @Test func `The bytes of a text are lent out as they are stored`() throws {
        var rows = try memory().rows("SELECT 'Æ' || char(0) || 'b', CAST(x'ff41' AS TEXT), ''")
        let row = try #require(try rows.next())
        #expect(try row.withText(0) { Array($0) } == [0xC3, 0x86, 0, 0x62])
        #expect(try row.withText(1) { Array($0) } == [0xFF, 0x41])
        #expect(try row.withText(2) { $0.count } == 0)
    }

    @Test("Bytes above SQLite's limit are refused, not cut", arguments: [1_000_000_001, Int(Int32.max) + 2])
    func tooBig(count: Int) throws {
        // The bytes are never touched, by the test or by SQLite, so they take up no memory.
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { $1 = count }
        let database = try memory()
        let failure = try failure { try database.run("SELECT ?", Value.blob(bytes)) }
        #expect(failure.code == SQLITE_TOOBIG)
        #expect(failure.sql == "SELECT ?")
    }
}

@Suite struct MismatchTests {
    /// A way to read text as what it is not.
    private enum Reading: CaseIterable, Sendable {
        case integer, integerOrNull, columns, blob

        func read(_ row: Row) throws(SQLiteFailure) {
            switch self {
            case .integer: _ = try row.integer(0)
            case .integerOrNull: _ = try row.integerOrNull(0)
            case .columns: _ = try row.columns(as: Int64?.self)
            case .blob: _ = try row.blob(0)
            }
        }
    }

    @Test("A column of another type names its table and column, never its value", arguments: Reading.allCases)
    private func mismatch(reading: Reading) throws {
        let database = try memory("CREATE TABLE person (name); INSERT INTO person VALUES ('secret')")
        let failure = try failure {
            try database.first("SELECT name AS alias FROM person", read: reading.read)
        }
        #expect(failure.kind == .mismatch)
        #expect(failure.message == "person.name holds text, not \(reading == .blob ? "a blob" : "an integer")")
        #expect(failure.sql == "SELECT name AS alias FROM person")
    }

    @Test(
        "Each storage class is told apart",
        arguments: [
            (.null, "sum holds null, not text"), (1, "sum holds an integer, not text"),
            (1.5, "sum holds a real, not text"), (.blob([1]), "sum holds a blob, not text"),
        ] as [(Value, String)])
    func computed(value: Value, says: String) throws {
        let database = try memory()
        #expect(try failure { _ = try database.first("SELECT ? AS sum", value, as: String.self) }.message == says)
    }

    @Test("Text that is not UTF-8 is refused, never repaired", arguments: ["ff", "41c3", "eda080", "c080"])
    func notUTF8(hexadecimal: String) throws {
        let database = try memory("CREATE TABLE note (body)")
        try database.run(unsafeSQL: "INSERT INTO note VALUES (CAST(x'\(hexadecimal)' AS TEXT))")
        let asText = try failure { _ = try database.first("SELECT body FROM note", as: String?.self) }
        #expect(asText.kind == .mismatch)
        #expect(asText.message == "note.body holds text that is not UTF-8")
        #expect(try failure { _ = try database.first("SELECT body FROM note", as: Value.self) } == asText)
    }

    @Test("A column that is not there is refused", arguments: [-1, 2, Int.max])
    func outOfRange(column: Int) throws {
        var rows = try memory().rows("SELECT 1, NULL")
        let row = try #require(try rows.next())
        let failure = try failure { _ = try row.integerOrNull(column) }
        #expect(failure.code == SQLITE_RANGE)
        #expect(failure.message == "no column \(column) among 2")
    }
}
