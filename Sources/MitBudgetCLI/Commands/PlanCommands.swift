import Arguments
import MitBudget
import MitBudgetReports
import MitBudgetStore
import Phrases

/// Drafting, deciding on and showing action plans.
enum PlanCommands {
    static let families = [Family("plan", [draft, approve, reject, show, list])]

    private static let draft = LedgerCommand(
        ["plan", "draft"], group: Groups.plans,
        summary: Phrase(da: "Udarbejd næste version af en handleplan.", en: "Draft the next version of a plan."),
        discussion: Phrase(
            da: """
                Fra en fil eller fra tilvalg. En ventende version erstattes. Kun en fil kan beholde punkter fra den \
                gældende version (med "item": nummer); punkter givet med --item er altid nye.
                """,
            en: """
                From a file or from options. A waiting version is replaced. Only a file can keep items of the \
                version in \
                force (with "item": number); items given with --item are always new.
                """),
        examples: [
            Example(
                "mitbudget plan draft B01 --file plan.json",
                Phrase(da: "Fra en fil.", en: "From a file.")),
            Example(
                "mitbudget plan draft B01 --goal 'Egen bolig' --wishes 'En lejlighed' --purpose 'Et fast sted' "
                    + "--item 'housing:35000:Indskud til egen bolig' --agreed 2023-01-10",
                Phrase(da: "Fra tilvalg.", en: "From options.")),
        ],
        Shared.participant,
        Parameter.optional(
            "--file", .text("PLAN.json", completion: .file),
            Phrase(da: "Planfilen; - for standard input.", en: "The plan file; - for standard input.")),
        Parameter.optional("--goal", .planWords, Phrase(da: "Målet.", en: "The goal.")),
        Parameter.optional("--wishes", .planWords, Phrase(da: "Ønskerne.", en: "The wishes.")),
        Parameter.optional("--purpose", .planWords, Phrase(da: "Formålet.", en: "The purpose.")),
        Parameter.repeated(
            "--item", .planItem,
            Phrase(da: "Et nyt punkt: område, beløb, tekst.", en: "A new item: area, amount, text.")),
        Parameter.optional(
            "--agreed", .day, Phrase(da: "Dagen for aftalen; ellers i dag.", en: "The day of agreement; else today.")),
        Shared.dryRun, Shared.once
    ) { reference, file, goal, wishes, purpose, items, agreed, dry, once throws(UsageError) in
        let words = PlanWords(goal: goal, wishes: wishes, purpose: purpose, items: items, agreed: agreed)
        if let file {
            if let given = words.given.first { throw .excludes("--file", given) }
            return .record(dry: dry) { session throws(Failure) in
                let (plan, isDated) = try session.plan(from: file)
                let once = once.map { isDated ? Once($0.key, open: $0.open.subtracting([.day])) : $0 }
                return Action.Request(command: .draft(reference, plan), once: once)
            }
        }
        guard !words.given.isEmpty else {
            throw .needsOneOf(["--file PLAN.json", "--goal TEXT"], command: ["plan", "draft"])
        }
        guard words.missing.isEmpty else {
            throw .missing(parameters: words.missing, command: ["plan", "draft"])
        }
        return .record(dry: dry, once: once) { session in .draft(reference, words.proposal(today: session.today)) }
    }

    private static let approve = LedgerCommand(
        ["plan", "approve"], group: Groups.plans,
        summary: Phrase(da: "Godkend den ventende version.", en: "Approve the waiting version."),
        examples: [
            Example(
                "mitbudget plan approve B01 --on 2023-01-12", Phrase(da: "Planen gælder.", en: "The plan is in force."))
        ],
        Shared.participant, Shared.on, Shared.dryRun, Shared.once
    ) { reference, on, dry, once in
        .record(dry: dry, once: once) { session in .approve(reference, on: on ?? session.today) }
    }

    private static let reject = LedgerCommand(
        ["plan", "reject"], group: Groups.plans,
        summary: Phrase(da: "Afvis den ventende version.", en: "Reject the waiting version."),
        examples: [
            Example(
                "mitbudget plan reject B01 --reason 'Mangler formål med kurset'",
                Phrase(da: "Planen skal laves om.", en: "The plan must be redone."))
        ],
        Shared.participant, Shared.reason, Shared.dryRun, Shared.once
    ) { reference, reason, dry, once in
        .record(dry: dry, once: once) { _ in .reject(reference, reason: reason) }
    }

