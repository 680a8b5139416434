import Arguments
import Files
import Glibc
import JSON
import MitBudget
import MitBudgetReports
import Phrases

/// The program as a function from arguments to an exit status.
public enum Program {
    /// The version that `mitbudget version` prints.
    public static let version = "0.1.0"

    /// Runs the program with its own arguments in the real world.
    public static func main() -> Int32 {
        Interruption.prepare()
        var arguments: [String] = []
        var invalid: Int?
        for (position, bytes) in World.arguments().enumerated() {
            if let argument = String(validating: bytes, as: UTF8.self) {
                arguments.append(argument)
            } else if invalid == nil {
                invalid = position + 1
            }
        }
        return run(arguments, invalidAt: invalid, in: .system)
    }

    /// Runs the program in a given world.
    /// - Parameters:
    ///   - arguments: the arguments without the program's name.
    ///   - invalid: the position of the first argument that was not UTF-8, from 1.
    /// - Returns: the exit status.
    public static func run(_ arguments: [String], invalidAt invalid: Int? = nil, in world: World) -> Int32 {
        Vocabulary.standard.speak { speaking(arguments, invalidAt: invalid, in: world) }
    }

    /// Runs the program with phrases that speak the words of the ledger once it is opened.
    private static func speaking(_ arguments: [String], invalidAt invalid: Int?, in world: World) -> Int32 {
        let (spec, typedLine) = Registry.typed(arguments)
        var line = typedLine
        var settings = Settings(line.globals, in: world)
        do throws(Failure) {
            if let invalid { throw .usage(.notUTF8(position: invalid)) }
            let parsed: Parsed<Action>
            let (typed, language) = (line, settings.language)
            // A line that has other faults reports them first, so that no text is asked for in vain.
            do throws(UsageError) {
                if !typed.asksForHelp, !typed.asksForVersion, typed.fault == nil {
                    try line.fill { parameter throws(UsageError) in
                        try text(for: parameter, language, in: world)
                    }
                }
                parsed = try spec.parse(line)
                try settings.complete(line.globals)
            } catch {
                throw .usage(error)
            }
            let session = Session(world: world, settings: settings)
            let status = try perform(parsed.request, in: session)
            guard session.flush() else { throw .outputClosed(recorded: session.recorded) }
            return status.rawValue
        } catch {
            tell(error, with: settings, in: world)
            return error.kind.status.rawValue
        }
    }

    private static func perform(
        _ request: Parsed<Action>.Request, in session: Session
    ) throws(Failure) -> ExitStatus {
        switch request {
        case .help(let topic):
            try session.printHelp(on: topic)
            return .done
        case .version:
            session.printVersion()
            return .done
        case .run(let command, let action):
            guard action.formats.contains(session.settings.format) else {
                throw .usage(wrongFormat(session.settings.format, of: command, action))
            }
            let status = try action.run(session)
            return status
        }
    }

    /// Reads a text from standard input.
    private static func text(
        for parameter: Descriptor, _ language: Language, in world: World
    ) throws(UsageError) -> String {
        guard let bytes = try? world.ask("\(parameter.help[language]) \(parameter.name): ") else {
            throw .textMissing(parameter: parameter.name)
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            let reason = Phrase(da: "Teksten er ikke UTF-8.", en: "The text is not UTF-8.")
            throw .invalidValue(
                parameter: parameter.name, typed: Echo("-"), fault: ValueFault(reason, standsAlone: true),
                command: [])
        }
        return text
    }

    private static func wrongFormat(_ format: Format, of command: LedgerCommand, _ action: Action) -> UsageError {
        let names = action.formats.map(\.rawValue).joined(separator: ", ")
        let fault = ValueFault(
            Phrase(
                da: "\(command.name) kan udskrives som: \(names).", en: "\(command.name) can be printed as: \(names)."))
        return .invalidValue(
            parameter: "--format", typed: Echo(format.rawValue), fault: fault, command: command.path)
    }

    /// Writes to standard error why a command failed.
    private static func tell(_ failure: Failure, with settings: Settings, in world: World) {
        // A reader that stopped reading, as `head` does, wants no message.
        if case .outputClosed = failure, world.output.isAbandoned() { return }
        let explanation = failure.explanation
        let language = settings.language
        let message = explanation.message[language]
        let next = explanation.next(in: language, globals: settings.globals)
        if settings.format == .json {
            var json = failure.json(message: message, next: next)
            if case .lines(let faults) = failure {
                json = Failure.json(faults, message: message, next: next, with: settings)
            }
            _ = world.error.write(settings.harmless(.plain).text(json.compact) + "\n")
            return
        }
        let style = settings.errorStyle
        if case .lines(let faults) = failure {
            for fault in faults.told {
                _ = world.error.write(settings.harmless(style).text(fault.text(settings)))
            }
        }
        var lead = "mitbudget: "
        if let refusal = failure.refusal {
            let refused = Phrase(da: "afvist", en: "refused")[language]
            lead += style.bold(style.red(refused)) + " [\(refusal.rule.rawValue)] "
        }
        let told = lead + message + (next.isEmpty ? "" : "\n" + next) + "\n"
        _ = world.error.write(settings.harmless(style).text(told))
    }
}

extension Failure {
    /// `{"refusal":{…}}` or `{"error":{…}}`.
    func json(message: String, next: String) -> JSON {
        if let refusal {
            var members: [JSON.Member] = [.init(key: "rule", value: .string(refusal.rule.rawValue))]
            if let amounts = refusal.amounts {
                if let requested = amounts.requested {
                    members.append(.init(key: "requestedOre", value: .integer(requested.ore)))
                }
                if let bound = amounts.bound {
                    members.append(.init(key: "allowedOre", value: .integer(bound.ore)))
                }
            }
            members.append(.init(key: "message", value: .string(message)))
            members.append(.init(key: "next", value: .string(next)))
            return ["refusal": .object(members)]
        }
        return ["error": ["kind": .string(kind.name), "message": .string(message), "next": .string(next)]]
    }

    /// `{"error":{"kind":"import","message":"…","next":"…","count":2,"lines":[…]}}`.
    static func json(_ faults: LineFaults, message: String, next: String, with settings: Settings) -> JSON {
        [
            "error": [
                "kind": "import", "message": .string(message), "next": .string(next), "count": .integer(faults.count),
                "lines": .array(faults.told.map { $0.json(settings) }),
            ]
        ]
    }
}
