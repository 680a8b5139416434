import Foundation

/// Runs the real program from a shell, in a folder of its own, for what an in-process world cannot show.
final class Shell {
    let folder: String

    /// The result of a line.
    struct Result {
        let status: Int32
        let output: String
        let error: String
    }

    init() throws {
        var template = Array("/tmp/mitbudget-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw CocoaError(.fileWriteUnknown) }
        folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Runs a line of POSIX shell. `mitbudget` in it is the built program.
    func run(_ line: String, _ environment: [String: String] = [:]) throws -> Result {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", line]
        process.currentDirectoryURL = URL(filePath: folder)
        process.environment = ["PATH": Self.programs + ":/usr/bin:/bin", "HOME": folder, "LC_ALL": "C.UTF-8"]
            .merging(environment) { $1 }
        // Files instead of pipes: no one has to read while the program writes.
        let (output, error) = (folder + "/.output", folder + "/.error")
        try Data().write(to: URL(filePath: output))
        try Data().write(to: URL(filePath: error))
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle(forWritingAtPath: output)
        process.standardError = FileHandle(forWritingAtPath: error)
        try process.run()
        process.waitUntilExit()
        return Result(status: process.terminationStatus, output: try text(of: output), error: try text(of: error))
    }

    /// Makes a ledger with a plan and a release, for the account that runs the tests.
    func openLedger() throws -> Result {
        try run(
            """
            set -e
            mitbudget init --administrator admin
            mitbudget staff add sagsbehandler-1 --role caseworker --name 'Sagsbehandler 1'
            mitbudget participant enrol --on 2022-12-05
            mitbudget plan draft B01 --goal a --wishes b --purpose c --item housing:35000:d --agreed 2023-01-10
            mitbudget plan approve B01 --on 2023-01-12
            mitbudget release B01 --item 1 --amount 20.000 --on 2023-02-01
            """)
    }

    /// The folder of the built program, which is also that of the test program.
    private static let programs: String = {
        let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return URL(filePath: own).deletingLastPathComponent().path
    }()

    private func text(of file: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: file)), as: UTF8.self)
    }
}
