import MitBudget
import Phrases

extension RuleAccount {
    static let personalNumber = RuleAccount(
        refuses: Phrase(
            da: "enhver tekst eller reference med et CPR-nummer i, hvordan det end er skrevet",
            en: "any text or reference with a CPR number in it, however it is spaced"),
        allows: """
            references of other kinds; ten digits that begin with no day and month; digits behind a day with its year \
            first, 2023-01-02-0001; 01.02.23 before an amount, a time or another day.
            """,
        source: "Personal data [D]: texts about these citizens are sensitive, and a CPR number belongs nowhere here.",
        command: "mitbudget disburse B03 --item 2 --amount 1550 --voucher 2023-0017 --payee 'NAME, DDMMYY-SSSS'",
        sample: { () throws(Malformed) in .personalNumber(.payee, at: 7) })

    static let caseTaken = RuleAccount(
        refuses: Phrase(
            da: "et sagsnummer, som en borger, der ikke er udskrevet, allerede har",
            en: "a case number that a participant has who is not withdrawn"),
        allows: "the case number of a participant who is withdrawn. Blanks at the ends do not count.",
        source: "Press release [P]: a citizen has one place and one ceiling. Of whom the number is, is not told.",
        command: "mitbudget participant enrol --case 'Sag 2022-014'",
        sample: { () throws(Malformed) in .caseTaken })

    static let onceUsed = RuleAccount(
        refuses: Phrase(
            da: "en engangsnøgle (`--once`), der står for noget andet, eller som en anden medarbejder har brugt",
            en: "a key (`--once`) that stands for something else, or that another staff member used"),
        allows: """
            the same key with the same command: it answers the entry that is there, reversed or not. What was left out \
            is not compared, nor is a text that was erased.
            """,
        source: "Audit practice [A]: what is sent twice must not be recorded twice.",
        command: "mitbudget receive --amount 240000 --voucher SBST-2 --once bank-0815",
        sample: { () throws(Malformed) in try .onceUsed(OnceKey("bank-0815"), by: EntryNumber("17")) })

    static let textTooLong = RuleAccount(
        refuses: Phrase(
            da: "en tekst på over \(.characters(Text.limit))", en: "a text of more than \(.characters(Text.limit))"),
        allows: "exactly \(Text.limit) characters.",
        source: "Personal data [D]: no more is kept than is needed; the case file holds the rest.",
        command: "mitbudget participant withdraw B07 --reason \"$(cat notat.txt)\"",
        sample: { () throws(Malformed) in .textTooLong(.reason, length: Text.limit + 1) })

    static let staffTaken = RuleAccount(
        refuses: Phrase(
            da: "et medarbejder-id, der er givet før, også til en, der er fratrådt",
            en: "a staff id that was given before, to someone who has left too"),
        allows: "every id that was never given.",
        source: "Audit practice [A]: who did what must stay clear.",
        command: "mitbudget staff add anna-h --role caseworker --name 'Anna Holm'",
        sample: { () throws(Malformed) in try .staffTaken(StaffID("anna-h")) })

    static let retentionRunning = RuleAccount(
        refuses: Phrase(
            da: "at slette en borgers tekster, før `keepYears` år efter projektperioden er gået, uden `--override`",
            en: "erasing a citizen's texts before `keepYears` years after the window are over, without `--override`"),
        allows: "the day after the last day of the time to keep.",
        source: "Personal data [D]: erasure yields to bookkeeping duty until retention ends.",
        command: "mitbudget participant erase B07 --reason 'Opbevaringstiden er ovre'",
        sample: { () throws(Malformed) in
            try .retentionRunning(ParticipantReference("B07"), today: Day("2026-03-02"), last: Day("2029-12-31"))
        })

    static let staffUnknown = RuleAccount(
        refuses: Phrase(da: "en medarbejder, der ikke findes", en: "a staff member who does not exist"),
        allows: "every active staff member.",
        source: "Audit practice [A]: who did what must stay clear.",
        command: "mitbudget staff end ann-h",
        sample: { () throws(Malformed) in try .staffUnknown(StaffID("ann-h")) })

    static let notPermitted = RuleAccount(
        refuses: Phrase(da: "hvad medarbejderens rolle ikke må", en: "what the staff member's role may not do"),
        allows: "the commands of one's own role.",
        source:
            "Press release [P]: it is the caseworker who approves the plan and releases the funds. Catalogue [C]: a "
            + "consultant is the contact.",
        command: "mitbudget release B03 --item 2 --amount 1550 --as kim",
        sample: { () throws(Malformed) in
            try .notPermitted(.role(StaffID("kim"), .consultant, allowed: [.caseworker]))
        })
}
