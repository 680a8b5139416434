import Foundation

/// A file of the project's source.
struct SourceFile {
    let path: String
    let lines: [String]

    /// The text without comments and without what stands between triple quotation marks.
    var code: String {
        lines.joined(separator: "\n").replacing(#/(?s)""".*?"""/#, with: "").replacing(#/\/\/.*/#, with: "")
    }

    /// The lines, as `file:line`, in which something is wrong.
    static func lines(in places: [String], _ isWrong: (String) -> Bool) throws -> [String] {
        try all(in: places).flatMap { file in
            zip(1..., file.lines).filter { isWrong($0.1) }.map { "\(file.path):\($0.0)" }
        }
    }

    /// The files of some folders, or the files named.
    static func all(in places: [String]) throws -> [SourceFile] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try places.flatMap { place in
            let names =
                place.hasSuffix(".swift")
                ? [place]
                : try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: place).path)
                    .filter { $0.hasSuffix(".swift") }.sorted().map { place + "/" + $0 }
            return try names.map { name in
                let text = String(decoding: try Data(contentsOf: root.appending(path: name)), as: UTF8.self)
                var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
                if lines.last == "" { lines.removeLast() }
                return SourceFile(path: name, lines: lines)
            }
        }
    }
}
