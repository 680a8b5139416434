import Arguments
import MitBudget
import MitBudgetReports
import MitBudgetStore
import Phrases

/// The list of entries, and one entry whole.
enum JournalCommands {
    static var journal: LedgerCommand {
        LedgerCommand(
            ["journal"], group: Groups.overview,
            summary: Phrase(da: "Vis posteringerne.", en: "List the entries."),
            discussion: Phrase(
                da: """
                    Hver betingelse snævrer listen ind; det samme tilvalg givet flere gange udvider den. Dage er med i \
                    begge ender. --last tæller til sidst, blandt dem der er tilbage. Klokkeslæt er lokale; i json og \
                    csv er de UTC.
                    Med --identified vises teksterne i de posteringer, der er på listen; formålet bogføres for \
                    \(.eachOne), før noget vises.
                    """,
                en: """
                    Each condition narrows the list; the same option given again widens it. Days are included at both \
                    ends. --last counts at the end, among those that are left. Times are local; in json and csv they \
                    are UTC.
                    With --identified the texts of the entries listed are shown; the purpose is recorded for \
                    \(.eachOne) before anything is shown.
                    """),
            examples: [
                Example(
                    "mitbudget journal --participant B03 --kind disbursement",
                    Phrase(da: "Udbetalingerne til B03.", en: "The disbursements of B03.")),
                Example(
                    "mitbudget journal --last 5", Phrase(da: "De fem seneste.", en: "The latest five.")),
                Example(
                    "mitbudget journal --recorded-from 2023-03-01 --to 2023-02-28",
                    Phrase(
                        da: "Bogført fra marts, men om februar eller før.",
                        en: "Recorded from March on, but about February or before.")),
            ],
            Parameter.optional("--from", .day, Phrase(da: "Fra og med den dag.", en: "From that day on.")),
            Parameter.optional("--to", .day, Phrase(da: "Til og med den dag.", en: "Up to that day.")),
            Parameter.optional(
                "--recorded-from", .day, Phrase(da: "Bogført fra og med den dag.", en: "Recorded from that day on.")),
            Parameter.optional(
                "--recorded-to", .day, Phrase(da: "Bogført til og med den dag.", en: "Recorded up to that day.")),
            Parameter.repeated(
                "--participant", .participant, Phrase(da: "Kun om den reference.", en: "Only on that reference.")),
            Parameter.repeated(
                "--kind", .kind,
                Phrase(da: "Kun af den slags.", en: "Only of that kind.")),
            Parameter.optional(
                "--staff", .staff.named("ID"), Phrase(da: "Kun bogført af den.", en: "Only recorded by that one.")),
            Parameter.optional(
                "--voucher", .voucher,
                Phrase(
                    da: "Kun med det bilag, og det der tilbagefører dem.",
                    en: "Only with that voucher, and what reverses them.")),
            Parameter.optional(
                "--item", .item,
                Phrase(
                    da: "Kun penge på det punkt; kræver én --participant.",
                    en: "Only money on that item; needs one --participant.")),
            Parameter.optional("--last", .count, Phrase(da: "Kun de seneste N.", en: "Only the latest N.")),
            Shared.identified, Shared.purpose
        ) {
            from, through, recordedFrom, recordedThrough, participants, kinds, staff, voucher, item, last,
            identified, purpose throws(UsageError) in
            try Shared.checkPeriod(from: from, through: through, command: ["journal"])
            try Shared.checkPeriod(
                from: recordedFrom, through: recordedThrough, endingWith: "--recorded-to", command: ["journal"])
            if let item { try check(item, of: participants) }
            var filter = JournalFilter(participants: participants)
            (filter.from, filter.through, filter.kinds, filter.staff) = (from, through, kinds, staff)
            (filter.voucher, filter.item, filter.last) = (voucher, item, last)
            let asked = filter
            return Action(formats: [.text, .json, .csv]) { session throws(Failure) in
                var filter = asked
                filter.recordedFrom = recordedFrom.map(session.world.start(of:))
                filter.recordedBefore = recordedThrough.map { session.world.start(of: $0.advanced(by: 1)) }
                let purpose = try session.readingPurpose(identified, purpose, command: ["journal"])
                if let purpose { filter.at = try session.recordReading(of: filter, for: purpose) }
                try session.print(filter, showsTexts: purpose != nil)
                return .done
            }
        }
    }

    /// An item's number says nothing without its citizen, and not the same with several.
    private static func check(
        _ item: ItemNumber, of participants: [ParticipantReference]
    ) throws(UsageError) {
        guard !participants.isEmpty else { throw .needs("--item", "--participant REF", command: ["journal"]) }
        guard Set(participants).count > 1 else { return }
        let fault = ValueFault(
            Phrase(
                da: "Et punkts nummer hører til én plan, og --participant er givet flere gange.",
                en: "An item's number belongs to one plan, and --participant is given several times."),
            remedy: Phrase(da: "Se dem én ad gangen.", en: "See them one at a time."), standsAlone: true)
        throw .invalidValue(parameter: "--item", typed: Echo("\(item.value)"), fault: fault, command: ["journal"])
    }

