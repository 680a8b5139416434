import TestSupport

/// The files of a folder as a disk holds them: what survives a power cut for sure, and what may.
struct Disk {
    /// A file's content, independent of its names.
    final class Inode {
        /// The content of the last sync.
        fileprivate(set) var durable: [UInt8]
        /// The changes since the last sync.
        fileprivate(set) var pending: [Change] = []

        init(durable: [UInt8]) {
            self.durable = durable
        }

        /// What a program reads now.
        var present: [UInt8] {
            var bytes = durable
            for change in pending { change.apply(to: &bytes) }
            return bytes
        }
    }

    /// A change of a file that no sync has confirmed yet.
    enum Change {
        case write(offset: Int, bytes: [UInt8])
        case resize(Int)
    }

    /// How much of the unsynced changes survives.
    enum Survival: CaseIterable {
        /// No change survives.
        case nothing
        /// All changes survive except the one in progress, which is torn.
        case allButTheLast
        /// A random part survives, in any order, some of it torn.
        case some
    }

    private(set) var names: [String: Inode] = [:]
    private var durableNames: [String: Inode] = [:]

    /// Makes a disk on which all of these files are durable.
    init(_ files: [String: [UInt8]] = [:]) {
        names = files.mapValues(Inode.init)
        durableNames = names
    }

    /// The file with this name; creates it at its first use.
    /// - Parameter existing: its content before the first write through the shim; `nil` if it did not exist.
    mutating func open(_ name: String, existing: [UInt8]?) -> Inode {
        if let inode = names[name] { return inode }
        let inode = Inode(durable: existing ?? [])
        names[name] = inode
        if existing != nil { durableNames[name] = inode }
        return inode
    }

    /// Makes a new, empty file. Its name becomes durable with the next sync of the folder.
    mutating func make(_ name: String) {
        names[name] = Inode(durable: [])
    }

    func change(_ inode: Inode, _ change: Change) {
        inode.pending.append(change)
    }

    /// - Parameter namesToo: whether the folder is synced with the file.
    mutating func sync(_ inode: Inode, namesToo: Bool) {
        inode.durable = inode.present
        inode.pending = []
        if namesToo { durableNames = names }
    }

    /// A sync failed: programs still read what they wrote, but the system will not try again to make it durable.
    func forget(_ inode: Inode) {
        inode.pending = []
    }

    mutating func delete(_ name: String, forSure: Bool) {
        names[name] = nil
        if forSure { durableNames = names }
    }

    /// Renames a file.
    mutating func rename(_ name: String, to other: String) {
        names[other] = names[name]
        names[name] = nil
    }

    /// Makes all names durable, after a sync of the folder.
    mutating func syncNames() {
        durableNames = names
    }

    /// What the disk may hold after a power cut.
    func remains(_ survival: Survival, using generator: inout SplitMix64) -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for name in Set(names.keys).union(durableNames.keys).sorted() {
            let (present, durable) = (names[name], durableNames[name])
            let isPresent: Bool =
                switch survival {
                case .nothing: false
                case .allButTheLast: true
                case .some: Bool.random(using: &generator)
                }
            if let inode = isPresent ? present : durable {
                files[name] = inode.remains(survival, using: &generator)
            }
        }
        return files
    }
}

extension Disk.Inode {
    fileprivate func remains(_ survival: Disk.Survival, using generator: inout SplitMix64) -> [UInt8] {
        var bytes = durable
        for (index, change) in pending.enumerated() {
            switch survival {
            case .nothing: break
            case .allButTheLast:
                if index < pending.count - 1 {
                    change.apply(to: &bytes)
                } else {
                    change.tear(into: &bytes, using: &generator)
                }
            case .some:
                switch Int.random(in: 0...5, using: &generator) {
                case 0...1: break
                case 2: change.tear(into: &bytes, using: &generator)
                default: change.apply(to: &bytes)
                }
            }
        }
        return bytes
    }
}

extension Disk.Change {
    /// The number of bytes that a disk writes completely or not at all.
    private static let sector = 512

    fileprivate func apply(to bytes: inout [UInt8]) {
        switch self {
        case .resize(let size):
            if size < bytes.count { bytes.removeLast(bytes.count - size) } else { Self.fill(&bytes, to: size) }
        case .write(let offset, let written):
            Self.fill(&bytes, to: offset + written.count)
            bytes.replaceSubrange(offset..<offset + written.count, with: written)
        }
    }

    /// Applies a random selection of the change's sectors.
    fileprivate func tear(into bytes: inout [UInt8], using generator: inout SplitMix64) {
        guard case .write(let offset, let written) = self else {
            if Bool.random(using: &generator) { apply(to: &bytes) }
            return
        }
        var start = offset
        while start < offset + written.count {
            let end = min((start / Self.sector + 1) * Self.sector, offset + written.count)
            if Bool.random(using: &generator) {
                Disk.Change.write(offset: start, bytes: Array(written[start - offset..<end - offset]))
                    .apply(to: &bytes)
            }
            start = end
        }
    }

    private static func fill(_ bytes: inout [UInt8], to size: Int) {
        if bytes.count < size { bytes.append(contentsOf: repeatElement(0, count: size - bytes.count)) }
    }
}
