import Foundation
import Glibc
import MitBudget
import MitBudgetCLI
import TestSupport

/// Where the examples are typed: a folder with the program and with a clock, an account and a keyboard, each of which
/// is a file. Everything is as in real use, except that it is the same every time.
enum Desk {
    static let program = "mitbudget"

    static var folder: String { ProcessInfo.processInfo.environment["DESK"] ?? "." }

    /// The commands of a shell at the desk: `at DAY TIME` sets the clock, `as ACCOUNT` changes the account, and `types
    /// TEXT` types at a terminal what the next command asks for. All groups and accounts of the machine are the single
    /// one that exists; the account decides who is root or another user.
    ///
    /// `printed NAME` takes a page and stores a picture of it on paper. No two browsers draw the same picture, so the
    /// page's hash beside the picture is compared, and a new picture is made only where it differs.
    static let prelude = """
        at() { printf '%sT%s:00Z' "$1" "$2" >"$DESK/clock"; }
        as() { printf %s "$1" >"$DESK/account"; }
        types() { printf '%s\\n' "$1" >"$DESK/keyboard"; }
        chgrp() { command chgrp "$(id -g)" "${@:2}"; }
        chown() { command chown "$(id -u)" "${@:2}"; }
        useradd() { :; }
        userdel() { :; }
        sudo() {
            local before account=root
            before=$(cat "$DESK/account")
            if [ "$1" = -u ]; then account=$2; shift 2; fi
            as "$account"
            "$@"
            as "$before"
        }
        printed() {
            local pictures="$DESK/pictures"
            cat >"$DESK/page.html"
            sha256sum <"$DESK/page.html" >"$pictures/$1.page.sha256"
            cmp -s "$pictures/$1.page.sha256" "Docs/pictures/$1.page.sha256" ||
                Docs/../Tests/Browser/picture-pages.sh "$DESK/page.html" "$pictures/$1.png"
        }
        step() { . "$DESK/step" >"$DESK/answer" 2>&1 <"$DESK/input"; echo $?; }

        """

    /// Runs the program and moves the clock on by four minutes.
    static func sit() -> Int32 {
        let clock = folder + "/clock"
        guard let now = text(of: clock).flatMap(Moment.init(iso:)) else {
            print("the clock is not set")
            return 70
        }
        // Each command gets other salts, and the same command gets the same ones again.
        var chance = SplitMix64(seed: UInt64(bitPattern: now.seconds))
        var world = World.system
        world.now = { now }
        world.localDay = \.day
        world.offset = { _ in 0 }
        world.account = { text(of: folder + "/account").flatMap { try? AccountName($0) } }
        world.isRoot = { text(of: folder + "/account") == "root" }
        world.user = { _ in (geteuid(), getegid()) }
        world.group = { _ in getegid() }
        world.random = { count in (0..<count).map { _ in UInt8(truncatingIfNeeded: chance.next()) } }
        if let typed = text(of: folder + "/keyboard") {
            world.ask = { prompt throws(World.FileTrouble) in
                FileHandle.standardError.write(Data((prompt + typed).utf8))
                unlink(folder + "/keyboard")
                return Array(typed.utf8.dropLast())
            }
        }
        // As in the program itself; otherwise `| head` could end the process before the clock is moved.
        signal(SIGPIPE, SIG_IGN)
        let status = Program.run(Array(CommandLine.arguments.dropFirst()), in: world)
        write(Moment(seconds: now.seconds + 240)?.iso ?? "", to: clock)
        return status
    }

    static func text(of path: String) -> String? {
        FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
    }

    static func write(_ text: String, to path: String) {
        _ = FileManager.default.createFile(atPath: path, contents: Data(text.utf8))
    }
}
