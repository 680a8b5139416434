/// Damage to raw bytes.
enum Bytes {
    private static let telling: [UInt8] = [0, 1, 0x22, 0x2C, 0x30, 0x5C, 0x7F, 0x80, 0xC0, 0xED, 0xF4, 0xFE, 0xFF]

    /// Applies one to four changes to the bytes.
    static func damaged(_ bytes: [UInt8], by chance: inout Chance) -> [UInt8] {
        var bytes = bytes
        for _ in 0...chance.below(4) { damage(&bytes, by: &chance) }
        return bytes
    }

    private static func damage(_ bytes: inout [UInt8], by chance: inout Chance) {
        guard !bytes.isEmpty else { return bytes.append(chance.byte()) }
        let place = chance.below(bytes.count)
        let span = place..<min(bytes.count, place + 1 + chance.below(chance.oneIn(4) ? 64 : 4))
        switch chance.below(9) {
        case 0: bytes[place] ^= 1 << UInt8(chance.below(8))
        case 1: bytes[place] = chance.pick(telling)
        case 2: bytes[place] = chance.byte()
        case 3: bytes.removeSubrange(span)
        case 4: bytes.insert(contentsOf: bytes[span], at: chance.below(bytes.count))
        case 5: bytes.insert(contentsOf: (0..<span.count).map { _ in chance.pick(telling) }, at: place)
        case 6: bytes.swapAt(place, chance.below(bytes.count))
        case 7: bytes.removeSubrange((chance.oneIn(3) ? place : max(0, bytes.count - 3))...)
        default:
            let other = chance.below(bytes.count)
            for (offset, index) in span.enumerated() where other + offset < bytes.count {
                bytes[index] = bytes[other + offset]
            }
        }
    }
}
