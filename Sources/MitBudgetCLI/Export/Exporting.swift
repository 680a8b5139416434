import MitBudget
import MitBudgetReports
import MitBudgetStore
import Phrases

enum ExportForm: String, CaseIterable, Sendable {
    /// The commands that rebuild the same balances, as JSON Lines.
    case jsonl
    /// The disbursements that were not reversed.
    case csv
    case hledger
    case beancount
}

/// Writes an export of a ledger, entry by entry.
protocol Export: AnyObject {
    /// Writes what comes before the entries.
    func begin(_ ledger: Ledger) throws(LedgerFailure)
    /// Writes what an entry adds.
    func add(_ recorded: Recorded, of ledger: Ledger) throws(LedgerFailure)
    /// What a new ledger will lack; `nil` where that is nothing.
    var loss: Phrase? { get }
}

extension Export {
    var loss: Phrase? { nil }
}

/// The texts that an export may show; a placeholder replaces each text that it may not.
struct ExportTexts {
    let language: Language
    let isIdentified: Bool

    /// A text, or its placeholder.
    func text(of wording: Wording, in ledger: Ledger) throws(LedgerFailure) -> String {
        guard shows(ledger) else { return Phrase(da: "(udeladt)", en: "(left out)")[language] }
        return try readable(wording, in: ledger) ?? Phrase.erased[language]
    }

    /// Texts on recipients that are no people are not sensitive.
    private func shows(_ ledger: Ledger) -> Bool { isIdentified || !ledger.programme.isPersonal }

    /// A text as it should read, with what stood there before beside it; or its placeholder.
    func text(at place: TextPlace, of recorded: Recorded, in ledger: Ledger) throws(LedgerFailure) -> String {
        guard shows(ledger) else { return Phrase(da: "(udeladt)", en: "(left out)")[language] }
        return try ledger.text(at: place, of: recorded)?.shown[language] ?? ""
    }

    /// A text; `nil` if it may not be shown or was erased.
    func readable(_ wording: Wording, in ledger: Ledger) throws(LedgerFailure) -> String? {
        guard shows(ledger) else { return nil }
        switch wording {
        case .text(let plain): return plain.string
        case .seal(let seal): return try ledger.text(of: seal)
        }
    }
}

extension Session {
    /// Writes an export to standard output, or to a new file once it is whole.
    func export(
        _ form: ExportForm, purpose: Wording?, to path: String?, replacing: Bool
    ) throws(Failure) -> ExitStatus {
        guard let path else {
            try write(form, purpose: purpose) { self.put($0) }
            return .done
        }
        try withDraft(path, replacing: replacing) { write throws(Failure) in
            try self.write(form, purpose: purpose, to: write)
        }
        return .done
    }

    private func write(
        _ form: ExportForm, purpose: Wording?, to sink: @escaping (String) -> Void
    ) throws(Failure) {
        let texts = ExportTexts(language: language, isIdentified: purpose != nil)
        let export: any Export =
            switch form {
            case .jsonl: CommandsExport(texts, sink)
            case .csv: DisbursementsExport(texts, sink)
            case .hledger: AccountsExport(.hledger, texts, sink)
            case .beancount: AccountsExport(.beancount, texts, sink)
            }
        // The export stops at the last entry here, so it holds no citizen enrolled after the readings were recorded.
        let last = try purpose.flatMap { purpose throws(Failure) in try recordReading(purpose) }
        try reading { ledger throws(LedgerFailure) in try ledger.pour(into: export, through: last) }
        if let loss = export.loss { warn(loss) }
    }

    /// Records for each citizen that all texts are read; all or none, and before any text is read.
    /// - Returns: the number of the ledger's last entry afterwards; `nil` where the recipients are no people, so that
    ///   nothing is recorded.
    private func recordReading(_ purpose: Wording) throws(Failure) -> EntryNumber? {
        let caller = try caller()
        let circumstances = circumstances
        return try withLedger(.recording) { ledger throws(LedgerFailure) in
            guard ledger.programme.isPersonal else { return nil }
            // Checks the role here as well, for a ledger that has no citizens yet.
            try ledger.identify(caller, for: [.administrator], leavesTrace: true)
            var last = try ledger.anchor().number
            try ledger.recordMany(under: circumstances) { recorder throws(LedgerFailure) in
                var number = 0
                let enrolled = try ledger.enrolled
                while number < enrolled {
                    number += 1
                    guard let citizen = ledger.programme.reference(number) else { continue }
                    let command = Command.readWords(citizen, scope: .disclosure, purpose: purpose)
                    last = try recorder.record(command, by: caller).recorded.number
                }
                return true
            }
            return last
        }
    }
}

extension Ledger {
    /// Passes all entries to an export in one reading transaction.
    fileprivate func pour(into export: any Export, through last: EntryNumber?) throws(LedgerFailure) {
        try reading { () throws(LedgerFailure) in
            try export.begin(self)
            try entries(through: last) { recorded throws(LedgerFailure) in try export.add(recorded, of: self) }
        }
    }
}
