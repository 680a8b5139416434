import Arguments
import JSON
import MitBudget
import MitBudgetReports
import MitBudgetStore
import Phrases

/// Opening a ledger, its staff, its periods.
enum LedgerCommands {
    static let all: [CommandSpec] = [
        open, staffAdd, staffEnd, staffList, periodClose, periodReopen, periodList,
    ]

    private static let open = CommandSpec(
        ["init"], group: Groups.ledger,
        summary: Phrase(da: "opret en journal", en: "make a ledger"),
        discussion: Phrase(
            da: """
                Journalens fil får rettighederne 0600 og erstatter aldrig en anden. Vilkårene i projektfilen ligger \
                fast \
                som postering 1; uden --programme er det Aabenraa Kommunes Mit Budget. Administratoren knyttes til den \
                konto, der kører programmet.
                """,
            en: """
                The ledger's file gets mode 0600 and never replaces another. The terms of the programme file are fixed \
                as entry 1; without --programme they are those of Aabenraa Kommune's Mit Budget. The administrator is \
                bound to the account that runs the program.
                """),
        examples: [
            Example(
                "mitbudget init --administrator admin",
                Phrase(da: "en journal med de indbyggede vilkår", en: "a ledger with the built-in terms"))
        ],
        Parameter.option(
            "--administrator", .staff.named("ID"),
            Phrase(da: "administratorens medarbejder-id", en: "the administrator's staff id")),
        Parameter.optional(
            "--name", .words,
            Phrase(da: "administratorens navn eller funktion", en: "the administrator's name or function")),
        Parameter.optional(
            "--programme", .text("FILE", completion: .file),
            Phrase(da: "projektfilen med vilkårene", en: "the programme file with the terms")),
        Shared.dryRun
    ) { administrator, name, programme, dry in
        Action { session throws(Failure) in
            try session.open(administrator: administrator, name: name, programme: programme, dry: dry)
        }
    }

    private static let staffAdd = CommandSpec(
        ["staff", "add"], group: Groups.ledger,
        summary: Phrase(da: "tilføj en medarbejder", en: "add a staff member"),
        discussion: Phrase(
            da: "Uden --account knyttes medarbejderen til din egen konto. Et id gives kun én gang.",
            en: "Without --account the member is bound to your own account. An id is given once only."),
        examples: [
            Example(
                "mitbudget staff add anna-h --role caseworker --name 'Sagsbehandler 1' --account anna",
                Phrase(da: "en sagsbehandler på kontoen anna", en: "a caseworker with the account anna"))
        ],
        Parameter.argument(.staff.named("ID"), Phrase(da: "medarbejderens id", en: "the member's id")),
        Parameter.option(
            "--role", ValueKind<Role>.oneOf("ROLE"),
            Phrase(
                da: "caseworker (sagsbehandler), consultant (konsulent), auditor (revisor) eller administrator",
                en: "caseworker, consultant, auditor or administrator")),
        Parameter.option("--name", .words, Phrase(da: "medarbejderens navn", en: "the member's name")),
        Parameter.optional(
            "--account", .account, Phrase(da: "brugerkontoen; ellers din egen", en: "the login; else your own")),
        Shared.dryRun
    ) { id, role, name, account, dry in
        .record(dry: dry) { session throws(Failure) in
            let own = try session.caller().account
            return .addStaff(StaffMember(id: id, role: role, account: account ?? own, name: name))
        }
    }

    private static let staffEnd = CommandSpec(
        ["staff", "end"], group: Groups.ledger,
        summary: Phrase(da: "afslut en medarbejder", en: "end a staff member's work"),
        examples: [
            Example(
                "mitbudget staff end anna-h",
                Phrase(da: "anna-h kan ikke mere bogføre", en: "anna-h can record no more"))
        ],
        Parameter.argument(.staff.named("ID"), Phrase(da: "medarbejderens id", en: "the member's id")), Shared.dryRun
    ) { id, dry in
        .record(dry: dry) { _ in .endStaff(id) }
    }

    private static let staffList = CommandSpec(
        ["staff", "list"], group: Groups.ledger,
        summary: Phrase(da: "vis medarbejderne", en: "list the staff"),
        examples: [Example("mitbudget staff list", Phrase(da: "alle, også fratrådte", en: "all, ended ones too"))]
    ) {
        Action { session throws(Failure) in
            session.print(
                staff: try session.reading([.administrator]) { ledger throws(LedgerFailure) in try ledger.staff() })
            return .done
        }
    }

    private static let periodClose = CommandSpec(
        ["period", "close"], group: Groups.ledger,
        summary: Phrase(da: "luk bøgerne til og med en dag", en: "close the books through a day"),
        discussion: Phrase(
            da: "Derefter kan ingen postering dateres den dag eller før.",
            en: "After that no entry can be dated on that day or before."),
        examples: [
            Example(
                "mitbudget period close --through 2023-06-30",
                Phrase(da: "luk første halvår", en: "close the half-year"))
        ],
        through, Shared.dryRun
    ) { day, dry in
        .record(dry: dry) { _ in .closePeriod(through: day) }
    }

    private static let periodReopen = CommandSpec(
        ["period", "reopen"], group: Groups.ledger,
        summary: Phrase(da: "sæt lukningen tilbage til en tidligere dag", en: "set the close back to an earlier day"),
        examples: [
            Example(
                "mitbudget period reopen --through 2023-03-31 --reason 'Bilag fundet'",
                Phrase(da: "åbn andet kvartal igen", en: "open the second quarter again"))
        ],
        through, Shared.reason, Shared.dryRun
    ) { day, reason, dry in
        .record(dry: dry) { _ in .reopenPeriod(through: day, reason: reason) }
    }

    private static let periodList = CommandSpec(
        ["period", "list"], group: Groups.ledger,
        summary: Phrase(da: "vis lukninger og genåbninger", en: "list closes and reopenings"),
        examples: [
            Example("mitbudget period list", Phrase(da: "hvem lukkede hvad, og hvornår", en: "who closed what, when"))
        ]
    ) {
        Action { session throws(Failure) in
            session.print(periods: try session.reading { ledger throws(LedgerFailure) in try ledger.periods() })
            return .done
        }
    }

    private static let through = Parameter.option(
        "--through", .day, Phrase(da: "den sidste lukkede dag", en: "the last closed day"))
}

extension Session {
    /// Makes a ledger, or, dry, says whether that could be done.
    fileprivate func open(
        administrator id: StaffID, name: Wording?, programme path: String?, dry: Bool
    ) throws(Failure) -> ExitStatus {
        let programme = try programme(at: path)
        let administrator = StaffMember(
            id: id, role: .administrator, account: try caller().account, name: name)
        do throws(LedgerFailure) {
            if dry {
                let entry = try Ledger.consider(
                    programme, administrator: administrator, today: today, path: settings.ledger)
                tell(Decision(entry: entry, met: []))
            } else {
                let recorded = try Ledger.create(
                    path: settings.ledger, programme: programme, administrator: administrator, under: circumstances)
                tell(recorded, met: [])
            }
        } catch {
            throw .ledger(error)
        }
        return .done
    }

    private func programme(at path: String?) throws(Failure) -> Programme {
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
