import JSON
import MitBudget
import MitBudgetReports
import MitBudgetStore
import Phrases

/// The lines of an import that cannot be recorded: the first thousand are shown, the others counted.
struct LineFaults: Error {
    /// How many are shown.
    static let most = 1_000

    /// A line and why it cannot be recorded.
    struct Fault {
        let line: Int64
        /// The rule that refused; `nil` if the line cannot be understood.
        let rule: Rule?
        let explanation: Explanation
        /// How many later lines also fail to choose among the same staff members.
        var alike: Int64 = 0
    }

    private(set) var told: [Fault] = []
    /// How many lines cannot be recorded, shown or not.
    private(set) var count: Int64 = 0
    /// How many lines the import has.
    var lines: Int64 = 0
    /// Where in `told` each set of staff members stands that lines fail to choose among. Each set is shown once.
    private var choices: [[StaffID]: Int] = [:]
    private var isMalformed = false
    private var isPermission = true

    /// Notes why a line cannot be recorded, and the earlier line that causes it, if any.
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

    /// Lines that cannot be understood decide the status first; refusals of permission decide it only when alone.
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

    /// `{"line":17,"rule":"release-exceeded","message":"…","next":"…"}`; `rule` is null if no rule refused. `"alike"`
    /// counts later lines that fail to choose among the same staff members.
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
