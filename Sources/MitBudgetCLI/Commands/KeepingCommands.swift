import Arguments
import JSON
import MitBudget
import MitBudgetReports
import MitBudgetStore
import Phrases

/// Backing up the ledger, and restoring it from a copy.
enum KeepingCommands {
    static let families = [Family("backup", [backup]), Family("restore", [restore])]

    private static let backup = LedgerCommand(
        ["backup"], group: Groups.ledger,
        summary: Phrase(da: "Tag en sikkerhedskopi.", en: "Take a backup."),
        discussion: Phrase(
            da: """
                Andre kan bogføre imens. Kopien er efterprøvet, før den får sit navn, erstatter aldrig en fil og har \
                rettighederne 0600. Gem kontrolkoden et andet sted end kopien.
                """,
            en: """
                Others can record meanwhile. The copy is checked before it gets its name, never replaces a file, and \
                has mode 0600. Keep the anchor elsewhere than the copy.
                """),
        examples: [
            Example(
                "mitbudget backup /srv/kopier/mit-budget-2023-06-30.sqlite",
                Phrase(da: "En kopi af journalen, som den står.", en: "A copy of the ledger as it stands."))
        ],
        copyFile
    ) { path in
        Action { session throws(Failure) in try session.backup(to: path) }
    }

    private static let restore = LedgerCommand(
        ["restore"], group: Groups.ledger,
        summary: Phrase(da: "Sæt en sikkerhedskopi i journalens sted.", en: "Put a backup in the ledger's place."),
        discussion: Phrase(
            da: """
                Kopien efterprøves først. Mangler den posteringer, nævnes de, og intet sker uden --accept-loss. Den \
                afløste journal bliver liggende under et andet navn, og en postering fortæller, at det skete. Tekster \
                og dokumenter, der er slettet, siden kopien blev taget, slettes igen. Er journalen gået tabt, kan \
                maskinens root med --as genskabe den på vegne af en administrator i kopien; det står i posteringen.
                """,
            en: """
                The copy is checked first. If it lacks entries, they are named, and nothing is done without \
                --accept-loss. The replaced ledger stays under another name, and an entry tells that it happened. \
                Texts and documents that were erased since the copy was taken are erased again. Where the ledger is \
                lost, root of the machine can restore with --as in the name of an administrator of the copy; the entry \
                says so.
                """),
        examples: [
            Example(
                "mitbudget restore /srv/kopier/mit-budget-2023-06-30.sqlite --anchor 42:9f86d081884c7d65",
                Phrase(
                    da: "Kopien skal bære kontrolkoden fra papiret.", en: "The copy must bear the anchor from paper."))
        ],
        copyFile,
        Parameter.repeated(
            "--anchor", .anchor,
            Phrase(da: "En kontrolkode, som kopien skal bære.", en: "An anchor that the copy must bear.")),
        Parameter<Bool>.flag(
            "--accept-loss",
            Phrase(da: "Lad de posteringer gå tabt, som kopien mangler.", en: "Let entries go that the copy lacks.")),
        Shared.dryRun
    ) { path, anchors, acceptsLoss, dry in
        Action { session throws(Failure) in
            let root = session.world.isRoot() ? Root(owner: session.world.user) : nil
            return try session.restore(
                RestoreOrder(
                    copy: path, claims: anchors, acceptsLoss: acceptsLoss, isDry: dry,
                    standIn: session.wording(erasedBefore), root: root))
        }
    }

    /// The reason recorded for a repeated erasure when the original reason cannot be read.
    private static let erasedBefore = Phrase(
        da: "Var slettet i den journal, der blev afløst", en: "Was erased in the ledger that was replaced")

    private static let copyFile = Parameter.argument(
        .text("FILE", completion: .file), Phrase(da: "Kopiens fil.", en: "The copy's file."))
}

extension Session {
    fileprivate func backup(to path: String) throws(Failure) -> ExitStatus {
        let caller = try caller()
        let progress = Progress(Phrase(da: "Efterprøver kopien", en: "Checking the copy"), in: self)
        defer { progress.clear() }
        let verification = try withLedger(.reading) { ledger throws(LedgerFailure) in
            try ledger.backup(to: path, by: caller, progress: progress.show)
        }
        progress.clear()
        if settings.format == .json {
            print(
                [
                    "backup": .string(path), "entries": .integer(verification.entries),
                    "anchor": verification.anchor.map { .string($0.text) } ?? .null,
                ] as JSON)
        } else {
            print(
                Phrase(
                    da: "Kopieret og efterprøvet: \(.entries(Int(verification.entries))) i \(harmless(path)).",
                    en: "Copied and checked: \(.entries(Int(verification.entries))) in \(harmless(path))."))
            // A copy without findings has an anchor.
            if let anchor = verification.anchor {
                print(Phrase(da: "  Kontrolkode \(anchor.text)", en: "  Anchor \(anchor.text)"))
            }
        }
        return .done
    }

    fileprivate func restore(_ order: RestoreOrder) throws(Failure) -> ExitStatus {
        let caller = try caller()
        let progress = Progress(Phrase(da: "Efterprøver kopien", en: "Checking the copy"), in: self)
        defer { progress.clear() }
        do throws(LedgerFailure) {
            let restored = try Ledger.restore(
                order, to: settings.ledger, by: caller, under: circumstances, progress: progress.show)
            progress.clear()
            tell(restored)
            warn(of: restored)
        } catch {
            throw .ledger(error)
        }
        return .done
    }

