import Arguments

@testable import MitBudgetCLI

/// A line that is accepted as it stands; tests replace its values one at a time.
///
/// Written as `command words NAME=value --option=value --flag`. In a value, `{n}` is a new number each time, `{last}`
/// the citizen enrolled last, `{head}` the last entry, `{folder}` the world's folder; see ``HostileDesk``.
struct HostileLine: Sendable {
    /// What a successful line leaves in its ledger.
    enum Trace {
        /// An entry.
        case entry
        /// Nothing: the line only reads, or writes elsewhere.
        case nothing
    }

    let command: String
    let trace: Trace
    /// Lines to run first, each time.
    let before: [String]
    private let values: [(name: String, value: String)]
    private let flags: [String]

    init(_ text: String, _ trace: Trace = .entry, before: [String] = []) {
        let words = text.split(separator: " ").map(String.init)
        let names = words.filter { !$0.contains("=") && !$0.hasPrefix("--") }
        command = names.joined(separator: " ")
        flags = words.filter { !$0.contains("=") && $0.hasPrefix("--") }
        values = words.filter { $0.contains("=") }.map { word in
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            return (parts[0], parts[1])
        }
        self.trace = trace
        self.before = before
    }

    /// The parameters with values.
    var names: [String] { values.map(\.name) }

    /// The line as arguments, with one value replaced.
    /// - Parameter spaced: whether to separate an option and its value with a blank where that is allowed.
    func arguments(
        replacing name: String? = nil, by text: String = "", spaced: Bool = false, filling: (String) -> String
    ) -> [String] {
        var arguments: [String] = []
        var positionals: [String] = []
        for (own, value) in values {
            let given = own == name ? text : filling(value)
            if !own.hasPrefix("--") {
                positionals.append(given)
            } else if spaced, !given.utf8.starts(with: "--".utf8) {
                arguments += [own, given]
            } else {
                arguments.append(own + "=" + given)
            }
        }
        return command.split(separator: " ").map(String.init) + flags + arguments + ["--"] + positionals
    }
}

