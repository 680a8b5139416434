import Foundation
import Glibc
import MitBudget
import TestSupport
import Testing

@testable import MitBudgetStore

/// A finished course of entries in a file that no one has open, and copies of it.
///
/// A process that closes a file loses SQLite's locks on it, so these tests never have one file open twice.
struct Shelf {
    let desk: Desk
    var path: String { desk.path }
    static let administrator = Caller(account: "login", claim: .administrator)
    /// The reason of a repeated erasure if its own reason cannot be told.
    static let standIn: Wording = "Var slettet i den journal, der blev afløst"

    init() throws {
        desk = try Desk()
        try desk.course()
        desk.ledger.close()
    }

    /// A file's name beside the ledger.
    func name(_ name: String) -> String { desk.scratch.path(name) }

    @discardableResult
    func record(_ command: Command, by actor: StaffID) throws -> Recorded {
        let ledger = try Ledger(path: path, access: .recording)
        defer { ledger.close() }
        return try ledger.record(command, by: Caller(account: "login", claim: actor), under: desk.circumstances)
            .recorded
    }

    @discardableResult
    func backup(to name: String, by caller: Caller = administrator) throws -> Verification {
        let ledger = try Ledger(path: path, access: .reading)
        defer { ledger.close() }
        return try ledger.backup(to: self.name(name), by: caller)
    }

    @discardableResult
    func restore(
        _ name: String, claims: [String] = [], acceptsLoss: Bool = false, isDry: Bool = false,
        by caller: Caller = administrator, as root: Root? = nil
    ) throws -> Restored {
        let order = RestoreOrder(
            copy: self.name(name), claims: try claims.map { try AnchorClaim($0) }, acceptsLoss: acceptsLoss,
            isDry: isDry, standIn: Self.standIn, root: root)
        return try Ledger.restore(order, to: path, by: caller, under: desk.circumstances)
    }

    /// The findings of verifying a file.
    func findings(_ path: String? = nil) throws -> [VerifyFinding] {
        try Ledger.with(path: path ?? self.path, access: .checking) { ledger throws(LedgerFailure) in
            try ledger.verify().findings
        }
    }

    /// The anchor of the last entry.
    func anchor(of path: String? = nil) throws -> String {
        try Ledger.with(path: path ?? self.path, access: .checking) { ledger throws(LedgerFailure) in
            try ledger.anchor().text
        }
    }

    /// Every file of the folder: its bytes and when it was last changed.
    func snapshot(without others: [String] = []) throws -> [String: [Data]] {
        var files: [String: [Data]] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: desk.scratch.folder.path)
        where !others.contains(name) {
            var status = stat()
            #expect(lstat(self.name(name), &status) == 0)
            files[name] = [
                try Data(contentsOf: URL(filePath: self.name(name))), withUnsafeBytes(of: status.st_mtim) { Data($0) },
                withUnsafeBytes(of: status.st_mode) { Data($0) },
            ]
        }
        return files
    }
}

extension Scratch {
    /// The bytes of every file in the folder whose name has the prefix.
    func bytes(_ prefix: String = "") throws -> Data {
        var all = Data()
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name.hasPrefix(prefix) {
            all += try Data(contentsOf: folder.appending(path: name))
        }
        return all
    }
}

extension Data {
    /// How often a text occurs in the bytes.
    func count(of text: String) -> Int {
        var (count, start) = (0, startIndex)
        while let found = self[start...].firstRange(of: Data(text.utf8)) {
            count += 1
            start = found.upperBound
        }
        return count
    }
}
