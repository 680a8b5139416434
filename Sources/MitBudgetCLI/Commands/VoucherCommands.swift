import Arguments
import JSON
import MitBudget
import MitBudgetReports
import MitBudgetStore
import Phrases

/// The documents behind the money: attaching, taking off, approving, listing. Another ledger's anchor, too.
enum VoucherCommands {
    static let families = [Family("voucher", [attach, show, list, detach, approve]), Family("witness", [witness])]

    private static let proof = Parameter.optional(
        "--proof", .proof,
        Phrase(
            da: "Hvad dokumentet beviser: receipt (kvittering; ellers) eller payment (betalingsbevis).",
            en: "What the document proves: receipt (else) or payment."))

    private static let attach = LedgerCommand(
        ["voucher", "attach"], group: Groups.money,
        summary: Phrase(da: "Vedhæft et dokument til en postering.", en: "Attach a document to an entry."),
        discussion: Phrase(
            da: """
                Filens bytes tages ind i journalen, forseglet som en tekst: PDF, JPEG, PNG, TIFF, HEIC, ren tekst \
                eller mail, højst 16 MiB. Slagsen ses af indholdet, ikke af navnet. Sagsbehandleren vedhæfter til \
                udbetalinger og deres refusioner, konsulenten til alt andet.
                """,
            en: """
                The file's bytes are taken into the ledger, sealed like a text: PDF, JPEG, PNG, TIFF, HEIC, plain text \
                or mail, 16 MiB at most. The kind is told by the content, not the name. The caseworker attaches to \
                disbursements and their refunds, the consultant to everything else.
                """),
        examples: [
            Example(
                "mitbudget voucher attach 14 kvittering.pdf",
                Phrase(da: "Kvitteringen for postering 14.", en: "The receipt of entry 14.")),
            Example(
                "mitbudget voucher attach 14 bankudskrift.pdf --proof payment",
                Phrase(da: "Beviset for, at den er betalt.", en: "The proof that it was paid.")),
        ],
        Parameter.argument(.entry, Phrase(da: "Posteringens nummer.", en: "The entry's number.")),
        Parameter.argument(.text("FILE", completion: .file), Phrase(da: "Dokumentet.", en: "The document.")),
        proof, Shared.dryRun, Shared.once
    ) { entry, path, proof, dry, once in
        Action { session throws(Failure) in
            // The file is read before anything is locked.
            let file = DocumentFile(try session.document(at: path))
            let request = Action.Request(command: .attach(.file(file), to: entry, as: proof ?? .receipt), once: once)
            let others = try session.reading { ledger throws(LedgerFailure) in
                try ledger.carriers(of: file, besides: entry)
            }
            try session.give(request, dry: dry)
            if !others.isEmpty {
                let numbers = EntryNumber.list(others)
                session.warn(
                    Phrase(
                        da: "Det samme dokument er også vedhæftet postering \(numbers).",
                        en: "The same document is attached to entry \(numbers), too."))
            }
            return .done
        }
    }

    private static let show = LedgerCommand(
        ["voucher", "show"], group: Groups.money,
        summary: Phrase(da: "Skriv et vedhæftet dokument ud i en fil.", en: "Write an attached document to a file."),
        discussion: Phrase(
            da: """
                Filen bliver byte for byte som den, der blev vedhæftet, og kun læselig for dig. Et dokument om et \
                menneske kræver --purpose, som bogføres, før noget skrives. Har posteringen flere, angives den \
                postering, der vedhæftede det.
                """,
            en: """
                The file is byte for byte the one that was attached, and only you can read it. A document on a person \
                needs --purpose, which is recorded before anything is written. Where the entry has several, give the \
                entry that attached it.
                """),
        examples: [
            Example(
                "mitbudget voucher show 14 --output kvittering.pdf --purpose 'Stikprøve ved revision'",
                Phrase(da: "Kvitteringen for postering 14.", en: "The receipt of entry 14."))
        ],
        Parameter.argument(.entry, Phrase(da: "Posteringens nummer.", en: "The entry's number.")), proof,
        Parameter.option(
            "--output", .text("FILE", completion: .file),
            Phrase(da: "Filen, der laves; findes den, afvises det.", en: "The file to make; an existing one is kept.")),
        Shared.purpose
    ) { entry, proof, path, purpose in
        Action { session throws(Failure) in
            try session.show(entry, proof, to: path, for: purpose)
            return .done
        }
    }