extension HostileLine {
    /// Every command, with each of its values at least once.
    static let all: [HostileLine] = [
        HostileLine("init --administrator=boss --name=x --programme=p.json --ledger={folder}/new{n}.sqlite", .nothing),
        HostileLine("init --administrator=boss --group=root --ledger={folder}/new{n}.sqlite --dry-run", .nothing),
        HostileLine("backup FILE={folder}/b{n}.sqlite", .nothing),
        HostileLine("restore FILE={copy} --anchor={anchor} --ledger={folder}/back{n}.sqlite", .nothing),
        HostileLine("staff add --once=o{n} ID=s{n} --role=auditor --name=x --account=login"),
        HostileLine("staff end --once=o{n} ID=g{n}", before: ["staff add ID=g{n} --role=auditor --name=x"]),
        HostileLine(
            "staff account --once=o{n} ID=h{n} --account=login",
            before: ["staff add ID=h{n} --role=auditor --name=x"]),
        HostileLine("staff list --as=admin", .nothing),
        HostileLine("period close --once=o{n} --through=2022-12-01"),
        HostileLine(
            "period reopen --once=o{n} --through={reopened} --reason=x",
            before: ["period close --through={closing}"]),
        HostileLine("period list", .nothing),
        HostileLine("participant enrol --once=o{n} --name=x --case=y{n} --on=2023-02-01"),
        HostileLine(
            "participant withdraw --once=o{n} PARTICIPANT={last} --reason=x --cause=moved --on=2023-02-01",
            before: ["participant enrol --on=2023-02-01"]),
        HostileLine("participant list", .nothing),
        HostileLine("participant show PARTICIPANT=B01 --identified --purpose=x"),
        HostileLine("participant disclose PARTICIPANT=B02 --purpose=x"),
        HostileLine("participant disclose PARTICIPANT=B02 --purpose=x --output={folder}/o{n}"),
        HostileLine("handover FOLDER={folder}/h{n} --from=2023-01-01 --to=2023-12-31", .nothing),
        HostileLine("handover FOLDER={folder}/h{n} --year=2023", .nothing),
        HostileLine("handover FOLDER={folder}/h{n} --quarter=2023-1", .nothing),
        HostileLine("handover FOLDER={folder}/h{n} --month=2022-12 --with-evidence --purpose=x --as=kim", .nothing),
        HostileLine(
            "participant erase --once=o{n} PARTICIPANT={last} --reason=x --override=y",
            before: ["participant enrol --on=2023-02-01"]),
        HostileLine(
            "plan draft --once=o{n} PARTICIPANT=B03 --goal=a --wishes=b --purpose=c --item=job:1:d "
                + "--agreed=2023-01-10"),
        HostileLine("plan draft --once=o{n} PARTICIPANT=B03 --file=plan.json"),
        HostileLine("plan approve --once=o{n} PARTICIPANT=B03 --on=2023-02-01", before: [planOfThird]),
        HostileLine("plan reject --once=o{n} PARTICIPANT=B03 --reason=x", before: [planOfThird]),
        HostileLine("plan show PARTICIPANT=B01 --version=1 --identified --purpose=x"),
        HostileLine("plan list --pending", .nothing),
        HostileLine("release --once=o{n} PARTICIPANT=B02 --item=1 --amount=0,01 --on=2023-03-01"),
        HostileLine("retract --once=o{n} PARTICIPANT=B02 --item=1 --amount=0,01 --reason=x --on=2023-03-01"),
        HostileLine(
            "disburse --once=o{n} PARTICIPANT=B02 --item=1 --amount=0,01 --voucher=V{n} --voucher-total=1 "
                + "--payee=x --on=2023-03-01 --paid=2023-03-02 --note=y"),
        HostileLine("refund --once=o{n} ENTRY={spent} --amount=0,01 --voucher=V{n} --on=2023-03-02 --note=x"),
        HostileLine(
            "expense --once=o{n} --post=project --amount=0,01 --voucher=V{n} --voucher-total=1 "
                + "--payee=x --on=2023-03-01 --paid=2023-03-01 --note=y"),
        HostileLine("voucher attach --once=o{n} ENTRY={spent} FILE=plan.json --proof=receipt", before: [spending]),
        HostileLine(
            "voucher show ENTRY={spent} --proof=receipt --output={folder}/d{n}.txt --purpose=x --as=kim",
            before: [spending, receipt]),
        HostileLine("voucher list --from=2023-01-01 --to=2023-12-31 --missing=receipt", .nothing),
        HostileLine(
            "voucher detach --once=o{n} ENTRY={spent} --proof=receipt --reason=x", before: [spending, receipt]),
        HostileLine(
            "voucher detach ENTRY={spent} --proof=receipt --reason=x --erase", before: [spending, receipt]),
        HostileLine("voucher approve --once=o{n} ENTRY={spent} --as=rita"),
        HostileLine("voucher approve --through=2023-12-31 --as=rita", before: [spending]),
        HostileLine("witness --as=rita --once=o{n} ORIGIN=N{n} ENTRY:HASH=1:" + String(repeating: "a", count: 64)),
        HostileLine("correct --once=o{n} ENTRY={spent} --field=payee --text=x --reason=y"),
        HostileLine("correct ENTRY={drafted} --field=item --item=1 --text=x --reason=y"),
        HostileLine("receive --once=o{n} --amount=0,01 --voucher=V{n} --on=2023-03-01 --note=x"),
        HostileLine("repay --once=o{n} --amount=0,01 --voucher=V{n} --on=2023-03-01 --note=x"),
        HostileLine(
            "reverse --once=o{n} ENTRY={head} --reason=x --on=2023-03-01",
            before: ["receive --amount=0,01 --voucher=R{n} --on=2023-03-01"]),
        HostileLine("status --as-of=2023-12-31 --at=5 --language=en --format=json --color=never", .nothing),
        HostileLine("status --ledger={folder}/mit-budget.sqlite --as=kim", .nothing),
        HostileLine(
            "report --from=2023-01-01 --to=2023-12-31 --at=5 --format=csv --section=vouchers --layout=4", .nothing),
        HostileLine("report --from=2023-01-01 --to=2023-12-31 --output={folder}/r{n}.txt", .nothing),
        HostileLine("report --year=2023 --at=5 --since=3", .nothing),
        HostileLine("report --quarter=2023-1 --at=5", .nothing),
        HostileLine("report --month=2023-01 --at=5", .nothing),
        HostileLine(
            "sample --from=2023-01-01 --to=2023-12-31 --size=2 --method=random --dice=351624 --at=9", .nothing),
        HostileLine("sample --year=2023 --confidence=95 --materiality=1000", .nothing),
        HostileLine("sample --quarter=2023-1 --size=2", .nothing),
        HostileLine("sample --month=2023-01 --size=2 --readings --as=admin", .nothing),
        HostileLine(
            "journal --from=2023-01-01 --to=2023-12-31 --recorded-from=2023-01-01 --recorded-to=2025-12-31 "
                + "--participant=B01 --kind=release --staff=kim --item=1 --voucher=V-1 --last=3", .nothing),
        HostileLine("journal --participant=B01 --identified --purpose=x"),
        HostileLine("entry ENTRY={head}", .nothing),
        HostileLine("entry ENTRY={spent} --identified --purpose=x"),
        HostileLine("terms show --at=1", .nothing),
        HostileLine("terms amend --once=o{n} FILE=terms.json --reason=x --approval=V{n} --on=2023-03-01"),
        HostileLine("followup --once=o{n} PARTICIPANT=B02 --result=reached --on=2023-03-01 --note=x"),
        HostileLine("measure --once=o{n} CODE=backlog --value=950 --voucher=V{n} --on=2023-03-01"),
        HostileLine("anchor --timestamp-query={folder}/t{n}.tsq", .nothing),
        HostileLine("verify --anchor={anchor}", .nothing),
        HostileLine("verify --report=saved.txt", .nothing),
        HostileLine("verify --anchors=anchors.txt", .nothing),
        HostileLine("reconcile FILE=extract.csv --record --dry-run --once=o{n}", .nothing),
        HostileLine(
            "reconcile FILE=extract.csv --profile=profile.json --from=2023-02-01 --to=2023-02-28 --within=5", .nothing),
        HostileLine("import FILE=lines.jsonl --dry-run", .nothing),
        HostileLine("export FORM=jsonl --output={folder}/e{n}.jsonl", .nothing),
        HostileLine("export FORM=csv --identified --purpose=x --ledger={copy}", .nothing),
        HostileLine("demo FOLDER={folder}/none/there --programme=kik-ii", .nothing),
        HostileLine("help COMMAND=release", .nothing),
        HostileLine("version", .nothing),
    ]

