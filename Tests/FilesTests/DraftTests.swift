import Foundation
import Glibc
import SQLite
import TestSupport
import Testing

@testable import Files

/// Where files may be made, and what is left of unfinished ones.
@Suite("A file that is made beside its place")
struct DraftTests {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
    }

    private func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path).sorted()
    }

    private func make(_ name: String, _ text: String = "x", as content: Place.Content) throws {
        let draft = try Draft(beside: scratch.path(name))
        try draft.write(text)
        try draft.place(as: content)
    }

    private func database(_ name: String) throws {
        let connection = try Connection(path: scratch.path(name), access: .create, busyMilliseconds: 0)
        try connection.script("CREATE TABLE t (a); INSERT INTO t VALUES (1)")
        try connection.close()
    }

    @Test("It stands there whole, its owner's alone, and nothing else does")
    func made() throws {
        try make("a", "en tekst\n", as: .document(replacing: false))
        #expect(try String(contentsOfFile: scratch.path("a"), encoding: .utf8) == "en tekst\n")
        let attributes = try FileManager.default.attributesOfItem(atPath: scratch.path("a"))
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        #expect(try names() == ["a"])
    }

    @Test("One that is given up leaves nothing, nor what SQLite made beside it")
    func givenUp() throws {
        func begin() throws {
            let draft = try Draft(beside: scratch.path("a"))
            try draft.write("x")
            for suffix in DatabaseFile.suffixes { try Data().write(to: URL(filePath: draft.path + suffix)) }
            #expect(try names().count == 4)
        }
        try begin()
        #expect(try names() == [])
    }

    @Test("One that replaces nothing finds a file that has appeared meanwhile")
    func appeared() throws {
        for content in [Place.Content.database, .document(replacing: false)] {
            let draft = try Draft(beside: scratch.path("a"))
            try Data("another's".utf8).write(to: URL(filePath: scratch.path("a")))
            #expect(throws: FileTrouble.exists) { try draft.place(as: content) }
            try FileManager.default.removeItem(atPath: scratch.path("a"))
        }
    }

    @Test("A document replaces a document, and only when told to")
    func replaces() throws {
        try make("a", "one", as: .document(replacing: false))
        #expect(throws: FileTrouble.exists) { try make("a", "two", as: .document(replacing: false)) }
        try make("a", "three", as: .document(replacing: true))
        #expect(try String(contentsOfFile: scratch.path("a"), encoding: .utf8) == "three")
    }

    @Test("A database is never replaced, under whatever name: its own, another spelling, a hard link, a link")
    func databases() throws {
        try database("d")
        link(scratch.path("d"), scratch.path("hard"))
        symlink(scratch.path("d"), scratch.path("soft"))
        let before = try Data(contentsOf: URL(filePath: scratch.path("d")))
        for name in ["d", "./d", "hard"] {
            #expect(throws: FileTrouble.database, "\(name)") { try make(name, as: .document(replacing: true)) }
        }
        #expect(throws: FileTrouble.notAFile) { try make("soft", as: .document(replacing: true)) }
        #expect(try Data(contentsOf: URL(filePath: scratch.path("d"))) == before)
        #expect(try names() == ["d", "hard", "soft"])
    }

    @Test(
        "No file gets the name of a database's log, in whatever case, and no database one of any log",
        arguments: ["-wal", "-shm", "-journal", "-WAL", "-Shm"])
    func logNames(suffix: String) throws {
        try database("d")
        let name = "d" + suffix
        for content in [Place.Content.database, .document(replacing: false), .document(replacing: true)] {
            #expect(throws: FileTrouble.logOf(scratch.path("d"))) { try make(name, as: content) }
        }
        #expect(throws: FileTrouble.logOf(scratch.path("none"))) { try make("none" + suffix, as: .database) }
        try make("none" + suffix, as: .document(replacing: false))
    }

    @Test("A log is told by what stands in it, whatever its name", arguments: ["-wal", "-shm", "-journal"])
    func logs(suffix: String) throws {
        let connection = try Connection(path: scratch.path("d"), access: .create, busyMilliseconds: 0)
        if suffix != "-journal" { try connection.script("PRAGMA journal_mode = WAL") }
        try connection.script("CREATE TABLE t (a)")
        // The cache is so small that the change reaches the journal and then the file while it is under way.
        try connection.script("PRAGMA cache_size = 1; BEGIN; CREATE TABLE u (a);")
        for row in 0..<200 { try connection.script(unsafeSQL: "INSERT INTO u VALUES (zeroblob(2000 + \(row)))") }
        if suffix != "-journal" { try connection.script("COMMIT") }
        try #require(FileManager.default.fileExists(atPath: scratch.path("d" + suffix)))
        link(scratch.path("d" + suffix), scratch.path("other"))
        #expect(throws: FileTrouble.database) { try make("other", as: .document(replacing: true)) }
    }

    @Test("A database is not made where a log lies that would be taken for its own", arguments: DatabaseFile.suffixes)
    func strayLogs(suffix: String) throws {
        try Data("left".utf8).write(to: URL(filePath: scratch.path("d" + suffix)))
        #expect(throws: FileTrouble.strayLog(scratch.path("d" + suffix))) { try make("d", as: .database) }
        try make("d", as: .document(replacing: false))
        #expect(throws: FileTrouble.database) { try make("d", as: .document(replacing: true)) }
    }

    @Test("A folder, a FIFO and a device are no files to replace")
    func otherKinds() throws {
        mkfifo(scratch.path("fifo"), 0o600)
        for path in [scratch.path("fifo"), scratch.folder.path, "/dev/full"] {
            #expect(throws: FileTrouble.notAFile) { try Place.check(path, for: .document(replacing: true)) }
            #expect(throws: FileTrouble.exists) { try Place.check(path, for: .database) }
        }
    }

    @Test("A folder is put in its place with what is in it, or goes with what was told of, and takes no other's place")
    func folders() throws {
        func begin(_ keeps: Bool) throws {
            let folder = try DraftFolder(beside: scratch.path("f"))
            try Data("x".utf8).write(to: URL(filePath: folder.file("a")))
            if keeps { try folder.place() }
        }
        try begin(false)
        #expect(try names() == [])
        try begin(true)
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path("f")) == ["a"])
        #expect(throws: FileTrouble.exists) { try begin(true) }
        #expect(try names() == ["f"])
    }

    @Test("A folder goes with the folders in it, however many files there are, and is its owner's alone")
    func foldersWithin() throws {
        func begin(_ keeps: Bool) throws {
            let folder = try DraftFolder(beside: scratch.path("f"))
            try folder.makeFolder("within")
            for number in 0..<200 {
                let draft = try Draft(beside: folder.file("within/\(number)"))
                try draft.write("x")
                try draft.place(as: .document(replacing: false))
            }
            if keeps { try folder.place() }
        }
        try begin(false)
        #expect(try names() == [])
        try begin(true)
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path("f/within")).count == 200)
        for name in ["f", "f/within"] {
            let attributes = try FileManager.default.attributesOfItem(atPath: scratch.path(name))
            #expect(attributes[.posixPermissions] as? Int == 0o700)
        }
    }
}

