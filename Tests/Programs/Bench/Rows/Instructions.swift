/// The instructions that a command executes, counted by valgrind; they hardly vary between runs.
enum Instructions {
    static let commands = ["status", "disburse"]
    /// How much a count may grow before it is a regression.
    static let tolerance = 0.1

    static func measure(_ bed: Bed, _ scale: Scale) throws(Trouble) -> [(name: String, count: Int)] {
        var counts: [(name: String, count: Int)] = []
        for name in commands {
            note("instructions of \(name)")
            let ledger = bed.ledger(scale)
            let call = name == "status" ? bed.ours(ledger, "status") : bed.disbursing(ledger, "B05", voucher: "M-I1")
            counts.append((name, try count(call, in: bed.folder)))
        }
        return counts
    }

    private static func count(_ call: Call, in folder: String) throws(Trouble) -> Int {
        let profile = folder + "/callgrind.out"
        var watched = Call(["valgrind", "--tool=callgrind", "--callgrind-out-file=\(profile)"] + call.words)
        watched.environment = call.environment
        try Spawn.check(watched)
        for line in try read(profile).split(separator: "\n") where line.hasPrefix("summary:") {
            if let count = Int(line.dropFirst("summary:".count).filter { $0 != " " }) { return count }
        }
        throw .failed("valgrind told of no instructions")
    }

    /// The counts in the document, by command.
    static func recorded(in document: String) -> [String: Int] {
        var counts: [String: Int] = [:]
        for line in document.split(separator: "\n") {
            let cells = line.split(separator: "|").map { $0.filter { $0 != " " } }
            guard cells.count == 2, cells[0].hasSuffix("`,instructions") else { continue }
            counts[String(cells[0].split(separator: "`")[0])] = Int(cells[1].filter { $0 != "," })
        }
        return counts
    }

    /// Reports each count beside the recorded one.
    /// - Returns: whether none grew too much.
    static func check(_ counts: [(name: String, count: Int)], against document: String) throws(Trouble) -> Bool {
        let recorded = recorded(in: document)
        var isFine = true
        for (name, count) in counts {
            guard let before = recorded[name] else { throw .failed("the document records no instructions of \(name)") }
            let growth = Double(count) / Double(before) - 1
            isFine = isFine && growth <= tolerance
            let verdict = growth <= tolerance ? "" : "; that is over a tenth more: make it less, or record it anew"
            print(
                "\(name): \(grouped(count)) instructions, \(grouped(before)) recorded, "
                    + "\(growth < 0 ? "" : "+")\(fixed(growth * 100, 1)) %\(verdict)")
        }
        return isFine
    }
}
