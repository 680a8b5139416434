import Foundation

// Runs the examples in the documents and compares what they show with what comes, or writes the documents anew:
// `Examples`, `Examples --write Docs/Handbook.md`. How a document says what cannot be seen stands in `Document`.
//
// It is its own supporting cast, too: called as `mitbudget` it is the program at a desk where the time, the account and
// chance are set, and called as `picture` it draws what a terminal shows.

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
