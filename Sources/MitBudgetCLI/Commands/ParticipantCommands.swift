import Arguments
import MitBudget
import MitBudgetStore
import Phrases

/// Enrolling, withdrawing and showing citizens.
enum ParticipantCommands {
    static let families = [Family("participant", [enrol, withdraw, list, show] + AccessCommands.ofParticipants)]

    private static let enrol = LedgerCommand(
        ["participant", "enrol"], group: Groups.participants,
        summary: Phrase(
            da: "Indskriv en borger under næste reference.", en: "Enrol a citizen under the next reference."),
        discussion: Phrase(
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
        ),
        examples: [
            Example(
                "mitbudget participant enrol --case 'Sag 2022-014' --on 2022-12-05",
                Phrase(da: "Giver B01, B02 …", en: "Gives B01, B02 …"))
        ],
        Parameter.optional("--name", .words, Phrase(da: "Borgerens navn.", en: "The citizen's name.")),
        Parameter.optional("--case", .words, Phrase(da: "Sagens nummer.", en: "The case's number.")), Shared.on,
        Shared.dryRun, Shared.once
    ) { name, caseNumber, on, dry, once in
        .record(dry: dry, once: once) { session in .enrol(name: name, caseNumber: caseNumber, on: on ?? session.today) }
    }

    private static let withdraw = LedgerCommand(
        ["participant", "withdraw"], group: Groups.participants,
        summary: Phrase(da: "Stop en borgers budget.", en: "Stop a citizen's budget."),
        discussion: Phrase(
            da: """
                Det, der ikke er brugt, er disponibelt med det samme. Pladsen bliver ledig fra den dag, hvis intet er \
                brugt til og med den, undtagen med --cause finished. Refusioner og tilbageførsler kan stadig bogføres.
                """,
            en: """
                What was not spent is free at once. The place is free from that day on if nothing was spent through \
                it, except with --cause finished. Refunds and reversals can still be recorded.
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

    private static let list = LedgerCommand(
        ["participant", "list"], group: Groups.participants,
        summary: Phrase(da: "Vis alle borgere og deres beløb.", en: "List all citizens and their figures."),
        examples: [Example("mitbudget participant list", Phrase(da: "Kun referencer.", en: "References only."))]
    ) {
        Action { session throws(Failure) in
            try session.reading { ledger throws(LedgerFailure) in
                try ledger.reading { () throws(LedgerFailure) in try session.printParticipants(of: ledger) }
            }
            return .done
        }
    }

    private static let show = LedgerCommand(
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
                "mitbudget participant show B03 --identified --purpose 'Opfølgning med borgeren'",
                Phrase(da: "Også navn og sag.", en: "Name and case too.")),
        ],
        Shared.participant, Shared.identified, Shared.purpose
    ) { reference, identified, purpose throws(UsageError) in
        let purpose = try readingPurpose(identified, purpose, command: ["participant", "show"])
        return Action { session throws(Failure) in
            var identity: Identity?
            if let purpose {
                identity = try session.identified(.readWords(reference, scope: .identity, purpose: purpose)) {
                    ledger throws(LedgerFailure) in try ledger.identity(of: reference)
                }
            }
            let view = try session.reading { ledger throws(LedgerFailure) in
                try ParticipantView(reference, in: ledger)
            }
            session.print(view, identity: identity)
            return .done
        }
    }

    /// The purpose of an identified reading; `nil` if nothing sensitive is asked for.
    static func readingPurpose(
        _ identified: Bool, _ purpose: Wording?, command: [String]
    ) throws(UsageError) -> Wording? {
        switch (identified, purpose) {
        case (true, nil): throw .needs("--identified", "--purpose TEXT", command: command)
        case (false, .some): throw .needs("--purpose", "--identified", command: command)
        case (_, let purpose): return purpose
        }
    }
}

extension Session {
    /// Records the purpose first, and only then reads the texts.
    func identified<Output>(
        _ command: Command, _ read: (Ledger) throws(LedgerFailure) -> Output
    ) throws(Failure) -> Output {
        let caller = try caller()
        let circumstances = circumstances
        return try withLedger(.recording) { ledger throws(LedgerFailure) in
            _ = try ledger.record(command, by: caller, under: circumstances)
            return try read(ledger)
        }
    }
}
