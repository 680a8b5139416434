import Foundation
import Testing

/// The documents, read from the package's folder.
enum Documents {
    /// The package's folder: the nearest folder above this file that has a manifest.
    static let root: URL = {
        var folder = URL(filePath: #filePath).deletingLastPathComponent()
        while folder.path() != "/" {
            if FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path()) { break }
            folder.deleteLastPathComponent()
        }
        return folder
    }()

    static let handbooks = ["Docs/Handbook.md", "Docs/Handbook.da.md"]

    /// All Markdown files at the top and under `Docs`.
    static func all() throws -> [String] {
        let top = try FileManager.default.contentsOfDirectory(atPath: root.path())
        let below = try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: "Docs").path())
        return (top + below.map { "Docs/" + $0 }).filter { $0.hasSuffix(".md") }.sorted()
    }

    static func text(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: root.appending(path: path)), as: UTF8.self)
    }

    /// The contents of a document's fenced blocks in one language.
    static func blocks(of language: String, in path: String) throws -> [String] {
        var blocks: [String] = []
        var block: [Substring]?
        for line in try text(path).split(separator: "\n", omittingEmptySubsequences: false) {
            if let lines = block {
                block = line == "```" ? nil : lines + [line]
                if block == nil { blocks.append(lines.joined(separator: "\n")) }
            } else if line == "```" + language {
                block = []
            }
        }
        return blocks
    }

    /// A document's lines outside fenced blocks, where `#` begins headings and `[` begins links.
    static func prose(_ path: String) throws -> [String] {
        var isFenced = false
        return try text(path).components(separatedBy: "\n").filter { line in
            let isFence = line.trimmingCharacters(in: .whitespaces).hasPrefix("```")
            if isFence { isFenced.toggle() }
            return !isFence && !isFenced
        }
    }

    /// The anchors of a page's headings: in lower case, with hyphens for blanks and without other signs.
    static func anchors(in path: String) throws -> Set<String> {
        let headings = try prose(path).filter { $0.hasPrefix("#") }
        return Set(
            headings.map { heading in
                let title = heading.drop { $0 == "#" }.dropFirst().lowercased()
                return String(title.compactMap { $0 == " " ? "-" : $0.isLetter || $0.isNumber || $0 == "-" ? $0 : nil })
            })
    }
}
