import Arguments
import MitBudget
import MitBudgetStore
import Phrases

/// Releases, disbursements and their corrections; expenses; money between funder and grantee.
enum MoneyCommands {
    static let families = [
        Family("release", [release]), Family("retract", [retract]), Family("disburse", [disburse]),
        Family("refund", [refund]), Family("expense", [expense]), Family("receive", [receive]),
        Family("repay", [repay]), Family("reverse", [reverse]),
    ]

    private static let release = LedgerCommand(
        ["release"], group: Groups.money,
        summary: Phrase(da: "Frigiv penge på et punkt.", en: "Release an item's money."),
        discussion: Phrase(
            da: "--all frigiver alt, hvad der er godkendt på punktet og endnu ikke frigivet.",
            en: "--all releases all that is approved on the item and not yet released."),
        examples: [
            Example(
                "mitbudget release B01 --item 1 --amount 4500 --on 2023-02-01",
                Phrase(da: "4.500 kr. på punkt 1.", en: "DKK 4,500 on item 1.")),
            Example(
                "mitbudget release B01 --item 2 --all", Phrase(da: "Resten af punkt 2.", en: "The rest of item 2.")),
        ],
        Shared.participant, Shared.item,
        Parameter.optional("--amount", .amount, Phrase(da: "Beløb i kroner.", en: "Amount in kroner.")),
        Parameter<Bool>.flag("--all", Phrase(da: "Alt, hvad der er tilbage.", en: "All that is left.")), Shared.on,
        Shared.dryRun, Shared.once
    ) { reference, item, amount, all, on, dry, once throws(UsageError) in
        if amount != nil, all { throw .excludes("--amount", "--all") }
        if amount == nil, !all { throw .needsOneOf(["--amount KR", "--all"], command: ["release"]) }
        return .record(dry: dry, once: once) { session in
            .release(reference, item: item, amount: amount, on: on ?? session.today)
        }
    }

    private static let retract = LedgerCommand(
        ["retract"], group: Groups.money,
        summary: Phrase(da: "Tag ubrugte frigivne penge tilbage til punktet.", en: "Take unspent released money back."),
        examples: [
            Example(
                "mitbudget retract B01 --item 1 --amount 500 --reason 'Tilbud var billigere'",
                Phrase(da: "500 kr. tilbage til punktet.", en: "DKK 500 back to the item."))
        ],
        Shared.participant, Shared.item, Shared.amount, Shared.reason, Shared.on, Shared.dryRun, Shared.once
    ) { reference, item, amount, reason, on, dry, once in
        .record(dry: dry, once: once) { session in
            .retract(reference, item: item, amount: amount, reason: reason, on: on ?? session.today)
        }
    }

