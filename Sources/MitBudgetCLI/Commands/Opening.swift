import MitBudget
import MitBudgetReports
import MitBudgetStore
import Phrases

/// The options of `init`, before any file is read.
struct Opening: Sendable {
    let administrator: StaffID
    let name: Wording?
    let programme: String?
    let group: String?
}

/// An opening after its programme file was read.
struct Terms {
    let programme: Programme
    let administrator: StaffMember
    let group: UInt32?
}

extension Session {
    /// Makes a ledger or, in a dry run, says whether it could be made.
    func open(_ opening: Opening, dry: Bool) throws(Failure) -> ExitStatus {
        let terms = try terms(of: opening)
        Vocabulary(terms.programme).adopt()
        do throws(LedgerFailure) {
            if dry {
                let entry = try Ledger.consider(
                    terms.programme, administrator: terms.administrator, today: today, path: settings.ledger)
                tell(Decision(entry: entry, met: []))
            } else {
                let recorded = try Ledger.create(
                    path: settings.ledger, programme: terms.programme, administrator: terms.administrator,
                    group: terms.group, under: circumstances)
                tell(recorded, met: [])
            }
        } catch {
            throw .ledger(error)
        }
        warnOfFolder(sharedWith: terms.group)
        return .done
    }

    /// Reads the programme file that an opening names.
    func terms(of opening: Opening) throws(Failure) -> Terms {
        let programme = try programme(at: opening.programme)
        let group = try opening.group.map { name throws(Failure) in
            guard let id = world.group(name) else { throw .noSuchGroup(name) }
            return id
        }
        let administrator = StaffMember(
            id: opening.administrator, role: .administrator, account: try caller().account, name: opening.name)
        return Terms(programme: programme, administrator: administrator, group: group)
    }

    /// The files that SQLite makes beside the ledger get the folder's group only if the folder is setgid.
    func warnOfFolder(sharedWith group: UInt32?) {
        guard let group, !Ledger.isShared(folderOf: settings.ledger, with: group) else { return }
        warn(
            Phrase(
                da: """
                    Mappen giver ikke sine filer til gruppen, så de andre kan ikke bruge journalen endnu. Kør: \
                    chgrp GRUPPE MAPPE && chmod 2770 MAPPE
                    """,
                en: """
                    The folder does not give its files to the group, so the others cannot use the ledger yet. Run: \
                    chgrp GROUP FOLDER && chmod 2770 FOLDER
                    """))
    }

    func programme(at path: String?) throws(Failure) -> Programme {
        guard let path else {
            do {
                return try BuiltInProgramme.aabenraa()
            } catch {
                throw .contents(path: "mit-budget-aabenraa", error)
            }
        }
        let bytes = try read(path, limit: ProgrammeFile.limit)
        do {
            return try ProgrammeFile.read(bytes)
        } catch {
            throw .contents(path: path, error)
        }
    }
}
