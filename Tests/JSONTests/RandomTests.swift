import JSON
import TestSupport
import Testing

/// Makes trees that reading could have given: no doubled keys, and numbers as reading classes them.
struct TreeMaker {
    var generator: SplitMix64

    init(seed: UInt64) {
        generator = SplitMix64(seed: seed)
    }

    mutating func tree(depth: Int = 5) -> JSON {
        switch Int.random(in: 0..<(depth > 0 ? 8 : 5), using: &generator) {
        case 0: return .null
        case 1: return .bool(Bool.random(using: &generator))
        case 2: return .integer(integer())
        case 3:
            return .number(
                ["-0", "1.5", "-0.0e-7", "1E400", "9223372036854775808"].randomElement(using: &generator) ?? "")
        case 4: return .string(text())
        case 5: return .array((0..<length()).map { _ in tree(depth: depth - 1) })
        default: return .object(members(depth: depth))
        }
    }

    private mutating func members(depth: Int) -> [JSON.Member] {
        var members: [JSON.Member] = []
        for _ in 0..<length() {
            let member = JSON.Member(key: text(), value: tree(depth: depth - 1))
            if JSON.object(members)[member.key] == nil { members.append(member) }
        }
        return members
    }

    private mutating func integer() -> Int64 {
        Int64.random(in: .min ... .max, using: &generator) >> Int64.random(in: 0..<64, using: &generator)
    }

    private mutating func length() -> Int {
        Int.random(in: 0..<6, using: &generator)
    }

    private mutating func text() -> String {
        let alphabet: [Unicode.Scalar] = [
            "a", "b", "B", "\"", "\\", "/", "\n", "\u{0}", "\u{1f}", "\u{7f}", "é", "e", "\u{301}", "å", "\u{ffff}",
            "\u{1f4a9}",
        ]
        var scalars = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0..<20, using: &generator) {
            scalars.append(alphabet.randomElement(using: &generator) ?? "a")
        }
        return String(scalars)
    }
}

extension JSON {
    /// The value as bytes, with blanks and a line break around every sign that parts its values.
    fileprivate var overManyLines: [UInt8] {
        var (isInText, isEscaped) = (false, false)
        return bytes(as: .compact).flatMap { byte -> [UInt8] in
            if byte == UInt8(ascii: "\""), !isEscaped { isInText.toggle() }
            isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
            guard !isInText, ",:[]{}".utf8.contains(byte) else { return [byte] }
            return Array(" ".utf8) + [byte] + Array("\n\t".utf8)
        }
    }
}

@Suite struct RandomTests {
    @Test("a random tree comes back from every layout", arguments: Seed.each(0..<200))
    func roundTrip(seed: UInt64) throws {
        var maker = TreeMaker(seed: seed)
        let tree = maker.tree()
        #expect(try JSON(parsing: tree.bytes(as: .compact)) == tree)
        #expect(try JSON(parsing: tree.overManyLines) == tree)
        let canonical = tree.bytes(as: .canonical)
        #expect(try JSON(parsing: canonical).bytes(as: .canonical) == canonical)
        #expect(try JSON(parsing: canonical).bytes(as: .compact) == canonical)
    }

    @Test(
        "mutated bytes are refused at a place inside them, or come back as they mean",
        arguments: Seed.each(0..<100))
    func mutation(seed: UInt64) throws {
        var maker = TreeMaker(seed: seed)
        let original = JSON.array([maker.tree(), maker.tree(), maker.tree()]).overManyLines
        for _ in 0..<30 {
            let bytes = mutated(original, using: &maker.generator)
            let value: JSON
            do throws(JSONFailure) {
                value = try JSON(parsing: bytes)
            } catch {
                let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
                #expect((1...lines.count).contains(error.line))
                #expect((1...lines[error.line - 1].count + 1).contains(error.column))
                continue
            }
            #expect(try JSON(parsing: value.compact) == value)
        }
    }

    @Test("whatever stands before the end is refused once it is cut off", arguments: Seed.each(0..<20))
    func truncation(seed: UInt64) {
        var maker = TreeMaker(seed: seed)
        let bytes = JSON.array([maker.tree(depth: 2)]).bytes(as: .compact)
        for count in bytes.indices {
            #expect(throws: JSONFailure.self) { try JSON(parsing: Array(bytes[..<count])) }
        }
    }

    private func mutated(_ original: [UInt8], using generator: inout SplitMix64) -> [UInt8] {
        let telling = Array("\"\\{}[]:,-+.eEu0159dDnt \n\u{feff}".utf8) + [0x00, 0x80, 0xC3, 0xED, 0xF4, 0xFF]
        var bytes = original
        for _ in 0..<Int.random(in: 1...3, using: &generator) {
            let byte = telling.randomElement(using: &generator) ?? 0
            let place = Int.random(in: 0...bytes.count, using: &generator)
            switch Int.random(in: 0..<4, using: &generator) {
            case 0: bytes.insert(byte, at: place)
            case 1: bytes.removeSubrange(place..<min(bytes.count, place + 1))
            case 2: bytes.replaceSubrange(place..<min(bytes.count, place + 1), with: [byte])
            default: bytes.removeSubrange(place..<min(bytes.count, place + 9))
            }
        }
        return bytes
    }
}