    static let disburse = LedgerCommand(
        ["disburse"], group: Groups.money,
        summary: Phrase(da: "Bogfør en udbetaling med bilag.", en: "Record a disbursement with its voucher."),
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
                Phrase(da: "4.500 kr. brugt på punkt 1.", en: "DKK 4,500 spent on item 1."))
        ],
        Shared.participant, Shared.item, Shared.amount, Shared.voucher, Shared.voucherTotal, Shared.payee, Shared.on,
        Shared.paid, note, Shared.dryRun, Shared.once
    ) { reference, item, amount, voucher, total, payee, on, paid, note, dry, once in
        .record(dry: dry, once: once) { session in
            let day = on ?? session.today
            return .disburse(
                Disbursement(
                    participant: reference, item: item, amount: amount, voucher: voucher, voucherTotal: total,
                    payee: payee, day: day, paid: paid ?? day, note: note))
        }
    }

    static let note = Parameter.optional("--note", .words, Phrase(da: "En bemærkning.", en: "A remark."))

    private static let refund = LedgerCommand(
        ["refund"], group: Groups.money,
        summary: Phrase(da: "Bogfør penge, der kom tilbage.", en: "Record money that came back."),
        discussion: Phrase(
            da: "Fra en udbetaling (sagsbehandleren) eller en projektudgift (konsulenten).",
            en: "From a disbursement (the caseworker) or an expense (the consultant)."),
        examples: [
            Example(
                "mitbudget refund 42 --amount 300 --voucher 2023-0031",
                Phrase(da: "300 kr. af postering 42 kom tilbage.", en: "DKK 300 of entry 42 came back."))
        ],
        Parameter.argument(
            .entry,
            Phrase(da: "Udbetalingens eller udgiftens nummer.", en: "The number of the disbursement or expense.")),
        Shared.amount, Shared.voucher, Shared.on, note, Shared.dryRun, Shared.once
    ) { entry, amount, voucher, on, note, dry, once in
        .record(dry: dry, once: once) { session in
            .refund(entry, amount: amount, voucher: voucher, note: note, on: on ?? session.today)
        }
    }

    private static let expense = LedgerCommand(
        ["expense"], group: Groups.money,
        summary: Phrase(da: "Bogfør en projektudgift.", en: "Record a project expense."),
        examples: [
            Example(
                "mitbudget expense --post project --amount 12000 --voucher L-2023-01 --payee 'Lønkontoret'",
                Phrase(da: "Lønandel på projektposten.", en: "A share of wages on the project post."))
        ],
        Parameter.option(
            "--post", .post, Phrase(da: "Budgetpostens kode eller navn.", en: "The post's code or name.")),
        Shared.amount, Shared.voucher, Shared.voucherTotal, Shared.payee, Shared.on, Shared.paid, note, Shared.dryRun,
        Shared.once
    ) { post, amount, voucher, total, payee, on, paid, note, dry, once in
        .record(dry: dry, once: once) { session in
            let day = on ?? session.today
            return .spend(
                Expense(
                    post: post, amount: amount, voucher: voucher, voucherTotal: total, payee: payee, day: day,
                    paid: paid ?? day, note: note))
        }
    }

    private static let receive = LedgerCommand(
        ["receive"], group: Groups.money,
        summary: Phrase(da: "Bogfør en rate af tilsagnet.", en: "Record an instalment of the grant."),
        examples: [
            Example(
                "mitbudget receive --amount 238000 --voucher SBST-1 --on 2022-12-15",
                Phrase(da: "Første rate.", en: "The first instalment."))
        ],
        Shared.amount, Shared.voucher, Shared.on, note, Shared.dryRun, Shared.once
    ) { amount, voucher, on, note, dry, once in
        .record(dry: dry, once: once) { session in
            .receive(GrantPayment(amount: amount, voucher: voucher, note: note), on: on ?? session.today)
        }
    }

    private static let repay = LedgerCommand(
        ["repay"], group: Groups.money,
        summary: Phrase(
            da: "Bogfør ubrugte penge betalt tilbage.", en: "Record unspent money paid back to the funder."),
        discussion: Phrase(
            da:
                "Højst det, der er modtaget og hverken brugt eller betalt tilbage. Dagen må følge projektperioden.",
            en: "No more than was received and is neither spent nor paid back. The day may lie after the window."),
        examples: [
            Example(
                "mitbudget repay --amount 31250 --voucher SBST-9 --on 2025-03-15",
                Phrase(da: "Det ubrugte til tilskudsgiveren.", en: "What was not spent, to the funder."))
        ],
        Shared.amount, Shared.voucher, Shared.on, note, Shared.dryRun, Shared.once
    ) { amount, voucher, on, note, dry, once in
        .record(dry: dry, once: once) { session in
            .repay(GrantPayment(amount: amount, voucher: voucher, note: note), on: on ?? session.today)
        }
    }

    private static let reverse = LedgerCommand(
        ["reverse"], group: Groups.money,
        summary: Phrase(da: "Tilbagefør en forkert postering.", en: "Cancel a wrong entry by a new one."),
        discussion: Phrase(
            da: """
                Udbetalinger og deres refusioner (sagsbehandleren), projektudgifter og deres refusioner, rater og \
                tilbagebetalinger (konsulenten). Intet slettes: begge posteringer står. Bilaget kan bruges igen.
                """,
            en: """
                Disbursements and their refunds (the caseworker), expenses and their refunds, instalments and \
                repayments (the consultant). Nothing is erased: both entries stand. The voucher can be used again.
                """),
        examples: [
            Example(
                "mitbudget reverse 42 --reason 'Tastet forkert'",
                Phrase(da: "Postering 42 gælder ikke mere.", en: "Entry 42 no longer counts."))
        ],
        Parameter.argument(.entry, Phrase(da: "Posteringens nummer.", en: "The entry's number.")), Shared.reason,
        Shared.on,
        Shared.dryRun, Shared.once
    ) { entry, reason, on, dry, once in
        .record(dry: dry, once: once) { session in .reverse(entry, reason: reason, on: on ?? session.today) }
    }
}
