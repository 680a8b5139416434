import MitBudget
import Phrases

extension RuleAccount {
    static let noRecipients = RuleAccount(
        refuses: Phrase(
            da: "at indskrive nogen, hvor budgettet ikke har posten `citizens`",
            en: "enrolling anyone where the budget has no post `citizens`"),
        allows: Phrase(
            da: "projektudgifter på enhver af budgettets poster.", en: "expenses on every post of the budget."),
        source: Phrase(
            da: "Håndbogen [H]: i regnskabet står kun godkendte poster, og et udvalgs budget har ingen modtagere.",
            en: "Handbook [H]: the accounts hold only approved posts, and a committee's budget has no recipients."),
        command: "mitbudget participant enrol",
        sample: { () throws(Malformed) in .noRecipients })

    static let periodBudgetExceeded = RuleAccount(
        refuses: Phrase(
            da: "at bruge mere, end en af vilkårenes budgetperioder (`budgetPeriods`) giver en modtager eller en post",
            en: "spending more than a budget period of the terms (`budgetPeriods`) gives a recipient or a post"),
        allows: Phrase(
            da: """
                præcis det, der er tilbage i den periode, dagen ligger i. Refusioner og tilbageførsler tæller i deres \
                udbetalings periode; dage uden for alle perioder har ikke det loft.
                """,
            en: """
                exactly what is left in the period that the day lies in. Refunds and reversals count in their \
                disbursement's period; days outside all periods have no such ceiling.
                """),
        source: Phrase(
            da: "Håndbogen [H]: at flytte penge mellem år kræver, at tilskudsgiveren først har godkendt det.",
            en: "Handbook [H]: moving money between years needs the funder's approval beforehand."),
        command: "mitbudget disburse B03 --item 2 --amount 4500 --voucher 2023-0017 --payee 'Bolig A/S'",
        sample: { () throws(Malformed) in
            try .periodBudgetExceeded(
                Programme.BudgetPeriod(
                    firstDay: Day("2023-01-01"), lastDay: Day("2023-12-31"), cap: Amount(kroner: "20.000"), posts: []),
                .participant(ParticipantReference("B03")), requested: Amount(kroner: "4.500"),
                available: Amount(kroner: "1.550"))
        },
        remedies: { () throws(Malformed) in
            try [.amount(Amount(kroner: "1.550"))]
        })

    static let termsBelowUsed = RuleAccount(
        refuses: Phrase(
            da: """
                nye vilkår uden plads til det, journalen allerede har: under det godkendte, frigivne, brugte eller \
                modtagne, færre pladser end de optagne, uden en post, et område, et resultat eller en budgetperiode, \
                der er brugt, en sidste dag før en postering, eller et andet projekt, en anden første dag, andre \
                bogstaver i referencerne
                """,
            en: """
                new terms without room for what the ledger holds: below what is approved, released, spent or received, \
                fewer places than are taken, without a post, an area, a result or a budget period that is used, a last \
                day before an entry's, or another programme, another first day, other letters in the references
                """),
        allows: Phrase(da: "præcis det, der er i brug.", en: "exactly what is in use."),
        source: Phrase(
            da: """
                Håndbogen [H]: et ændret budget, en forlængelse eller en flytning mellem år er tilskudsgiverens at \
                godkende; det, der er sket, står ved magt.
                """,
            en: """
                Handbook [H]: a changed budget, an extension or a transfer between years is the funder's to approve; \
                what happened stands.
                """),
        command: "mitbudget terms amend vilkaar.json --reason 'Mindre til projekt' --approval SBST-2023-7",
        sample: { () throws(Malformed) in
            try .termsBelowUsed(
                .post(PostName("project"), asked: Amount(kroner: "100.000"), least: Amount(kroner: "112.000")))
        })

    static let notPersonal = RuleAccount(
        refuses: Phrase(
            da: "at udlevere persondata om en modtager, der ikke er en person (`personal` er false)",
            en: "disclosing personal data of a recipient that is no person (`personal` is false)"),
        allows: Phrase(
            da: "at se teksterne, uden formål; at slette dem, for en kontaktperson er en person.",
            en: "reading the texts, with no purpose; erasing them, since a contact is a person."),
        source: Phrase(
            da: "Persondata [D]: retten til indsigt er en persons egen.",
            en: "Personal data [D]: the right of access is a person's own."),
        command: "mitbudget participant disclose I03",
        sample: { () throws(Malformed) in .notPersonal(try ParticipantReference("I03")) })

    static let resultUnknown = RuleAccount(
        refuses: Phrase(
            da: "et resultat, som vilkårene ikke har, eller som de opgør på en anden måde",
            en: "a result that the terms lack, or that they judge in another way"),
        allows: Phrase(
            da: """
                resultaterne i `results`: dem, der tælles pr. modtager, noteres med `followup`, tal, der måles, med \
                `measure`; `none` tager tilbage.
                """,
            en: """
                the results of `results`: those counted per recipient are noted by `followup`, figures that are \
                measured by `measure`; `none` takes back.
                """),
        source: Phrase(
            da: "Håndbogen [H]: hvor der skal meldes resultater, kontrollerer revisor, at de er dokumenteret.",
            en: "Handbook [H]: where results are to be reported, the auditor tests that they are documented."),
        command: "mitbudget followup B03 --result happy",
        sample: { () throws(Malformed) in
            try .resultUnknown(
                ResultCode("happy"),
                known: [ResultCode("closer"), ResultCode("reached"), ResultCode("unchanged")])
        })
}
