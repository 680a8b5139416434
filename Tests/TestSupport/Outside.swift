import Foundation
import Glibc

/// The output of an external program, and how it ended.
package struct Outside {
    /// The exit status, or the number of the signal that ended it.
    package let status: Int32
    /// Its standard output.
    package let output: String
    /// Its standard error.
    package let errors: String

    /// Runs a program found on the path, with a text as its standard input.
    /// - Parameter environment: variables that are added to the environment or replaced in it.
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

    /// Runs the sqlite3 shell without a start-up file or settings.
    package static func sqlite(_ path: String, _ script: String) throws -> Outside {
        try run(["HOME=/nonexistent", "sqlite3", "-batch", path], input: script)
    }
}

extension Process {
    /// Starts a process that receives every signal. Otherwise it would inherit the thread's mask, and the threads that
    /// run tests block signals that a shell waits for.
    package func runWithAllSignals() throws {
        var (none, before) = (sigset_t(), sigset_t())
        sigemptyset(&none)
        pthread_sigmask(SIG_SETMASK, &none, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        try run()
    }
}

/// The program that was built beside the tests.
package enum BuiltProgram {
    /// The program's path.
    package static var path: String {
        get throws {
            let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
            return URL(filePath: tests).deletingLastPathComponent().appending(path: "mitbudget").path
        }
    }
}
