/// The script that checks a handover, or a ledger, without the program: Docs/check-journal.sh, to which the file beside
/// this one is a link.
enum CheckScript {
    /// The name that it has in a folder that was handed over.
    static let name = "check-journal.sh"

    static var text: String { String(decoding: PackageResources.check_journal_sh, as: UTF8.self) }
}
