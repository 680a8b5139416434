import Arguments
import Files
import Foundation
import MitBudget
import SQLite
import TestSupport

@testable import MitBudgetCLI

/// A separate world for a test: a clock that stands until the test sets it, a folder of its own, and the same random
/// bytes every time. Commands run in process, one after another.
final class TestWorld {
    /// The folder of all files; it is removed with the world.
    let folder: String
    /// The time.
    var now: Moment = .unixEpoch
    /// By how many seconds local time is ahead of UTC.
    var offset: (Moment) -> Int = { _ in 0 }
    /// The account that runs the program.
    var account: String? = "kommunen"
    /// The whole environment; the test process's own variables are not visible.
    var environment: [String: String] = [:]
    /// The lines waiting on standard input.
    var input: [String] = []
    /// The terminal's width in columns; `nil` if output does not go to a terminal.
    var terminalWidth: Int?

    private var chance = SplitMix64(seed: 1)
    private var output = ""
    private var error = ""

    /// The result of a command.
    struct Run {
        let arguments: [String]
        let status: Int32
        let output: String
        let error: String
        /// The anchors of the ledger's last entry before and after the command; `nil` if there is no ledger.
        let heads: (before: String?, after: String?)
    }

    /// - Parameter base: the folder in which the world's folder is made.
    init(in base: String = "/tmp") throws {
        // Short, so that messages show the whole path.
        var template = Array((base + "/mitbudget-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else { throw CocoaError(.fileWriteUnknown) }
        folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        environment["MITBUDGET_LEDGER"] = ledger
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// The path of the ledger.
    var ledger: String { folder + "/mit-budget.sqlite" }

    /// Runs the program once.
    /// - Parameters:
    ///   - invalid: the position of an argument that is not UTF-8.
    ///   - watches: whether to read the ledger's head before and after, which takes longer than many commands.
    func run(_ arguments: [String], invalidAt invalid: Int? = nil, watchingHead watches: Bool = true) -> Run {
        (output, error) = ("", "")
        let before = watches ? head() : nil
        let status = Program.run(arguments, invalidAt: invalid, in: world)
        return Run(
            arguments: arguments, status: status, output: output, error: error, heads: (before, watches ? head() : nil))
    }

    /// A session without a command; ``printed`` holds its output.
    func session() -> Session {
        (output, error) = ("", "")
        let world = world
        return Session(world: world, settings: Settings(Registry.spec.typed([]).globals, in: world))
    }

    /// The text written to standard output.
    var printed: String { output }

    /// Creates or replaces a file in the folder.
    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: URL(filePath: path(name)))
    }

    /// Copies a file into the folder.
    func copy(_ file: URL) throws {
        try Data(contentsOf: file).write(to: URL(filePath: path(file.lastPathComponent)))
    }

    /// Changes the ledger's file as the program would not.
    func tamper(_ sql: String) throws {
        let connection = try Connection(path: ledger, access: .readWrite, busyMilliseconds: 0)
        try connection.script(unsafeSQL: sql)
        try connection.close()
    }

    /// The same without some triggers, which it restores unchanged afterwards.
    func tamper(lifting triggers: String..., sql: String) throws {
        let names = triggers.map { "'\($0)'" }.joined(separator: ", ")
        try tamper(
            """
            CREATE TEMP TABLE lifted AS SELECT * FROM sqlite_schema WHERE name IN (\(names));
            \(triggers.map { "DROP TRIGGER \($0);" }.joined())
            \(sql);
            PRAGMA writable_schema = ON;
            INSERT INTO sqlite_schema SELECT * FROM lifted;
            """)
    }

    /// The anchor of the ledger's last entry, read without the program.
    private func head() -> String? {
        guard let connection = try? Connection(path: ledger, access: .readWrite, busyMilliseconds: 0) else {
            return nil
        }
        let head = try? connection.first(
            "SELECT seq || ':' || hash FROM journal ORDER BY seq DESC LIMIT 1", as: String.self)
        try? connection.close()
        return head ?? nil
    }

    private func path(_ name: String) -> String {
        name.hasPrefix("/") ? name : folder + "/" + name
    }

    /// The accounts that the machine has.
    private static let logins = ["root", "anna", "anden", "kim", "revision", "konsulent-2", "login"]

    /// The world that the program sees.
    var world: World {
        var world = World(
            now: { self.now }, localDay: { LocalTime($0, offset: self.offset($0)).day },
            environment: { self.environment[$0] },
            account: { self.account.flatMap { try? AccountName($0) } },
            user: { Self.logins.contains($0.text) ? (geteuid(), getegid()) : nil }, isRoot: { self.account == "root" },
            group: World.system.group,
            random: { count in (0..<count).map { _ in UInt8(truncatingIfNeeded: self.chance.next()) } },
            read: { name, limit throws(World.FileTrouble) in try self.read(name, limit: limit) },
            open: { name throws(World.FileTrouble) in
                // Small pieces, so that lines are split at every possible place.
                var rest = try self.read(name, limit: .max)[...]
                return World.Source(
                    size: Int64(rest.count),
                    next: {
                        defer { rest = rest.dropFirst(7) }
                        return Array(rest.prefix(7))
                    }, close: {})
            },
            ask: { prompt throws(World.FileTrouble) in
                if self.terminalWidth != nil { self.error += prompt }
                return self.input.isEmpty ? nil : Array(self.input.removeFirst().utf8)
            },
            isInteractive: { self.terminalWidth != nil },
            beginFolder: { name throws(World.FileTrouble) in try World.system.beginFolder(self.path(name)) },
            begin: { name, content throws(World.FileTrouble) in try World.system.begin(self.path(name), content) },
            append: { line, name, ledger throws(World.FileTrouble) in
                try World.system.append(line, self.path(name), ledger)
            },
            output: channel(\.output), error: channel(\.error))
        world.offset = offset
        return world
    }

    private func channel(_ text: ReferenceWritableKeyPath<TestWorld, String>) -> World.Channel {
        World.Channel(
            write: { written in
                self[keyPath: text] += written
                return true
            }, terminalWidth: { self.terminalWidth })
    }

    private func read(_ name: String, limit: Int) throws(World.FileTrouble) -> [UInt8] {
        if name == "-" {
            defer { input = [] }
            return Array(input.map { $0 + "\n" }.joined().utf8)
        }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path(name), isDirectory: &isFolder) else { throw .missing }
        guard !isFolder.boolValue else { throw .notAFile }
        guard let bytes = FileManager.default.contents(atPath: path(name)) else { throw .system(EACCES) }
        guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
        return Array(bytes)
    }
}
