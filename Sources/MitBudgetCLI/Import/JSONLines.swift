import Arguments
import JSON
import MitBudget
import MitBudgetStore
import Phrases

/// Reads what the lines of an import mean.
protocol LineMeaning: AnyObject {
    /// What a line asks for; `nil` if it says nothing.
    /// - Throws: why the line cannot be understood.
    func request(_ line: LineReader.Line) throws(Failure) -> LineRequest?
}

/// Reads lines of JSON: objects with `command` and the names of the command's options and positionals as keys.
final class JSONLines: LineMeaning {
    /// The session in which a line's command is made. Its world reads files from the line itself.
    private let session: Session
    private let inlined: Inlined

    /// The contents that stand on the line where a command line would name a file.
    private final class Inlined {
        var bytes: [UInt8] = []
    }

    init(_ session: Session) {
        let inlined = Inlined()
        var world = session.world
        world.read = { _, _ in inlined.bytes }
        self.inlined = inlined
        self.session = Session(world: world, settings: session.settings)
    }

    func request(_ line: LineReader.Line) throws(Failure) -> LineRequest? {
        let json: JSON
        do throws(JSONFailure) {
            json = try JSON(parsing: line.bytes)
        } catch {
            throw .line(.json(error, known: Self.keys))
        }
        guard case .object(let members) = json else { throw .line(.notAnObject) }
        if let request = quickly(members) { return request }
        return try slowly(members)
    }

    // MARK: Disbursements

    private func quickly(_ members: [JSON.Member]) -> LineRequest? {
        var fields = DisbursementFields()
        var isDisbursement = false
        for member in members {
            let text: String
            switch member.value {
            case .string(let string): text = string
            case .integer(let integer) where ["item", "amount", "voucher-total"].contains(member.key):
                text = String(integer)
            case .null, .bool, .integer, .number, .array, .object: return nil
            }
            switch member.key {
            case "command":
                guard text == "disburse" else { return nil }
                isDisbursement = true
            case "as":
                guard let claim = try? StaffID(text) else { return nil }
                fields.claim = claim
            case "participant": fields.participant = text
            case "item": fields.item = text
            case "amount": fields.amount = text
            case "voucher": fields.voucher = text
            case "voucher-total": fields.voucherTotal = text
            case "payee": fields.payee = text
            case "on": fields.on = text
            case "paid": fields.paid = text
            case "note": fields.note = text
            case "once": fields.once = text
            default: return nil
            }
        }
        return isDisbursement ? fields.request { session.today } : nil
    }

    // MARK: Any command

    private func slowly(_ members: [JSON.Member]) throws(Failure) -> LineRequest {
        let (command, keys) = try command(of: members)
        var words = LineArguments(command)
        var claim: StaffID?
        let plan = try PlanObject(members, of: command)
        if let plan {
            inlined.bytes = plan.bytes
            words.add("item", for: plan.file)
        }
        for member in members where member.key != "command" && !(plan?.keys.contains(member.key) ?? false) {
            guard member.key != "as" else {
                claim = try staff(member.value)
                continue
            }
            guard let descriptor = keys[member.key] else {
                throw .line(.keyUnknown(member.key, command: command.name, known: keys.keys.sorted()))
            }
            try add(member, as: descriptor, to: &words)
        }
        return try words.request(in: session, as: claim)
    }

    private func command(of members: [JSON.Member]) throws(Failure) -> (LedgerCommand, [String: Descriptor]) {
        guard let named = members.first(where: { $0.key == "command" })?.value else { throw .line(.commandMissing) }
        guard case .string(let name) = named else { throw .line(.wrongType("command", .text)) }
        guard let found = Self.commands[name] else {
            throw .line(.commandUnknown(name, known: Self.commands.keys.sorted()))
        }
        return found
    }

    /// The commands by name, each with its parameters by key.
    private static let commands: [String: (LedgerCommand, [String: Descriptor])] = Dictionary(
        Registry.commands.map { command in
            let keys = command.parameters.map { parameter in
                (parameter.form == .positional ? parameter.name.lowercased() : String(parameter.name.dropFirst(2)))
            }
            let known = Dictionary(zip(keys, command.parameters), uniquingKeysWith: { first, _ in first })
            return (command.name, (command, known))
        }, uniquingKeysWith: { first, _ in first })

