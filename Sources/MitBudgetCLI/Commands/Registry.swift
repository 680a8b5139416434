import Arguments
import Phrases

/// Every command, in the order in which help lists them. Parsing, help, completions and the manual are made from it.
enum Registry {
    static let spec = CommandLineSpec<Action>(
        program: "mitbudget",
        summary: Phrase(
            da: "Tilskudsjournalen for Mit Budget: handleplaner, penge, regnskab.",
            en: "The grant ledger of Mit Budget: action plans, money, accounts."),
        globals: Globals.all, commands: commands, conceal: conceal)

    static let commands: [CommandSpec] =
        LedgerCommands.all + KeepingCommands.all + ParticipantCommands.all + AccessCommands.all
        + PlanCommands.all + MoneyCommands.all + OverviewCommands.all
        + TransferCommands.all + ProgramCommands.all
}
