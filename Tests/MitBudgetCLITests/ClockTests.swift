import Foundation
import MitBudget
import SQLite
import Testing

/// A clock that is set back and forth between commands.
struct ClockTests {
    /// Each course's offsets from the true time, in seconds, command by command: a day back, a day on, both in turn, an
    /// hour in autumn, an empty battery, a wrong year.
    private static let offsets: [[Int64]] = [
        [0, -86_400], [86_400, 0], [0, -86_400, 86_400], [0, 3_600, -3_600], [0, -700_000_000, 0],
        [31_536_000, 0, -86_400],
    ]

    @Test(
        "A clock that jumps leaves entries in order and a ledger that verifies, and whoever records then is told",
        arguments: offsets)
    func staysInOrder(offsets: [Int64]) throws {
        let world = try TestWorld()
        var time: Int64 = 1_735_689_600 - 86_400
        func run(_ arguments: String...) throws -> TestWorld.Run {
            time += 60
            world.now = try #require(Moment(seconds: time))
            return world.run(arguments)
        }
        #expect(try run("init", "--administrator", "admin").status == 0)
        #expect(try run("staff", "add", "kim", "--role", "caseworker", "--name", "Sagsbehandler").status == 0)
        var (latest, anchors) = (time, [String]())
        var isTold: [Bool] = []
        var isBehind: [Bool] = []
        for round in 0..<12 {
            time += 60
            let now = time + offsets[round % offsets.count]
            world.now = try #require(Moment(seconds: now))
            let done = world.run(["participant", "enrol", "--on", "2023-01-02"])
            // While the clock is before the given day, the rule on future days refuses, which is correct.
            guard done.status == 0 else {
                #expect(done.status == 1 && done.error.contains("future-day"), "\(done.error)")
                #expect(done.heads.before == done.heads.after)
                continue
            }
            isBehind.append(now < latest)
            isTold.append(done.error.contains("clock"))
            latest = max(latest, now)
            anchors.append(try #require(done.heads.after))
        }
        #expect(isTold == isBehind)
        #expect(isBehind.contains(true) || offsets.contains(-700_000_000), "some were behind")
        let connection = try Connection(path: world.ledger, access: .readWrite, busyMilliseconds: 0)
        let times = try connection.all("SELECT recorded_at FROM journal ORDER BY seq", as: String.self)
        #expect(times == times.sorted() && times.count == anchors.count + 2)
        #expect(times.last == Moment(seconds: latest)?.iso)
        try connection.close()
        // Verifies also with a clock that is behind all entries.
        for moment in [latest, 1_577_836_800] {
            world.now = try #require(Moment(seconds: moment))
            let verified = world.run(["verify"] + anchors.flatMap { ["--anchor", $0] })
            #expect(verified.status == 0, "\(verified.output)\(verified.error)")
        }
    }
}