@Suite("A file that lines are added to")
struct LinesTests {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
    }

    private var path: String { scratch.path("lines") }
    private func append(_ line: String, to name: String = "lines", sparing: [FileIdentity] = []) throws {
        try Lines.append(line, to: scratch.path(name), sparing: sparing)
    }

    @Test("It is made for its owner alone, whatever the umask, and grows by a line a time")
    func grows() throws {
        try append("one")
        try append("two")
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "one\ntwo\n")
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }

    @Test("After a line that was cut short the next one begins a line of its own")
    func cutShort() throws {
        try Data("one\ntw".utf8).write(to: URL(filePath: path))
        try append("three")
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "one\ntw\nthree\n")
    }

    @Test("A FIFO, a folder, a device and a link are refused, and none holds anyone up")
    func otherKinds() throws {
        mkfifo(scratch.path("fifo"), 0o600)
        try append("one")
        symlink(path, scratch.path("link"))
        symlink(scratch.path("nowhere"), scratch.path("dangling"))
        try FileManager.default.createDirectory(atPath: scratch.path("folder"), withIntermediateDirectories: false)
        for name in ["fifo", "folder", "link", "dangling"] {
            #expect(throws: FileTrouble.notAFile, "\(name)") { try append("two", to: name) }
        }
        #expect(throws: FileTrouble.notAFile) { try Lines.append("two", to: "/dev/full", sparing: []) }
        link(path, scratch.path("hard"))
        #expect(throws: FileTrouble.linked) { try append("two", to: "hard") }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "one\n")
        #expect(!FileManager.default.fileExists(atPath: scratch.path("nowhere")))
    }

    @Test("A database, what is spared, and the names of its logs are refused and stay as they are")
    func databases() throws {
        let connection = try Connection(path: scratch.path("d"), access: .create, busyMilliseconds: 0)
        try connection.script("CREATE TABLE t (a)")
        try connection.close()
        let before = try Data(contentsOf: URL(filePath: scratch.path("d")))
        #expect(throws: FileTrouble.database) { try append("x", to: "d") }
        for suffix in DatabaseFile.suffixes {
            #expect(throws: FileTrouble.logOf(scratch.path("d"))) { try append("x", to: "d" + suffix) }
        }
        #expect(try Data(contentsOf: URL(filePath: scratch.path("d"))) == before)
        try append("one")
        let spared = try #require(FileIdentity(of: path))
        #expect(throws: FileTrouble.database) { try append("two", sparing: [spared]) }
        #expect(throws: FileTrouble.logOf(path)) { try append("two", to: "lines-wal", sparing: [spared]) }
    }

    @Test(
        "Network drives are told by their number, and the disks of the machine are none",
        arguments: [
            (0x6969, true), (0x517B, true), (0xFF53_4D42, true), (0xFE53_4D42, true), (0xEF53, false),
            (0x0102_1994, false), (0x5846_5342, false), (0x9123_683E, false), (0x794C_7630, false),
        ] as [(UInt32, Bool)])
    func fileSystems(type: UInt32, isShared: Bool) {
        #expect(FileSystem.isShared(type) == isShared)
        #expect(!FileSystem.isShared(at: "/proc"))
    }
}
