import Arguments
import Phrases

/// Every command, in the order in which help lists them. Parsing, help, completions and the manual are made from it.
enum Registry {
    static let spec = CommandLineSpec<Action>(
        program: "mitbudget",
        summary: Phrase(
            da: "Tilskudsjournal for Mit Budget: handleplaner, frigivelser, udbetalinger, regnskab.",
            en: "The grant ledger of Mit Budget: action plans, releases, disbursements, accounts."),
        globals: Globals.all, commands: commands, conceal: conceal)

    static let commands: [CommandSpec] =
        LedgerCommands.all + ParticipantCommands.all + PlanCommands.all + MoneyCommands.all + OverviewCommands.all
        + ProgramCommands.all
}
