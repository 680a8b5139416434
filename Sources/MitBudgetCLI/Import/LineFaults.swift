import JSON
import MitBudget
import MitBudgetReports
import MitBudgetStore
import Phrases

/// The lines of an import that cannot be recorded: the first thousand told, the others counted.
struct LineFaults: Error {
    /// How many are told.
    static let most = 1_000

    /// A line and why it cannot be recorded.
    struct Fault {
        let line: Int64
        /// The rule that refused; `nil` where the line cannot be understood.
        let rule: Rule?
        let explanation: Explanation
        /// How many later lines lack the same choice of staff.
        var alike: Int64 = 0
    }

    /// The first of them.
    private(set) var told: [Fault] = []
    /// How many there are.
    private(set) var count: Int64 = 0
    /// How many lines there were in all.
    var lines: Int64 = 0
    /// Where the lines are told that lack a choice between the same staff: once, however many they are.
    private var choices: [[StaffID]: Int] = [:]
    private var isMalformed = false
    private var isPermission = true

    /// Takes down why a line cannot be recorded, perhaps because of an earlier one.
    mutating func add(_ failure: Failure, at line: Int64, becauseOf earlier: Int64? = nil) {
        count += 1
        let status = failure.kind.status
        isMalformed = isMalformed || status != .no && status != .notPermitted
        isPermission = isPermission && status == .notPermitted
        if case .ledger(.ambiguous(let staff)) = failure {
            if let place = choices[staff] {
                told[place].alike += 1
                return
            }
            if told.count < Self.most { choices[staff] = told.count }
        }
        guard told.count < Self.most else { return }
        let explanation = failure.explanation
        told.append(
            Fault(
                line: line, rule: failure.refusal?.rule,
                explanation: earlier.map(explanation.naming(earlierLine:)) ?? explanation))
    }

    /// A line that cannot be understood weighs most; a refusal of permission least.
    var status: ExitStatus {
        isMalformed ? .malformed : isPermission ? .notPermitted : .no
    }

    var explanation: Explanation {
        var message =
            lines == 1
            ? Phrase(
                da: "Linjen kan ikke bogføres; intet er bogført.",
                en: "The line cannot be recorded; nothing was recorded.")
            : Phrase(
                da: "\(Int(count)) af \(Int(lines)) linjer kan ikke bogføres; intet er bogført.",
                en: "\(Int(count)) of \(Int(lines)) lines cannot be recorded; nothing was recorded.")
        if count > told.reduce(0, { $0 + 1 + $1.alike }) {
            message = Phrase(
                da: "\(message) De første \(told.count) er nævnt.", en: "\(message) The first \(told.count) are told.")
        }
        return Explanation(
            message: message,
            next: Phrase(da: "Ret filen, og indlæs den igen.", en: "Correct the file and import it again."))
    }
}

extension LineFaults.Fault {
    /// `line 17: refused [release-exceeded] …` and what to do next.
    func text(_ settings: Settings) -> String {
        let (language, style) = (settings.language, settings.errorStyle)
        var lead = Phrase(da: "linje \(Int(line))", en: "line \(Int(line))")[language]
        if alike > 0 {
            lead += Phrase(da: " og \(Int(alike)) til", en: " and \(Int(alike)) more")[language]
        }
        lead += ": "
        if let rule {
            let refused = Phrase(da: "afvist", en: "refused")[language]
            lead += style.bold(style.red(refused)) + " [\(rule.rawValue)] "
        }
        let next = explanation.next(in: language, globals: settings.globals)
        let lines = (explanation.message[language] + "\n" + next).split(separator: "\n")
        return lead + lines.joined(separator: "\n  ") + "\n"
    }

    /// `{"line":17,"rule":"release-exceeded","message":"…","next":"…"}`; `rule` is null where none refused. `"alike"`
    /// counts later lines that lack the same choice of staff.
    func json(_ settings: Settings) -> JSON {
        let language = settings.language
        var members: [JSON.Member] = [
            JSON.Member(key: "line", value: .integer(line)),
            JSON.Member(key: "rule", value: rule.map { .string($0.rawValue) } ?? .null),
            JSON.Member(key: "message", value: .string(explanation.message[language])),
            JSON.Member(
                key: "next", value: .string(explanation.next(in: language, globals: settings.globals))),
        ]
        if alike > 0 { members.append(JSON.Member(key: "alike", value: .integer(alike))) }
        return .object(members)
    }
}
