import Foundation
import TestSupport

/// A shell at a new desk. It runs all commands in turn, so a command begins in the folder that the last one changed to.
final class Shell {
    /// The desk's folder. `/srv`, `/mnt` and `/media` lie in it, though the examples write them as the system's.
    let desk: URL
    private let process = Process()
    private let (toShell, fromShell) = (Pipe(), Pipe())

    /// The outcome of a command.
    struct Answer {
        /// The answer in the form of a document.
        let lines: [String]
        let status: Int
    }

    init() throws {
        let files = FileManager.default
        // The name is short, since messages shorten long names, and has no digits, since messages hide what looks like
        // a CPR number.
        let name = (0..<10).compactMap { _ in "abcdefghijklmnopqrstuvwxyz".randomElement() }
        desk = URL(filePath: "/tmp/desk-" + String(name))
        for folder in ["bin", "work/.build", "pictures", "srv/mit-budget", "mnt/backup", "media"] {
            try files.createDirectory(at: desk.appending(path: folder), withIntermediateDirectories: true)
        }
        for name in [Desk.program, Picture.program] {
            try files.createSymbolicLink(
                atPath: desk.appending(path: "bin/" + name).path,
                withDestinationPath: files.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
        }
        try files.createSymbolicLink(
            atPath: desk.appending(path: "work/Docs").path, withDestinationPath: files.currentDirectoryPath + "/Docs")
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["bash", "--noprofile", "--norc"]
        process.currentDirectoryURL = desk.appending(path: "work")
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        process.environment = [
            "DESK": desk.path, "HOME": desk.path, "PATH": desk.path + "/bin:" + path, "LC_ALL": "C.UTF-8", "TZ": "UTC",
        ]
        process.standardInput = toShell
        process.standardOutput = fromShell
        try process.runWithAllSignals()
        try toShell.fileHandleForWriting.write(contentsOf: Data(Desk.prelude.utf8))
    }

    deinit {
        try? toShell.fileHandleForWriting.close()
        process.waitUntilExit()
        try? FileManager.default.removeItem(at: desk)
    }

    /// Runs a command.
    func type(_ command: [String], input: [String]?) throws -> Answer {
        let here = command.joined(separator: "\n").replacing(#/(^|[\s'"=>])(/(?:srv|mnt|media)/)/#) { match in
            match.1 + desk.path + match.2
        }
        Desk.write(here, to: desk.path + "/step")
        Desk.write(input.map { $0.map { $0 + "\n" }.joined() } ?? "", to: desk.path + "/input")
        try toShell.fileHandleForWriting.write(contentsOf: Data("step\n".utf8))
        var status = ""
        while !status.hasSuffix("\n") {
            let said = fromShell.fileHandleForReading.availableData
            guard !said.isEmpty else { throw Document.Fault(description: "the shell is gone after: \(here)") }
            status += String(decoding: said, as: UTF8.self)
        }
        return Answer(lines: shown(Desk.text(of: desk.path + "/answer") ?? ""), status: Int(status.dropLast()) ?? -1)
    }

    /// An answer as a page can show it: without byte order mark, carriage returns and page breaks.
    private func shown(_ answer: String) -> [String] {
        var unseen = answer.unicodeScalars
        unseen.removeAll { ["\u{FEFF}", "\r", "\u{0C}"].contains($0) }
        var lines = String(unseen).replacingOccurrences(of: desk.path, with: "")
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last == "" { lines.removeLast() }
        return lines
    }
}
