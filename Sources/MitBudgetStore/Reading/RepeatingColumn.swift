import Glibc
import SQLite

/// Reads columns with few distinct texts, such as a kind or a staff member, and parses each text once. It is a class so
/// that it can be used while a row is read.
final class RepeatingColumn<Value> {
    private let read: (Row, Int) throws(SQLiteFailure) -> Value
    private var known: [(text: [UInt8], value: Value)] = []

    init(_ read: @escaping (Row, Int) throws(SQLiteFailure) -> Value) {
        self.read = read
    }

    func value(_ row: Row, _ column: Int) throws(SQLiteFailure) -> Value {
        if let known = try row.withText(column, find) { return known }
        let value = try read(row, column)
        // Forgetting all texts bounds the memory; a column of many texts is then only slow.
        if known.count == Self.most { known.removeAll() }
        known.append((try row.withText(column) { Array($0) }, value))
        return value
    }

    func valueOrNull(_ row: Row, _ column: Int) throws(SQLiteFailure) -> Value? {
        try row.isNull(column) ? nil : value(row, column)
    }

    private static var most: Int { 32 }

    private func find(_ text: UnsafeBufferPointer<UInt8>) -> Value? {
        guard let start = text.baseAddress else { return nil }
        for (bytes, value) in known where bytes.count == text.count && memcmp(bytes, start, text.count) == 0 {
            return value
        }
        return nil
    }
}
