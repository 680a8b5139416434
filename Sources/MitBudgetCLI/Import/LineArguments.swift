import Arguments
import JSON
import MitBudget
import Phrases

/// What a line of an import asks for, and as whom.
struct LineRequest {
    enum Content {
        case entry(Action.Request)
        case opening(Terms)
    }

    let content: Content
    let claim: StaffID?
}

/// A line of an import as the words of a command line, which the registry reads like any other.
struct LineArguments {
    private let command: LedgerCommand
    private var options: [String] = []
    private var positionals: [String: String] = [:]
    private var values: [(descriptor: Descriptor, text: String)] = []

    init(_ command: LedgerCommand) {
        self.command = command
    }

    /// The arguments behind the command's own words. A value is attached to its option, so that it may begin with
    /// anything.
    private var arguments: [String] {
        options + ["--"] + command.positionals.compactMap { positionals[$0.name] }
    }

    /// The command's name.
    var name: String { command.name }

    /// Whether the file that the command names is one to read, whose contents may stand on the line.
    var takesContents: Bool { command.path == ["init"] || command.path == ["plan", "draft"] }

    mutating func add(flag descriptor: Descriptor) {
        options.append(descriptor.name)
    }

    mutating func add(_ text: String, for descriptor: Descriptor) {
        values.append((descriptor, text))
        if descriptor.form == .positional {
            positionals[descriptor.name] = text
        } else {
            options.append("\(descriptor.name)=\(text)")
        }
    }

    /// Reads the words and makes what they ask for.
    func request(in session: Session, as claim: StaffID?) throws(Failure) -> LineRequest {
        let request: Parsed<Action>.Request
        do throws(UsageError) {
            request = try Registry.spec.parse(arguments, of: command).request
        } catch {
            if let own = ownWords(in: error) { throw .line(.unreadable(own.name, oneOf: own.allowedValues ?? [])) }
            throw .usage(error)
        }
        guard case .run(_, let action) = request, let importable = action.importable else {
            throw .line(.notImportable(command.name))
        }
        switch importable {
        case .entry(let make): return LineRequest(content: .entry(try make(session)), claim: claim)
        case .opening(let opening): return LineRequest(content: .opening(try session.terms(of: opening)), claim: claim)
        }
    }

    /// The parameter whose value cannot be read and may be someone's own words: columns that have changed places put
    /// texts where references and figures belong, which no message may repeat.
    private func ownWords(in error: UsageError) -> Descriptor? {
        guard case .invalidValue(let parameter, _, _, _) = error else { return nil }
        return values.first { descriptor, text in
            guard descriptor.name == parameter else { return false }
            switch descriptor.prose {
            case .none:
                return LineArguments.mayBeWords(
                    text, insteadOf: descriptor.valueName, oneOf: descriptor.allowedValues ?? [])
            case .tail: return LineArguments.mayBeWords(item: text)
            case .whole: return false
            }
        }?.descriptor
    }

    /// Whether a text may be someone's own words where something else belongs, so that no message repeats it: where
    /// digits belong, any word but a currency's; anywhere else one without a digit, a name say, unless it is a slip of
    /// the pen in one of the words that belong there.
    /// - Parameters:
    ///   - valueName: what stands in help for what belongs there.
    ///   - known: the words that belong there, where they are known.
    static func mayBeWords(_ text: String, insteadOf valueName: String = "", oneOf known: [String] = []) -> Bool {
        if numeric.contains(valueName) {
            return text.split { !$0.isLetter }.contains { !["kr", "DKK"].contains($0) }
        }
        return !text.contains(where: \.isNumber) && text.contains(where: \.isLetter)
            && nearest(to: text, in: known) == nil
    }

    /// The same of an item, `housing:35000:Deposit`, of which area and amount are told.
    private static func mayBeWords(item: String) -> Bool {
        let parts = item.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        if (try? Area(parts[0].composed)) == nil, mayBeWords(parts[0]) { return true }
        return parts.count > 1 && mayBeWords(parts[1], insteadOf: ValueKind.amount.name)
    }

    /// What stands in help for values of digits.
    private static let numeric: Set<String> = [
        ValueKind.amount.name, ValueKind.day.name, ValueKind.item.name, ValueKind.entry.name,
    ]
    /// What stands in help for values that are numbers in JSON, too.
    static let numbers: Set<String> = [ValueKind.amount.name, ValueKind.item.name, ValueKind.entry.name]
}

/// A disbursement's parts as they are typed: the line that imports are made of, read without the detour of a command
/// line, by the same kinds of value.
struct DisbursementFields {
    var participant: String?
    var item: String?
    var amount: String?
    var voucher: String?
    var payee: String?
    var on: String?
    var paid: String?
    var note: String?
    var once: String?
    var claim: StaffID?

    /// What the registry would make of it; `nil` where anything is wrong, which the registry then says.
    func request(today: () -> Day) -> LineRequest? {
        guard let participant, let item, let amount, let voucher, let payee else { return nil }
        do throws(ValueFault) {
            let day = try on.map { text throws(ValueFault) in try ValueKind.day.parse(text) } ?? today()
            let disbursement = Disbursement(
                participant: try ValueKind.participant.parse(participant), item: try ValueKind.item.parse(item),
                amount: try ValueKind.amount.parse(amount), voucher: try ValueKind.voucher.parse(voucher),
                payee: try ValueKind.words.parse(payee), day: day,
                paid: try paid.map { text throws(ValueFault) in try ValueKind.day.parse(text) } ?? day,
                note: try note.map { text throws(ValueFault) in try ValueKind.words.parse(text) })
            let key = try once.map { text throws(ValueFault) in try ValueKind.once.parse(text) }
            let once = key.map {
                Once($0, open: Set([on == nil ? .day : nil, paid == nil ? .paid : nil].compactMap(\.self)))
            }
            let request = Action.Request(command: .disburse(disbursement), once: once)
            return LineRequest(content: .entry(request), claim: claim)
        } catch {
            return nil
        }
    }
}
