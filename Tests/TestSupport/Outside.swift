import Foundation

/// What a program outside said and how it ended.
package struct Outside {
    /// How it ended; a signal's number where one ended it.
    package let status: Int32
    /// What it wrote.
    package let output: String
    /// What it complained of.
    package let errors: String

    /// Runs a program found on the path, with a text as its standard input.
    package static func run(_ arguments: [String], input: String = "", folder: URL? = nil) throws -> Outside {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = arguments
        process.currentDirectoryURL = folder
        let (standardInput, output, errors) = (Pipe(), Pipe(), Pipe())
        process.standardInput = standardInput
        process.standardOutput = output
        process.standardError = errors
        try process.run()
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
