import Glibc

// Measures the program beside what else a user could pick, and writes Docs/Performance.md: see `Options.usage`.
//
// A process of its own, and a small one that holds no file in memory: Linux counts what a parent has resident as a
// child's peak.

/// Says on standard error what is going on.
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
