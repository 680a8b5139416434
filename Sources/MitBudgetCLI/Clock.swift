import MitBudget
import MitBudgetReports
import MitBudgetStore
import Phrases

extension Session {
    /// Warns of a clock that has leapt ahead, before an entry binds all later ones to its time, and asks the user at a
    /// terminal.
    /// - Returns: whether to record all the same.
    func accepts(_ leap: ClockLeap) -> Bool {
        warn(leap.phrase(at: world.now()))
        guard settings.format != .json, world.isInteractive() else { return true }
        let question = Phrase(da: "Er uret rigtigt? (j/n) ", en: "Is the clock right? (y/n) ")
        let answer = (try? world.ask(question[language])).flatMap(\.self) ?? []
        return ["j", "ja", "y", "yes"].contains(String(decoding: answer, as: UTF8.self).lowercased())
    }

    /// Warns when an entry carries a later time than the clock shows, because the entry before it does.
    func warnOfClock(_ recorded: Recorded) {
        guard recorded.recordedAt > world.now() else { return }
        warn(
            Phrase(
                da: """
                    Uret går bagefter den forrige postering; nr. \(recorded.number) bærer dens tid, \
                    \(recorded.recordedAt.iso). Stil uret.
                    """,
                en: """
                    The clock is behind the entry before; number \(recorded.number) bears that one's time, \
                    \(recorded.recordedAt.iso). Set the clock.
                    """))
    }
}

extension ClockLeap {
    /// What an entry recorded now would do to later entries.
    func phrase(at now: Moment) -> Phrase {
        let bound = Phrase(
            da: "Ingen senere postering kan få en tidligere tid. Kontrollér uret.",
            en: "No later entry can bear an earlier time. Check the clock.")
        switch self {
        case .pastEntry(let before, let days):
            return Phrase(
                da: "Uret viser \(now.iso), \(.days(days)) efter den forrige postering (\(before.iso)). \(bound)",
                en: "The clock shows \(now.iso), \(.days(days)) after the entry before (\(before.iso)). \(bound)")
        case .pastKeeping(let last):
            return Phrase(
                da: "Uret viser \(now.iso), og journalen skal kun gemmes til og med \(last). \(bound)",
                en: "The clock shows \(now.iso), and the ledger must be kept only until \(last). \(bound)")
        }
    }
}

extension Verification.Remark {
    var phrase: Phrase {
        switch self {
        case .clockLeapt(let entry, .pastEntry(_, let days)):
            Phrase(
                da: "Postering \(Int(entry)) er bogført \(.days(days)) efter den forrige; gik uret rigtigt?",
                en: "Entry \(Int(entry)) was recorded \(.days(days)) after the one before; was the clock right?")
        case .clockLeapt(let entry, .pastKeeping(let last)):
            Phrase(
                da: "Postering \(Int(entry)) er bogført efter \(last), da opbevaringstiden slutter; gik uret rigtigt?",
                en: "Entry \(Int(entry)) was recorded after \(last), the last day of keeping; was the clock right?")
        case .anchorsGivenUp(let entry, let count, let first, let last):
            Phrase(
                da: """
                    Postering \(Int(entry)) satte en kopi i journalens sted; den opgav \(Int(count)) af filens \
                    kontrolkoder (posteringerne \(Int(first)) til \(Int(last))).
                    """,
                en: """
                    Entry \(Int(entry)) put a copy in the ledger's place; it gave up \(Int(count)) of the file's \
                    anchors (entries \(Int(first)) to \(Int(last))).
                    """)
        }
    }
}
