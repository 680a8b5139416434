import Files
import MitBudget
import MitBudgetStore

/// A folder that is handed over: a draft beside its place, until all its files are whole. It remembers what each file
/// hashes to.
final class HandoverFolder {
    /// The name of the file with the hashes of the others.
    static let manifest = "MANIFEST"

    private let path: String
    private let world: World
    private let draft: DraftFolder
    private(set) var files: [(name: String, digest: Digest)] = []

    init(at path: String, in world: World) throws(LedgerFailure) {
        self.path = path.withoutFinalSlashes
        self.world = world
        do {
            draft = try world.beginFolder(self.path)
        } catch {
            throw .unmade(path: path, error)
        }
    }

    /// Makes a file of what `fill` writes.
    func add(
        _ name: String, _ fill: (HandoverFile) throws(LedgerFailure) -> Void
    ) throws(LedgerFailure) {
        let place = draft.file(name)
        let file: HandoverFile
        do {
            file = HandoverFile(try world.begin(place, .document(replacing: false)))
        } catch {
            throw .unmade(path: path + "/" + name, error)
        }
        try fill(file)
        do throws(FileTrouble) {
            files.append((name, try file.finish()))
        } catch {
            throw .unmade(path: path + "/" + name, error)
        }
    }

    /// Makes a folder within.
    func makeFolder(_ name: String) throws(LedgerFailure) {
        do {
            try draft.makeFolder(name)
        } catch {
            throw .unmade(path: path + "/" + name, error)
        }
    }

    /// Adds the manifest and moves the folder to its place.
    func place() throws(LedgerFailure) {
        let lines = files.map { "\($0.digest.hex)  \($0.name)\n" }
        try add(Self.manifest) { file in lines.forEach(file.write) }
        do {
            try draft.place()
        } catch {
            throw .unmade(path: path, error)
        }
    }
}

/// A file of a folder that is handed over, while it is written.
final class HandoverFile {
    private let draft: Draft
    private var hash = SHA256()
    private var pending: [UInt8] = []
    private var fault: FileTrouble?

    init(_ draft: Draft) {
        self.draft = draft
    }

    /// Appends text.
    func write(_ text: String) { write(Array(text.utf8)) }

    /// Appends bytes. The first failure is remembered until the file is finished, and nothing is written after it.
    func write(_ bytes: [UInt8]) {
        pending += bytes
        if pending.count > 65_536 { flush() }
    }

    private func flush() {
        hash.update(pending)
        do throws(FileTrouble) {
            if fault == nil { try draft.write(pending) }
        } catch {
            fault = error
        }
        pending.removeAll(keepingCapacity: true)
    }

    /// Gives the file its place in the draft of the folder.
    /// - Returns: the digest of its bytes.
    func finish() throws(FileTrouble) -> Digest {
        flush()
        if let fault { throw fault }
        try draft.place(as: .document(replacing: false))
        return hash.digest()
    }
}
