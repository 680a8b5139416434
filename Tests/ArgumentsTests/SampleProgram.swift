import Arguments
import Phrases

/// A small lending library's command line, with one of everything that the grammar knows.
enum Sample {
    enum Format: String, CaseIterable { case text, json }

    enum Outcome: Equatable {
        case draft(loan: String, reason: String)
        case approve(loan: String, isTrial: Bool)
        case show(loan: String, version: Int?)
        case pay(loan: String, amount: Int, items: [String], order: String)
        case list(isAll: Bool, shelf: String?)
        case help([String])
    }

    static let ledger = Parameter.optional(
        "--ledger", .text("FILE", completion: .file), Phrase(da: "Filen.", en: "The file.")
    ).map { file, _ in file ?? "here" }
    static let format = Parameter<Format?>.optional(
        "--format", .oneOf("FORMAT"), Phrase(da: "Udskriftens form.", en: "The form of the output."))
    static let quiet = Parameter.flag("--quiet", Phrase(da: "Sig intet.", en: "Say nothing."))

    static let books = Phrase(da: "Udlån", en: "Loans")
    static let others = Phrase(da: "Andet", en: "Other")

    static let spec = CommandLineSpec(
        program: "shelf", summary: Phrase(da: "Holder styr på udlån.", en: "Keeps track of loans."),
        globals: [ledger.descriptor, format.descriptor, quiet.descriptor],
        commands: [draft, approve, show, pay, list, listAll, help],
        conceal: { $0.contains("secret") ? "(hidden)" : $0 })

    static let draft = CommandSpec(
        ["loan", "draft"], group: books, summary: Phrase(da: "Skriv et udlån op.", en: "Write a loan down."),
        examples: [
            Example("shelf loan draft L1 --reason 'long \"weekend\"'", Phrase(da: "Et udlån.", en: "One loan."))
        ],
        .argument(.loan, Phrase(da: "Udlånet.", en: "The loan.")),
        .option("--reason", .text("TEXT"), Phrase(da: "Hvorfor.", en: "Why.")),
        make: Outcome.draft)

    static let approve = CommandSpec(
        ["loan", "approve"], group: books, summary: Phrase(da: "Godkend et udlån.", en: "Approve a loan."),
        examples: [Example("shelf loan approve L1", Phrase(da: "Godkend L1.", en: "Approve L1."))],
        .argument(.loan, Phrase(da: "Udlånet.", en: "The loan.")),
        .flag("--dry-run", Phrase(da: "Kun på prøve.", en: "Only try.")),
        make: Outcome.approve)

    static let show = CommandSpec(
        ["loan", "show"], group: books, summary: Phrase(da: "Vis et udlån.", en: "Show a loan."),
        examples: [Example("shelf loan show L1 --version 2", Phrase(da: "Version 2.", en: "Version 2."))],
        .argument(.loan, Phrase(da: "Udlånet.", en: "The loan.")),
        .optional("--version", .number("N"), Phrase(da: "Hvilken version.", en: "Which version.")),
        make: Outcome.show)

    static let pay = CommandSpec(
        ["pay"], group: books, summary: Phrase(da: "Betal et gebyr.", en: "Pay a fee."),
        discussion: Phrase(
            da: "Gebyret betales på dagen.",
            en: "The fee is paid on the day that the book comes back, be it in one piece or in many.\nIt is not repaid."
        ),
        examples: [
            Example("shelf pay L1 --amount 25", Phrase(da: "Betal 25 kr.", en: "Pay 25 kr.")),
            Example("shelf pay L1 --amount=-5 --item a --item b", Phrase(da: "Fem tilbage.", en: "Five back.")),
        ],
        .argument(.loan, Phrase(da: "Udlånet.", en: "The loan.")),
        .option("--amount", .number("KR"), Phrase(da: "Beløbet.", en: "The amount.")),
        .repeated("--item", .text("TITLE:NUMBER:STATE"), Phrase(da: "Bogen.", en: "The book that it is for.")),
        Parameter.optional(
            "--order", .oneOf("ORDER", ["first": "1", "last": "9"]),
            Phrase(da: "Rækkefølgen.", en: "Which fee is paid where there are several; the first one is the oldest.")
        ).map { order, _ in order ?? "1" },
        make: Outcome.pay)

    static let list = CommandSpec(
        ["list"], group: others, summary: Phrase(da: "Vis en hylde.", en: "Show a shelf."),
        examples: [Example("shelf list A", Phrase(da: "Hylde A.", en: "Shelf A."))],
        .optionalArgument(.text("SHELF"), Phrase(da: "Hylden.", en: "The shelf."))
    ) { Outcome.list(isAll: false, shelf: $0) }

    static let listAll = CommandSpec(
        ["list", "all"], group: others, summary: Phrase(da: "Vis alle hylder.", en: "Show all shelves."),
        examples: [Example("shelf list all", Phrase(da: "Alle hylder.", en: "All shelves."))]
    ) { Outcome.list(isAll: true, shelf: nil) }

    static let help = CommandSpec(
        ["help"], group: others, summary: Phrase(da: "Vis hjælp.", en: "Show help."),
        examples: [Example("shelf help loan draft", Phrase(da: "Om én kommando.", en: "On one command."))],
        .arguments(.text("COMMAND"), Phrase(da: "Kommandoen.", en: "The command.")),
        make: Outcome.help)

    /// What a line comes to, or the fault that stops it.
    static func outcome(_ arguments: String...) throws -> Outcome? {
        guard case .run(_, let outcome) = try spec.parse(arguments).request else { return nil }
        return outcome
    }
}

extension ValueKind where Value == String {
    static let loan = ValueKind.text("LOAN")
}

extension ValueKind where Value == Int {
    static func number(_ name: String) -> ValueKind {
        ValueKind(name) { typed throws(ValueFault) in
            if let number = Int(typed) { return number }
            throw ValueFault(Phrase(da: "Det er intet tal.", en: "It is no number."))
        }
    }
}
