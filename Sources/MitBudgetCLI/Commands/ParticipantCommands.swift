import Arguments
import MitBudget
import MitBudgetReports
import MitBudgetStore
import Phrases

/// Enrolling, withdrawing and showing citizens.
enum ParticipantCommands {
    static let families = [Family("participant", [enrol, withdraw, list, show] + AccessCommands.ofParticipants)]

    private static var enrol: LedgerCommand {
        LedgerCommand(
            ["participant", "enrol"], group: Groups.participants,
            summary: Phrase(
                da: "Indskriv \(.anyOne) under næste reference.", en: "Enrol \(.anyOne) under the next reference."),
            discussion: Vocabulary.current.isPersonal
                ? Phrase(
                    da:
                        """
                        Navn og sag er følsomme: de forsegles og vises kun med --identified. Et CPR-nummer hører ingen \
                        steder til.
                        """,
                    en:
                        """
                        Name and case are sensitive: they are sealed and shown with --identified only. A CPR number \
                        belongs nowhere.
                        """
                )
                : Phrase(
                    da: "Alle medarbejdere kan se navn og sag. Et CPR-nummer hører ingen steder til.",
                    en: "All staff can see name and case. A CPR number belongs nowhere."),
            examples: [
                Example(
                    "mitbudget participant enrol --case 'Sag 2022-014' --on 2022-12-05",
                    Phrase(
                        da: "Giver \(example: 1), \(example: 2) …", en: "Gives \(example: 1), \(example: 2) …"))
            ],
            Parameter.optional("--name", .words, Phrase(da: "Navnet.", en: "The name.")),
            Parameter.optional("--case", .words, Phrase(da: "Sagens nummer.", en: "The case's number.")), Shared.on,
            Shared.dryRun, Shared.once
        ) { name, caseNumber, on, dry, once in
            .record(dry: dry, once: once) { session in
                .enrol(name: name, caseNumber: caseNumber, on: on ?? session.today)
            }
        }
    }

    private static var withdraw: LedgerCommand {
        LedgerCommand(
            ["participant", "withdraw"], group: Groups.participants,
            summary: Phrase(da: "Stop \(.anyOne.genitive) budget.", en: "Stop \(.anyOne.genitive) budget."),
            discussion: Phrase(
                da: """
                    Det, der ikke er brugt, er disponibelt med det samme. Pladsen bliver ledig fra den dag, hvis intet \
                    er brugt til og med den, undtagen med --cause finished. Refusioner og tilbageførsler kan stadig \
                    bogføres.
                    """,
                en: """
                    What was not spent is free at once. The place is free from that day on if nothing was spent \
                    through it, except with --cause finished. Refunds and reversals can still be recorded.
                    """),
            examples: [
                Example(
                    "mitbudget participant withdraw B04 --cause moved --reason 'Flyttet til Haderslev' --on 2023-09-01",
                    Phrase(da: "B04 er flyttet.", en: "B04 has moved away."))
            ],
            Shared.participant, Shared.reason,
            Parameter.optional(
                "--cause", ValueKind<WithdrawalCause>.oneOf("CAUSE"),
                Phrase(
                    da: "Årsagen: flyttet, gennemført eller stoppet; ellers stoppet.",
                    en: "The cause; stopped unless told.")),
            Shared.on, Shared.dryRun, Shared.once
        ) { reference, reason, cause, on, dry, once in
            .record(dry: dry, once: once) { session in
                .withdraw(reference, cause: cause ?? .stopped, reason: reason, on: on ?? session.today)
            }
        }
    }

    private static var list: LedgerCommand {
        LedgerCommand(
            ["participant", "list"], group: Groups.participants,
            summary: Phrase(da: "Vis alle \(.many) og deres beløb.", en: "List all \(.many) and their figures."),
            examples: [Example("mitbudget participant list", Phrase(da: "Kun referencer.", en: "References only."))]
        ) {
            Action { session throws(Failure) in
                try session.reading { ledger throws(LedgerFailure) in
                    try ledger.reading { () throws(LedgerFailure) in try session.printParticipants(of: ledger) }
                }
                return .done
            }
        }
    }