    /// The keys of all commands.
    private static let keys = ["as", "command"] + Set(commands.values.flatMap { $0.1.keys }).sorted()

    private func staff(_ value: JSON) throws(Failure) -> StaffID? {
        guard case .string(let text) = value else { throw .line(.wrongType("as", .text)) }
        do throws(ValueFault) {
            return try ValueKind.staff.parse(text)
        } catch {
            if LineArguments.mayBeWords(text, insteadOf: ValueKind.staff.name) { throw .line(.unreadable("as")) }
            throw .usage(.invalidValue(parameter: "as", typed: Echo(""), fault: error, command: []))
        }
    }

    private func add(
        _ member: JSON.Member, as descriptor: Descriptor, to words: inout LineArguments
    ) throws(Failure) {
        if member.value == .null { return }
        if descriptor.completion == .file {
            guard words.takesContents else { throw .line(.notImportable(words.name)) }
            guard case .object = member.value else { throw .line(.namesFile(member.key)) }
            inlined.bytes = Array(member.value.compact.utf8)
            words.add(member.key, for: descriptor)
            return
        }
        if descriptor.form == .flag {
            guard case .bool(let isGiven) = member.value else { throw .line(.wrongType(member.key, .truth)) }
            if isGiven, descriptor == Shared.dryRun.descriptor { throw .line(.dryRun) }
            if isGiven { words.add(flag: descriptor) }
            return
        }
        guard descriptor.occurrence == .repeated else {
            return words.add(try text(member.key, member.value, descriptor), for: descriptor)
        }
        guard case .array(let elements) = member.value else { throw .line(.wrongType(member.key, .list)) }
        for element in elements {
            switch element {
            case .string(let text): words.add(text, for: descriptor)
            case .integer(let integer) where LineArguments.numbers.contains(descriptor.valueName):
                words.add(String(integer), for: descriptor)
            case .null, .bool, .integer, .number, .array, .object: throw .line(.wrongType(member.key, .list))
            }
        }
    }

    /// A value as it is typed. A number with decimals must mean the same to readers of JSON and of Danish, which
    /// `4.500` does not.
    private func text(_ key: String, _ value: JSON, _ descriptor: Descriptor) throws(Failure) -> String {
        let isNumber = LineArguments.numbers.contains(descriptor.valueName)
        switch value {
        case .string(let text): return text
        case .integer(let integer) where isNumber: return String(integer)
        case .number(let text) where isNumber:
            let decimals = text.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first ?? ""
            guard (1...2).contains(decimals.count), decimals.utf8.allSatisfy({ (48...57).contains($0) }) else {
                throw .line(.inexactNumber(key))
            }
            return text
        case .null, .bool, .integer, .number, .array, .object:
            throw .line(.wrongType(key, isNumber ? .textOrNumber : .text))
        }
    }
}

/// A plan whose items are objects, as in a plan file; it is passed on as the contents of a plan file.
private struct PlanObject {
    let file: Descriptor
    let keys: Set<String> = ["item", "goal", "wishes", "purpose", "agreed"]
    let bytes: [UInt8]

    /// `nil` if the line holds no such items.
    init?(_ members: [JSON.Member], of command: LedgerCommand) throws(Failure) {
        guard command.path == ["plan", "draft"], let file = command.options.first(where: { $0.name == "--file" }),
            let items = members.first(where: { $0.key == "item" })?.value, case .array(let elements) = items,
            case .object? = elements.first
        else { return nil }
        self.file = file
        var plan: [JSON.Member] = [JSON.Member(key: "items", value: items)]
        for member in members where ["goal", "wishes", "purpose"].contains(member.key) { plan.append(member) }
        if case .string(let text)? = members.first(where: { $0.key == "agreed" })?.value {
            do throws(ValueFault) {
                plan.append(JSON.Member(key: "agreedOn", value: .string(try ValueKind.day.parse(text).iso)))
            } catch {
                if LineArguments.mayBeWords(text, insteadOf: ValueKind.day.name) {
                    throw .line(.unreadable("--agreed"))
                }
                throw .usage(.invalidValue(parameter: "--agreed", typed: Echo(""), fault: error, command: command.path))
            }
        } else if let agreed = members.first(where: { $0.key == "agreed" })?.value, agreed != .null {
            throw .line(.wrongType("agreed", .text))
        }
        bytes = Array(JSON.object(plan).compact.utf8)
    }
}
