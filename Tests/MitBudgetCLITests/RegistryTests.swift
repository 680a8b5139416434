import Arguments
import TestSupport
import Testing

@testable import MitBudgetCLI

@Suite("The registry of commands")
struct RegistryTests {
    @Test("Every command has a summary, help on each parameter, and examples that are understood")
    func isSound() {
        #expect(Registry.spec.faults() == [])
    }

    @Test("Commands stand together by their first word, each word once")
    func families() {
        for family in Registry.families {
            #expect(family.commands().map(\.path[0]) == family.commands().map { _ in family.word })
        }
        #expect(Set(Registry.families.map(\.word)).count == Registry.families.count)
    }

    @Test(
        "A line means the same by the commands of one word as by all",
        arguments: [
            "status", "status --as-of 2023-01-31 --format json", "--format json status", "--as status disburse",
            "--as status status", "plan list", "plan", "plan lst", "plan list --amount 5", "status --help",
            "help status",
            "--version status", "status --version", "status status", "statu", "", "--ledger status",
            "participant erase B01 --reason x", "disburse B01", "status --on 2023-01-01", "-- status",
            "disburse status",
        ])
    func typed(line: String) {
        let words = line.split(separator: " ").map(String.init)
        let (spec, typed) = Registry.typed(words)
        let whole = Registry.spec.typed(words)
        #expect(typed.words == whole.words)
        #expect(typed.command?.path == whole.command?.path)
        #expect(typed.fault == whole.fault)
        #expect(typed.asksForHelp == whole.asksForHelp && typed.asksForVersion == whole.asksForVersion)
        func meaning(_ spec: CommandLineSpec<Action>, _ line: TypedLine<Action>) -> String {
            do throws(UsageError) {
                return switch try spec.parse(line).request {
                case .help(let topic): "help \(topic)"
                case .version: "version"
                case .run(let command, _): command.name
                }
            } catch {
                return "\(error)"
            }
        }
        #expect(meaning(spec, typed) == meaning(Registry.spec, whole))
    }
}