    private static let spending =
        "disburse PARTICIPANT=B02 --item=1 --amount=0,01 --voucher=W{n} --payee=x --on=2023-03-01"
    private static let receipt = "voucher attach ENTRY={spent} FILE=plan.json"
    private static let planOfThird =
        "plan draft PARTICIPANT=B03 --goal=a --wishes=b --purpose=c --item=job:1:d --agreed=2023-01-10"

    /// The places that get every text of the corpus, so that each kind of value meets each text once.
    static let thorough: Set<String> = [
        "participant enrol --name", "plan draft --goal", "plan draft --item", "plan draft --file", "staff add ID",
        "staff add --account", "staff add --role", "participant withdraw --cause", "release PARTICIPANT",
        "release --amount", "release --item", "correct --field", "voucher attach --proof", "witness ORIGIN",
        "disburse --voucher", "disburse --once", "followup --result", "measure CODE", "measure --value",
        "demo --programme", "expense --post", "refund ENTRY", "report --to", "report --section",
        "sample --year", "sample --quarter", "sample --month", "sample --size", "sample --confidence",
        "sample --materiality", "sample --method", "sample --dice",
        "reconcile --within", "journal --kind", "export FORM", "verify --anchor", "help COMMAND", "status --language",
        "status --format",
        "status --color", "status --as", "status --ledger", "init --group",
    ]
}
