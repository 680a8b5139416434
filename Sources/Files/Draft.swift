import CFiles
import Glibc

/// A file that is made beside its destination and moved there only when it is complete. A draft that is not placed is
/// removed with its object, or by a signal that ends the program.
///
/// The program makes all its files this way.
public final class Draft {
    /// The path of the draft: `NAME.new-XXXXXX`.
    public let path: String
    private let destination: String
    private let file: Int32

    /// Begins a file, whatever the umask. Callers that want to know early check ``Place/check(_:for:)`` first.
    /// - Parameters:
    ///   - place: the destination.
    ///   - group: the file's group; `nil` for the one that the system chooses.
    public init(beside place: String, mode: UInt32 = 0o600, group: UInt32? = nil) throws(FileTrouble) {
        var template = Array((place + ".new-XXXXXX").utf8CString)
        let held = Interruption.hold()
        defer { Interruption.release(held) }
        let file = mkstemp(&template)
        guard file >= 0 else { throw .system(errno) }
        self.file = file
        destination = place
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        names.forEach(Leftovers.note)
        // The group comes first, since changing it may remove permissions.
        guard group.map({ fchown(file, uid_t.max, $0) == 0 }) ?? true, fchmod(file, mode) == 0 else {
            throw .system(errno)
        }
    }

    deinit {
        close(file)
        for name in names { unlink(name) }
        names.forEach(Leftovers.forget)
    }

    /// The file itself and those that SQLite may make beside it.
    private var names: [String] { [path] + DatabaseFile.suffixes.map { path + $0 } }

    /// Appends text.
    public func write(_ text: String) throws(FileTrouble) {
        try Files.write(text, to: file)
    }

    /// Appends bytes.
    public func write(_ bytes: [UInt8]) throws(FileTrouble) {
        let fault = bytes.withUnsafeBytes { failure(writing: $0, to: file) }
        guard fault == 0 else { throw .unwritten(fault) }
    }

    /// Moves the file to its destination, safe from a power cut.
    /// - Throws: why it may not be there, or the file system's error.
    public func place(as content: Place.Content) throws(FileTrouble) {
        guard fsync(file) == 0 else { throw .unwritten(errno) }
        try Place.check(destination, for: content)
        switch content {
        case .document(replacing: true):
            guard Glibc.rename(path, destination) == 0 else { throw .system(errno) }
            try syncFolder(of: destination)
        case .document(replacing: false), .database:
            try takeName()
            do throws(FileTrouble) {
                try syncFolder(of: destination)
            } catch {
                // A caller that learns of a failure finds no file, and can try again. Nobody can have used the file
                // yet.
                unlink(destination)
                throw error
            }
        }
    }

    /// Gives the file its name, unless a file of that name exists by now.
    private func takeName() throws(FileTrouble) {
        if renameat2(AT_FDCWD, path, AT_FDCWD, destination, Self.withoutReplacing) == 0 { return }
        // Not every file system supports that. With a link the file has two names for a moment, which is why it comes
        // second.
        guard errno == EINVAL || errno == ENOSYS ? link(path, destination) == 0 : false else {
            throw errno == EEXIST ? .exists : .system(errno)
        }
        unlink(path)
    }

    /// `RENAME_NOREPLACE`.
    private static let withoutReplacing: UInt32 = 1
}

/// A folder that is made beside its destination, with its files, and moved there only when it is complete.
public final class DraftFolder {
    /// The path of the draft: `NAME.new-XXXXXX`.
    public let path: String
    private let destination: String
    private var names: [String] = []
    private var folders: [String] = []
    private var isPlaced = false

    /// Begins a folder with access for its owner alone.
    public init(beside place: String) throws(FileTrouble) {
        try Place.check(place, for: .document(replacing: false))
        var template = Array((place + ".new-XXXXXX").utf8CString)
        let held = Interruption.hold()
        defer { Interruption.release(held) }
        guard mkdtemp(&template) != nil else { throw .system(errno) }
        destination = place
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        Leftovers.note(path)
    }

    deinit {
        if !isPlaced {
            for name in names { unlink(name) }
            for folder in folders { rmdir(folder) }
            rmdir(path)
        }
        (names + folders + [path]).forEach(Leftovers.forget)
    }

    /// The path for a database in the folder. If the folder is removed, files that were not requested here stay.
    public func database(_ name: String) -> String {
        let file = file(name)
        DatabaseFile.suffixes.forEach { _ = self.file(name + $0) }
        return file
    }

    /// The path for a file in the folder, or in a folder in it. If the folder is removed, files that were not requested
    /// here stay.
    public func file(_ name: String) -> String {
        let file = path + "/" + name
        names.append(file)
        Leftovers.note(file)
        return file
    }

    /// Makes a folder in the folder, with access for its owner alone.
    public func makeFolder(_ name: String) throws(FileTrouble) {
        let folder = path + "/" + name
        let held = Interruption.hold()
        defer { Interruption.release(held) }
        guard mkdir(folder, 0o700) == 0 else { throw .system(errno) }
        folders.append(folder)
        Leftovers.note(folder)
    }

    /// Moves the folder to its destination. All files in it must already be durable.
    public func place() throws(FileTrouble) {
        // A folder never replaces anything but an empty folder.
        try Place.check(destination, for: .document(replacing: false))
        guard Glibc.rename(path, destination) == 0 else {
            throw [EEXIST, ENOTEMPTY, ENOTDIR].contains(errno) ? .exists : .system(errno)
        }
        isPlaced = true
        try syncFolder(of: destination)
    }
}

/// Writes the whole text.
func write(_ text: String, to file: Int32) throws(FileTrouble) {
    var text = text
    let fault = text.withUTF8 { failure(writing: UnsafeRawBufferPointer($0), to: file) }
    guard fault == 0 else { throw .unwritten(fault) }
}

/// Writes all bytes.
/// - Returns: `errno`; 0 where everything is written.
func failure(writing bytes: UnsafeRawBufferPointer, to file: Int32) -> Int32 {
    var rest = bytes[...]
    while !rest.isEmpty {
        let count = Glibc.write(file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return count < 0 ? errno : ENOSPC }
        rest = rest.dropFirst(count)
    }
    return 0
}

/// Makes a file's name durable.
func syncFolder(of path: String) throws(FileTrouble) {
    let folder = open(folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw .unwritten(errno) }
    defer { close(folder) }
    guard fsync(folder) == 0 else { throw .unwritten(errno) }
}