    private static let detach = LedgerCommand(
        ["voucher", "detach"], group: Groups.money,
        summary: Phrase(da: "Tag et forkert dokument af.", en: "Take a wrong document off."),
        discussion: Phrase(
            da: """
                En andens kvittering, et CPR-nummer på papiret: dokumentet tæller ikke mere. Administratoren sletter \
                med --erase også dets bytes. Har posteringen flere af slagsen, angives den postering, der vedhæftede \
                det.
                """,
            en: """
                Someone else's receipt, a CPR number on the paper: the document no longer counts. The administrator \
                erases its bytes, too, by --erase. Where the entry has several of the kind, give the entry that \
                attached it.
                """),
        examples: [
            Example(
                "mitbudget voucher detach 14 --proof receipt --reason 'Den forkerte borgers kvittering'",
                Phrase(da: "Gælder ikke mere.", en: "No longer counts.")),
            Example(
                "mitbudget voucher detach 31 --proof receipt --reason 'CPR-nummer på papiret' --erase",
                Phrase(da: "Og slettes.", en: "And is erased.")),
        ],
        Parameter.argument(.entry, Phrase(da: "Posteringens nummer.", en: "The entry's number.")),
        Parameter.option(
            "--proof", .proof, Phrase(da: "Hvad det skulle bevise.", en: "What it was to prove.")),
        Shared.reason,
        Parameter<Bool>.flag("--erase", Phrase(da: "Slet også dets bytes.", en: "Erase its bytes, too.")),
        Shared.dryRun, Shared.once
    ) { entry, proof, reason, erasing, dry, once in
        let command = Command.detach(entry, as: proof, reason: reason, erasing: erasing)
        return Action { session throws(Failure) in
            if dry || !erasing {
                try session.give(Action.Request(command: command, once: once), dry: dry)
                return .done
            }
            let (caller, circumstances) = (try session.caller(), session.circumstances)
            let recording = try session.withLedger(.recording) { ledger throws(LedgerFailure) in
                try ledger.erase(command, once: once, by: caller, under: circumstances)
            }
            session.tell(recording)
            if session.settings.format == .text {
                session.print(
                    Phrase(
                        da: "  Kopier fra før rummer dokumentet endnu: slet dem.",
                        en: "  Backups from before still hold the document: delete them."))
            }
            return .done
        }
    }

    private static let approve = LedgerCommand(
        ["voucher", "approve"], group: Groups.money,
        summary: Phrase(
            da: "Godkend som leder, at udgifter hører til projektet.",
            en: "Approve as a manager that expenses are the programme's."),
        discussion: Phrase(
            da: """
                Ledergodkendelsen af udbetalinger og projektudgifter, aldrig af dem, man selv har bogført. Nævnte \
                posteringer godkendes alle eller ingen. --through tager alle til og med dagen, som venter, og \
                springer ens egne over. En tilbageførsel tager godkendelsen med sig.
                """,
            en: """
                The manager's approval of disbursements and expenses, never of those that one recorded oneself. Named \
                entries are approved all or none. --through takes all that wait up to the day, and skips one's own. A \
                reversal takes the approval along.
                """),
        examples: [
            Example("mitbudget voucher approve 14 15 17", Phrase(da: "Tre udgifter.", en: "Three expenses.")),
            Example(
                "mitbudget voucher approve --through 2023-03-31",
                Phrase(da: "Alle i kvartalet, der venter.", en: "All of the quarter that wait.")),
        ],
        Parameter.arguments(.entry, Phrase(da: "Posteringernes numre.", en: "The entries' numbers.")),
        Parameter.optional(
            "--through", .day, Phrase(da: "Alle til og med den dag.", en: "All up to and with that day.")),
        Shared.dryRun, Shared.once
    ) { entries, through, dry, once throws(UsageError) in
        let selection: VoucherSelection
        switch (entries.isEmpty, through) {
        case (false, nil): selection = .entries(entries)
        case (true, let day?): selection = .through(day)
        case (false, _?): throw .excludes("ENTRY", "--through")
        case (true, nil): throw .needsOneOf(["ENTRY …", "--through DAY"], command: ["voucher", "approve"])
        }
        let request = Action.Request(command: .approveVouchers(selection), once: once)
        return Action(importable: .entry { _ in request }) { session throws(Failure) in
            try session.give(request, dry: dry)
            if let through { try session.tellWaiting(through: through, dry: dry) }
            return .done
        }
    }

