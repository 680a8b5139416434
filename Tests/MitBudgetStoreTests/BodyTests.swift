import JSON
import MitBudget
import TestSupport
import Testing

@testable import MitBudgetStore

/// The two ways to read a body: where it lies, and by way of JSON that is written again.
@Suite("Bodies")
struct BodyTests {
    private typealias Way = (EntryKind, UnsafeBufferPointer<UInt8>, Day) -> Entry?

    private static func read(_ way: Way, _ kind: EntryKind, _ bytes: [UInt8]) -> Entry? {
        bytes.withUnsafeBufferPointer { way(kind, $0, "2023-02-01") }
    }

    private static func read(_ way: Way, _ kind: EntryKind, _ text: String) -> Entry? {
        read(way, kind, Array(text.utf8))
    }

    private static var plain: Way { { Body.readPlain($0, $1, day: $2) } }
    private static var written: Way { { Body.readWritten($0, $1, day: $2) } }

    /// Bodies of all kinds that a random walk comes to.
    private static func bodies(seed: UInt64) throws -> [(kind: EntryKind, bytes: [UInt8])] {
        var walk = try RandomWalk(seed: seed, terms: .aabenraa, pace: 4)
        var model = try Model(walk.programme, today: walk.today)
        var book = model.book
        var bodies: [(EntryKind, [UInt8])] = []
        for _ in 0..<400 {
            let (command, actor) = walk.step(on: book)
            let once = walk.key()
            guard let decision = try? decide(command, by: actor, on: walk.today, once: once, in: book)
            else { continue }
            book.apply(decision.entry, by: actor)
            let entry = try model.seal(decision.entry)
            bodies.append((entry.event.kind, Body.encode(entry).bytes(as: .canonical)))
        }
        return bodies
    }

    @Test("What the program writes is understood alike both ways", arguments: 1...8 as ClosedRange<UInt64>)
    func alike(seed: UInt64) throws {
        let bodies = try Self.bodies(seed: seed)
        #expect(Set(bodies.map(\.kind)).count > 8)
        for (kind, bytes) in bodies {
            let entry = try #require(Self.read(Self.written, kind, bytes))
            #expect(Self.read(Self.plain, kind, bytes) == entry)
            #expect(Body.encode(entry).bytes(as: .canonical) == bytes)
        }
    }

    @Test("What is understood where it lies the other way understands alike", arguments: 1...8 as ClosedRange<UInt64>)
    func damaged(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let tokens = [
            " ", "0", "-", "-0", "null", "true", "1.0", "1e3", "9223372036854775808", "\\u0041", "\\", "\"", "{", "}",
            "[",
            "]", "{}", "[]", ",", ":", "\"a\":1,", ",\"zz\":null", "B", "å", "\n", "\u{7F}", "\u{0}", "2023-02-30", "x",
        ]
        var understood = 0
        for (kind, bytes) in try Self.bodies(seed: seed) {
            for _ in 0..<40 {
                var altered = bytes
                let place = Int.random(in: 0..<altered.count, using: &generator)
                let end = min(altered.count, place + Int.random(in: 0...4, using: &generator))
                switch Int.random(in: 0...4, using: &generator) {
                case 0: altered[place] = UInt8.random(in: 0...255, using: &generator)
                case 1: altered.removeSubrange(place..<end)
                case 2: altered.insert(contentsOf: altered[place..<end], at: place)
                case 3: altered.swapAt(place, Int.random(in: 0..<altered.count, using: &generator))
                default:
                    let token = tokens.randomElement(using: &generator) ?? ""
                    altered.replaceSubrange(place..<end, with: token.utf8)
                }
                guard let event = Self.read(Self.plain, kind, altered) else { continue }
                understood += 1
                #expect(Self.read(Self.written, kind, altered) == event, "\(String(decoding: altered, as: UTF8.self))")
            }
        }
        #expect(understood > 100)
    }

