/// The goals of an import.
enum ImportGoals {
    case none, time, timeAndBytes
}

/// Imports a scale, compared with the bare table and the floor, and leaves the ledger there.
func measureImport(
    _ bed: Bed, _ scale: Scale, entries: Int, runs: Int, goals: ImportGoals, into results: inout Results
) throws(Trouble) {
    note("importing \(scale.name) disbursements")
    let (ledger, bare) = (bed.ledger(scale), bed.file(scale, "bare.sqlite"))
    let contenders = [
        Contender(
            name: "mitbudget import", call: { _ in bed.importing(scale) },
            prepare: { _ throws(Trouble) in bed.removeLedger(ledger) }),
        Contender(
            name: "sqlite3 .import into a bare table",
            call: { _ in
                bed.shell(
                    bare, "CREATE TABLE bare (\(Rows.columns))", ".mode tabs",
                    ".import \(bed.file(scale, "tsv")) bare")
            },
            prepare: { _ throws(Trouble) in bed.removeLedger(bare) }),
        Contender(
            name: "sqlite3, the same rows into the same tables, nothing asked or hashed: the floor",
            most: scale.disbursements < Scale.large.disbursements ? .max : 3,
            call: { _ in
                bed.shell(
                    bed.file(scale, "floor.sqlite"), "PRAGMA journal_mode = MEMORY", "PRAGMA synchronous = OFF",
                    "PRAGMA foreign_keys = ON", ".read \(bed.file(scale, "floor.sql"))")
            },
            prepare: { _ throws(Trouble) in
                bed.removeLedger(bed.file(scale, "floor.sqlite"))
                try bed.writeFloor(of: scale)
            }),
    ]
    let all = try compare(contenders, runs: runs, warm: false)
    results.add("\(grouped(entries)) entries imported, \(scale.name) of them disbursements", contenders, all)
    results.heavy.append(("`import` of \(scale.name)", all[0].peak))
    let bytes = Double(size(ledger)) / Double(entries)
    if goals != .none {
        results.demand("\(scale.name) imported", atMost: 3, of: "the floor", all[0], all[2])
    }
    if goals == .timeAndBytes {
        results.demand("bytes an entry at \(scale.name)", bytes, atMost: 700, "bytes", decimals: 0)
    }
    let perEntry = all[0].median / Double(entries)
    results.sizes.append(
        [
            scale.name, grouped(scale.participants), grouped(entries), mebibytes(size(ledger) / 1024),
            fixed(bytes, 0), "\(fixed(perEntry * 1e6, 1)) µs",
            fixed(Double(size(bare)) / Double(entries), 0),
        ])
    bed.removeLedger(bare)
    bed.removeLedger(bed.file(scale, "floor.sqlite"))
}

/// Measures the report of a year, without its vouchers.
func measureSums(_ bed: Bed, _ scale: Scale, hasGoal: Bool, into results: inout Results) throws(Trouble) {
    note("the year's sums of \(scale.name) disbursements")
    let (ledger, journal) = (bed.ledger(scale), bed.file(scale, "journal"))
    let contenders = [
        Contender(name: "mitbudget report --summary") { _ in
            bed.ours(
                ledger, "report", "--from", "2023-01-01", "--to", "2023-12-31", "--format", "json", "--summary")
        },
        Contender(name: "sqlite3, the bare sums") { _ in
            var call = bed.shell(ledger, options: ["-readonly", "-json"])
            call = Call(call.words + Questions.sums)
            call.limit = bed.limit
            return call
        },
        Contender(name: "ledger balance", most: 1) { _ in
            bed.other(
                "ledger", "--args-only", "-f", journal, "--begin", "2023-01-01", "--end", "2024-01-01", "balance")
        },
        Contender(name: "hledger balance", most: 1) { _ in
            bed.other("hledger", "-f", journal, "balance", "-b", "2023-01-01", "-e", "2024-01-01")
        },
    ]
    let all = try compare(contenders, runs: bed.runs, warm: true)
    results.add("sums of a year at \(scale.name)", contenders, all)
    results.heavy.append(("`report --summary` at \(scale.name)", all[0].peak))
    guard hasGoal else { return }
    let what = "report of a year, JSON, `--summary`, at \(scale.name)"
    results.demand(what, atMost: 2, of: "the bare SQL", all[0], all[1])
    results.demand(what, atLeast: 20, over: "ledger", all[0], all[2])
}

/// Measures the report of a year with all vouchers.
func measureVouchers(_ bed: Bed, _ scale: Scale, into results: inout Results) throws(Trouble) {
    note("the year's vouchers of \(scale.name) disbursements")
    let ledger = bed.ledger(scale)
    let contenders = [
        Contender(name: "mitbudget report --format csv") { _ in
            var call = bed.ours(ledger, "report", "--from", "2023-01-01", "--to", "2023-12-31", "--format", "csv")
            call.output = bed.folder + "/vouchers.csv"
            return call
        },
        Contender(name: "sqlite3 -csv, the same columns") { _ in
            var call = bed.shell(ledger, options: ["-readonly", "-csv"], Questions.vouchers)
            call.output = bed.folder + "/vouchers.sqlite3.csv"
            return call
        },
    ]
    let all = try compare(contenders, runs: bed.runs, warm: true)
    results.add("every voucher of a year as CSV at \(scale.name)", contenders, all)
    results.heavy.append(("`report`, every voucher, at \(scale.name)", all[0].peak))
    results.demand("the same with every voucher, CSV", atMost: 2, of: "sqlite3 -csv", all[0], all[1])
}

