import MitBudgetReports
import Phrases

/// Shows the progress of long work at a terminal; elsewhere it shows nothing.
final class Progress {
    private let session: Session
    private let label: Phrase
    private var shown = ""

    init(_ label: Phrase, in session: Session) {
        self.label = label
        self.session = session
    }

    /// Shows the share that is done, on a line that the next call replaces.
    func show(_ done: Int64, of all: Int64) {
        guard all > 0, session.world.error.terminalWidth() != nil else { return }
        let line = "\(label[session.language]) \(min(100, done * 100 / all)) %"
        guard line != shown else { return }
        clear()
        shown = line
        _ = session.world.error.write("\r" + line)
    }

    /// Removes the line.
    func clear() {
        guard !shown.isEmpty else { return }
        _ = session.world.error.write("\r" + String(repeating: " ", count: shown.count) + "\r")
        shown = ""
    }
}
