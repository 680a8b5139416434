import Arguments
import MitBudget
import MitBudgetStore
import Phrases

/// Releases, disbursements and what corrects them; expenses and instalments.
enum MoneyCommands {
    static let all: [CommandSpec] = [release, retract, disburse, refund, expense, receive, reverse]

    private static let release = CommandSpec(
        ["release"], group: Groups.money,
        summary: Phrase(da: "frigiv penge på et punkt", en: "release an item's money"),
        discussion: Phrase(
            da: "--all frigiver alt, hvad der er godkendt på punktet og endnu ikke frigivet.",
            en: "--all releases all that is approved on the item and not yet released."),
        examples: [
            Example(
                "mitbudget release B01 --item 1 --amount 4500 --on 2023-02-01",
                Phrase(da: "4.500 kr. på punkt 1", en: "DKK 4,500 on item 1")),
            Example("mitbudget release B01 --item 2 --all", Phrase(da: "resten af punkt 2", en: "the rest of item 2")),
        ],
        Shared.participant, Shared.item,
        Parameter.optional("--amount", .amount, Phrase(da: "beløb i kroner", en: "amount in kroner")),
        Parameter<Bool>.flag("--all", Phrase(da: "alt, hvad der er tilbage", en: "all that is left")), Shared.on,
        Shared.dryRun
    ) { reference, item, amount, all, on, dry throws(UsageError) in
        if amount != nil, all { throw .excludes("--amount", "--all") }
        if amount == nil, !all { throw .needsOneOf(["--amount KR", "--all"], command: ["release"]) }
        return .record(dry: dry) { session in
            .release(reference, item: item, amount: amount, on: on ?? session.today)
        }
    }

    private static let retract = CommandSpec(
        ["retract"], group: Groups.money,
        summary: Phrase(da: "tag ubrugte frigivne penge tilbage til punktet", en: "take unspent released money back"),
        examples: [
            Example(
                "mitbudget retract B01 --item 1 --amount 500 --reason 'Tilbud var billigere'",
                Phrase(da: "500 kr. tilbage til punktet", en: "DKK 500 back to the item"))
        ],
        Shared.participant, Shared.item, Shared.amount, Shared.reason, Shared.on, Shared.dryRun
    ) { reference, item, amount, reason, on, dry in
        .record(dry: dry) { session in
            .retract(reference, item: item, amount: amount, reason: reason, on: on ?? session.today)
        }
    }

    private static let disburse = CommandSpec(
        ["disburse"], group: Groups.money,
        summary: Phrase(da: "bogfør en udbetaling med bilag", en: "record a disbursement with its voucher"),
        discussion: Phrase(
            da: "--on er den dag, udgiften blev afholdt; --paid den dag, den blev betalt, måske efter projektperioden.",
            en:
                """
                --on is the day on which the expense was incurred; --paid the day of payment, perhaps after the \
                window.
                """
        ),
        examples: [
            Example(
                "mitbudget disburse B01 --item 1 --amount 4500 --voucher 2023-0017 --payee 'Boligforening Nord' "
                    + "--on 2023-02-01",
                Phrase(da: "4.500 kr. brugt på punkt 1", en: "DKK 4,500 spent on item 1"))
        ],
        Shared.participant, Shared.item, Shared.amount, Shared.voucher, Shared.payee, Shared.on, Shared.paid,
        Parameter.optional("--note", .words, Phrase(da: "en bemærkning", en: "a remark")), Shared.dryRun
    ) { reference, item, amount, voucher, payee, on, paid, note, dry in
        .record(dry: dry) { session in
            let day = on ?? session.today
            return .disburse(
                Disbursement(
                    participant: reference, item: item, amount: amount, voucher: voucher, payee: payee, day: day,
                    paid: paid ?? day, note: note))
        }
    }

    private static let refund = CommandSpec(
        ["refund"], group: Groups.money,
        summary: Phrase(da: "bogfør, at penge kom tilbage fra en udbetaling", en: "record money that came back"),
        examples: [
            Example(
                "mitbudget refund 42 --amount 300 --voucher 2023-0031",
                Phrase(da: "300 kr. af postering 42 kom tilbage", en: "DKK 300 of entry 42 came back"))
        ],
        Parameter.argument(.entry, Phrase(da: "udbetalingens postering", en: "the disbursement's entry")),
        Shared.amount, Shared.voucher, Shared.on, Shared.dryRun
    ) { entry, amount, voucher, on, dry in
        .record(dry: dry) { session in .refund(entry, amount: amount, voucher: voucher, on: on ?? session.today) }
    }

    private static let expense = CommandSpec(
        ["expense"], group: Groups.money,
        summary: Phrase(da: "bogfør en projektudgift", en: "record a project expense"),
        examples: [
            Example(
                "mitbudget expense --post project --amount 12000 --voucher L-2023-01 --payee 'Lønkontoret'",
                Phrase(da: "lønandel på projektposten", en: "a share of wages on the project post"))
        ],
        Parameter.option(
            "--post", .post, Phrase(da: "budgetposten, ikke citizens", en: "the post, other than citizens")),
        Shared.amount, Shared.voucher, Shared.payee, Shared.on, Shared.paid, Shared.dryRun
    ) { post, amount, voucher, payee, on, paid, dry in
        .record(dry: dry) { session in
            let day = on ?? session.today
            return .spend(
                Expense(post: post, amount: amount, voucher: voucher, payee: payee, day: day, paid: paid ?? day))
        }
    }

    private static let receive = CommandSpec(
        ["receive"], group: Groups.money,
        summary: Phrase(da: "bogfør en rate af tilsagnet", en: "record an instalment of the grant"),
        examples: [
            Example(
                "mitbudget receive --amount 238000 --voucher SBST-1 --on 2022-12-15",
                Phrase(da: "første rate", en: "the first instalment"))
        ],
        Shared.amount, Shared.voucher, Shared.on, Shared.dryRun
    ) { amount, voucher, on, dry in
        .record(dry: dry) { session in .receive(amount: amount, voucher: voucher, on: on ?? session.today) }
    }

    private static let reverse = CommandSpec(
        ["reverse"], group: Groups.money,
        summary: Phrase(da: "tilbagefør en forkert postering", en: "cancel a wrong entry by a new one"),
        discussion: Phrase(
            da: """
                Udbetalinger og refusioner (sagsbehandleren), projektudgifter og rater (konsulenten). Intet \
                slettes: begge \
                posteringer står. Bilaget kan bruges igen.
                """,
            en: """
                Disbursements and refunds (the caseworker), expenses and receipts (the consultant). Nothing is \
                erased: both \
                entries stand. The voucher can be used again.
                """),
        examples: [
            Example(
                "mitbudget reverse 42 --reason 'Tastet på forkert borger'",
                Phrase(da: "postering 42 gælder ikke mere", en: "entry 42 no longer counts"))
        ],
        Parameter.argument(.entry, Phrase(da: "posteringens nummer", en: "the entry's number")), Shared.reason,
        Shared.on,
        Shared.dryRun
    ) { entry, reason, on, dry in
        .record(dry: dry) { session in .reverse(entry, reason: reason, on: on ?? session.today) }
    }
}
