import MitBudget
import Phrases

extension RuleAccount {
    static let personalNumber = RuleAccount(
        refuses: Phrase(
            da: "enhver tekst eller reference med et CPR-nummer i, hvordan det end er skrevet",
            en: "any text or reference with a CPR number in it, however it is spaced"),
        allows: Phrase(
            da: """
                referencer af anden slags; ti cifre, der ikke begynder med en dag og en måned; cifre efter en dag, der \
                skrives med året først, 2023-01-02-0001; 01.02.23 foran et beløb, et klokkeslæt eller en anden dag.
                """,
            en: """
                references of other kinds; ten digits that begin with no day and month; digits behind a day with its \
                year first, 2023-01-02-0001; 01.02.23 before an amount, a time or another day.
                """),
        source: Phrase(
            da: "Persondata [D]: tekster om disse borgere er følsomme, og et CPR-nummer hører ingen steder hjemme her.",
            en: "Personal data [D]: texts about these citizens are sensitive, and a CPR number belongs nowhere here."),
        command: "mitbudget disburse B03 --item 2 --amount 1550 --voucher 2023-0017 --payee 'NAME, DDMMYY-SSSS'",
        sample: { () throws(Malformed) in .personalNumber(.payee, at: 7) })

    static var caseTaken: RuleAccount {
        RuleAccount(
            refuses: Phrase(
                da: "et sagsnummer, som \(.anyOne), der ikke er udskrevet, allerede har",
                en: "the case number of \(.anyOne) not withdrawn"),
            allows: Phrase(
                da: "sagsnummeret på \(.anyOne), der er udskrevet. Mellemrum i enderne tæller ikke med.",
                en: "the case number of \(.anyOne) already withdrawn. Blanks at the ends do not count."),
            source: Phrase(
                da: "Pressemeddelelsen [P]: en borger har én plads og én ramme. Hvis nummeret er, siges ikke.",
                en: "Press release [P]: a citizen has one place and one ceiling. Of whom the number is, is not told."),
            command: "mitbudget participant enrol --case 'Sag 2022-014'",
            sample: { () throws(Malformed) in .caseTaken })
    }

    static let textUnknown = RuleAccount(
        refuses: Phrase(
            da: "at rette en tekst, som posteringen ikke har, eller som er slettet",
            en: "correcting a text that the entry lacks, or that is erased"),
        allows: Phrase(
            da: """
                enhver tekst, der findes, også om en, der er udskrevet, og også en, der er rettet før: angiv den \
                første postering igen, den sidste rettelse gælder.
                """,
            en: """
                every text that is there, about someone withdrawn too, and one that was corrected before: name the \
                first entry again, and the last correction counts.
                """),
        source: Phrase(
            da: "Persondata [D]: den registrerede kan få urigtige oplysninger rettet. Det slettede er væk.",
            en: "Personal data [D]: the data subject may have what is wrong corrected. What is erased is gone."),
        command: "mitbudget correct 14 --field note --text 'Til depositum' --reason 'Slåfejl'",
        sample: { () throws(Malformed) in
            try .textUnknown(EntryNumber("14"), .note, .none(others: [.payee]))
        })

    static let onceUsed = RuleAccount(
        refuses: Phrase(
            da: "en engangsnøgle (`--once`), der står for noget andet, eller som en anden medarbejder har brugt",
            en: "a key (`--once`) that stands for something else, or that another staff member used"),
        allows: Phrase(
            da: """
                samme nøgle med samme kommando: svaret er den postering, der er der, tilbageført eller ej. Det, der \
                var udeladt, sammenlignes ikke, og det gør en slettet tekst heller ikke.
                """,
            en: """
                the same key with the same command: it answers the entry that is there, reversed or not. What was left \
                out is not compared, nor is a text that was erased.
                """),
        source: Phrase(
            da: "Revisionspraksis [A]: hvad der sendes to gange, må ikke bogføres to gange.",
            en: "Audit practice [A]: what is sent twice must not be recorded twice."),
        command: "mitbudget receive --amount 240000 --voucher SBST-2 --once bank-0815",
        sample: { () throws(Malformed) in try .onceUsed(OnceKey("bank-0815"), by: EntryNumber("17")) })