/// Measures the report of the whole window with all vouchers, as a page and as a table.
func measurePage(_ bed: Bed, _ scale: Scale, into results: inout Results) throws(Trouble) {
    note("the page of \(scale.name) vouchers")
    let contenders = ["html", "csv"].map { form in
        Contender(name: "mitbudget report --format \(form)") { _ in
            bed.ours(
                bed.ledger(scale), "report", "--from", "2022-12-01", "--to", "2024-12-31", "--format", form, "--force",
                "--output", "\(bed.folder)/report.\(form)")
        }
    }
    let all = try compare(contenders, runs: bed.runs, warm: true)
    results.add("a report of \(scale.name) vouchers", contenders, all)
    results.heavy.append(("`report --format html` of \(scale.name) vouchers", all[0].peak))
    results.demand("a report of \(scale.name) vouchers, HTML", atMost: 3, of: "the same as CSV", all[0], all[1])
}

/// Measures the verification of the whole ledger.
func measureVerify(_ bed: Bed, _ scale: Scale, into results: inout Results) throws(Trouble) {
    note("verifying \(scale.name) disbursements")
    let ledger = bed.ledger(scale)
    let text = try bed.journalText(of: ledger)
    let contenders = [
        Contender(name: "mitbudget verify") { _ in bed.ours(ledger, "verify") },
        Contender(name: "sha256sum of the journal's bytes, the floor") { _ in bed.other("sha256sum", text) },
        Contender(name: "sqlite3, its own check of the file alone, another floor") { _ in
            bed.shell(ledger, options: ["-readonly"], "PRAGMA integrity_check")
        },
        Contender(name: "bean-check --no-cache", most: 1) { _ in
            bed.other("bean-check", "--no-cache", bed.file(scale, "beancount"))
        },
    ]
    let all = try compare(contenders, runs: bed.runs, warm: false)
    results.add("checking all of it at \(scale.name)", contenders, all)
    results.heavy.append(("`verify` at \(scale.name)", all[0].peak))
    results.demand(
        "`verify` at \(scale.name)", atMost: 2, of: "both floors, one after the other", all[0], all[1], all[2])
}

/// Measures everything once on the largest programme.
func measureHuge(_ bed: Bed, into results: inout Results) throws(Trouble) {
    let scale = Scale.huge
    let entries = try bed.generate(scale)
    try measureImport(bed, scale, entries: entries, runs: 1, goals: .none, into: &results)
    let ledger = bed.ledger(scale)
    let calls = [
        ("status", bed.ours(ledger, "status")),
        ("disburse", bed.disbursing(ledger, "B02", voucher: "M-H1")),
        ("participant show", bed.ours(ledger, "participant", "show", "B04")),
        (
            "report --summary",
            bed.ours(ledger, "report", "--from", "2023-01-01", "--to", "2023-12-31", "--format", "json", "--summary")
        ), ("verify", bed.ours(ledger, "verify")),
    ]
    for (name, call) in calls {
        note("\(name) at \(scale.name)")
        let contenders = [Contender(name: "mitbudget \(name)") { _ in call }]
        results.add("once, at \(scale.name)", contenders, try compare(contenders, runs: 1, warm: false))
    }
}

/// Measures the reconciliation with an extract that has a line for each disbursement.
func measureReconcile(_ bed: Bed, _ scale: Scale, into results: inout Results) throws(Trouble) {
    note("reconciling \(scale.name) lines")
    let (ledger, extract) = (bed.ledger(scale), bed.file(scale, "extract.csv"))
    var call = bed.shell(
        ledger, options: ["-readonly", "-header", "-separator", ";"],
        """
        SELECT coalesce(paid_day, day) AS Date, voucher AS Voucher, 'Udbetaling' AS Text,
            printf('%d.%02d', amount_ore / 100, amount_ore % 100) AS Amount
        FROM movement AS m WHERE kind IN ('disbursement', 'expense') AND NOT EXISTS (
            SELECT 1 FROM movement AS r WHERE r.refers_to = m.entry AND r.kind = 'reversal')
        """)
    call.output = extract
    try Spawn.check(call)
    let contenders = [
        // Ends with 1 where refunds or receipts have no line.
        Contender(name: "mitbudget reconcile") { _ in
            let ours = bed.ours(ledger, "reconcile", extract, "--format", "json")
            var call = Call(["sh", "-c", "\"$@\" >/dev/null; test $? -le 1", "sh"] + ours.words)
            call.environment = ours.environment
            return call
        },
        Contender(name: "sqlite3, .import and a join on the voucher") { _ in
            bed.shell(
                ":memory:", ".mode csv", ".separator ;", ".import \(extract) extract", "ATTACH '\(ledger)' AS ours",
                "SELECT count(*) FROM extract JOIN ours.movement AS m ON m.voucher_key = lower(extract.Voucher)")
        },
    ]
    let all = try compare(contenders, runs: bed.runs, warm: true)
    results.add("an extract of \(scale.name) lines", contenders, all)
    results.heavy.append(("`reconcile` of \(scale.name) lines", all[0].peak))
}
