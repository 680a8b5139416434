import Arguments
import Foundation
import JSON
import TestSupport
import Testing

@testable import MitBudgetCLI

/// Plan and programme files with hostile keys and values, and the reports of the names in them.
struct HostileFileTests {
    @Test func `A plan file's texts and keys are taken as they are or refused`() throws {
        let desk = try HostileDesk()
        let line = HostileLine("plan draft PARTICIPANT=B03 --file=hostile.json")
        for place in Place.all(in: try JSON(parsing: HostileDesk.plan)) {
            for text in texts(for: place, everywhere: ["goal", "text", "key goal"]) {
                try desk.world.write(place.replaced(by: text).compact, to: "hostile.json")
                let outcome = try desk.run(line)
                #expect(outcome.complaints == [], "\(place.name) \(quoted(text))")
                // Days, amounts and areas are normalised when they are recorded; only texts must read back exactly.
                guard outcome.run.status == 0, ["goal", "wishes", "purpose", "text"].contains(place.name) else {
                    continue
                }
                #expect(outcome.sealed.contains { $0.utf8.elementsEqual(text.utf8) }, "\(place.name) \(quoted(text))")
                guard outcome.number.isMultiple(of: 8) else { continue }
                let shown = try desk.json(["plan", "show", "B03", "--identified", "--purpose", "x"])
                let read = place.name == "text" ? Self.first(shown["items"])?["text"] : shown[place.name]
                #expect(read == .string(text), "\(place.name) \(quoted(text))")
            }
        }
        #expect(try desk.closing() == [])
    }

    @Test func `A programme file's texts, names and keys are taken as they are or refused`() throws {
        let desk = try HostileDesk()
        let line = HostileLine(
            "init --administrator=boss --programme=hostile.json --ledger={folder}/new.sqlite --dry-run", .nothing)
        for place in Place.all(in: try JSON(parsing: HostileDesk.programme)) {
            for text in texts(for: place, everywhere: ["grantee", "key project", "programme"]) {
                try desk.world.write(place.replaced(by: text).compact, to: "hostile.json")
                #expect(try desk.run(line).complaints == [], "\(place.name) \(quoted(text))")
            }
        }
        #expect(try desk.closing() == [])
    }

    @Test func `An extract's headings and cells are read or refused, and shown harmlessly`() throws {
        let desk = try HostileDesk()
        let line = HostileLine("reconcile FILE=hostile.csv --from=2023-02-01 --to=2023-02-28", .nothing)
        for cell in ["Dato", "Tekst", "Bilag", "Beløb", "02-02-2023", "Indskud", "K-B01", "4500,00"] {
            for text in HostileTexts.all {
                let enclosed = "\"" + text.replacing("\"", with: "\"\"") + "\""
                for written in [text, enclosed] {
                    let start = try #require(HostileDesk.extract.range(of: cell))
                    try desk.world.write(
                        HostileDesk.extract.replacingCharacters(in: start, with: written), to: "hostile.csv")
                    let outcome = try desk.run(line)
                    #expect(outcome.complaints == [], "\(cell) \(quoted(text))")
                    #expect([0, 1, 65].contains(outcome.run.status), "\(cell) \(quoted(text))")
                }
            }
        }
        #expect(try desk.closing() == [])
    }

    @Test func `A profile's texts and keys are taken or refused`() throws {
        let desk = try HostileDesk()
        let line = HostileLine("reconcile FILE=extract.csv --profile=hostile.json", .nothing)
        for place in Place.all(in: try JSON(parsing: HostileDesk.profile)) {
            for text in texts(for: place, everywhere: ["day"]) {
                try desk.world.write(place.replaced(by: text).compact, to: "hostile.json")
                let outcome = try desk.run(line)
                #expect(outcome.complaints == [], "\(place.name) \(quoted(text))")
                #expect([0, 1, 65].contains(outcome.run.status), "\(place.name) \(quoted(text))")
            }
        }
        #expect(try desk.closing() == [])
    }

    @Test func `A text of one mebibyte in a file is refused`() throws {
        let desk = try HostileDesk()
        let place = try #require(Place.all(in: try JSON(parsing: HostileDesk.plan)).first { $0.name == "goal" })
        for text in ["x", "01-02-2023 ", "\u{301}"].map({ String(repeating: $0, count: (1 << 20) / $0.utf8.count) }) {
            try desk.world.write(place.replaced(by: text).compact, to: "hostile.json")
            let outcome = try desk.run(HostileLine("plan draft PARTICIPANT=B03 --file=hostile.json"))
            #expect(outcome.run.status == 1 && outcome.run.error.contains("text-too-long"), "\(quoted(text))")
            #expect(outcome.complaints == [])
        }
    }

    @Test func `A file that is not UTF-8 is refused by the place of the first wrong byte`() throws {
        let desk = try HostileDesk()
        for bytes in HostileBytes.all {
            for (path, line) in [
                ("hostile.json", "plan draft PARTICIPANT=B03 --file=hostile.json"),
                ("hostile.json", "init --administrator=boss --programme=hostile.json --ledger={folder}/new.sqlite"),
            ] {
                let file = Data("{\"goal\": \"".utf8 + bytes + "\"}".utf8)
                try file.write(to: URL(filePath: desk.world.folder + "/" + path))
                let outcome = try desk.run(HostileLine(line, .nothing))
                #expect(outcome.run.status == 65 && outcome.complaints == [], "\(bytes)")
            }
        }
        #expect(try desk.closing() == [])
    }

    private func texts(for place: Place, everywhere: Set<String>) -> [String] {
        if everywhere.contains(place.name) { return HostileTexts.all }
        let start = place.name.utf8.reduce(0) { ($0 * 31 + Int($1)) % 9973 } % HostileTexts.all.count
        return (0..<20).map { HostileTexts.all[(start + $0 * 23) % HostileTexts.all.count] }
    }

    private static func first(_ json: JSON?) -> JSON? {
        if case .array(let elements)? = json { elements.first } else { nil }
    }
}

/// The place of one string or key in a JSON text.
struct Place: Sendable {
    /// The key of the string; for a key itself, `key` and the key.
    let name: String
    private let replace: @Sendable (String) -> JSON

    /// The text with the string replaced.
    func replaced(by text: String) -> JSON { replace(text) }

    /// Every key and every string value, each separately.
    static func all(in json: JSON, named name: String = "", whole: @escaping @Sendable (JSON) -> JSON = { $0 })
        -> [Place]
    {
        switch json {
        case .string: return [Place(name: name) { whole(.string($0)) }]
        case .array(let elements):
            return elements.indices.flatMap { index in
                all(in: elements[index], named: name) { new in
                    var elements = elements
                    elements[index] = new
                    return whole(.array(elements))
                }
            }
        case .object(let members):
            return members.indices.flatMap { index in
                [
                    Place(name: "key " + members[index].key) { text in
                        var members = members
                        members[index].key = text
                        return whole(.object(members))
                    }
                ]
                    + all(in: members[index].value, named: members[index].key) { new in
                        var members = members
                        members[index].value = new
                        return whole(.object(members))
                    }
            }
        case .null, .bool, .integer, .number: return []
        }
    }
}
