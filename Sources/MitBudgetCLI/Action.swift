import Arguments
import MitBudget
import MitBudgetReports
import MitBudgetStore
import Phrases

/// What a command line means, ready to run in a session.
struct Action: Sendable {
    let formats: [Format]
    let run: @Sendable (Session) throws(Failure) -> ExitStatus
    /// How to make what the command records; `nil` unless recording is all that it does. `import` records many
    /// together.
    let importable: Importable?

    /// What `import` can record.
    enum Importable: Sendable {
        /// An entry in an existing ledger.
        case entry(@Sendable (Session) throws(Failure) -> Request)
        /// The first entry of a new ledger.
        case opening(Opening)
    }

    /// A command to record, and its key if it may be recorded only once.
    struct Request: Sendable {
        let command: Command
        let once: Once?
    }

    init(
        formats: [Format] = [.text, .json], importable: Importable? = nil,
        run: @escaping @Sendable (Session) throws(Failure) -> ExitStatus
    ) {
        self.formats = formats
        self.importable = importable
        self.run = run
    }

    /// Records an entry or, in a dry run, says whether the rules would allow it.
    static func record(
        dry: Bool, once: Once?, _ make: @escaping @Sendable (Session) throws(Failure) -> Command
    ) -> Action {
        record(dry: dry) { session throws(Failure) in Request(command: try make(session), once: once) }
    }

    /// The same for a command that works out its own `once`.
    static func record(
        dry: Bool, _ make: @escaping @Sendable (Session) throws(Failure) -> Request
    ) -> Action {
        Action(importable: .entry(make)) { session throws(Failure) in
            try session.give(try make(session), dry: dry)
            return .done
        }
    }
}

extension Session {
    /// Records an entry or, in a dry run, says whether the rules would allow it.
    func give(_ request: Action.Request, dry: Bool) throws(Failure) {
        let caller = try caller()
        guard dry else {
            let circumstances = circumstances
            return tell(
                try withLedger(.recording) { ledger throws(LedgerFailure) in
                    try ledger.record(request.command, once: request.once, by: caller, under: circumstances)
                })
        }
        let (today, now) = (today, world.now())
        let (answer, leap) = try withLedger(.reading) { ledger throws(LedgerFailure) in
            (
                try ledger.consider(request.command, once: request.once, by: caller, today: today),
                try ledger.clockLeap(at: now)
            )
        }
        tell(answer)
        if let leap { warn(leap.phrase(at: now)) }
    }
}

typealias LedgerCommand = CommandSpec<Action>

/// The headings under which help lists the commands. A command whose help holds a word of the programme's is made anew
/// each time; see ``Vocabulary``.
enum Groups {
    static let ledger = Phrase(da: "Journalen", en: "The ledger")
    static var participants: Phrase { Noun.many.capital.phrase }
    static let plans = Phrase(da: "Handleplaner", en: "Action plans")
    static let money = Phrase(da: "Penge", en: "Money")
    static let transfer = Phrase(da: "Ind og ud", en: "In and out")
    static let overview = Phrase(da: "Overblik og kontrol", en: "Overview and control")
    static let program = Phrase(da: "Programmet", en: "The program")
}

/// Parameters that several commands share.
enum Shared {
    static let dryRun = Parameter<Bool>.flag(
        "--dry-run",
        Phrase(
            da: """
                Bogfør intet; sig, om det ville være tilladt.
                """, en: "Record nothing; say whether it would be allowed."))
    static let once = Parameter.optional(
        "--once", .once,
        Phrase(
            da: "Nøgle, så det samme sendt igen ikke bogføres igen.",
            en: "A key, so that the same sent again is not recorded again.")
    ).map { key, typed in
        key.map { Once($0, open: Set(Once.Part.allCases.filter { $0.options.allSatisfy { !typed.isGiven($0) } })) }
    }
    static let on = Parameter.optional(
        "--on", .day, Phrase(da: "Den dag, det gælder; ellers i dag.", en: "The day that it concerns; else today."))
    /// Made anew each time, since the ledger's terms say what a reference looks like.
    static var participant: Parameter<ParticipantReference> {
        Parameter.argument(
            .participant,
            Phrase(da: "Referencen, fx \(example: 1).", en: "The reference, such as \(example: 1)."))
    }
    static let item = Parameter.option(
        "--item", .item, Phrase(da: "Punktets nummer i handleplanen.", en: "The item's number in the plan."))
    static let amount = Parameter.option(
        "--amount", .amount,
        Phrase(da: "Beløb i kroner, fx 4500 eller 4.500,00.", en: "Amount in kroner, such as 4500 or 4,500.00."))
    static let voucher = Parameter.option(
        "--voucher", .voucher, Phrase(da: "Bilagets reference.", en: "The voucher's reference."))
    static let voucherTotal = Parameter.optional(
        "--voucher-total", .amount,
        Phrase(
            da: "Bilagets beløb i alt, når det har flere linjer; den første linje angiver det.",
            en: "The voucher's total, where it has several lines; the first line gives it."))
    static let payee = Parameter.option(
        "--payee", .words, Phrase(da: "Hvem der fik pengene.", en: "Who got the money."))
    static let paid = Parameter.optional(
        "--paid", .day, Phrase(da: "Betalingsdagen; ellers som --on.", en: "The day of payment; else as --on."))
    static let reason = Parameter.option(
        "--reason", .words, Phrase(da: "Begrundelsen.", en: "The reason."))
    static let identified = Parameter<Bool>.flag(
        "--identified",
        Phrase(da: "Vis også det følsomme; bogføres.", en: "Show what is sensitive, too; is recorded."))
    static let purpose = Parameter.optional(
        "--purpose", .words,
        Phrase(da: "Hvorfor det følsomme læses.", en: "Why what is sensitive is read."))
}

extension Shared {
    /// Every command that takes a period checks here that it does not end before it begins.
    static func checkPeriod(
        from: Day?, through: Day?, endingWith option: String = "--to", command: [String]
    ) throws(UsageError) {
        guard let from, let through, through < from else { return }
        let fault = ValueFault(
            Phrase(
                da: "Perioden slutter \(through), før den begynder \(from).",
                en: "The period ends on \(through), before it begins on \(from)."),
            remedy: Phrase(da: "Byt dagene om.", en: "Swap the days."), standsAlone: true)
        throw .invalidValue(parameter: option, typed: Echo(through.iso), fault: fault, command: command)
    }
}

extension Once.Part {
    /// The options that name the period.
    fileprivate var options: [String] {
        switch self {
        case .day: ["--on", "--agreed"]
        case .paid: ["--paid"]
        case .cause: ["--cause"]
        case .account: ["--account"]
        }
    }
}
