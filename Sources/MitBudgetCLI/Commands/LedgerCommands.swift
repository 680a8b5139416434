import Arguments
import JSON
import MitBudget
import MitBudgetReports
import MitBudgetStore
import Phrases

/// Opening a ledger, and managing its staff and periods.
enum LedgerCommands {
    static let families = [
        Family("init", [open]), Family("staff", [staffAdd, staffEnd, staffAccount, staffList]),
        Family("period", [periodClose, periodReopen, periodList]),
    ]

    private static let open = LedgerCommand(
        ["init"], group: Groups.ledger,
        summary: Phrase(da: "Opret en journal.", en: "Make a ledger."),
        discussion: Phrase(
            da: """
                Journalens fil får rettighederne 0600 (0660 med --group) og erstatter aldrig en anden. Vilkårene i \
                projektfilen bliver postering 1; uden --programme er det Aabenraa Kommunes Mit Budget. \
                Administratoren knyttes til den konto, der kører programmet.
                """,
            en: """
                The ledger's file gets mode 0600 (0660 with --group) and never replaces another. The terms of the \
                programme file become entry 1; without --programme they are those of Aabenraa Kommune's Mit \
                Budget. The administrator is bound to the account that runs the program.
                """),
        examples: [
            Example(
                "mitbudget init --administrator admin",
                Phrase(da: "En journal med de indbyggede vilkår.", en: "A ledger with the built-in terms."))
        ],
        Parameter.option(
            "--administrator", .staff.named("ID"),
            Phrase(da: "Administratorens medarbejder-id.", en: "The administrator's staff id.")),
        Parameter.optional(
            "--name", .words,
            Phrase(da: "Administratorens navn eller funktion.", en: "The administrator's name or function.")),
        Parameter.optional(
            "--programme", .text("FILE", completion: .file),
            Phrase(da: "Projektfilen med vilkårene.", en: "The programme file with the terms.")),
        Parameter.optional(
            "--group", .text("GROUP"),
            Phrase(
                da: "Den gruppe på maskinen, der deler journalen.",
                en: "The group of the machine that shares the ledger.")),
        Shared.dryRun
    ) { administrator, name, programme, group, dry in
        let opening = Opening(administrator: administrator, name: name, programme: programme, group: group)
        return Action(importable: .opening(opening)) { session throws(Failure) in
            try session.open(opening, dry: dry)
        }
    }

    private static let staffAdd = LedgerCommand(
        ["staff", "add"], group: Groups.ledger,
        summary: Phrase(da: "Tilføj en medarbejder.", en: "Add a staff member."),
        discussion: Phrase(
            da: "Uden --account knyttes medarbejderen til din egen konto. Et id gives kun én gang.",
            en: "Without --account the member is bound to your own account. An id is given once only."),
        examples: [
            Example(
                "mitbudget staff add anna-h --role caseworker --name 'Sagsbehandler 1' --account anna",
                Phrase(da: "En sagsbehandler på kontoen anna.", en: "A caseworker with the account anna."))
        ],
        Parameter.argument(.staff.named("ID"), Phrase(da: "Medarbejderens id.", en: "The member's id.")),
        Parameter.option(
            "--role", ValueKind<Role>.oneOf("ROLE"),
            Phrase(
                da: "Rollen: sagsbehandler, konsulent, revisor eller administrator.",
                en: "The role.")),
        Parameter.option("--name", .words, Phrase(da: "Medarbejderens navn.", en: "The member's name.")),
        Parameter.optional(
            "--account", .account, Phrase(da: "Brugerkontoen; ellers din egen.", en: "The login; else your own.")),
        Shared.dryRun, Shared.once
    ) { id, role, name, account, dry, once in
        .record(dry: dry, once: once) { session throws(Failure) in
            let own = try session.caller().account
            return .addStaff(StaffMember(id: id, role: role, account: account ?? own, name: name))
        }
    }

