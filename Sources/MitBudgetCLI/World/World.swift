public import Files
public import MitBudget

/// All that the program knows of the world outside: handed in, so that a test can hand in another.
public struct World {
    /// The time.
    public var now: () -> Moment
    /// The local day at a time.
    public var localDay: (Moment) -> Day
    /// An environment variable.
    public var environment: (String) -> String?
    /// The account that runs the program, by effective user id.
    public var account: () -> AccountName?
    /// An account's user and group ids; `nil` where the machine has no such account.
    public var user: (AccountName) -> (user: UInt32, group: UInt32)?
    /// Whether root of the machine runs the program, by effective user id.
    public var isRoot: () -> Bool
    /// A group's id, by its name.
    public var group: (String) -> UInt32?
    /// This many bytes that no one can foresee.
    public var random: (Int) -> [UInt8]
    /// Reads a file, or standard input for `-`, up to a limit.
    public var read: (_ path: String, _ limit: Int) throws(FileTrouble) -> [UInt8]
    /// Opens a file, or standard input for `-`, to be read piece by piece.
    public var open: (_ path: String) throws(FileTrouble) -> Source
    /// Reads all of a source into a file without a name, for its owner only, in the folder of a path.
    public var spool: (_ source: Source, _ path: String) throws(FileTrouble) -> Source = World.spooled
    /// One line of standard input, without its end; asked for by name where that is a terminal. `nil` at the end.
    public var ask: (_ prompt: String) throws(FileTrouble) -> [UInt8]?
    /// Whether someone sits there who can be asked: standard input and standard error are a terminal.
    public var isInteractive: () -> Bool
    /// Begins a folder; it is in place only once it is whole.
    public var beginFolder: (_ path: String) throws(FileTrouble) -> DraftFolder
    /// Begins a file, for its owner only; it is in place only once it is whole.
    public var begin: (_ path: String, _ content: Place.Content) throws(FileTrouble) -> Draft
    /// Adds a line to a file, safe from a power cut, unless that is the ledger or lies beside it.
    public var append: (_ line: String, _ path: String, _ ledger: String) throws(FileTrouble) -> Void
    /// Standard output.
    public var output: Channel
    /// Standard error.
    public var error: Channel

    /// A world.
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

    /// The local day.
    public var today: Day { localDay(now()) }

    /// Somewhere to write text to.
    public struct Channel {
        /// Writes text whole; false where that failed.
        public var write: (String) -> Bool
        /// Whether writing failed because no one reads any more, as with `| head`.
        public var isAbandoned: () -> Bool = { false }
        /// The terminal's width in columns; `nil` where it is no terminal.
        public var terminalWidth: () -> Int?

        /// A channel.
        public init(write: @escaping (String) -> Bool, terminalWidth: @escaping () -> Int?) {
            self.write = write
            self.terminalWidth = terminalWidth
        }
    }

    /// A file that is read piece by piece, so that its size does not matter.
    public struct Source {
        /// How many bytes it holds; `nil` where that cannot be told, as with a pipe.
        public let size: Int64?
        /// The next piece; empty at the end. A file that no longer is what it was when it was opened, as far as its
        /// size and time of change tell, is ``FileTrouble/changed``.
        public var next: () throws(FileTrouble) -> [UInt8]
        /// Ends the reading.
        public let close: () -> Void

        /// A source that can be read once.
        public init(size: Int64?, next: @escaping () throws(FileTrouble) -> [UInt8], close: @escaping () -> Void) {
            self.size = size
            self.next = next
            self.close = close
        }
    }

    /// Why a file could not be read or made.
    public typealias FileTrouble = Files.FileTrouble
}
