import Foundation
import Phrases
import Testing

/// Compares text with a file under `Fixtures/golden/<language>/`. With `GOLDEN=record` in the environment, it rewrites
/// the file and fails all the same: recording never passes.
func expectGolden(
    _ text: String, _ name: String, in language: Language, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let file = try repositoryRoot().appending(path: "Fixtures/golden/\(language.rawValue)/\(name).txt")
    if ProcessInfo.processInfo.environment["GOLDEN"] == "record" {
        let folder = file.deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        Issue.record("recorded \(file.lastPathComponent)", sourceLocation: sourceLocation)
        return
    }
    let recorded = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    #expect(text == recorded, "\(language.rawValue)/\(name).txt differs", sourceLocation: sourceLocation)
}

/// The nearest folder above this file that has a package manifest.
func repositoryRoot() throws -> URL {
    var folder = URL(filePath: #filePath).deletingLastPathComponent()
    while folder.path.count > 1 {
        if FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path) { return folder }
        folder.deleteLastPathComponent()
    }
    throw CocoaError(.fileNoSuchFile)
}
