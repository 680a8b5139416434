import Arguments
import JSON
import MitBudget
import MitBudgetReports
import MitBudgetStore
import Phrases

extension OverviewCommands {
    static let verify = LedgerCommand(
        ["verify"], group: Groups.overview,
        summary: Phrase(da: "Efterprøv hele journalen.", en: "Check the whole ledger."),
        discussion: Phrase(
            da: """
                Kæden, numrene, hver postering afgjort igen fra nul, hver tabel række for række, hver tekst mod sit \
                segl. \
                Ender med 1, hvis noget findes.
                """,
            en: """
                The chain, the numbers, every entry decided again from nothing, every table row by row, every text \
                against \
                its seal. Ends with 1 if anything is found.
                """),
        examples: [
            Example("mitbudget verify", Phrase(da: "Uden papir.", en: "Without paper.")),
            Example(
                "mitbudget verify --anchor 42:9f86d081884c7d65",
                Phrase(da: "Mod en kontrolkode fra papiret.", en: "Against an anchor from paper.")),
            Example(
                "mitbudget verify --anchors /srv/vidne/mit-budget.anchors",
                Phrase(da: "Mod hver kontrolkode, der blev skrevet ned.", en: "Against every anchor written down.")),
        ],
        Parameter.repeated(
            "--anchor", .anchor,
            Phrase(da: "En kontrolkode, der skal findes igen.", en: "An anchor that must be found again.")),
        Parameter.optional(
            "--anchors", .text("FILE", completion: .file),
            Phrase(
                da: "En fil med kontrolkoder, som MITBUDGET_ANCHORS skriver den; alle skal findes igen.",
                en: "A file of anchors as MITBUDGET_ANCHORS writes it; all must be found again.")),
        Parameter.optional(
            "--report", .text("FILE", completion: .file),
            Phrase(
                da: "En gemt rapport, som journalen skal kunne udskrive magen til.",
                en: "A saved report that the ledger must print exactly again."))
    ) { anchors, file, report throws(UsageError) in
        // `--report` compares a report and does not check the chain; an anchor given beside it would seem to be
        // checked.
        if report != nil, !anchors.isEmpty { throw .excludes("--report", "--anchor") }
        if report != nil, file != nil { throw .excludes("--report", "--anchors") }
        return Action { session throws(Failure) in
            if let report { return try session.verify(report: report) }
            let witnessed = try file.map { path throws(Failure) in try session.anchors(in: path) }
            let verification = try session.verify(against: anchors, witnessed)
            session.print(verification)
            return verification.isClean ? .done : .no
        }
    }
}

extension Session {
    /// Verifies the whole ledger and leaves the file as it is.
    fileprivate func verify(
        against anchors: [AnchorClaim], _ witnessed: [WitnessedAnchor]?
    ) throws(Failure) -> Verification {
        let caller = try caller()
        if let mode = Ledger.exposure(of: settings.ledger) {
            let explanation = Failure.exposed(harmless(settings.ledger), mode: mode)
            warn(
                Phrase(
                    da: "\(explanation.message) \(explanation.next)", en: "\(explanation.message) \(explanation.next)"))
        }
        let progress = Progress(Phrase(da: "Efterprøver", en: "Checking"), in: self)
        defer { progress.clear() }
        do throws(LedgerFailure) {
            return try Ledger.verify(
                path: settings.ledger, by: caller, claims: anchors, witnessed: witnessed, progress: progress.show)
        } catch {
            throw .ledger(error)
        }
    }
}

extension Session {
    fileprivate func anchors(in path: String) throws(Failure) -> [WitnessedAnchor] {
        let bytes = try read(path, limit: AnchorFile.limit)
        do {
            return try AnchorFile.read(bytes)
        } catch {
            throw .notAnchors(path: path, line: error.line)
        }
    }
}