    static let entry = LedgerCommand(
        ["entry"], group: Groups.overview,
        summary: Phrase(
            da: "Vis en postering helt: hvad den bygger på, og hvad der blev af den.",
            en: "Show one entry whole: what it stands on, and what became of it."),
        discussion: Phrase(
            da: """
                Penge følges begge veje: den handleplan, der gjaldt, hvem der godkendte den, de frigivelser, en \
                udbetaling trækker på, bilaget, refusioner og tilbageførsel, hver med kommandoen til at se mere. En \
                udbetaling trækker først på punktets tidligste frigivelse, der har noget tilbage; et tilbagekald tager \
                af den seneste, og en refusion går tilbage til de frigivelser, den kom fra.
                Tekster om mennesker i projektet vises med --identified; formålet bogføres, før noget vises. Andre \
                tekster vises altid.
                """,
            en: """
                Money is followed both ways: the plan that was in force, who approved it, the releases that a \
                disbursement draws on, the voucher, refunds and reversal, each with the command to see more. A \
                disbursement draws on the item's earliest release with money left first; a retraction takes from the \
                latest, and a refund goes back to the releases it came from.
                Texts on the programme's people are shown with --identified; the purpose is recorded before anything \
                is shown. Other texts are always shown.
                """),
        examples: [
            Example(
                "mitbudget entry 16", Phrase(da: "Nr. 16, uden følsomme tekster.", en: "No. 16, nothing sensitive.")),
            Example(
                "mitbudget entry 16 --identified --purpose 'Stikprøve ved revision'",
                Phrase(da: "Også betalingsmodtageren.", en: "The payee too.")),
        ],
        Parameter.argument(.entry, Phrase(da: "Posteringens nummer.", en: "The entry's number.")),
        Shared.identified, Shared.purpose
    ) { number, identified, purpose in
        Action { session throws(Failure) in
            let purpose = try session.readingPurpose(identified, purpose, command: ["entry"])
            var facts = try session.reading { ledger throws(LedgerFailure) in
                try ledger.wholeEntry(number, readsCitizens: false)
            }
            if facts.texts == nil, let purpose, let citizen = facts.entry.event.participant {
                let command = Command.readWords(citizen, scope: .entries(number...number), purpose: purpose)
                facts = try session.identified(command) { ledger throws(LedgerFailure) in
                    try ledger.wholeEntry(number, readsCitizens: true)
                }
            }
            session.print(facts)
            return .done
        }
    }
}

extension Ledger {
    /// One entry and its links, read from one unchanging state of the file.
    fileprivate func wholeEntry(_ number: EntryNumber, readsCitizens: Bool) throws(LedgerFailure) -> EntryFacts {
        try reading { () throws(LedgerFailure) in try facts(of: number, readsCitizens: readsCitizens) }
    }
}

extension Session {
    fileprivate func print(_ facts: EntryFacts) {
        switch settings.format {
        case .json: print(facts.json)
        case .text, .csv, .html:
            let report = EntryReport(facts, recorded: world.localTime(facts.recordedAt))
            put(report.text(in: language, style: style, globals: settings.globals))
        }
    }

    fileprivate func print(_ filter: JournalFilter, showsTexts: Bool) throws(Failure) {
        try reading { ledger throws(LedgerFailure) in
            try ledger.reading { () throws(LedgerFailure) in
                let showsTexts = showsTexts || !ledger.programme.isPersonal
                let printer = JournalPrinter(self)
                printer.begin()
                try ledger.journal(filter) { line throws(LedgerFailure) in
                    printer.print(line, texts: showsTexts ? try ledger.texts(of: line) : nil)
                }
                printer.end()
                if printer.isEmpty { try warnOfStrangers(in: filter, of: ledger) }
            }
        }
    }

    /// Says whom an empty list was asked about in vain, since the ledger knows no such one.
    private func warnOfStrangers(in filter: JournalFilter, of ledger: Ledger) throws(LedgerFailure) {
        let (programme, enrolled) = (ledger.programme, try ledger.enrolled)
        for reference in filter.participants
        where reference.number > enrolled || programme.reference(reference.number) != reference {
            warn(
                Hint.see(
                    Phrase(
                        da: "Der er \(.noOne) \(reference). Se listen:",
                        en: "There is \(.noOne) \(reference). See the list:"),
                    "participant list"))
        }
        if let id = filter.staff, try !ledger.staff().contains(where: { $0.member.id == id }) {
            warn(
                Hint.see(
                    Phrase(
                        da: "Der er ingen medarbejder \(id). Se listen:",
                        en: "There is no staff member \(id). See the list:"),
                    "staff list"))
        }
    }

    /// Records for each citizen who has a text in the entries to be listed that it is read; all or none, and before any
    /// text is read.
    /// - Returns: the last entry to list, the one before these readings.
    fileprivate func recordReading(
        of filter: JournalFilter, for purpose: Wording
    ) throws(Failure) -> EntryNumber {
        let caller = try caller()
        let circumstances = circumstances
        return try withLedger(.recording) { ledger throws(LedgerFailure) in
            // Checks the role here as well, for a list that holds no citizen's text.
            try ledger.identify(caller, for: Role.readers, leavesTrace: true)
            let last = try ledger.anchor().number
            let read = try ledger.citizens(in: filter, through: last)
            if !read.isEmpty {
                try ledger.recordMany(under: circumstances) { recorder throws(LedgerFailure) in
                    for (citizen, entries) in read {
                        let command = Command.readWords(citizen, scope: .entries(entries), purpose: purpose)
                        try recorder.record(command, by: caller)
                    }
                    return true
                }
            }
            return last
        }
    }
}

extension Ledger {
    /// The citizens who have a text in the entries that pass a filter, in order, with the first and the last of those
    /// entries.
    fileprivate func citizens(
        in filter: JournalFilter, through last: EntryNumber
    ) throws(LedgerFailure) -> [(ParticipantReference, ClosedRange<EntryNumber>)] {
        var filter = filter
        filter.at = last
        var found: [ParticipantReference: ClosedRange<EntryNumber>] = [:]
        try journal(filter) { line throws(LedgerFailure) in
            guard let citizen = line.participant, let number = EntryNumber(line.number), line.hasTexts else { return }
            found[citizen] = (found[citizen]?.lowerBound ?? number)...number
        }
        return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}
