import JSON
import MitBudget
import MitBudgetReports
import MitBudgetStore
import Phrases

/// What is handed over to an auditor, and where to.
struct Handover {
    let folder: String
    let period: ClosedRange<Day>
    let hasEvidence: Bool

    /// What was handed over.
    struct Given {
        let folder: HandoverFolder
        let anchor: Anchor
        let documents: Int?
    }
}

extension Session {
    /// Makes the folder, all of one unchanging state of the ledger.
    /// - Parameter purpose: for the documents on people, recorded before any is read.
    func handOver(_ handover: Handover, for purpose: Wording?) throws(Failure) {
        let purpose = try readingPurpose(
            handover.hasEvidence, purpose, asking: "--with-evidence", command: ["handover"])
        let given: Handover.Given
        if let purpose {
            given = try handOver(handover, recording: purpose)
        } else {
            given = try reading { ledger throws(LedgerFailure) in
                try handover.make(in: HandoverFolder(at: handover.folder, in: world), from: ledger, language: language)
            }
        }
        do throws(LedgerFailure) {
            try given.folder.place()
        } catch {
            throw .ledger(error)
        }
        tell(given, of: handover)
    }

    /// Records for each citizen whose documents are handed over that they are read, all or none, and then makes the
    /// folder. So what is handed over tells of these readings, too.
    private func handOver(_ handover: Handover, recording purpose: Wording) throws(Failure) -> Handover.Given {
        let (caller, circumstances) = (try caller(), circumstances)
        return try withLedger(.recording) { ledger throws(LedgerFailure) in
            // Checks the role here as well, for a period without a citizen's document.
            try ledger.identify(caller, for: Role.readers, leavesTrace: true)
            // Nothing is recorded where the folder may not be made.
            let folder = try HandoverFolder(at: handover.folder, in: world)
            var read: [AttachedDocument] = []
            try ledger.recordMany(under: circumstances) { recorder throws(LedgerFailure) in
                read = try ledger.documents(from: handover.period.lowerBound, through: handover.period.upperBound)
                let readings = Self.readings(of: read)
                for (citizen, entries) in readings {
                    let command = Command.readWords(citizen, scope: .entries(entries), purpose: purpose)
                    try recorder.record(command, by: caller)
                }
                return !readings.isEmpty
            }
            return try handover.make(in: folder, from: ledger, language: language, documents: read)
        }
    }

    /// The citizens on whom there are documents, in order, with the first and the last of the entries that have them.
    private static func readings(
        of documents: [AttachedDocument]
    ) -> [(ParticipantReference, ClosedRange<EntryNumber>)] {
        var found: [ParticipantReference: ClosedRange<EntryNumber>] = [:]
        for document in documents {
            guard let citizen = document.attachment.participant else { continue }
            let entry = document.attachment.entry
            found[citizen] = (found[citizen]?.lowerBound ?? entry)...entry
        }
        return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private func tell(_ given: Handover.Given, of handover: Handover) {
        let files = given.folder.files
        let manifest = files.last?.digest.hex ?? ""
        let names = files.map(\.name).filter { !$0.hasPrefix(Handover.evidence + "/") }
        let (from, through) = (handover.period.lowerBound, handover.period.upperBound)
        guard settings.format == .text else {
            return print(
                [
                    "folder": .string(handover.folder), "from": .string(from.iso), "to": .string(through.iso),
                    "anchor": .string(given.anchor.text), "manifest": .string(manifest),
                    "files": .array(names.map(JSON.string)),
                    "documents": given.documents.map { .integer(Int64($0)) } ?? .null,
                ] as JSON)
        }
        print(
            Phrase(
                da: "Udleveringen \(from) – \(through) ligger i \(harmless(handover.folder)):",
                en: "The handover of \(from) – \(through) is in \(harmless(handover.folder)):"))
        for name in names { print("  " + name) }
        if let documents = given.documents {
            print(Phrase(da: "  evidence/ – dokumenter: \(documents)", en: "  evidence/ – documents: \(documents)"))
        }
        print(
            Phrase(
                da: "README.html siger, hvordan det kontrolleres. Giv dette videre ad en anden vej:",
                en: "README.html says how to check it. Send this another way than the folder:"))
        print(
            Phrase(da: "  Kontrolkode \(given.anchor.text)", en: "  Anchor \(given.anchor.text)"))
        print("  \(HandoverFolder.manifest) \(manifest)")
    }
}

extension Handover {
    /// The folder of the documents.
    fileprivate static let evidence = "evidence"

    /// Makes all files but the manifest, from one unchanging state of the ledger.
    /// - Parameter read: the documents that may be handed over; `nil` where none needs a purpose.
    fileprivate func make(
        in folder: HandoverFolder, from ledger: Ledger, language: Language, documents read: [AttachedDocument]? = nil
    ) throws(LedgerFailure) -> Given {
        let (from, through) = (period.lowerBound, period.upperBound)
        return try ledger.reading { () throws(LedgerFailure) in
            let documents = hasEvidence ? try ledger.documents(from: from, through: through) : nil
            // What was attached since the purpose was recorded, no one has recorded a purpose for.
            if let read, read != documents { throw .overtaken }
            let (anchor, programme) = try ledger.period(from: from, through: through) { reading in
                (reading.anchor, reading.programme)
            }
            let page = HandoverPage(
                programme: programme, days: period, anchor: anchor.text, entries: anchor.number.value,
                documents: documents?.count, language: language)
            try folder.add("README.html") { file in file.write(page.html) }
            for (name, form) in [("report.html", ReportTerms.Form.html), ("report.csv", .csv), ("report.json", .json)] {
                let query = ReportQuery(
                    from: from, through: through, at: nil, since: nil, language: language, form: form, section: nil,
                    isSummary: false)
                try folder.add(name) { file throws(LedgerFailure) in try query.write(from: ledger, to: file.write) }
            }
            try folder.add("vouchers.csv") { file throws(LedgerFailure) in
                try VoucherTable(language: language).write(of: ledger, from: from, through: through, to: file.write)
            }
            try folder.add("journal.txt") { file throws(LedgerFailure) in try ledger.journalText(file.write) }
            try folder.add(CheckScript.name) { file in file.write(CheckScript.text) }
            if let documents { try add(documents, of: ledger, to: folder) }
            return Given(folder: folder, anchor: anchor, documents: documents?.count)
        }
    }

    /// Adds the documents, and what proves to the script that each is the one that was attached.
    private func add(
        _ documents: [AttachedDocument], of ledger: Ledger, to folder: HandoverFolder
    ) throws(LedgerFailure) {
        try folder.makeFolder(Self.evidence)
        var seals = ""
        for document in documents {
            guard let unsealed = try ledger.sealed(document), let name = document.fileName else { continue }
            try folder.add(Self.evidence + "/" + name) { file in file.write(unsealed.bytes) }
            seals += "\(document.number.value) \(unsealed.seal) \(unsealed.salt) \(name)\n"
        }
        try folder.add(Self.evidence + "/SEALS") { file in file.write(seals) }
    }
}

extension AttachedDocument {
    /// A name without anything that someone typed; `nil` for a document that is not sealed.
    fileprivate var fileName: String? {
        guard case .sealed(let seal) = attachment.document else { return nil }
        return attachment.proof.fileName(of: attachment.entry, attachedBy: number, as: seal.type)
    }
}
