/// Measures an office's daily work on a ledger of its size.
func measureSmall(_ bed: Bed, _ scale: Scale, into results: inout Results) throws(Trouble) {
    note("status and disburse on \(scale.name) disbursements")
    let (ledger, journal) = (bed.ledger(scale), bed.file(scale, "journal"))
    let looks = [
        Contender(name: "mitbudget status") { _ in bed.ours(ledger, "status") },
        Contender(name: "sqlite3, counting rows") { _ in
            bed.shell(ledger, options: ["-readonly"], "SELECT count(*) FROM journal")
        },
        Contender(name: "hledger balance") { _ in bed.other("hledger", "-f", journal, "balance") },
        Contender(name: "ledger balance") { _ in
            bed.other("ledger", "--args-only", "-f", journal, "balance")
        },
        Contender(name: "true, the floor of starting anything") { _ in bed.other("true") },
    ]
    let looked = try compare(looks, runs: bed.runs, warm: true)
    results.add("status, warm", looks, looked)
    results.demand("`status`, warm, small ledger", atMost: 2.5, of: "sqlite3", looked[0], looked[1])
    results.demand("`status`, warm, small ledger", atLeast: 20, over: "hledger", looked[0], looked[2])
    results.everyday.append(("`status` at \(scale.name)", looked[0].peak))

    let (bare, insert) = try bed.bareJournal(of: ledger)
    let writes = [
        Contender(name: "mitbudget disburse") { run in bed.disbursing(ledger, "B02", voucher: "M-S\(run + 1)") },
        Contender(name: "sqlite3, one row of the same bytes") { _ in bed.shell(bare, insert) },
    ]
    let written = try compare(writes, runs: bed.runs * 3, warm: true)
    results.add("one durable disbursement", writes, written)
    results.demand("one durable `disburse`", atMost: 3, of: "sqlite3", written[0], written[1])
    results.everyday.append(("`disburse` at \(scale.name)", written[0].peak))
}

/// Measures a text that is much too long and looks like a personal number throughout without being one.
func measureLongText(_ bed: Bed, _ scale: Scale, into results: inout Results) throws(Trouble) {
    note("a text of a mebibyte")
    let day = "01-02-2023 "
    let contenders = try [("a mebibyte of days", 1 << 20), ("4,400 letters of days", 4400)].map {
        (what: String, bytes: Int) throws(Trouble) in
        let file = "\(bed.folder)/\(bytes).json"
        let writer = try Writer(file)
        writer.put(#"{"agreedOn":"2023-06-01","wishes":"b","purpose":"c","goal":""#)
        writer.put(String(repeating: day, count: bytes / day.utf8.count))
        writer.put(#"","items":[{"area":"job","amount":"1.00","text":"d"}]}"#)
        try writer.close()
        return Contender(name: "mitbudget plan draft, the goal \(what)") { _ in
            bed.refused(bed.ours(bed.ledger(scale), "plan", "draft", "B01", "--as", "spender", "--file", file))
        }
    }
    let all = try compare(contenders, runs: bed.runs * 3, warm: true)
    results.add("a text that is too long, refused", contenders, all)
    results.demand("a text of a mebibyte, refused", atMost: 5, of: "one of 4,400 letters", all[0], all[1])
}

/// Measures the same command on a small and a large ledger.
func measureGrowth(_ bed: Bed, from small: Scale, to large: Scale, into results: inout Results) throws(Trouble) {
    note("the same commands on \(small.name) and \(large.name)")
    var table = Results.Table(
        title: "Growth", words: "The same command on two ledgers, in turn; medians.",
        heads: ["command", small.name, large.name, "ratio"], rows: [])
    let commands: [(String, (String, Int) -> Call)] = [
        ("status", { ledger, _ in bed.ours(ledger, "status") }),
        ("disburse", { ledger, run in bed.disbursing(ledger, "B03", voucher: "M-G\(run + 1)") }),
        ("participant show", { ledger, _ in bed.ours(ledger, "participant", "show", "B04") }),
    ]
    for (name, call) in commands {
        let both = [small, large].map { scale in
            Contender(name: "mitbudget \(name)") { run in call(bed.ledger(scale), run) }
        }
        let all = try compare(both, runs: bed.runs * 3, warm: true)
        let ratio = all[1].median / all[0].median
        results.demand("`\(name)`, \(large.name) against \(small.name)", ratio, atMost: 1.3, "×", decimals: 2)
        results.everyday.append(("`\(name)` at \(large.name)", all[1].peak))
        table.rows.append(
            [
                "`\(name)`", duration(all[0].median), duration(all[1].median),
                "\(fixed(ratio, 2)) ×",
            ])
    }
    let whole = try Spawn.check(bed.ours(bed.ledger(large), "status", "--format", "json"))
    table.rows.append(["`status --format json`, which names every citizen", "", duration(whole.wall), ""])
    results.tables.append(table)
    results.everyday.append(("`status --format json` at \(large.name)", whole.peak))
}
