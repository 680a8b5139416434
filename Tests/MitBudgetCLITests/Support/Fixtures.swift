import Foundation
import Phrases
import Testing

enum Fixtures {
    /// The package's root folder.
    static let root: URL = {
        var folder = URL(filePath: #filePath).deletingLastPathComponent()
        while folder.path.count > 1,
            !FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path)
        {
            folder.deleteLastPathComponent()
        }
        return folder
    }()

    static func text(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: root.appending(path: "Fixtures/" + path)), as: UTF8.self)
    }

    /// The names of the scripts in a folder, in alphabetical order.
    static func scripts(in folder: String) -> [String] {
        let files = try? FileManager.default.contentsOfDirectory(
            atPath: root.appending(path: "Fixtures/" + folder).path)
        return (files ?? []).filter { $0.hasSuffix(".script") }.map { String($0.dropLast(7)) }.sorted()
    }

    static func script(_ name: String, in folder: String) throws -> Script {
        try Script(name: name, text: text("\(folder)/\(name).script"))
    }

    /// Performs a script and compares it with its recording. With `GOLDEN=record` in the environment, it rewrites the
    /// recording and fails all the same.
    @discardableResult
    static func perform(
        _ name: String, in folder: String, _ language: Language, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> Transcript {
        let transcript = try Transcript(of: script(name, in: folder), in: language)
        for complaint in transcript.complaints {
            Issue.record("\(name) (\(language.rawValue)): \(complaint)", sourceLocation: sourceLocation)
        }
        let path = "\(folder)/\(language.rawValue)/\(name).transcript"
        if ProcessInfo.processInfo.environment["GOLDEN"] == "record" {
            let file = root.appending(path: "Fixtures/" + path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(transcript.text.utf8).write(to: file)
            Issue.record("recorded \(path)", sourceLocation: sourceLocation)
        } else {
            let recorded = (try? text(path)) ?? ""
            #expect(
                transcript.text == recorded, "\(path), \(difference(transcript.text, recorded))",
                sourceLocation: sourceLocation)
        }
        return transcript
    }

    static func difference(_ actual: String, _ recorded: String) -> String {
        let actual = actual.split(separator: "\n", omittingEmptySubsequences: false)
        let recorded = recorded.split(separator: "\n", omittingEmptySubsequences: false)
        let line = zip(actual, recorded).prefix { $0 == $1 }.count
        let (now, then) = (line < actual.count ? actual[line] : "", line < recorded.count ? recorded[line] : "")
        return "line \(line + 1): now ‘\(now)’, recorded ‘\(then)’"
    }
}
