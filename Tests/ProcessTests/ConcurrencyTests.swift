import Foundation
import TestSupport
import Testing

/// Many processes on one ledger.
@Suite("Several at once", .serialized)
struct ConcurrencyTests {
    /// How many rounds each worker runs, however long they take; `MITBUDGET_HAMMER_ROUNDS` sets another number.
    static let rounds = ProcessInfo.processInfo.environment["MITBUDGET_HAMMER_ROUNDS"].flatMap { Int($0) } ?? 24

    /// The workers' commands; each succeeds at some time.
    static let commands = [
        "disburse", "refund", "release", "retract", "status", "participant", "verify", "report", "backup",
    ]

    /// Sixteen workers. Half of them disburse all the time and refund five of six purchases, so that they keep meeting
    /// the limit. The others do the rest of an office's work: they look, print, verify, back up, release and retract,
    /// read a name, and try what is refused. A worker that has waited in vain for the ledger tries again: on a slow
    /// machine that is no fault. Each line of a log has the status, the command and what the program said.
    static let script = """
        tell() {
            status=75
            while [ "$status" = 75 ]; do
                status=0
                said=$("$PROGRAM" "$@" --format json 2>&1) || status=$?
                printf '%s %s %s\\n' "$status" "$1" "$(printf '%s' "$said" | tr '\\n' ' ' | cut -c -400)"
            done
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
            while [ "$asked" -lt "$ROUNDS" ]; do
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

    @Test("Sixteen processes together never spend an øre too much, lose or double no entry, and all come to an end")
    func hammer() throws {
        let office = try Office()
        let before = try office.integers("SELECT max(seq) FROM journal")[0]
        var environment = office.environment
        environment["PROGRAM"] = office.program
        environment["ROUNDS"] = "\(Self.rounds)"
        environment["LOG"] = office.scratch.path("log")
        let ended = try Outside.run(["sh", "-c", Self.script], environment: environment)
        #expect(ended.status == 0 && ended.errors == "", "\(ended.errors)")

        var tally = Tally()
        for worker in 1...16 {
            let log = try String(contentsOfFile: office.scratch.path("log\(worker)"), encoding: .utf8)
            for line in log.split(separator: "\n") { try tally.count(String(line)) }
        }
        let recorded = try office.integers("SELECT seq FROM journal WHERE seq > \(before) ORDER BY seq")
        let readings = Set(try office.integers("SELECT seq FROM journal WHERE kind = 'words-read'"))
        #expect(tally.entries.sorted() == recorded.filter { !readings.contains($0) })
        #expect(readings.count == tally.identified)
        #expect(tally.counts["disburse"] ?? 0 > 13, "more than is released once: \(tally.text)")
        #expect(tally.counts["release-exceeded"] ?? 0 > 0, "\(tally.text)")
        for command in Self.commands { #expect(tally.counts[command] ?? 0 > 0, "\(command): \(tally.text)") }
        try office.expectOrder()
        if ProcessInfo.processInfo.environment["TALLY"] != nil { print("hammer: \(tally.text)") }
    }

    @Test("Whoever is killed while writing leaves every entry that was reported, and a ledger in order")
    func killed() throws {
        let office = try Office()
        let first = try office.integers("SELECT max(seq) FROM journal")[0]
        // This is how long one takes on this machine; the kills are spread over that.
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

/// Counts the outcomes of the workers.
private struct Tally {
    private(set) var entries: [Int64] = []
    private(set) var counts: [String: Int] = [:]
    private(set) var identified = 0
    private var commands = 0

    var text: String {
        let told = counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
        return "\(commands) commands (\(told))"
    }

    /// Reads a line of a log. A command that is neither done, nor refused by the right rule, nor busy is an issue.
    mutating func count(_ line: String) throws {
        let parts = line.split(separator: " ", maxSplits: 2).map(String.init)
        try #require(parts.count == 3, "\(line)")
        let (command, said) = (parts[1], parts[2])
        commands += 1
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
            // Money that is spent to the last øre cannot be retracted.
            #expect(rule == "release-exceeded" || rule == "retract-exceeds" && command == "retract", "\(line)")
            counts[String(rule), default: 0] += 1
        case "75": counts["busy", default: 0] += 1
        default: Issue.record("\(line)")
        }
    }
}
