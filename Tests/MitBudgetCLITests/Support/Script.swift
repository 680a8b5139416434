import Foundation
import MitBudget

/// A script under `Fixtures`, line by line. `Fixtures/README.md` describes the format.
struct Script {
    /// The name, without folder or ending.
    let name: String
    let steps: [Step]

    /// A line of a script, or several lines that form one step.
    struct Step {
        /// The lines as the script has them.
        let lines: [String]
        let deed: Content
    }

    enum Content: Equatable {
        /// Text for the reader; does nothing.
        case prose
        /// Runs the program. The line includes its continuations.
        case command(String)
        /// Sets the clock.
        case clock(Moment)
        /// Changes the account that runs the program.
        case account(String?)
        /// Makes a file.
        case file(name: String, contents: String)
        /// Copies a file of `Fixtures`, byte for byte.
        case copy(String)
        /// Changes the ledger's file behind the program's back.
        case sql(String)
        /// Sets an environment variable; `nil` removes it.
        case environment(name: String, value: String?)
        /// Adds a line to standard input.
        case input(String)
        /// Sends output to a terminal of that width; `nil` sends it elsewhere.
        case terminal(Int?)
        /// Gives a text a name, which commands use as `$NAME`.
        case text(name: String, value: String)
        /// A number that no later output may contain, however it is spaced.
        case secret(String)
        /// Runs another script first. Its commands must all succeed; its output is not shown.
        case given(String)
    }

    /// A line that the script format does not allow.
    struct Fault: Error, CustomStringConvertible {
        let description: String
    }

    init(name: String, text: String) throws {
        self.name = name
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
        if lines.last == "" { lines.removeLast() }
        var steps: [Step] = []
        while let line = lines.popFirst() {
            var taken = [line]
            do {
                let deed = try Self.deed(of: line, &lines, &taken)
                steps.append(Step(lines: taken, deed: deed))
            } catch {
                throw Fault(description: "\(name).script: cannot read: \(line)")
            }
        }
        self.steps = steps
    }

    private static func deed(of line: String, _ lines: inout ArraySlice<String>, _ taken: inout [String]) throws
        -> Content
    {
        if line.isEmpty || line.hasPrefix("## ") { return .prose }
        if line.hasPrefix("$ mitbudget") {
            var command = String(line.dropFirst(2))
            while command.hasSuffix("\\"), let next = lines.popFirst() {
                taken.append(next)
                command = String(command.dropLast()) + String(next.drop { $0 == " " })
            }
            return .command(command)
        }
        guard line.hasPrefix("# ") else { throw Fault(description: line) }
        let words = line.dropFirst(2).split(separator: " ", maxSplits: 1).map(String.init)
        let rest = words.count > 1 ? words[1] : ""
        if words[0] == "file", rest.hasSuffix(" <<") {
            var contents = ""
            while let next = lines.popFirst() {
                taken.append(next)
                if next == ">>" { return .file(name: String(rest.dropLast(3)), contents: contents) }
                contents += next + "\n"
            }
        }
        guard let deed = try directive(words[0], rest) else { throw Fault(description: line) }
        return deed
    }

    private static func directive(_ word: String, _ rest: String) throws -> Content? {
        let parts = rest.split(separator: " ", maxSplits: 1).map(String.init)
        switch word {
        case "clock": return Moment(iso: rest).map(Content.clock)
        case "account": return .account(rest == "none" ? nil : rest)
        case "sql": return .sql(rest)
        case "copy": return .copy(rest)
        case "input": return .input(rest)
        case "env":
            let sides = rest.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            return .environment(name: sides[0], value: sides.count > 1 ? sides[1] : nil)
        case "terminal": return .terminal(Int(rest))
        case "text" where parts.count == 2: return .text(name: parts[0], value: try unescaped(parts[1]))
        case "repeat":
            let parts = rest.split(separator: " ").map(String.init)
            guard parts.count == 3, let count = Int(parts[1]) else { return nil }
            return .text(name: parts[2], value: String(repeating: try unescaped(parts[0]), count: count))
        case "secret": return .secret(rest)
        case "given": return .given(rest)
        default: return nil
        }
    }

    /// Replaces `\u{202E}` with that character, which a reader of the script could not see.
    private static func unescaped(_ text: String) throws -> String {
        var result = ""
        for (index, piece) in text.components(separatedBy: "\\u{").enumerated() {
            guard index > 0 else {
                result += piece
                continue
            }
            let sides = piece.split(separator: "}", maxSplits: 1, omittingEmptySubsequences: false)
            guard sides.count == 2, let code = UInt32(sides[0], radix: 16), let scalar = Unicode.Scalar(code) else {
                throw Fault(description: text)
            }
            result += String(scalar) + sides[1]
        }
        return result
    }
}
