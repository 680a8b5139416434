import Foundation
import SQLite
import Testing

/// A folder of its own for one test, gone with the test.
final class Scratch {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "sqlite-tests-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    func path(_ name: String = "test.sqlite") -> String {
        folder.appending(path: name).path
    }

    func open(
        _ name: String = "test.sqlite", _ access: Connection.Access = .create, busyMilliseconds: Int32 = 0
    ) throws -> Connection {
        try Connection(path: path(name), access: access, busyMilliseconds: busyMilliseconds)
    }
}

/// A database in memory with whatever the script makes in it.
func memory(_ script: StaticString = "") throws -> Connection {
    let connection = try Connection(path: ":memory:", access: .create, busyMilliseconds: 0)
    try connection.script(script)
    return connection
}

/// The failure that some work must end in.
func failure(
    at location: SourceLocation = #_sourceLocation, _ work: () throws -> Void
) throws -> SQLiteFailure {
    try #require(throws: SQLiteFailure.self, sourceLocation: location, performing: work)
}
