import Foundation

/// A folder of its own for one test, in memory where the system has such a place, gone with the test.
package final class Scratch {
    /// The folder.
    package let folder: URL

    /// A new, empty folder.
    package init() throws {
        let memory = URL(filePath: "/dev/shm")
        let base =
            FileManager.default.isWritableFile(atPath: memory.path) ? memory : FileManager.default.temporaryDirectory
        folder = base.appending(path: "mitbudget-tests-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// A file in it.
    package func path(_ name: String = "ledger.sqlite") -> String {
        folder.appending(path: name).path
    }
}
