import Arguments
import MitBudget
import Phrases

/// The commands that begin with the same word. They are made on demand, since making all of them takes longer than most
/// commands do.
struct Family: Sendable {
    let word: String
    /// The commands, in the order in which help lists them.
    let commands: @Sendable () -> [LedgerCommand]

    init(_ word: String, _ commands: @escaping @autoclosure @Sendable () -> [LedgerCommand]) {
        self.word = word
        self.commands = commands
    }
}

/// Every command, in the order in which help lists them. Parsing, help, completions and the manual come from this list.
enum Registry {
    static let families =
        LedgerCommands.families + TermsCommands.families + KeepingCommands.families + ParticipantCommands.families
        + PlanCommands.families + MoneyCommands.families + VoucherCommands.families + ResultCommands.families
        + CorrectCommand.families + OverviewCommands.families + ReconcileCommand.families + TransferCommands.families
        + ProgramCommands.families

    static let commands = families.flatMap { $0.commands() }

    static let spec = spec(of: commands)

    /// The same commands, made anew: their help speaks the words that are current.
    static var spoken: CommandLineSpec<Action> { spec(of: families.flatMap { $0.commands() }) }

    private static func spec(of commands: [LedgerCommand]) -> CommandLineSpec<Action> {
        CommandLineSpec(
            program: "mitbudget",
            summary: Phrase(
                da: "Tilskudsjournalen for Mit Budget: handleplaner, penge, regnskab.",
                en: "The grant ledger of Mit Budget: action plans, money, accounts."),
            globals: Globals.all, commands: commands, topics: { Rule.allCases.map(\.topic) }, conceal: conceal)
    }

    /// Reads the arguments with the commands of one family if they suffice to understand the line, else with all
    /// commands. Help and error messages always know all commands.
    static func typed(_ arguments: [String]) -> (spec: CommandLineSpec<Action>, line: TypedLine<Action>) {
        for argument in arguments {
            guard let family = families.first(where: { $0.word == argument }) else { continue }
            let own = spec(of: family.commands())
            let line = own.typed(arguments)
            if line.command != nil, line.fault == nil, !line.asksForHelp { return (own, line) }
            break
        }
        return (spec, spec.typed(arguments))
    }
}
