import Arguments
import JSON
import MitBudget
import MitBudgetReports
import MitBudgetStore
import Phrases

/// Showing the terms of the grant, and changing them.
enum TermsCommands {
    static let families = [Family("terms", [show, amend])]

    private static let show = LedgerCommand(
        ["terms", "show"], group: Groups.ledger,
        summary: Phrase(da: "Vis vilkårene.", en: "Show the terms."),
        discussion: Phrase(
            da: "Med --format json er det en projektfil, som terms amend tager. --at viser dem ved en postering.",
            en: "With --format json it is a programme file that terms amend takes. --at shows them at an entry."),
        examples: [
            Example("mitbudget terms show", Phrase(da: "Som de er nu.", en: "As they are now.")),
            Example(
                "mitbudget terms show --at 1 --format json",
                Phrase(da: "Som de var fra begyndelsen.", en: "As they were at the start.")),
        ],
        Parameter.optional("--at", .entry, Phrase(da: "Ved den postering.", en: "At that entry."))
    ) { at in
        Action { session throws(Failure) in
            let (terms, amendments) = try session.reading { ledger throws(LedgerFailure) in
                try ledger.reading { () throws(LedgerFailure) in
                    (try ledger.terms(at: at), try ledger.amendments(through: at))
                }
            }
            session.print(terms: terms, amendments: amendments)
            return .done
        }
    }

    private static let amend = LedgerCommand(
        ["terms", "amend"], group: Groups.ledger,
        summary: Phrase(
            da: "Skift vilkårene ud med dem i en projektfil.", en: "Change the terms to a programme file's."),
        discussion: Phrase(
            da: """
                Filen rummer alle vilkår, også dem, der står ved magt; hent den med terms show --format json. \
                Posteringer før står, som de er, og rapporter om tiden før viser vilkårene dengang. Projektets kode, \
                første dag og hvem pengene går til kan ikke ændres.
                """,
            en: """
                The file holds all terms, also those that stay; get it with terms show --format json. Entries before \
                stand as they are, and reports on earlier times show the terms then. The programme's code, its first \
                day and whom the money goes to cannot change.
                """),
        examples: [
            Example(
                "mitbudget terms amend vilkaar.json --reason 'Perioden er forlænget' --approval SBST-2024-17 --dry-run",
                Phrase(da: "Se, hvad der ville ændres.", en: "See what would change."))
        ],
        Parameter.argument(
            .text("FILE", completion: .file),
            Phrase(da: "Projektfilen med de nye vilkår.", en: "The programme file with the new terms.")),
        Shared.reason,
        Parameter.optional(
            "--approval", .voucher,
            Phrase(da: "Tilskudsgiverens brev med godkendelsen.", en: "The funder's letter of approval.")),
        Shared.on, Shared.dryRun, Shared.once
    ) { file, reason, approval, on, dry, once in
        let amended: @Sendable (Session) throws(Failure) -> Amendment = { session throws(Failure) in
            Amendment(terms: try session.programme(at: file), reason: reason, approval: approval)
        }
        let request: @Sendable (Session, Amendment) -> Action.Request = { session, amendment in
            Action.Request(command: .amend(amendment, on: on ?? session.today), once: once)
        }
        let make: @Sendable (Session) throws(Failure) -> Action.Request = { session throws(Failure) in
            request(session, try amended(session))
        }
        return Action(importable: .entry(make)) { session throws(Failure) in
            let amendment = try amended(session)
            return try session.amend(request(session, amendment), to: amendment, dry: dry)
        }
    }
}

extension Session {
    /// Shows what an amendment changes and then records it or, in a dry run, says whether that is allowed.
    fileprivate func amend(_ request: Action.Request, to amendment: Amendment, dry: Bool) throws(Failure) -> ExitStatus
    {
        let (caller, today, circumstances) = (try caller(), today, circumstances)
        try withLedger(dry ? .reading : .recording) { ledger throws(LedgerFailure) in
            let (before, approved) = try ledger.reading { () throws(LedgerFailure) in
                (ledger.programme, try ledger.approvedTerms())
            }
            Vocabulary(amendment.terms, formerly: before).adopt()
            let changes = before.changes(to: amendment.terms)
            show(changes)
            let told = [JSON.Member(key: "changes", value: .array(changes.map(\.json)))]
            if dry {
                tell(try ledger.consider(request.command, once: request.once, by: caller, today: today), and: told)
            } else {
                let recording = try ledger.record(
                    request.command, once: request.once, by: caller, under: circumstances)
                tell(recording, and: told)
            }
            warn(ofUnapproved: amendment, since: approved)
        }
        return .done
    }

    /// Warns that a report will have a finding, while the funder's letter can still be named.
    /// - Parameter approved: the terms that the funder last approved.
    private func warn(ofUnapproved amendment: Amendment, since approved: (entry: EntryNumber, terms: Programme)) {
        let changes = approved.terms.changesToApprove(in: amendment.terms)
        guard amendment.approval == nil, !changes.isEmpty else { return }
        let finding = ReportFinding.Kind.unapprovedChange.rawValue
        let large = Phrase.joined(changes.map(\.phrase), by: "; ")
        warn(
            Phrase(
                da: """
                    Tilskudsgiveren skal godkende dette først; uden --approval bliver det til bemærkningen \(finding) \
                    i regnskabet. Målt mod vilkårene i nr. \(approved.entry), som sidst er godkendt: \(large).
                    """,
                en: """
                    The funder must approve this beforehand; without --approval it becomes the finding \(finding) in \
                    the report. Measured against the terms of entry \(approved.entry), the last approved ones: \(large).
                    """))
    }

    /// Says line by line what an amendment changes; JSON has it with the outcome.
    private func show(_ changes: [TermsChange]) {
        guard settings.format != .json else { return }
        if changes.isEmpty { print(Phrase(da: "Vilkårene er de samme.", en: "The terms are the same.")) }
        for change in changes { print("  " + change.phrase[language]) }
    }
}

extension Session {
    /// Prints the terms: as a programme file in JSON, else line by line with the amendments so far.
    fileprivate func print(terms: Programme, amendments: [Recorded]) {
        if settings.format == .json { return print(ProgrammeFile.write(terms)) }
        for term in terms.statements { print(term.statement) }
        for recorded in amendments {
            guard case .amended(let amendment) = recorded.entry.event else { continue }
            let (day, staff, number) = (recorded.entry.day, recorded.actor, recorded.number)
            let approval =
                amendment.approval.map { Phrase(da: "godkendt i \($0)", en: "approved in \($0)") }
                ?? Phrase(da: "uden godkendelse", en: "without approval")
            print(
                Phrase(
                    da: "Ændret \(day) af \(staff), postering \(number), \(approval).",
                    en: "Amended on \(day) by \(staff), entry \(number), \(approval)."))
        }
    }
}
