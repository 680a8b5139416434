/// Damages an SQLite file: its header, its pages, the cells in them, and the text in the cells.
enum Pages {
    private static let size = 4096

    /// Applies one to three changes to the file.
    static func damaged(_ file: [UInt8], by chance: inout Chance) -> [UInt8] {
        var file = file
        for _ in 0...(chance.oneIn(3) ? chance.below(3) : 0) where !file.isEmpty { damage(&file, by: &chance) }
        return file
    }

    private static func damage(_ file: inout [UInt8], by chance: inout Chance) {
        let count = max(1, file.count / size)
        let (page, other) = (chance.below(count) * size, chance.below(count) * size)
        switch chance.below(14) {
        case 0, 1: file[place(in: file, by: &chance)] ^= 1 << UInt8(chance.below(8))
        case 2: file[place(in: file, by: &chance)] = chance.byte()
        case 3, 4: letter(in: &file, by: &chance)
        case 5: number(in: &file, at: page + (page == 0 && chance.oneIn(2) ? 100 : 0) + chance.below(12), by: &chance)
        case 6: number(in: &file, at: page + 8 + 2 * chance.below(40), by: &chance)
        case 7: number(in: &file, at: chance.below(100), by: &chance)
        case 8: file.removeSubrange((chance.oneIn(2) ? page : chance.below(file.count))...)
        case 9: copy(size, from: page, to: other, in: &file)
        case 10:
            for offset in 0..<size where max(page, other) + offset < file.count {
                file.swapAt(page + offset, other + offset)
            }
        case 11: for index in page..<min(file.count, page + size) { file[index] = chance.oneIn(2) ? 0 : file[index] }
        case 12:
            let (from, to) = (place(in: file, by: &chance), place(in: file, by: &chance))
            copy(1 + chance.below(64), from: from, to: to, in: &file)
        default: file += (0...chance.below(2 * size)).map { _ in chance.byte() }
        }
    }

    /// A place with content, since most of a small database is empty.
    private static func place(in file: [UInt8], by chance: inout Chance) -> Int {
        for _ in 0..<200 {
            let place = chance.below(file.count)
            if file[place] != 0 { return place }
        }
        return chance.below(file.count)
    }

    /// Changes a character in the text of a cell into another of the same length: an amount, a day, a name.
    private static func letter(in file: inout [UInt8], by chance: inout Chance) {
        for _ in 0..<2000 {
            let place = chance.below(file.count)
            switch file[place] {
            case 0x30...0x39: return file[place] = 0x30 + UInt8(chance.below(10))
            case 0x61...0x7A: return file[place] = 0x61 + UInt8(chance.below(26))
            default: continue
            }
        }
    }

    /// Writes a number that a reader may take for a size, an offset or a page.
    private static func number(in file: inout [UInt8], at place: Int, by chance: inout Chance) {
        let width = chance.pick([1, 2, 4])
        let value = chance.pick([
            0, 1, 2, 3, 99, 100, 255, 256, 4095, 4096, 4097, 0x7FFF, 0x8000, 0xFFFF, 0x7FFF_FFFF, 0x8000_0000,
            0xFFFF_FFFF, chance.below(64), chance.below(65_536),
        ])
        for index in 0..<width where place + index < file.count {
            file[place + index] = UInt8(truncatingIfNeeded: value >> (8 * (width - 1 - index)))
        }
    }

    private static func copy(_ length: Int, from: Int, to: Int, in file: inout [UInt8]) {
        let piece = file[from..<min(file.count, from + length)]
        for (offset, byte) in piece.enumerated() where to + offset < file.count { file[to + offset] = byte }
    }
}
