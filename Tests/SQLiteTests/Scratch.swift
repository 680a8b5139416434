import Foundation
import SQLite
import Testing

/// A folder for one test, deleted with the object.
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

/// A database in memory, set up by a script.
func memory(_ script: StaticString = "") throws -> Connection {
    let connection = try Connection(path: ":memory:", access: .create, busyMilliseconds: 0)
    try connection.script(script)
    return connection
}

/// Expects work to fail, and returns its failure.
func failure(
    at location: SourceLocation = #_sourceLocation, _ work: () throws -> Void
) throws -> SQLiteFailure {
    try #require(throws: SQLiteFailure.self, sourceLocation: location, performing: work)
}