    @Test(
        "A body in another form than the program's is not understood where it lies",
        arguments: [
            #"{"amountOre":1,"item":1,"participant":"B1"}"#, #"{"amountOre":01,"item":1,"participant":"B01"}"#,
            #"{"amountOre":-0,"item":1,"participant":"B01"}"#, #"{"amountOre":1.0,"item":1,"participant":"B01"}"#,
            #"{"item":1,"amountOre":1,"participant":"B01"}"#, #"{"amountOre":1,"item":1,"participant":"B01"} "#,
            #"{"amountOre":1,"item":1,"participant":"\u0042\u0030\u0031"}"#, #"{"amountOre":1, "item":1}"#,
            #"{"amountOre":1,"item":1,"participant":"B01","post":null}"#, #"{"amountOre":1,"item":1,"item":1}"#,
            #"{"amountOre":1,"item":1,"participant":"B01",}"#, #"{"amountOre":1,"item":1,"participant":"B01"]"#,
            #"{"amountOre":1,"item":1,"participant":"B01"}}"#, #"{"amountOre":1,"item":"1","participant":"B01"}"#,
            #"{"amountOre":1,"item":1"x","participant":"B01"}"#, #"{"amountOre":,"item":1,"participant":"B01"}"#,
            "{}", "{", "", "[]", "\"\"",
        ])
    func forms(body: String) {
        #expect(Self.read(Self.plain, .release, body) == nil)
        #expect(Self.read(Self.written, .release, body) == nil)
    }

    @Test("Lists of another form than the program's are not understood where they lie")
    func lists() throws {
        let seal = "{\"seal\":\"\(String(repeating: "5a", count: 32))\",\"words\":1}"
        func draft(_ items: String) -> String {
            """
            {"goal":\(seal),"items":\(items),"participant":"B01","purpose":\(seal),"version":1,"wishes":\(seal)}
            """
        }
        let item = "{\"amountOre\":1,\"area\":\"job\",\"item\":1,\"text\":\(seal)}"
        for (items, isWritten) in [
            ("[]", true), ("[\(item)]", true), ("[\(item),\(item)]", true), ("[\(item),]", false), ("[,]", false),
            ("[\(item)\(item)]", false), ("[}", false), ("[1]", false), ("[null]", false), ("{}", false), (item, false),
            ("[[\(item)]]", false), ("\"[]\"", false), ("[\(item)}", false),
        ] {
            let event = Self.read(Self.written, .planDrafted, draft(items))
            #expect((event != nil) == isWritten, "\(items)")
            #expect(Self.read(Self.plain, .planDrafted, draft(items)) == event, "\(items)")
        }
    }

    @Test("A number that was not the latest is told from one with a sign, in the note of a copy put back")
    func restored() {
        let hash = String(repeating: "5a", count: 32)
        for (head, isWritten) in [("7", true), ("+7", false), ("07", false)] {
            let body = "{\"lost\":1,\"replaced\":\"\(head):\(hash)\"}"
            #expect((Self.read(Self.plain, .ledgerRestored, body) != nil) == isWritten)
            #expect((Self.read(Self.written, .ledgerRestored, body) != nil) == isWritten)
        }
        let bodies = [
            ("{\"lost\":0}", true), ("{\"lost\":0,\"root\":true}", true), ("{\"lost\":0,\"root\":false}", false),
            ("{\"lost\":0,\"root\":null}", false), ("{\"lost\":0,\"root\":1}", false),
            ("{\"lost\":1,\"root\":true}", false), ("{\"lost\":1}", false),
            ("{\"lost\":1,\"replaced\":\"7:\(hash)\",\"root\":true}", false),
        ]
        for (body, isWritten) in bodies {
            #expect((Self.read(Self.plain, .ledgerRestored, body) != nil) == isWritten, "\(body)")
            #expect((Self.read(Self.written, .ledgerRestored, body) != nil) == isWritten, "\(body)")
        }
    }
}
