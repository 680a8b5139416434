import Foundation

/// A document and its examples, in their order.
///
/// In a block of `console`, a line that begins with `$ ` is typed (`> ` continues it), and the answer follows. Commands
/// that a reader need not see stand in a comment, which no page shows, and must succeed:
///
///     <!-- $ at 2023-01-12T08:00:00Z; as sb1 -->
///
/// In a comment right above another block, the last command gets the block as its input (`<!-- $ cat >plan.json -->`);
/// a block of `text` is its answer.
struct Document {
    let path: String
    /// The lines as read.
    let lines: [String]
    private(set) var examples: [Example] = []

    /// A command that is typed, and its answer.
    struct Example {
        /// The lines of the comment or the block, from 0.
        var typed: Range<Int>
        /// The shell's input, line by line.
        var command: [String]
        /// The block that is the command's input, without the fences.
        var input: Range<Int>?
        /// The lines of the answer; `nil` where it is not shown.
        var answer: Range<Int>?
        /// The indentation of all lines.
        let indentation: Int
    }

    /// A fault in how a document is written.
    struct Fault: Error, CustomStringConvertible {
        let description: String
    }

    /// All documents at the top and under `Docs` that have examples.
    static func all() throws -> [String] {
        let top = try FileManager.default.contentsOfDirectory(atPath: ".")
        let below = try FileManager.default.subpathsOfDirectory(atPath: "Docs").map { "Docs/" + $0 }
        return try (top + below).filter { $0.hasSuffix(".md") }.sorted().filter { path in
            try !Document(path: path).examples.isEmpty
        }
    }

    init(path: String) throws {
        self.path = path
        let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var position = 0
        while position < lines.count {
            let line = lines[position].drop { $0 == " " }
            if line == "```console" {
                position = try readConsole(from: position)
            } else if line.hasPrefix("<!-- $ ") || line == "<!--" {
                position = try readComment(from: position)
            } else {
                position = line.hasPrefix("```") ? try end(ofBlockFrom: position) + 1 : position + 1
            }
        }
    }

    /// The path and number of a line.
    func place(_ line: Int) -> String { "\(path):\(line + 1)" }

    /// The lines of a range, without the block's indentation.
    func text(_ range: Range<Int>, of example: Example) -> [String] {
        lines[range].map { String($0.dropFirst(example.indentation)) }
    }

    private mutating func readConsole(from start: Int) throws -> Int {
        let end = try end(ofBlockFrom: start)
        let indentation = indentation(of: start)
        var position = start + 1
        while position < end {
            let first = position
            guard let typed = Self.typed(lines[first].dropFirst(indentation)) else {
                throw Fault(description: "\(place(first)): an answer to nothing")
            }
            var command = [typed]
            position += 1
            while position < end, lines[position].dropFirst(indentation).hasPrefix("> ") {
                command.append(String(lines[position].dropFirst(indentation + 2)))
                position += 1
            }
            let answer = position
            while position < end, Self.typed(lines[position].dropFirst(indentation)) == nil { position += 1 }
            examples.append(
                Example(
                    typed: first..<answer, command: command, answer: answer..<position, indentation: indentation))
        }
        return end + 1
    }

    private mutating func readComment(from start: Int) throws -> Int {
        guard let end = lines[start...].firstIndex(where: { $0.hasSuffix("-->") }) else {
            throw Fault(description: "\(place(start)): a comment without an end")
        }
        let indentation = indentation(of: start)
        for position in start...end {
            var line = lines[position].dropFirst(indentation)
            if position == start { line = line.dropFirst(4).drop { $0 == " " } }
            if position == end { line = line.dropLast(line.hasSuffix(" -->") ? 4 : 3) }
            guard line.contains(where: { $0 != " " }) else { continue }
            guard let typed = Self.typed(line) else {
                throw Fault(description: "\(place(position)): neither a command nor nothing")
            }
            examples.append(
                Example(typed: position..<position + 1, command: [typed], indentation: indentation))
        }
        let below = end + 1
        let fence = below < lines.count ? lines[below].dropFirst(indentation) : ""
        guard fence.hasPrefix("```"), fence != "```console" else { return below }
        let block = below + 1..<(try self.end(ofBlockFrom: below))
        if fence == "```text" {
            examples[examples.count - 1].answer = block
        } else {
            examples[examples.count - 1].input = block
        }
        return block.upperBound + 1
    }

    private func end(ofBlockFrom start: Int) throws -> Int {
        guard let end = lines[(start + 1)...].firstIndex(where: { $0.drop { $0 == " " } == "```" }) else {
            throw Fault(description: "\(place(start)): a block without an end")
        }
        return end
    }

    private func indentation(of line: Int) -> Int { lines[line].prefix { $0 == " " }.count }

    private static func typed(_ line: Substring) -> String? {
        line.hasPrefix("$ ") ? String(line.dropFirst(2)) : nil
    }
}
