import Files
import MitBudget
import MitBudgetCLI
import TestSupport

/// A world with a fixed time and repeatable random numbers, for commands that run in the process.
final class FuzzWorld {
    private let ledger: String
    private var given: UInt8 = 0
    private var output = ""
    private var errors = ""

    init(ledger: String) {
        self.ledger = ledger
    }

    /// The outcome of a command.
    struct Run: Equatable {
        let status: Int32
        let output: String
        let errors: String

        /// Compares byte by byte, since Swift's strings do not distinguish two spellings of a letter.
        static func == (left: Run, right: Run) -> Bool {
            left.status == right.status && left.output.utf8.elementsEqual(right.output.utf8)
        }
    }

    func run(_ arguments: [String]) -> Run {
        (output, errors) = ("", "")
        let status = Program.run(arguments + ["--ledger", ledger, "--language", "en"], in: world)
        return Run(status: status, output: output, errors: errors)
    }

    private var world: World {
        World(
            now: { Moment(iso: "2025-06-30T12:00:00Z") ?? .unixEpoch }, localDay: \.day, environment: { _ in nil },
            account: { "login" }, user: { _ in nil }, isRoot: { false }, group: { _ in nil },
            random: { count in
                self.given &+= 1
                return (0..<count).map { self.given &+ UInt8(truncatingIfNeeded: $0) }
            },
            read: { name, _ throws(World.FileTrouble) in
                guard let text = Samples.files[name] else { throw .missing }
                return Array(text.utf8)
            },
            open: { _ throws(World.FileTrouble) in throw .missing },
            ask: { _ throws(World.FileTrouble) in nil },
            beginFolder: { _ throws(World.FileTrouble) in throw .exists },
            begin: { _, _ throws(World.FileTrouble) in throw .exists },
            append: { _, _, _ throws(World.FileTrouble) in throw .exists },
            output: channel(\.output), error: channel(\.errors))
    }

    private func channel(_ text: ReferenceWritableKeyPath<FuzzWorld, String>) -> World.Channel {
        World.Channel(
            write: { written in
                self[keyPath: text] += written
                return true
            }, terminalWidth: { nil })
    }
}