    private static let staffEnd = LedgerCommand(
        ["staff", "end"], group: Groups.ledger,
        summary: Phrase(da: "Afslut en medarbejder.", en: "End a staff member's work."),
        examples: [
            Example(
                "mitbudget staff end anna-h",
                Phrase(da: "Sagsbehandleren kan ikke bogføre mere.", en: "The caseworker can record no more."))
        ],
        Parameter.argument(.staff.named("ID"), Phrase(da: "Medarbejderens id.", en: "The member's id.")), Shared.dryRun,
        Shared.once
    ) { id, dry, once in
        .record(dry: dry, once: once) { _ in .endStaff(id) }
    }

    private static let staffAccount = LedgerCommand(
        ["staff", "account"], group: Groups.ledger,
        summary: Phrase(da: "Knyt en medarbejder til en anden konto.", en: "Bind a staff member to another login."),
        discussion: Phrase(
            da: "Til den, der har fået et nyt brugernavn. Alt, hvad medarbejderen har bogført, står, som det er.",
            en: "For whoever got a new login. All that the member recorded stands as it is."),
        examples: [
            Example(
                "mitbudget staff account anna-h --account anna-holm",
                Phrase(da: "Annas nye brugernavn.", en: "Anna's new login."))
        ],
        Parameter.argument(.staff.named("ID"), Phrase(da: "Medarbejderens id.", en: "The member's id.")),
        Parameter.option("--account", .account, Phrase(da: "Den nye brugerkonto.", en: "The new login.")),
        Shared.dryRun, Shared.once
    ) { id, account, dry, once in
        .record(dry: dry, once: once) { _ in .rebindStaff(id, to: account) }
    }

    private static let staffList = LedgerCommand(
        ["staff", "list"], group: Groups.ledger,
        summary: Phrase(da: "Vis medarbejderne.", en: "List the staff."),
        examples: [Example("mitbudget staff list", Phrase(da: "Alle, også fratrådte.", en: "All, ended ones too."))]
    ) {
        Action { session throws(Failure) in
            let staff = try session.reading { ledger throws(LedgerFailure) in try ledger.staff() }
            session.print(staff: staff)
            session.warn(ofLastAdministratorIn: staff)
            return .done
        }
    }

    private static let periodClose = LedgerCommand(
        ["period", "close"], group: Groups.ledger,
        summary: Phrase(da: "Luk bøgerne til og med en dag.", en: "Close the books through a day."),
        discussion: Phrase(
            da: "Derefter kan ingen postering dateres den dag eller før.",
            en: "After that no entry can be dated on that day or before."),
        examples: [
            Example(
                "mitbudget period close --through 2023-06-30",
                Phrase(da: "Luk første halvår.", en: "Close the half-year."))
        ],
        through, Shared.dryRun, Shared.once
    ) { day, dry, once in
        .record(dry: dry, once: once) { _ in .closePeriod(through: day) }
    }

    private static let periodReopen = LedgerCommand(
        ["period", "reopen"], group: Groups.ledger,
        summary: Phrase(da: "Sæt lukningen tilbage til en tidligere dag.", en: "Set the close back to an earlier day."),
        examples: [
            Example(
                "mitbudget period reopen --through 2023-03-31 --reason 'Bilag fundet'",
                Phrase(da: "Åbn andet kvartal igen.", en: "Open the second quarter again."))
        ],
        through, Shared.reason, Shared.dryRun, Shared.once
    ) { day, reason, dry, once in
        .record(dry: dry, once: once) { _ in .reopenPeriod(through: day, reason: reason) }
    }

    private static let periodList = LedgerCommand(
        ["period", "list"], group: Groups.ledger,
        summary: Phrase(da: "Vis lukninger og genåbninger.", en: "List closes and reopenings."),
        examples: [
            Example("mitbudget period list", Phrase(da: "Hvem lukkede hvad, og hvornår.", en: "Who closed what, when."))
        ]
    ) {
        Action { session throws(Failure) in
            session.print(periods: try session.reading { ledger throws(LedgerFailure) in try ledger.periods() })
            return .done
        }
    }

    private static let through = Parameter.option(
        "--through", .day, Phrase(da: "Den sidste lukkede dag.", en: "The last closed day."))
}
