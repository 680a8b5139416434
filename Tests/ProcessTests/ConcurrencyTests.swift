import Foundation
import TestSupport
import Testing

/// Many processes on one ledger.
@Suite("Several at once", .serialized)
struct ConcurrencyTests {
    /// How long the processes go on; `MITBUDGET_HAMMER_SECONDS` says otherwise.
    static let seconds = ProcessInfo.processInfo.environment["MITBUDGET_HAMMER_SECONDS"].flatMap { Int($0) } ?? 10

    /// Sixteen workers. Half disburse again and again and give five of six purchases back, so that the limit is met all
    /// the time; the others do what an office does besides: look, print, check, copy, release and take back, read a
    /// name, try what is refused. Each line of a log: status, milliseconds, what was asked, what the program said.
    static let script = """
        tell() {
            status=0
            start=$(date +%s%N)
            said=$("$PROGRAM" "$@" --format json 2>&1) || status=$?
            took=$((($(date +%s%N) - start) / 1000000))
            printf '%s %s %s %s\\n' "$status" "$took" "$1" "$(printf '%s' "$said" | tr '\\n' ' ' | cut -c -400)"
        }
        buy() {
            line=$(tell disburse B01 --item 1 --amount 2997 --voucher "W$1-$2" --payee Skolen --on 2023-03-01)
            printf '%s\\n' "$line"
            entry=$(printf '%s' "$line" | sed -n 's/^0 .*"entry":\\([0-9]*\\).*/\\1/p')
            if [ -n "$entry" ] && [ $(($2 % 6)) != 0 ]; then
                tell refund "$entry" --amount 2997 --voucher "T$1-$2" --on 2023-03-02
            fi
        }
        other() {
            case $((($1 + $2) % 8)) in
            0) tell status ;;
            1) tell participant show B01 ;;
            2) tell release B01 --item 1 --amount 1 --on 2023-02-02
               tell retract B01 --item 1 --amount 1 --reason Fortrudt --on 2023-02-03 ;;
            3) tell verify ;;
            4) tell report --from 2023-01-01 --to 2023-12-31 ;;
            5) tell participant show B01 --identified --purpose Opfølgning ;;
            6) tell backup "$LOG$1-$2.sqlite" ;;
            7) tell disburse B01 --item 1 --amount 50000 --voucher "X$1-$2" --payee Skolen --on 2023-03-01 ;;
            esac
        }
        work() {
            asked=0
            while [ "$(date +%s)" -lt "$END" ]; do
                asked=$((asked + 1))
                if [ "$1" -le 8 ]; then buy "$1" "$asked"; else other "$1" "$asked"; fi
            done
        }
        worker=0
        while [ "$worker" -lt 16 ]; do
            worker=$((worker + 1))
            work "$worker" >"$LOG$worker" &
        done
        wait
        """

    @Test("Sixteen processes together never spend an øre too much, lose or double no entry, and starve no one")
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

        var tally = Tally()
        for worker in 1...16 {
            let log = try String(contentsOfFile: office.scratch.path("log\(worker)"), encoding: .utf8)
            for line in log.split(separator: "\n") { try tally.count(String(line), by: worker) }
        }
        let recorded = try office.integers("SELECT seq FROM journal WHERE seq > \(before) ORDER BY seq")
        let readings = Set(try office.integers("SELECT seq FROM journal WHERE kind = 'words-read'"))
        #expect(tally.entries.sorted() == recorded.filter { !readings.contains($0) })
        #expect(readings.count == tally.identified)
        #expect(tally.counts["disburse"] ?? 0 > 13, "more than is released once: \(tally.text)")
        #expect(tally.counts["release-exceeded"] ?? 0 > 0, "\(tally.text)")
        #expect(tally.counts.count >= 9, "every command had its turn: \(tally.text)")
        #expect(tally.longest < 5000, "milliseconds that someone waited: \(tally.text)")
        #expect(tally.busiest < 4 * tally.idlest, "each of the buyers had a share: \(tally.text)")
        try office.expectOrder()
        if ProcessInfo.processInfo.environment["TALLY"] != nil { print("hammer: \(tally.text)") }
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

/// What the workers came to.
private struct Tally {
    private(set) var entries: [Int64] = []
    private(set) var counts: [String: Int] = [:]
    private(set) var identified = 0
    private var milliseconds: [Int] = []
    private var byBuyer: [Int: Int] = [:]

    var longest: Int { milliseconds.max() ?? 0 }
    var busiest: Int { byBuyer.values.max() ?? 0 }
    var idlest: Int { byBuyer.values.min() ?? 0 }

    var text: String {
        let sorted = milliseconds.sorted()
        let median = sorted.isEmpty ? 0 : sorted[sorted.count / 2]
        let told = counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
        return
            "\(sorted.count) commands (\(told)); ms: median \(median), longest \(longest); buyers \(idlest)-\(busiest)"
    }

    /// Reads a line of a log; whatever is neither done nor refused by the right rule is an issue.
    mutating func count(_ line: String, by worker: Int) throws {
        let parts = line.split(separator: " ", maxSplits: 3).map(String.init)
        try #require(parts.count == 4, "\(line)")
        let (command, said) = (parts[2], parts[3])
        milliseconds.append(try #require(Int(parts[1])))
        if worker <= 8 { byBuyer[worker, default: 0] += 1 }
        switch parts[0] {
        case "0":
            counts[command, default: 0] += 1
            let isRecorded = ["disburse", "refund", "release", "retract"].contains(command)
            if isRecorded {
                let entry = try #require(said.firstMatch(of: /"entry":(\d+)/)?.output.1, "\(line)")
                entries.append(try #require(Int64(entry)))
            } else if said.contains("\"identity\"") {
                identified += 1
            }
        case "1":
            let rule = try #require(said.firstMatch(of: /"refusal":\{"rule":"([a-z-]+)"/)?.output.1, "\(line)")
            // What is spent to the last øre cannot be taken back.
            #expect(rule == "release-exceeded" || rule == "retract-exceeds" && command == "retract", "\(line)")
            counts[String(rule), default: 0] += 1
        default: Issue.record("\(line)")
        }
    }
}