    static let textTooLong = RuleAccount(
        refuses: Phrase(
            da: "en tekst på over \(.characters(Text.limit))", en: "a text of more than \(.characters(Text.limit))"),
        allows: Phrase(da: "præcis \(.characters(Text.limit)).", en: "exactly \(.characters(Text.limit))."),
        source: Phrase(
            da: "Persondata [D]: der gemmes ikke mere end nødvendigt; resten står i sagen.",
            en: "Personal data [D]: no more is kept than is needed; the case file holds the rest."),
        command: "mitbudget participant withdraw B07 --reason \"$(cat notat.txt)\"",
        sample: { () throws(Malformed) in .textTooLong(.reason, length: Text.limit + 1) })

    static let staffTaken = RuleAccount(
        refuses: Phrase(
            da: "et medarbejder-id, der er givet før, også til en, der er fratrådt",
            en: "a staff id that was given before, to someone who has left too"),
        allows: Phrase(da: "ethvert id, der aldrig er givet.", en: "every id that was never given."),
        source: Phrase(
            da: "Revisionspraksis [A]: hvem der gjorde hvad, skal være klart.",
            en: "Audit practice [A]: who did what must stay clear."),
        command: "mitbudget staff add anna-h --role caseworker --name 'Anna Holm'",
        sample: { () throws(Malformed) in try .staffTaken(StaffID("anna-h")) })

    static var retentionRunning: RuleAccount {
        RuleAccount(
            refuses: Phrase(
                da:
                    """
                    at slette \(.anyOne.genitive) tekster, før `keepYears` år efter projektperioden er gået, uden \
                    `--override`
                    """,
                en:
                    """
                    erasing \(.anyOne.genitive) texts before `keepYears` years after the window are over, without \
                    `--override`
                    """
            ),
            allows: Phrase(
                da: "dagen efter den sidste dag, teksterne skal gemmes.",
                en: "the day after the last day of the time to keep."),
            source: Phrase(
                da: "Persondata [D]: sletning må vente på bogføringspligten, til opbevaringstiden er ovre.",
                en: "Personal data [D]: erasure yields to bookkeeping duty until retention ends."),
            command: "mitbudget participant erase B07 --reason 'Opbevaringstiden er ovre'",
            sample: { () throws(Malformed) in
                try .retentionRunning(ParticipantReference("B07"), today: Day("2026-03-02"), last: Day("2029-12-31"))
            })
    }

    static let staffUnknown = RuleAccount(
        refuses: Phrase(da: "en medarbejder, der ikke findes", en: "a staff member who does not exist"),
        allows: Phrase(da: "alle aktive medarbejdere.", en: "every active staff member."),
        source: Phrase(
            da: "Revisionspraksis [A]: hvem der gjorde hvad, skal være klart.",
            en: "Audit practice [A]: who did what must stay clear."),
        command: "mitbudget staff end ann-h",
        sample: { () throws(Malformed) in try .staffUnknown(StaffID("ann-h")) })

    static let notPermitted = RuleAccount(
        refuses: Phrase(da: "hvad medarbejderens rolle ikke må", en: "what the staff member's role may not do"),
        allows: Phrase(da: "de kommandoer, som ens egen rolle må give.", en: "the commands of one's own role."),
        source: Phrase(
            da: """
                Pressemeddelelsen [P]: det er sagsbehandleren, der godkender planen og frigiver midlerne. Kataloget \
                [C]: en konsulent er kontaktperson.
                """,
            en: """
                Press release [P]: it is the caseworker who approves the plan and releases the funds. Catalogue [C]: a \
                consultant is the contact.
                """),
        command: "mitbudget release B03 --item 2 --amount 1550 --as kim",
        sample: { () throws(Malformed) in
            try .notPermitted(.role(StaffID("kim"), .consultant, allowed: [.caseworker]))
        })
}
