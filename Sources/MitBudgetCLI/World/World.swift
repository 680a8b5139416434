public import Files
public import MitBudget

/// Everything that the program knows of the outside world. It is passed in, so a test can pass another.
public struct World {
    /// Reads the clock.
    public var now: () -> Moment
    /// The local day at a moment.
    public var localDay: (Moment) -> Day
    /// By how many seconds local time is ahead of UTC at a moment.
    public var offset: (Moment) -> Int = { _ in 0 }
    /// Reads an environment variable; `nil` if it is not set.
    public var environment: (String) -> String?
    /// The account that runs the program, by effective user id; `nil` if its name is not valid as an ``AccountName``.
    public var account: () -> AccountName?
    /// An account's user and group ids; `nil` if the machine has no such account.
    public var user: (AccountName) -> (user: UInt32, group: UInt32)?
    /// Whether the effective user is root.
    public var isRoot: () -> Bool
    /// A group's id, by its name; `nil` if the machine has no such group.
    public var group: (String) -> UInt32?
    /// Makes that many unpredictable bytes.
    public var random: (Int) -> [UInt8]
    /// Reads a file, or standard input for `-`, up to a limit in bytes.
    public var read: (_ path: String, _ limit: Int) throws(FileTrouble) -> [UInt8]
    /// Opens a file, or standard input for `-`, for reading piece by piece.
    public var open: (_ path: String) throws(FileTrouble) -> Source
    /// Copies all of a source into a file without a name in the folder of a path; only its owner may read it.
    public var spool: (_ source: Source, _ path: String) throws(FileTrouble) -> Source = World.spooled
    /// Reads one line of standard input, without its end; at a terminal it shows the prompt first. `nil` at the end.
    public var ask: (_ prompt: String) throws(FileTrouble) -> [UInt8]?
    /// Whether a person can be asked: standard input and standard error are a terminal.
    public var isInteractive: () -> Bool
    /// Begins a folder, which gets its place only once it is whole.
    public var beginFolder: (_ path: String) throws(FileTrouble) -> DraftFolder
    /// Begins a file that only its owner may read, which gets its place only once it is whole.
    public var begin: (_ path: String, _ content: Place.Content) throws(FileTrouble) -> Draft
    /// Adds a line to a file and flushes it to disk; refuses the ledger and the files beside it.
    public var append: (_ line: String, _ path: String, _ ledger: String) throws(FileTrouble) -> Void
    /// Standard output.
    public var output: Channel
    /// Standard error.
    public var error: Channel

    /// Makes a world from its parts.
    public init(
        now: @escaping () -> Moment, localDay: @escaping (Moment) -> Day,
        environment: @escaping (String) -> String?, account: @escaping () -> AccountName?,
        user: @escaping (AccountName) -> (user: UInt32, group: UInt32)?, isRoot: @escaping () -> Bool,
        group: @escaping (String) -> UInt32?,
        random: @escaping (Int) -> [UInt8],
        read: @escaping (_ path: String, _ limit: Int) throws(FileTrouble) -> [UInt8],
        open: @escaping (_ path: String) throws(FileTrouble) -> Source,
        ask: @escaping (_ prompt: String) throws(FileTrouble) -> [UInt8]?,
        isInteractive: @escaping () -> Bool = { false },
        beginFolder: @escaping (_ path: String) throws(FileTrouble) -> DraftFolder,
        begin: @escaping (_ path: String, _ content: Place.Content) throws(FileTrouble) -> Draft,
        append: @escaping (_ line: String, _ path: String, _ ledger: String) throws(FileTrouble) -> Void,
        output: Channel, error: Channel
    ) {
        self.now = now
        self.localDay = localDay
        self.environment = environment
        self.account = account
        self.user = user
        self.isRoot = isRoot
        self.group = group
        self.random = random
        self.read = read
        self.open = open
        self.ask = ask
        self.isInteractive = isInteractive
        self.beginFolder = beginFolder
        self.begin = begin
        self.append = append
        self.output = output
        self.error = error
    }

    /// Today's local day.
    public var today: Day { localDay(now()) }

    /// A moment in local time.
    public func localTime(_ moment: Moment) -> LocalTime { LocalTime(moment, offset: offset(moment)) }

    /// The moment at which a local day begins: the first that is of that day or a later one.
    public func start(of day: Day) -> Moment {
        // No place is a whole day and two hours away from UTC.
        let midnight = Int64(day.ordinal) * 86_400
        var (before, after) = (midnight - 26 * 3600, midnight + 26 * 3600)
        while before + 1 < after {
            let middle = before + (after - before) / 2
            if let moment = Moment(seconds: middle), localDay(moment) >= day { after = middle } else { before = middle }
        }
        return Moment(seconds: after) ?? .unixEpoch
    }

    /// A stream to write text to.
    public struct Channel {
        /// Writes text whole; false if that failed.
        public var write: (String) -> Bool
        /// Whether writing failed because no one reads any more, as with `| head`.
        public var isAbandoned: () -> Bool = { false }
        /// The terminal's width in columns; `nil` if the channel is not a terminal.
        public var terminalWidth: () -> Int?

        /// Makes a channel that nobody abandons.
        public init(write: @escaping (String) -> Bool, terminalWidth: @escaping () -> Int?) {
            self.write = write
            self.terminalWidth = terminalWidth
        }
    }

    /// A file that is read piece by piece, so its size does not matter.
    public struct Source {
        /// The size in bytes; `nil` if it is unknown, as with a pipe.
        public let size: Int64?
        /// Reads the next piece; empty at the end. Throws ``FileTrouble/changed`` if size or time of change show that
        /// the file was changed since it was opened.
        public var next: () throws(FileTrouble) -> [UInt8]
        /// Closes the source.
        public let close: () -> Void

        /// Makes a source that can be read once.
        public init(size: Int64?, next: @escaping () throws(FileTrouble) -> [UInt8], close: @escaping () -> Void) {
            self.size = size
            self.next = next
            self.close = close
        }
    }

    /// Why a file could not be read or made.
    public typealias FileTrouble = Files.FileTrouble
}
