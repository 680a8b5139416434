import Foundation

struct SourceFile {
    let path: String
    let lines: [String]

    /// The text without comments and without texts between triple quotation marks.
    var code: String {
        lines.joined(separator: "\n").replacing(#/(?s)""".*?"""/#, with: "").replacing(#/\/\/.*/#, with: "")
    }

    /// The faulty lines as `file:line`.
    static func lines(in places: [String], _ isWrong: (String) -> Bool) throws -> [String] {
        try all(in: places).flatMap { file in
            zip(1..., file.lines).filter { isWrong($0.1) }.map { "\(file.path):\($0.0)" }
        }
    }

    /// The named files, and all files of the named folders.
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
