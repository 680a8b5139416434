import Foundation

/// Performs the examples of documents and reports where a document shows something else.
struct Rehearsal {
    /// Whether documents are rewritten, not only compared.
    let writes: Bool
    private var count = 0
    private var differences = 0

    init(writes: Bool) {
        self.writes = writes
    }

    var isInOrder: Bool { writes || differences == 0 }

    var closing: String {
        let told = "\(count) examples run, \(differences) \(writes ? "written anew" : "shown otherwise than they are")"
        return told + (isInOrder ? "" : "\nTo write the documents anew: make docs")
    }

    /// Performs all examples of a document.
    mutating func perform(_ document: Document) throws {
        let shell = try Shell()
        var carrying = Carrying()
        var lines = document.lines
        // Longer or shorter answers move the lines below them.
        var shift = 0
        for example in document.examples {
            let command = example.command.map(carrying.applied)
            let input = example.input.map { document.text($0, of: example).map(carrying.applied) }
            let answer = try shell.type(command, input: input)
            count += 1
            var changes: [(range: Range<Int>, new: [String])] = []
            if command != example.command {
                changes.append((example.typed, document.lines[example.typed].map(carrying.applied)))
            }
            if let range = example.input, let input { changes.append((range, indented(input, by: example))) }
            if let range = example.answer {
                carrying.learn(from: document.text(range, of: example), to: answer.lines)
                changes.append((range, indented(answer.lines, by: example)))
            } else if answer.status != 0 {
                let said = ([example.command.joined(separator: "\n")] + answer.lines).joined(separator: "\n  ")
                throw Document.Fault(
                    description: "\(document.place(example.typed.lowerBound)): ended with \(answer.status): \(said)")
            }
            for (range, new) in changes where Array(document.lines[range]) != new {
                differences += 1
                if !writes { tell(document, example, range, new) }
                lines.replaceSubrange(range.lowerBound + shift..<range.upperBound + shift, with: new)
                shift += new.count - range.count
            }
        }
        try compare(shell.desk.appending(path: "pictures"))
        if writes { try Data(lines.joined(separator: "\n").utf8).write(to: URL(filePath: document.path)) }
    }

    /// Compares whole pictures.
    private mutating func compare(_ made: URL) throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: made.path).sorted() {
            let path = "Docs/pictures/" + name
            let picture = try Data(contentsOf: made.appending(path: name))
            if picture == FileManager.default.contents(atPath: path) { continue }
            differences += 1
            if writes {
                try picture.write(to: URL(filePath: path))
            } else {
                print("\(path): another picture")
            }
        }
    }

    private func indented(_ lines: [String], by example: Document.Example) -> [String] {
        lines.map { $0.isEmpty ? "" : String(repeating: " ", count: example.indentation) + $0 }
    }

    /// Reports the place, the command and the difference, with one line of context above and below.
    private func tell(_ document: Document, _ example: Document.Example, _ range: Range<Int>, _ new: [String]) {
        let old = Array(document.lines[range])
        let above = zip(old, new).prefix { $0 == $1 }.count
        let below = zip(old.dropFirst(above).reversed(), new.dropFirst(above).reversed()).prefix { $0 == $1 }.count
        print("\(document.place(range.lowerBound + above)): $ \(example.command.joined(separator: "\n> "))")
        if above > 0 { print("  " + old[above - 1]) }
        for line in old[above..<old.count - below] { print("- " + line) }
        for line in new[above..<new.count - below] { print("+ " + line) }
        if below > 0 { print("  " + old[old.count - below]) }
        print()
    }
}
