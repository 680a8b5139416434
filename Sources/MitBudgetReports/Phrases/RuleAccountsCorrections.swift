import MitBudget
import Phrases

extension RuleAccount {
    static let voucherUsed = RuleAccount(
        refuses: Phrase(
            da: """
                et bilag, som en gældende postering allerede har, også med små for store bogstaver, medmindre dens \
                første linje har angivet --voucher-total
                """,
            en: """
                a voucher that an entry holds which is not reversed, also in small letters for capitals, unless its \
                first line told a --voucher-total
                """),
        allows: Phrase(
            da: "bilaget fra en postering, der er tilbageført, og flere linjer på et bilag med kendt beløb i alt.",
            en: "the voucher of an entry that was reversed, and more lines on a voucher whose total is known."),
        source: Phrase(
            da: "Håndbogen [H]: enhver udgift har sit bilag. Revisionspraksis [A]: intet bilag betales to gange.",
            en: "Handbook [H]: every expense has its voucher. Audit practice [A]: no voucher is paid twice."),
        command: "mitbudget disburse B05 --item 1 --amount 2000 --voucher 2023-0017 --payee 'Bolig A/S'",
        sample: { () throws(Malformed) in try .voucherUsed(VoucherReference("2023-0017"), by: EntryNumber("17")) },
        remedies: { () throws(Malformed) in
            try [.reverse(EntryNumber("17"), on: nil, by: nil)]
        })

    static let voucherExceeded = RuleAccount(
        refuses: Phrase(
            da: """
                linjer på ét bilag, der tilsammen overstiger det, bilaget lyder på, eller angiver et andet beløb i alt
                """,
            en: "lines of one voucher that add up to more than its total, or that tell another total"),
        allows: Phrase(
            da: "præcis det, der er tilbage af bilaget; en tilbageført linje giver sin andel fri, en refusion ikke.",
            en: "exactly what is left of the voucher; a reversed line frees its share, a refund does not."),
        source: Phrase(
            da: "Håndbogen [H]: enhver udgift har sit bilag. En faktura kan dække flere punkter og flere poster.",
            en: "Handbook [H]: every expense has its voucher. One invoice can cover several items and posts."),
        command: "mitbudget disburse B05 --item 1 --amount 2000 --voucher 2023-0019 --payee 'Møbler A/S'",
        sample: { () throws(Malformed) in
            try .voucherExceeded(
                VoucherReference("2023-0019"), requested: Amount(kroner: "2.000"), available: Amount(kroner: "1.500"),
                total: Amount(kroner: "6.000"))
        },
        remedies: { () throws(Malformed) in
            try [.amount(Amount(kroner: "1.500"))]
        })

    static let retractExceeds = RuleAccount(
        refuses: Phrase(
            da: "at tilbagekalde mere, end der er frigivet og ikke brugt",
            en: "retracting more than is released and not spent"),
        allows: Phrase(
            da: "præcis det, der er frigivet og endnu ikke brugt.",
            en: "exactly what is released and not yet spent."),
        source: Phrase(
            da: """
                Pressemeddelelsen [P]: hvordan pengene bruges, tales igennem igen og igen. Hvad der er brugt, er \
                brugt.
                """,
            en: "Press release [P]: how the money is used is talked over again and again. What is spent is spent."),
        command: "mitbudget retract B03 --item 2 --amount 4500 --reason 'Planen er ændret'",
        sample: { () throws(Malformed) in
            try .retractExceeds(
                ItemReference(ParticipantReference("B03"), ItemNumber("2")),
                requested: Amount(kroner: "4.500"), available: Amount(kroner: "1.550"))
        },
        remedies: { () throws(Malformed) in
            try [
                .amount(Amount(kroner: "1.550")), .showDisbursements(ParticipantReference("B03")),
            ]
        })

    static let refundExceeds = RuleAccount(
        refuses: Phrase(
            da: "at mere kommer tilbage af en udbetaling eller en projektudgift, end der blev betalt",
            en: "more coming back from a disbursement or an expense than was paid"),
        allows: Phrase(da: "præcis det, der endnu ikke er kommet tilbage.", en: "exactly what has not come back yet."),
        source: Phrase(
            da: "Revisionspraksis [A]: en rettelse hører til den postering, som den retter.",
            en: "Audit practice [A]: a correction is tied to the entry that it corrects."),
        command: "mitbudget refund 17 --amount 4500 --voucher 2023-0052",
        sample: { () throws(Malformed) in
            try .refundExceeds(
                EntryNumber("17"), requested: Amount(kroner: "4.500"), available: Amount(kroner: "2.950"))
        },
        remedies: { () throws(Malformed) in
            try [.amount(Amount(kroner: "2.950"))]
        })

    static let repayExceeds = RuleAccount(
        refuses: Phrase(
            da: "at betale mere tilbage, end der er modtaget og hverken brugt eller betalt tilbage",
            en: "paying back more than was received and is neither spent nor paid back"),
        allows: Phrase(da: "præcis det, der er tilbage af raterne.", en: "exactly what is left of the instalments."),
        source: Phrase(
            da: "Håndbogen [H]: penge, der ikke er brugt, går tilbage til tilskudsgiveren.",
            en: "Handbook [H]: unspent money goes back to the funder."),
        command: "mitbudget repay --amount 45000 --voucher SBST-9",
        sample: { () throws(Malformed) in
            try .repayExceeds(requested: Amount(kroner: "45.000"), available: Amount(kroner: "31.250"))
        })

    static let notReversible = RuleAccount(
        refuses: Phrase(
            da: "at rette en postering, der ikke findes, er af forkert slags eller har refusioner",
            en: "correcting an entry that does not exist, is of the wrong kind or has refunds"),
        allows: Phrase(
            da: """
                at tilbageføre udbetalinger og projektudgifter uden refusioner, refusioner, rater og \
                tilbagebetalinger; at refundere udbetalinger og projektudgifter.
                """,
            en: """
                reversing disbursements and expenses without refunds, refunds, instalments and repayments; refunding \
                disbursements and expenses.
                """),
        source: Phrase(
            da: "Revisionspraksis [A]: der rettes ved at tilbageføre, aldrig ved at slette.",
            en: "Audit practice [A]: corrections by reversal, never by erasing."),
        command: "mitbudget reverse 17 --reason 'Forkert bilag'",
        sample: { () throws(Malformed) in
            try .notReversible(EntryNumber("17"), .refunded(by: EntryNumber("21")))
        },
        remedies: { () throws(Malformed) in
            try [.reverseRefund(EntryNumber("21"), on: nil)]
        })

    static let alreadyReversed = RuleAccount(
        refuses: Phrase(
            da: "at tilbageføre eller refundere det, der allerede er tilbageført",
            en: "reversing or refunding what is reversed already"),
        allows: Phrase(da: "én tilbageførsel for hver postering.", en: "one reversal for each entry."),
        source: Phrase(
            da: "Revisionspraksis [A]: en postering rettes én gang, og journalen viser af hvem.",
            en: "Audit practice [A]: an entry is corrected once, and the journal shows by whom."),
        command: "mitbudget reverse 17 --reason 'Forkert bilag'",
        sample: { () throws(Malformed) in try .alreadyReversed(EntryNumber("17"), by: EntryNumber("20")) })
}
