import Foundation

// Runs the examples of the documents and compares the answers with what they show, or rewrites the documents:
// `Examples`, `Examples --write Docs/Handbook.md`. `Document` explains how a document hides commands.
//
// The program also plays the other parts: called as `mitbudget` it is the program at a desk with a fixed time, account
// and randomness, and called as `picture` it draws a terminal's output.

let arguments = Array(CommandLine.arguments.dropFirst())
switch URL(filePath: CommandLine.arguments.first ?? "").lastPathComponent {
case Desk.program: exit(Desk.sit())
case Picture.program: exit(Picture.draw(arguments))
default: break
}

var paths = arguments.filter { $0 != "--write" }
if let option = paths.first(where: { $0.hasPrefix("-") }) {
    print("Examples: \(option)?\nExamples [--write] [DOCUMENT…]")
    exit(64)
}
do {
    if paths.isEmpty { paths = try Document.all() }
    var rehearsal = Rehearsal(writes: arguments.contains("--write"))
    for path in paths { try rehearsal.perform(Document(path: path)) }
    print(rehearsal.closing)
    exit(rehearsal.isInOrder ? 0 : 1)
} catch {
    print("Examples: \(error)")
    exit(70)
}
