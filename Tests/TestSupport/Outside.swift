import Foundation
import Glibc

/// What a program outside said and how it ended.
package struct Outside {
    /// How it ended; a signal's number where one ended it.
    package let status: Int32
    /// What it wrote.
    package let output: String
    /// What it complained of.
    package let errors: String

    /// Runs a program found on the path, with a text as its standard input.
    /// - Parameter environment: what is added to the environment, or replaces what stands there.
    package static func run(
        _ arguments: [String], input: String = "", folder: URL? = nil, environment: [String: String] = [:]
    ) throws -> Outside {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = arguments
        if let folder { process.currentDirectoryURL = folder }
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let (standardInput, output, errors) = (Pipe(), Pipe(), Pipe())
        process.standardInput = standardInput
        process.standardOutput = output
        process.standardError = errors
        try process.runWithAllSignals()
        standardInput.fileHandleForWriting.write(Data(input.utf8))
        try standardInput.fileHandleForWriting.close()
        let told = output.fileHandleForReading.readDataToEndOfFile()
        let complained = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Outside(
            status: process.terminationStatus, output: String(decoding: told, as: UTF8.self),
            errors: String(decoding: complained, as: UTF8.self))
    }

    /// The sqlite3 shell as it comes: no start-up file, no settings.
    package static func sqlite(_ path: String, _ script: String) throws -> Outside {
        try run(["HOME=/nonexistent", "sqlite3", "-batch", path], input: script)
    }
}

extension Process {
    /// Starts a process that gets every signal. It would inherit the mask of the thread, and a thread of the pool that
    /// runs tests blocks those that a shell waits for.
    package func runWithAllSignals() throws {
        var (none, before) = (sigset_t(), sigset_t())
        sigemptyset(&none)
        pthread_sigmask(SIG_SETMASK, &none, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        try run()
    }
}

/// The program as it was built beside the tests.
package enum BuiltProgram {
    /// Where it lies.
    package static var path: String {
        get throws {
            let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
            return URL(filePath: tests).deletingLastPathComponent().appending(path: "mitbudget").path
        }
    }
}
