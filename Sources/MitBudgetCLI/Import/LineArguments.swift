import Arguments
import JSON
import MitBudget
import Phrases

/// What a line of an import asks for, and which staff member gives it.
struct LineRequest {
    enum Content {
        case entry(Action.Request)
        case opening(Terms)
    }

    let content: Content
    let claim: StaffID?
}

/// A line of an import as command-line arguments, which the registry reads like any others.
struct LineArguments {
    private let command: LedgerCommand
    private var options: [String] = []
    private var positionals: [String: [String]] = [:]
    private var values: [(descriptor: Descriptor, text: String)] = []

    init(_ command: LedgerCommand) {
        self.command = command
    }

    /// The arguments after the command's own words. Each value is attached to its option, so it may begin with
    /// anything.
    private var arguments: [String] {
        options + ["--"] + command.positionals.flatMap { positionals[$0.name] ?? [] }
    }

    var name: String { command.name }

    /// Whether the command reads the file it names, so that the line may hold the contents instead.
    var takesContents: Bool {
        [["init"], ["plan", "draft"], ["terms", "amend"]].contains(command.path)
    }

    mutating func add(flag descriptor: Descriptor) {
        options.append(descriptor.name)
    }

    mutating func add(_ text: String, for descriptor: Descriptor) {
        values.append((descriptor, text))
        if descriptor.form == .positional {
            positionals[descriptor.name, default: []].append(text)
        } else {
            options.append("\(descriptor.name)=\(text)")
        }
    }

    /// Parses the arguments and makes the request.
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

    /// The parameter whose value cannot be read and may be someone's own words. When columns have changed places, texts
    /// stand where references and figures belong, and no message may repeat them.
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

    /// Whether a text may be someone's own words in the wrong place, so that no message may repeat it. Where digits
    /// belong, that is any word except a currency; elsewhere, text without a digit (a name, say) unless it is a
    /// misspelling of a word that belongs there.
    /// - Parameters:
    ///   - valueName: what help calls the value that belongs there.
    ///   - known: the words that belong there, if they are known.
    static func mayBeWords(_ text: String, insteadOf valueName: String = "", oneOf known: [String] = []) -> Bool {
        if numeric.contains(valueName) {
            return text.split { !$0.isLetter }.contains { !["kr", "DKK"].contains($0) }
        }
        return !text.contains(where: \.isNumber) && text.contains(where: \.isLetter)
            && nearest(to: text, in: known) == nil
    }

    /// The same for an item, `housing:35000:Deposit`, whose area and amount messages repeat.
    private static func mayBeWords(item: String) -> Bool {
        let parts = item.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        if (try? Area(parts[0].composed)) == nil, mayBeWords(parts[0]) { return true }
        return parts.count > 1 && mayBeWords(parts[1], insteadOf: ValueKind.amount.name)
    }

    /// What help calls the values made of digits.
    private static let numeric: Set<String> = [
        ValueKind.amount.name, ValueKind.day.name, ValueKind.item.name, ValueKind.entry.name,
    ]
    /// What help calls the values that may also be numbers in JSON.
    static let numbers: Set<String> = [ValueKind.amount.name, ValueKind.item.name, ValueKind.entry.name]
}

/// The parts of a disbursement as they are typed. Most imported lines are disbursements, so they are read by the same
/// kinds of value without the detour of a command line.
struct DisbursementFields {
    var participant: String?
    var item: String?
    var amount: String?
    var voucher: String?
    var voucherTotal: String?
    var payee: String?
    var on: String?
    var paid: String?
    var note: String?
    var once: String?
    var claim: StaffID?

    /// The request that the registry would make; `nil` if anything is wrong, and the registry then says what.
    func request(today: () -> Day) -> LineRequest? {
        guard let participant, let item, let amount, let voucher, let payee else { return nil }
        do throws(ValueFault) {
            let day = try on.map { text throws(ValueFault) in try ValueKind.day.parse(text) } ?? today()
            let disbursement = Disbursement(
                participant: try ValueKind.participant.parse(participant), item: try ValueKind.item.parse(item),
                amount: try ValueKind.amount.parse(amount), voucher: try ValueKind.voucher.parse(voucher),
                voucherTotal: try voucherTotal.map { text throws(ValueFault) in try ValueKind.amount.parse(text) },
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
