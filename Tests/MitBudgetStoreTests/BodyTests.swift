import JSON
import MitBudget
import TestSupport
import Testing

@testable import MitBudgetStore

@Suite("Bodies")
struct BodyTests {
    private static func read(_ kind: EntryKind, _ bytes: [UInt8], day: Day = "2023-02-01") -> Entry? {
        bytes.withUnsafeBufferPointer { Body.read(kind, $0, day: day) }
    }

    private static func read(_ kind: EntryKind, _ text: String) -> Entry? {
        read(kind, Array(text.utf8))
    }

    /// Bodies of all kinds that a random walk comes to.
    private static func bodies(seed: UInt64) throws -> [(entry: Entry, bytes: [UInt8])] {
        var walk = try RandomWalk(seed: seed, terms: .aabenraa, pace: 4)
        var model = try Model(walk.programme, today: walk.today)
        var book = model.book
        var bodies: [(Entry, [UInt8])] = []
        for _ in 0..<400 {
            let (command, actor) = walk.step(on: book)
            let once = walk.key()
            guard let decision = try? decide(command, by: actor, on: walk.today, once: once, in: book)
            else { continue }
            book.apply(decision.entry, by: actor)
            let entry = try model.seal(decision.entry)
            bodies.append((entry, Array(Body.write(entry).utf8)))
        }
        return bodies
    }

    @Test("What the program writes it reads, and it is canonical JSON", arguments: Seed.each(1...8))
    func written(seed: UInt64) throws {
        let bodies = try Self.bodies(seed: seed)
        #expect(Set(bodies.map(\.entry.event.kind)).count > 8)
        for (entry, bytes) in bodies {
            #expect(Self.read(entry.event.kind, bytes, day: entry.day) == entry)
            #expect(try JSON(parsing: bytes).bytes(as: .canonical) == bytes)
        }
    }

    @Test("What is read, written again, is the same bytes", arguments: Seed.each(1...8))
    func damaged(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let tokens = [
            " ", "0", "-", "-0", "null", "true", "1.0", "1e3", "9223372036854775808", "\\u0041", "\\", "\"", "{", "}",
            "[",
            "]", "{}", "[]", ",", ":", "\"a\":1,", ",\"zz\":null", "B", "å", "\n", "\u{7F}", "\u{0}", "2023-02-30", "x",
        ]
        var understood = 0
        for (entry, bytes) in try Self.bodies(seed: seed) {
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
                guard let read = Self.read(entry.event.kind, altered) else { continue }
                understood += 1
                #expect(Array(Body.write(read).utf8) == altered, "\(String(decoding: altered, as: UTF8.self))")
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
        #expect(Self.read(.release, body) == nil)
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
            #expect((Self.read(.planDrafted, draft(items)) != nil) == isWritten, "\(items)")
        }
    }

    @Test("A number that was not the latest is told from one with a sign, in the note of a copy put back")
    func restored() {
        let hash = String(repeating: "5a", count: 32)
        for (head, isWritten) in [("7", true), ("+7", false), ("07", false)] {
            let body = "{\"lost\":1,\"replaced\":\"\(head):\(hash)\"}"
            #expect((Self.read(.ledgerRestored, body) != nil) == isWritten)
        }
        let bodies = [
            ("{\"lost\":0}", true), ("{\"lost\":0,\"root\":true}", true), ("{\"lost\":0,\"root\":false}", false),
            ("{\"lost\":0,\"root\":null}", false), ("{\"lost\":0,\"root\":1}", false),
            ("{\"lost\":1,\"root\":true}", false), ("{\"lost\":1}", false),
            ("{\"lost\":1,\"replaced\":\"7:\(hash)\",\"root\":true}", false),
        ]
        for (body, isWritten) in bodies {
            #expect((Self.read(.ledgerRestored, body) != nil) == isWritten, "\(body)")
        }
    }

    @Test(
        "The key of what is given once stands in its place in the order, and nowhere else",
        arguments: [
            (#"{"amountOre":1,"item":1,"once":"k","participant":"B01"}"#, true),
            (#"{"amountOre":1,"item":1,"participant":"B01","once":"k"}"#, false),
            (#"{"once":"k","amountOre":1,"item":1,"participant":"B01"}"#, false),
            (#"{"amountOre":1,"item":1,"once":"k","once":"k","participant":"B01"}"#, false),
            (#"{"amountOre":1,"item":1,"once":"","participant":"B01"}"#, false),
            (#"{"amountOre":1,"item":1,"once":null,"participant":"B01"}"#, false),
        ])
    func once(body: String, isWritten: Bool) {
        #expect(Self.read(.release, body)?.once == (isWritten ? "k" : nil))
        #expect((Self.read(.release, body) != nil) == isWritten)
        #expect(Self.read(.staffEnded, #"{"once":"k","staff":"anna"}"#)?.once == "k")
        #expect(Self.read(.periodClosed, #"{"once":"k","through":"2023-01-31"}"#)?.once == "k")
        #expect(Self.read(.receipt, #"{"amountOre":1,"once":"k","voucher":"R-1"}"#)?.once == "k")
    }

    @Test("A login that JSON writes with a backslash is read as it is")
    func escapes() throws {
        let account: AccountName = #"AABENRAA\anna"q"#
        let entry = Entry(day: "2023-02-01", event: .staffRebound("anna", to: account))
        #expect(Body.write(entry) == #"{"account":"AABENRAA\\anna\"q","staff":"anna"}"#)
        #expect(Self.read(.staffRebound, Body.write(entry)) == entry)
        for body in [
            #"{"account":"\u0041","staff":"anna"}"#, #"{"account":"a\/b","staff":"anna"}"#, #"{"account":"a\"#,
        ] {
            #expect(Self.read(.staffRebound, body) == nil)
        }
    }
}
