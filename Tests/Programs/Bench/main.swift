import Glibc

// Compares the program with others that a user could choose, and writes Docs/Performance.md: see `Options.usage`.
//
// The benchmark is a small process of its own that holds no file in memory: Linux counts a parent's resident memory
// towards a child's peak.

/// Reports progress on standard error.
func note(_ text: String) {
    let line = Array("bench: \(text)\n".utf8)
    _ = write(STDERR_FILENO, line, line.count)
}

do throws(Trouble) {
    let options = try Options(Array(CommandLine.arguments.dropFirst()))
    exit(try Benchmark(options).run() ? 0 : 1)
} catch {
    if case .usage = error { print(Options.usage) }
    note(error.text)
    exit(1)
}
