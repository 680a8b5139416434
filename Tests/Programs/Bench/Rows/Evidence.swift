/// How many documents of which size a ledger gets.
struct Papers {
    let count: Int
    let bytes: Int

    /// A gibibyte of documents, each as large as one may be.
    static let gibibyte = Papers(count: 64, bytes: 16 << 20)
    /// For a run that only checks that everything still works.
    static let tiny = Papers(count: 3, bytes: 64 << 10)

    /// The size of them all, as a reader would say it.
    var name: String {
        let all = count * bytes
        return all >> 20 > 0 ? "\(grouped(all >> 20)) MiB" : "\(grouped(all >> 10)) KiB"
    }
}

/// Measures what documents in the file cost: checking them, and everyday commands beside them.
func measureEvidence(_ bed: Bed, _ scale: Scale, _ papers: Papers, into results: inout Results) throws(Trouble) {
    note("attaching \(papers.name) of documents")
    let (with, without) = (bed.folder + "/with.sqlite", bed.folder + "/without.sqlite")
    for ledger in [with, without] {
        bed.removeLedger(ledger)
        try Spawn.check(bed.ours(bed.ledger(scale), "backup", ledger, "--as", "admin"))
    }
    let all = try attach(papers, to: with, in: bed, into: &results)

    note("verifying \(papers.name) of documents")
    let checks = [
        Contender(name: "mitbudget verify") { _ in bed.ours(with, "verify") },
        Contender(name: "sha256sum of the documents, the floor") { _ in bed.other("sha256sum", all) },
    ]
    let checked = try compare(checks, runs: bed.runs, warm: true)
    results.add("checking \(papers.name) of documents", checks, checked)
    results.demand("`verify` with \(papers.name) of documents", atMost: 2.5, of: "sha256sum", checked[0], checked[1])
    results.heavy.append(("`verify` with \(papers.name) of documents", checked[0].peak))

    note("status and disburse beside \(papers.name) of documents")
    let commands: [(String, (String, Int) -> Call)] = [
        ("status", { ledger, _ in bed.ours(ledger, "status") }),
        ("disburse", { ledger, run in bed.disbursing(ledger, "B03", voucher: "M-E\(run + 1)") }),
    ]
    for (name, call) in commands {
        let both = [(with, papers.name), (without, "no documents")].map { ledger, what in
            Contender(name: "mitbudget \(name), \(what)") { run in call(ledger, run) }
        }
        let series = try compare(both, runs: bed.runs * 9, warm: true)
        results.add("\(name) beside \(papers.name) of documents", both, series)
        results.demand(
            "`\(name)` beside \(papers.name) of documents", series[0].median / series[1].median, atMost: 1.05, "×",
            decimals: 2)
    }
    try measureKeeping(bed, with, papers, into: &results)
}

/// Attaches documents of one citizen.
/// - Returns: a file with the bytes of all of them.
private func attach(
    _ papers: Papers, to ledger: String, in bed: Bed, into results: inout Results
) throws(Trouble) -> String {
    let (one, all) = (bed.folder + "/paper.pdf", bed.folder + "/papers")
    let entries = try Spawn.say(
        bed.shell(
            ledger, options: ["-readonly"],
            "SELECT entry FROM movement WHERE kind = 'disbursement' AND participant = 'B01' LIMIT \(papers.count)"
        ).words, in: bed.folder)
    try Spawn.check(Call(["sh", "-c", ": > \"$1\"", "sh", all]))
    var peak = 0
    for entry in entries.split(separator: "\n") {
        // The sign that tells a PDF is all that the program reads of it.
        try Spawn.check(
            Call([
                "sh", "-c",
                "{ printf '%%PDF-'; head -c \(papers.bytes - 5) /dev/urandom; } > \"$1\"; cat \"$1\" >> \"$2\"",
                "sh", one, all,
            ]))
        peak = max(
            peak, try Spawn.check(bed.ours(ledger, "voucher", "attach", "\(entry)", one, "--as", "spender")).peak)
    }
    results.heavy.append(("`voucher attach` of \(grouped(papers.bytes >> 10)) KiB", peak))
    return all
}

/// Measures the memory of what copies the whole file.
private func measureKeeping(
    _ bed: Bed, _ ledger: String, _ papers: Papers, into results: inout Results
) throws(Trouble) {
    note("keeping \(papers.name) of documents")
    let copy = bed.folder + "/copy.sqlite"
    bed.removeLedger(copy)
    let entry = try Spawn.say(
        bed.shell(ledger, options: ["-readonly"], "SELECT min(entry) FROM attachment").words, in: bed.folder
    ).split(separator: "\n").joined()
    let calls = [
        ("backup", bed.ours(ledger, "backup", copy, "--as", "admin")),
        (
            "voucher detach --erase",
            bed.ours(
                ledger, "voucher", "detach", entry, "--proof", "receipt", "--reason", "Forkert scanning", "--erase",
                "--as", "admin")
        ),
        (
            "participant erase",
            bed.ours(
                ledger, "participant", "erase", "B01", "--reason", "Ønsket", "--override", "Artikel 17", "--as", "admin"
            )
        ),
        (
            "restore, erasing again",
            bed.ours(ledger, "restore", copy, "--accept-loss", "--as", "admin")
        ),
    ]
    for (name, call) in calls {
        let contenders = [Contender(name: "mitbudget \(name)") { _ in call }]
        let series = try compare(contenders, runs: 1, warm: false)
        results.add("once, with \(papers.name) of documents", contenders, series)
        results.heavy.append(("`\(name)` with \(papers.name) of documents", series[0].peak))
    }
}
