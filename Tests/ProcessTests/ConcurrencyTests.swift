import Foundation
import TestSupport
import Testing

/// Many processes on one ledger.
@Suite("Several at once", .serialized)
struct ConcurrencyTests {
    /// How long the processes go on; `MITBUDGET_HAMMER_SECONDS` says otherwise.
    static let seconds = ProcessInfo.processInfo.environment["MITBUDGET_HAMMER_SECONDS"].flatMap { Int($0) } ?? 10

    /// Eight workers. Each disburses again and again, and gives five of six purchases back, so that the limit is met
    /// all the time. Each line of a log is a status, what was asked, and what the program said in one line.
    static let script = """
        tell() {
            status=0
            said=$("$PROGRAM" "$@" --format json 2>&1) || status=$?
            printf '%s %s %s\\n' "$status" "$1" "$(printf '%s' "$said" | tr '\\n' ' ')"
        }
        work() {
            asked=0
            while [ "$(date +%s)" -lt "$END" ]; do
                asked=$((asked + 1))
                line=$(tell disburse B01 --item 1 --amount 2997 --voucher "W$1-$asked" --payee Skolen --on 2023-03-01)
                printf '%s\\n' "$line"
                entry=$(printf '%s' "$line" | sed -n 's/^0 .*"entry":\\([0-9]*\\).*/\\1/p')
                if [ -n "$entry" ] && [ $((asked % 6)) != 0 ]; then
                    tell refund "$entry" --amount 2997 --voucher "T$1-$asked" --on 2023-03-02
                fi
            done
        }
        for worker in 1 2 3 4 5 6 7 8; do work "$worker" >"$LOG$worker" & done
        wait
        """

    @Test("Eight processes together never spend an øre too much, and lose or double no entry")
    func hammer() throws {
        let office = try Office()
        let before = try office.integers("SELECT max(seq) FROM journal")[0]
        let end = Int(Date().timeIntervalSince1970) + Self.seconds + 1
        var environment = office.environment
        environment["PROGRAM"] = office.program
        environment["END"] = "\(end)"
        environment["LOG"] = office.scratch.path("log")
        let ended = try Outside.run(["sh", "-c", Self.script], environment: environment)
        #expect(ended.status == 0 && ended.errors == "", "\(ended.errors)")
        let logs = try (1...8).map { try String(contentsOfFile: office.scratch.path("log\($0)"), encoding: .utf8) }

        var reported: [Int64] = []
        var counts: [String: Int] = [:]
        for line in logs.joined(separator: "").split(separator: "\n") {
            let parts = line.split(separator: " ", maxSplits: 2).map(String.init)
            try #require(parts.count == 3, "\(line)")
            let (status, said) = (parts[0], parts[2])
            switch status {
            case "0":
                let entry = try #require(said.firstMatch(of: /"entry":(\d+)/)?.output.1)
                reported.append(try #require(Int64(entry)))
                counts[parts[1], default: 0] += 1
            case "1":
                let rule = try #require(said.firstMatch(of: /"refusal":\{"rule":"([a-z-]+)"/)?.output.1, "\(line)")
                #expect(rule == "release-exceeded", "\(line)")
                counts[String(rule), default: 0] += 1
            case "75": counts["busy", default: 0] += 1
            default: Issue.record("\(line)")
            }
        }
        let recorded = try office.integers("SELECT seq FROM journal WHERE seq > \(before) ORDER BY seq")
        #expect(reported.sorted() == recorded)
        #expect(counts["disburse"] ?? 0 > 13, "more than is released once: \(counts)")
        #expect(counts["release-exceeded"] ?? 0 > 0, "\(counts)")
        try office.expectOrder()
        if ProcessInfo.processInfo.environment["TALLY"] != nil { print("hammer: \(counts)") }
    }

    @Test("Whoever is killed while writing leaves every entry that was reported, and a ledger in order")
    func killed() throws {
        let office = try Office()
        let first = try office.integers("SELECT max(seq) FROM journal")[0]
        // How long one takes on this machine; the kills are spread over that.
        let start = Date()
        #expect(try office.run(Self.purchase(0)).status == 0)
        let whole = Date().timeIntervalSince(start)
        var reported = 0
        var generator = SplitMix64(seed: 7)
        for round in 1...120 {
            let process = Process()
            process.executableURL = URL(filePath: office.program)
            process.arguments = Self.purchase(round)
            process.environment = office.environment
            let output = Pipe()
            process.standardOutput = output
            process.standardError = FileHandle.nullDevice
            try process.runWithAllSignals()
            Thread.sleep(forTimeInterval: whole * Double.random(in: 0.2...1.1, using: &generator))
            kill(process.processIdentifier, SIGKILL)
            let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            process.waitUntilExit()
            if process.terminationReason == .exit { #expect(process.terminationStatus == 0, "round \(round)") }
            guard let entry = said.firstMatch(of: /"entry":(\d+)/)?.output.1 else { continue }
            reported += 1
            let found = try office.integers(
                "SELECT count(*) FROM movement WHERE entry = \(entry) AND voucher = 'V-\(round)'")
            #expect(found == [1], "round \(round)")
        }
        let recorded = try office.integers("SELECT max(seq) FROM journal")[0] - first - 1
        #expect(recorded >= reported)
        try office.expectOrder()
        #expect(try office.run(Self.purchase(999)).status == 0, "it can be written to again")
        if ProcessInfo.processInfo.environment["TALLY"] != nil {
            print("killed: 120 rounds, \(reported) reported, \(recorded) recorded")
        }
    }

    private static func purchase(_ round: Int) -> [String] {
        [
            "disburse", "B01", "--item", "1", "--amount", "10", "--voucher", "V-\(round)", "--payee", "Skolen", "--on",
            "2023-03-01", "--format", "json",
        ]
    }
}
