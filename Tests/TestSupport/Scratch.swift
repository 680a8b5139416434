import Foundation

/// A folder for one test, in memory where the system supports that; it is removed with the object.
package final class Scratch {
    package let folder: URL

    /// Makes a new, empty folder.
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

    /// The path of a file in the folder.
    package func path(_ name: String = "ledger.sqlite") -> String {
        folder.appending(path: name).path
    }
}