    private static var show: LedgerCommand {
        LedgerCommand(
            ["participant", "show"], group: Groups.participants,
            summary: Phrase(da: "Vis, hvad der kan udbetales, og hvorfor.", en: "Show what may be paid, and why."),
            discussion: Phrase(
                da: "Med --identified vises navn og sag; formålet bogføres, før noget vises.",
                en: "With --identified name and case are shown; the purpose is recorded before anything is."),
            examples: [
                Example(
                    "mitbudget participant show B03",
                    Phrase(da: "Plan, punkter og posteringer.", en: "Plan, items, entries.")
                ),
                Example(
                    "mitbudget participant show B03 --identified --purpose 'Opfølgning på planen'",
                    Phrase(da: "Også navn og sag.", en: "Name and case too.")),
            ],
            Shared.participant, Shared.identified, Shared.purpose
        ) { reference, identified, purpose in
            Action { session throws(Failure) in
                let purpose = try session.readingPurpose(identified, purpose, command: ["participant", "show"])
                let identified = try purpose.map { purpose throws(Failure) in
                    try session.identified(.readWords(reference, scope: .identity, purpose: purpose)) {
                        ledger throws(LedgerFailure) in try ledger.identity(of: reference)
                    }
                }
                let (view, identity) = try session.reading { ledger throws(LedgerFailure) in
                    let view = try ParticipantView(reference, in: ledger, on: session.today)
                    return (view, try view.programme.isPersonal ? identified : ledger.identity(of: reference))
                }
                session.print(view, identity: identity)
                return .done
            }
        }
    }

    /// The purpose of an identified reading; `nil` if nothing sensitive is asked for.
    static func readingPurpose(
        _ identified: Bool, _ purpose: Wording?, asking option: String = "--identified", command: [String]
    ) throws(UsageError) -> Wording? {
        switch (identified, purpose) {
        case (true, nil): throw .needs(option, "--purpose TEXT", command: command)
        case (false, .some): throw .needs("--purpose", option, command: command)
        case (_, let purpose): return purpose
        }
    }
}

extension Session {
    /// The purpose of an identified reading; `nil` where none is asked for, or where the texts are on no people and
    /// therefore shown to all.
    /// - Parameter option: the option that asks for it.
    func readingPurpose(
        _ identified: Bool, _ purpose: Wording?, asking option: String = "--identified", command: [String]
    ) throws(Failure) -> Wording? {
        let isOpen =
            identified ? try reading { ledger throws(LedgerFailure) in !ledger.programme.isPersonal } : false
        guard !isOpen else { return nil }
        do throws(UsageError) {
            return try ParticipantCommands.readingPurpose(identified, purpose, asking: option, command: command)
        } catch {
            throw .usage(error)
        }
    }

    /// Records the purpose first, and only then reads the texts. Texts on recipients that are no people are not
    /// sensitive: any staff member reads them, and nothing is recorded.
    func identified<Output>(
        _ command: Command, _ read: (Ledger) throws(LedgerFailure) -> Output
    ) throws(Failure) -> Output {
        let caller = try caller()
        let circumstances = circumstances
        return try withLedger(.recording) { ledger throws(LedgerFailure) in
            guard ledger.programme.isPersonal || command.isDisclosure else {
                try ledger.identify(caller, for: Set(Role.allCases), leavesTrace: false)
                return try read(ledger)
            }
            _ = try ledger.record(command, by: caller, under: circumstances)
            return try read(ledger)
        }
    }
}

extension Command {
    fileprivate var isDisclosure: Bool {
        if case .readWords(_, .disclosure, _) = self { true } else { false }
    }
}
