import Foundation
import JSON
import MitBudget
import TestSupport
import Testing

@testable import MitBudgetCLI
@testable import MitBudgetStore

@Suite("Journals for accounting programs")
struct AccountsTests {
    /// The balance of each account in whole øre. Each transaction must balance.
    private func balances(of journal: String) throws -> [String: Int64] {
        var balances: [String: Int64] = [:]
        for transaction in journal.components(separatedBy: "\n\n") {
            var sum: Int64 = 0
            for line in transaction.split(separator: "\n") where line.hasPrefix("  ") && line.hasSuffix(" DKK") {
                let parts = line.split(separator: " ")
                let amount = try Amount(decimal: String(parts[1]))
                balances[String(parts[0]), default: 0] += amount.ore
                sum += amount.ore
            }
            #expect(sum == 0, "\(transaction)")
        }
        return balances
    }

    @Test("Sum to the status by post and by citizen, and to what was received", arguments: ["hledger", "beancount"])
    func sums(form: String) throws {
        var citizens = 0
        for seed in Seed.each(9_000..<9_006) {
            let bureau = try Bureau(on: Course.today)
            let course = try Course(seed: seed, terms: .allCases[0], steps: 200, account: "kommunen")
            try bureau.write(ProgrammeFileText.of(course.programme), to: "terms.json")
            try bureau.must([
                "init", "--administrator", "aksel", "--name", "A", "--programme", bureau.path("terms.json"),
            ])
            try CourseTests().record(course, in: bureau)
            let found = try balances(of: bureau.must(["export", form]))
            let status = try JSON(parsing: bureau.must(["status", "--format", "json"]))
            var expected: [String: Int64] = [:]
            for post in status["posts"].elements {
                expected["expenses:\(post["post"].text)"] = post["disbursedOre"].integer
            }
            for citizen in status["participants"].elements {
                expected["expenses:citizens:\(citizen["participant"].text)"] = citizen["disbursedOre"].integer
                if citizen["disbursedOre"].integer > 0 { citizens += 1 }
            }
            let total = status["total"]
            expected["income:grant"] = (total?["repaidOre"]).integer - (total?["receivedOre"]).integer
            for (account, amount) in expected {
                let sum = found.filter { name, _ in
                    let name = name.lowercased()
                    return name == account.lowercased() || name.hasPrefix(account.lowercased() + ":")
                }.values.reduce(0, +)
                #expect(sum == amount, "seed \(seed): \(account)")
            }
            #expect(found.values.reduce(0, +) == 0)
        }
        #expect(citizens > 3)
    }

    @Test("Have names that the programs take, each for one post or area only")
    func names() throws {
        let posts: [Programme.Post] = [
            .init(name: .citizens, budget: .kroner(750_000)), .init(name: "Løn: leder", budget: .kroner(1)),
            .init(name: "løn; leder", budget: .kroner(1)), .init(name: "§ 5", budget: .kroner(1)),
            .init(name: "—", budget: .kroner(1)),
        ]
        let terms = try Programme.terms(areas: ["Fritid_1", "fritid-1", "écoute"], posts: posts)
        let names = AccountNames(terms, capitalised: false)
        #expect(
            terms.posts.filter { $0.name != .citizens }.map { names.expenses(post: $0.name) }.sorted() == [
                "expenses:5", "expenses:loen--leder", "expenses:loen--leder-2", "expenses:other",
            ])
        let capitalised = AccountNames(terms, capitalised: true)
        #expect(capitalised.expenses(citizen: "B01", "Fritid_1") == "Expenses:Citizens:B01:Fritid-1")
        #expect(capitalised.expenses(citizen: "B01", "fritid-1") == "Expenses:Citizens:B01:Fritid-1-2")
        #expect(capitalised.expenses(citizen: "B01", "écoute") == "Expenses:Citizens:B01:Coute")
    }

    @Test("Hold a payee's name only where it may be told, and none that would be read as something else")
    func payees() throws {
        let bureau = try Bureau()
        try bureau.open()
        try bureau.must([
            "disburse", "B01", "--item", "1", "--amount", "1", "--voucher", "K-1", "--payee", "A; \"B\" | C\\D",
        ])
        for form in ["hledger", "beancount", "csv", "jsonl"] {
            #expect(try !bureau.must(["export", form]).contains("C\\D"))
        }
        let reading = ["--identified", "--purpose", "Prøve"]
        #expect(
            try bureau.must(["export", "hledger"] + reading).contains(
                " (K-1) A, \"B\" / C\\D – disbursement B01 item 1  ;"))
        #expect(
            try bureau.must(["export", "beancount"] + reading).contains(
                #" * "A; \"B\" | C\\D – disbursement B01 item 1""#))
    }
}

private enum ProgrammeFileText {
    static func of(_ programme: Programme) -> String { ProgrammeFile.write(programme).compact }
}

extension JSON? {
    fileprivate var elements: [JSON] { if case .array(let elements)? = self { elements } else { [] } }
    fileprivate var text: String { if case .string(let text)? = self { text } else { "" } }
    fileprivate var integer: Int64 { if case .integer(let integer)? = self { integer } else { 0 } }
}