    private static let show = LedgerCommand(
        ["plan", "show"], group: Groups.plans,
        summary: Phrase(da: "Vis en version af en handleplan.", en: "Show a version of a plan."),
        discussion: Phrase(
            da: "Uden --version den seneste. Med --identified også teksterne; formålet bogføres, før noget vises.",
            en:
                """
                Without --version the latest. With --identified the texts too; the purpose is recorded before \
                they are shown.
                """
        ),
        examples: [
            Example("mitbudget plan show B01", Phrase(da: "Den seneste version.", en: "The latest version.")),
            Example(
                "mitbudget plan show B01 --version 1 --identified --purpose 'Revision af bilag'",
                Phrase(da: "Første version med tekster.", en: "The first version with its texts.")),
        ],
        Shared.participant,
        Parameter.optional("--version", .version, Phrase(da: "Versionens nummer.", en: "The version's number.")),
        Shared.identified, Shared.purpose
    ) { reference, version, identified, purpose in
        Action { session throws(Failure) in
            let purpose = try session.readingPurpose(identified, purpose, command: ["plan", "show"])
            let (view, openly) = try session.reading { ledger throws(LedgerFailure) in
                let view = try PlanView(reference, version: version, in: ledger)
                guard let view, !ledger.programme.isPersonal else { return (view, PlanTexts?.none) }
                return (view, try ledger.texts(ofVersion: view.record.version, of: reference))
            }
            guard let view else {
                throw .usage(noSuchVersion(version, of: reference, session.settings))
            }
            let number = view.record.version
            let identified = try purpose.map { purpose throws(Failure) in
                try session.identified(.readWords(reference, scope: .plan(version: number), purpose: purpose)) {
                    ledger throws(LedgerFailure) in try ledger.texts(ofVersion: number, of: reference)
                }
            }
            let texts = openly ?? identified
            session.print(view, texts: texts)
            return .done
        }
    }

    private static let list = LedgerCommand(
        ["plan", "list"], group: Groups.plans,
        summary: Phrase(da: "Vis alle versioner af alle handleplaner.", en: "List all versions of all plans."),
        examples: [
            Example(
                "mitbudget plan list --pending", Phrase(da: "Dem, der venter.", en: "Those that wait for a decision."))
        ],
        Parameter<Bool>.flag("--pending", Phrase(da: "Kun ventende.", en: "Only those that wait."))
    ) { pending in
        Action { session throws(Failure) in
            try session.reading { ledger throws(LedgerFailure) in
                try ledger.reading { () throws(LedgerFailure) in
                    try session.printPlans(of: ledger, pendingOnly: pending)
                }
            }
            return .done
        }
    }

    private static func noSuchVersion(_ version: Int?, of reference: ParticipantReference, _ settings: Settings)
        -> UsageError
    {
        let list = Hint.see(Phrase(da: "Se versionerne med:", en: "See the versions with:"), "plan list")
        let fault = ValueFault(
            version == nil
                ? Phrase(da: "\(reference.text) har ingen handleplan endnu.", en: "\(reference.text) has no plan yet.")
                : Phrase(
                    da: "\(reference.text) har ingen version \(version ?? 0).",
                    en: "\(reference.text) has no version \(version ?? 0)."),
            remedy: Phrase(verbatim: list.text(in: settings.language, globals: settings.globals)),
            standsAlone: true)
        return .invalidValue(
            parameter: version == nil ? "PARTICIPANT" : "--version", typed: Echo(reference.text), fault: fault,
            command: ["plan", "show"])
    }
}

/// A plan given by options.
private struct PlanWords: Sendable {
    let goal: Wording?
    let wishes: Wording?
    let purpose: Wording?
    let items: [PlanProposal.Item]
    let agreed: Day?

    var given: [String] {
        [
            goal == nil ? nil : "--goal", wishes == nil ? nil : "--wishes", purpose == nil ? nil : "--purpose",
            items.isEmpty ? nil : "--item", agreed == nil ? nil : "--agreed",
        ].compactMap(\.self)
    }

    /// The options that a plan requires and that were not given.
    var missing: [String] {
        [
            goal == nil ? "--goal TEXT" : nil, wishes == nil ? "--wishes TEXT" : nil,
            purpose == nil ? "--purpose TEXT" : nil, items.isEmpty ? "--item AREA:AMOUNT:TEXT" : nil,
        ].compactMap(\.self)
    }

    func proposal(today: Day) -> PlanProposal {
        PlanProposal(agreedOn: agreed ?? today, goal: goal, wishes: wishes, purpose: purpose, items: items)
    }
}

extension Session {
    /// Reads a plan file, and tells whether the file names the day of agreement.
    fileprivate func plan(from path: String) throws(Failure) -> (plan: PlanProposal, isDated: Bool) {
        let bytes = try read(path, limit: PlanFile.limit)
        do {
            return (try PlanFile.read(bytes, today: today), PlanFile.namesDay(bytes))
        } catch {
            throw .contents(path: path, error)
        }
    }
}
