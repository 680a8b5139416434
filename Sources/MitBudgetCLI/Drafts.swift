import Files
import MitBudget
import MitBudgetStore

extension Session {
    /// Lets `fill` make a folder's files in a draft beside its place, and renames it once all of them are whole.
    func withDraftFolder(
        _ path: String, _ fill: (DraftFolder) throws(Failure) -> Void
    ) throws(Failure) {
        let folder: DraftFolder
        do {
            folder = try world.beginFolder(path)
        } catch {
            throw .unmade(path: path, error)
        }
        try fill(folder)
        do {
            try folder.place()
        } catch {
            throw .unmade(path: path, error)
        }
    }
}

extension DraftFolder {
    /// Makes a file of the folder, durable once this returns.
    func make(_ name: String, of bytes: [UInt8]) throws(FileTrouble) {
        let file = try Draft(beside: file(name))
        try file.write(bytes)
        try file.place(as: .document(replacing: false))
    }
}

extension DocumentProof {
    /// A safe name for a file with a document: the entry it documents, the entry that attached it, what it proves.
    func fileName(of entry: EntryNumber, attachedBy attaching: EntryNumber, as type: DocumentType) -> String {
        "\(entry.value)-\(attaching.value)-\(rawValue).\(type.ending)"
    }
}