    private static let list = LedgerCommand(
        ["voucher", "list"], group: Groups.money,
        summary: Phrase(
            da: "Vis udgifter, og hvad der dokumenterer dem.", en: "List expenses, and what documents them."),
        discussion: Phrase(
            da: """
                Hver udbetaling og projektudgift, der gælder: beløbet uden det, der kom tilbage, om bilaget har \
                kvittering og betalingsbevis, og hvilken leder der har godkendt. --missing viser dem, der mangler \
                noget.
                """,
            en: """
                Every standing disbursement and expense: the amount less what came back, whether its voucher has a \
                receipt and a proof of payment, and which manager approved it. --missing lists those that lack \
                something.
                """),
        examples: [
            Example(
                "mitbudget voucher list --missing receipt",
                Phrase(da: "Dem uden kvittering.", en: "Those without a receipt."))
        ],
        Parameter.optional("--from", .day, Phrase(da: "Fra og med den dag.", en: "From that day on.")),
        Parameter.optional("--to", .day, Phrase(da: "Til og med den dag.", en: "Up to and with that day.")),
        Parameter.optional(
            "--missing", .proofAsked,
            Phrase(
                da: "Kun dem uden receipt (kvittering), payment (betalingsbevis) eller approval (ledergodkendelse).",
                en: "Only those without a receipt, a payment or an approval."))
    ) { from, through, missing throws(UsageError) in
        try Shared.checkPeriod(from: from, through: through, command: ["voucher", "list"])
        return Action(formats: [.text, .json, .csv]) { session throws(Failure) in
            try session.reading { ledger throws(LedgerFailure) in
                try ledger.reading { () throws(LedgerFailure) in
                    guard session.settings.format != .csv else {
                        let table = VoucherTable(language: session.language, missing: missing)
                        return try table.write(of: ledger, from: from, through: through, to: session.put)
                    }
                    try session.printVouchers(of: ledger, from: from, through: through, missing: missing)
                }
            }
            return .done
        }
    }

    private static let witness = LedgerCommand(
        ["witness"], group: Groups.overview,
        summary: Phrase(
            da: "Gem en anden journals kontrolkode.", en: "Keep another ledger's anchor."),
        discussion: Phrase(
            da: """
                En nabokommunes kontrolkode, der står her, kan den ikke skrive om alene; og vores kan stå hos den. \
                Navnet er en kort reference uden mellemrum.
                """,
            en: """
                What a neighbour municipality's anchor vouches for cannot be rewritten there alone once it stands \
                here; and ours can stand with them. The name is a short reference without blanks.
                """),
        examples: [
            Example(
                "mitbudget witness haderslev 412:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                Phrase(da: "Haderslevs seneste.", en: "Haderslev's latest."))
        ],
        Parameter.argument(
            .origin, Phrase(da: "Hvad den anden journal kaldes.", en: "What the other ledger is called.")),
        Parameter.argument(
            .wholeAnchor, Phrase(da: "Dens kontrolkode, hele vejen.", en: "Its anchor, in full.")),
        Shared.dryRun, Shared.once
    ) { origin, anchor, dry, once in
        .record(dry: dry, once: once) { _ in
            .witness(Testimony(origin: origin, entry: anchor.number, hash: anchor.hash.hex))
        }
    }
}
