import Arguments
import JSON
import MitBudget
import TestSupport
import Testing

@testable import MitBudgetCLI

/// Every value of every command accepts any text: the command either records it exactly or refuses it, and shows it
/// harmlessly either way.
struct HostileValueTests {
    /// How many texts a value gets if it does not get all of them.
    private static let share = 20

    @Test func `Every value of every command is among those that meet the corpus`() {
        for command in Registry.spec.commands {
            let given = HostileLine.all.filter { $0.command == command.name }.flatMap(\.names)
            let wanted = command.parameters.filter { $0.form != .flag }.map(\.name)
            #expect(Set(wanted).subtracting(given) == [], "\(command.name)")
        }
        let globals = Registry.spec.globals.filter { $0.form != .flag }.map(\.name)
        #expect(Set(globals).subtracting(HostileLine.all.flatMap(\.names)) == [])
    }

    @Test func `Every kind of value meets every text of the corpus somewhere`() {
        let all = Registry.spec.commands.flatMap { command in
            (command.parameters + Registry.spec.globals).filter { $0.form != .flag }.map { parameter in
                // A folder's name is read as a file's name is.
                (
                    kind: parameter.valueName == "FOLDER" ? "FILE" : parameter.valueName,
                    place: command.name + " " + parameter.name
                )
            }
        }
        let met = Set(all.filter { HostileLine.thorough.contains($0.place) }.map(\.kind))
        #expect(Set(all.map(\.kind)).subtracting(met) == [])
        #expect(HostileLine.thorough.subtracting(all.map(\.place)) == [])
    }

    @Test(arguments: HostileLine.all.indices)
    func `A value is recorded as it is or refused, and nothing else is touched`(index: Int) throws {
        let line = HostileLine.all[index]
        let desk = try HostileDesk()
        let baseline = try desk.run(line)
        // The worked example would take too long each time; it is refused because its folder's parent is missing.
        #expect(baseline.run.status == (line.command == "demo" ? 73 : 0), "\(baseline.run.error)")
        #expect(baseline.complaints == [])
        for (position, name) in line.names.enumerated() {
            for hostile in Self.texts(for: line, name, at: index * 7 + position) {
                // The program opens ledgers and copies without going through the world.
                let isMade = name == "--ledger" && line.command != "status" || line.command == "backup"
                let text = isMade ? desk.world.folder + "/" + hostile : hostile
                let outcome = try desk.run(line, replacing: name, by: text)
                var complaints = outcome.complaints
                if outcome.run.status == 0, line.trace == .entry {
                    complaints += try Self.unfaithful(outcome, line, name, text, desk)
                }
                #expect(complaints == [], "\(line.command) \(name) \(shown(text))")
            }
        }
        #expect(try desk.closing() == [])
    }

    @Test func `An argument that is not UTF-8 is refused at every command and leaves no trace`() throws {
        let desk = try HostileDesk()
        for line in HostileLine.all {
            let arguments = line.arguments { $0 }
            for position in [1, arguments.count] {
                let outcome = try desk.run(arguments, leaving: line.trace, invalidAt: position)
                #expect(outcome.run.status == 64 && outcome.complaints == [], "\(line.command)")
            }
        }
        #expect(try desk.closing() == [])
    }

    private static func texts(for line: HostileLine, _ name: String, at offset: Int) -> [String] {
        let all = HostileTexts.all
        let place = line.command + " " + name
        var texts = all
        if HostileLine.thorough.contains(place) {
            // An argument on Linux has at most 128 KiB with its end.
            let long = HostileTexts.long(bytes: 131_071 - name.utf8.count - 1)
            texts += place == "participant enrol --name" ? long : [long[offset % 29], long[(offset + 11) % 29]]
        } else {
            texts = (0..<share).map { all[(offset * share + $0 * 13) % all.count] }
        }
        // All written files must stay in the world's own folder.
        let isPlace = ["--output", "FOLDER", "FILE", "--ledger"].contains(name)
        return isPlace ? texts.filter { !$0.contains("..") && !$0.hasPrefix("/") } : texts
    }

    /// The values that read back otherwise than they were given.
    private static func unfaithful(
        _ outcome: HostileDesk.Outcome, _ line: HostileLine, _ name: String, _ text: String, _ desk: HostileDesk
    ) throws -> [String] {
        func isSame(_ other: String) -> Bool { other.utf8.elementsEqual(text.utf8) }
        let parameter = Registry.spec.commands.filter { $0.name == line.command }.flatMap(\.parameters)
            .first { $0.name == name }
        switch parameter?.valueName {
        case "TEXT":
            var complaints = outcome.sealed.contains(where: isSame) ? [] : ["no text is sealed as it was given"]
            // The sealed text is what commands show; every fourth run checks that with a command.
            guard outcome.number.isMultiple(of: 4) else { return complaints }
            if line.command == "participant enrol" {
                let entry = try JSON(parsing: outcome.body ?? "")
                guard case .string(let reference)? = entry["participant"] else { return complaints + ["no citizen"] }
                let shown = try desk.json(["participant", "show", reference, "--identified", "--purpose", "x"])
                if !read(shown["identity"]?[name == "--name" ? "name" : "case"], is: text) {
                    complaints.append("shown otherwise")
                }
            } else if line.command == "plan draft" {
                let shown = try desk.json(["plan", "show", "B03", "--identified", "--purpose", "x"])
                if !read(shown[String(name.dropFirst(2))], is: text) { complaints.append("shown otherwise") }
            }
            return complaints
        case "LOGIN":
            return try values(of: JSON(parsing: outcome.body ?? "")).contains(where: isSame) ? [] : ["not in the body"]
        case "REF", "ID", "POST":
            // The ledger stores references in composed form.
            let values = try values(of: JSON(parsing: outcome.body ?? ""))
            return values.contains { $0.utf8.elementsEqual(text.composed.utf8) } ? [] : ["not in the body"]
        default: return []
        }
    }

    private static func values(of json: JSON) -> [String] {
        guard case .object(let members) = json else { return [] }
        return members.compactMap { member in
            if case .string(let text) = member.value { text } else { nil }
        }
    }

    private static func read(_ json: JSON?, is text: String) -> Bool {
        if case .string(let read)? = json { read.utf8.elementsEqual(text.utf8) } else { false }
    }

    private func shown(_ text: String) -> String {
        quoted(text) + " (\(text.utf8.count) bytes)"
    }
}