    private func tell(_ restored: Restored) {
        if settings.format == .json { return print(restored.json) }
        if restored.recorded == nil {
            print(
                Phrase(
                    da: "Kopien kunne afløse journalen: \(.entries(Int(restored.copy.number.value))).",
                    en: "The copy could take the ledger's place: \(.entries(Int(restored.copy.number.value)))."))
        }
        if !restored.lost.isEmpty {
            print(
                restored.recorded == nil
                    ? Phrase(da: "Disse posteringer ville gå tabt:", en: "These entries would be lost:")
                    : Phrase(da: "Disse posteringer gik tabt:", en: "These entries were lost:"))
            for line in restored.lost { print("  " + line.line(language)) }
        }
        if let kept = restored.kept?.split(separator: "/").last.map(String.init) {
            print(
                Phrase(
                    da: "Den afløste journal er gemt ved siden af som \(harmless(kept)).",
                    en: "The replaced ledger is kept beside it as \(harmless(kept))."))
        }
        if let recorded = restored.recorded { tell(recorded, met: []) }
        for erasure in restored.erasedAgain { tell(erasure) }
        if !restored.erasedAgain.isEmpty {
            print(
                Phrase(
                    da: "Kopien selv rummer endnu det, der er slettet: slet den, og andre fra før.",
                    en: "The copy itself still holds what was erased: delete it, and others from before."))
        }
        if restored.recorded == nil { print(Phrase(da: "Intet er bogført.", en: "Nothing was recorded.")) }
    }

    private func tell(_ erasure: ErasedAgain) {
        let lost = Int(erasure.lost)
        guard let recorded = erasure.recorded else { return print(erasure.planned) }
        tell(recorded, met: [])
        print(
            Phrase(
                da: "  Slettet igen, som ved nr. \(lost) i den afløste journal.",
                en: "  Erased again, as by number \(lost) of the replaced ledger."))
        if erasure.isRestated {
            print(
                Phrase(
                    da: "  Dens begrundelse kunne ikke føres uændret med; der står, at de var slettet.",
                    en: "  Its reasons could not be carried over unchanged; it says that they were erased."))
        }
    }

    /// Warns what is uncertain and what is left to do when no ledger was replaced.
    private func warn(of restored: Restored) {
        guard restored.hasReplacedNone else { return }
        let unknown = Phrase(
            da: """
                Ingen journal blev afløst, så det vides ikke, hvilke tekster og dokumenter der er slettet, siden \
                kopien blev taget. Slet dem igen (--override, så længe de skal gemmes):
                """,
            en: """
                No ledger was replaced, so it is unknown which texts and documents were erased since the copy was \
                taken. Erase them again (--override as long as they must be kept):
                """)
        let erasing = Phrase(
            da: "participant erase PARTICIPANT --reason TEKST --override TEKST",
            en: "participant erase PARTICIPANT --reason TEXT --override TEXT")
        guard let account = restored.rootActedFor, world.user(account) == nil else {
            return warn(Hint(unknown, command: erasing))
        }
        warn(
            Hint(
                Phrase(
                    da: """
                        Maskinen har ingen konto \(account), så filen tilhører root. Lav kontoen, og giv den filen: \
                        chown \(account) FIL
                        \(unknown)
                        """,
                    en: """
                        The machine has no account \(account), so the file belongs to root. Make the account, and \
                        give it the file: chown \(account) FILE
                        \(unknown)
                        """), command: erasing))
    }
}

extension Restored {
    fileprivate var json: JSON {
        var members: [JSON.Member] = []
        if let recorded {
            members += [
                .init(key: "entry", value: .integer(recorded.number.value)),
                .init(key: "kind", value: .string(recorded.entry.event.kind.rawValue)),
                .init(key: "anchor", value: .string(recorded.anchor.text)),
            ]
        } else {
            members += [.init(key: "dryRun", value: true), .init(key: "allowed", value: true)]
        }
        members += [
            .init(key: "restored", value: .string(copy.text)),
            .init(key: "kept", value: kept.map { .string($0) } ?? .null),
            .init(key: "lost", value: .array(lost.map(\.json))),
            .init(key: "erasedAgain", value: .array(erasedAgain.map(\.json))),
            .init(key: "root", value: .bool(rootActedFor != nil)),
        ]
        return .object(members)
    }
}

extension ErasedAgain {
    /// What would be done.
    fileprivate var planned: Phrase {
        let lost = Int(lost)
        return switch content {
        case .all(let reference):
            Phrase(
                da: "Teksterne om \(reference) ville blive slettet igen, som ved nr. \(lost).",
                en: "The texts on \(reference) would be erased again, as by number \(lost).")
        case .document(let attachment, let entry, _, _):
            Phrase(
                da: """
                    Dokumentet til nr. \(entry), vedhæftet i nr. \(attachment), ville blive slettet igen, som ved \
                    nr. \(lost).
                    """,
                en: """
                    The document of number \(entry), attached by number \(attachment), would be erased again, as by \
                    number \(lost).
                    """)
        }
    }

    fileprivate var json: JSON {
        let document: JSON =
            switch content {
            case .all: .null
            case .document(let attachment, let entry, let proof, _):
                [
                    "entry": .integer(attachment.value), "of": .integer(entry.value),
                    "proof": .string(proof.rawValue),
                ]
            }
        return [
            "participant": participant.map { .string($0.text) } ?? .null, "document": document,
            "lostEntry": .integer(lost), "entry": recorded.map { .integer($0.number.value) } ?? .null,
            "anchor": recorded.map { .string($0.anchor.text) } ?? .null, "restated": .bool(isRestated),
        ]
    }
}
