import Foundation
import MitBudget
import SQLite
import TestSupport
import Testing

@testable import MitBudgetStore

/// Every column of text in the file, altered so little that a reader sees no difference.
@Suite("Text that looks the same")
struct ColumnsOfTextTests {
    /// A way to alter a text.
    enum Change: String, CaseIterable {
        case decomposed, nul, blank, letterCase

        /// The altered text; `nil` where the text has nothing to alter.
        func apply(_ text: String) -> String? {
            let altered =
                switch self {
                // A text without such letters gets a mark: it looks nearly the same.
                case .decomposed: Self.isAccented(text) ? text.decomposedStringWithCanonicalMapping : text + "\u{30A}"
                case .nul: text + "\0"
                case .blank: text + " "
                case .letterCase: text.uppercased() == text ? text.lowercased() : text.uppercased()
                }
            return altered.utf8.elementsEqual(text.utf8) ? nil : altered
        }

        static func isAccented(_ text: String) -> Bool {
            !text.decomposedStringWithCanonicalMapping.utf8.elementsEqual(text.utf8)
        }
    }

    /// The columns that hold letters that a Mac writes as two: everything that someone may name.
    private static let named = [
        "journal.actor", "journal.body", "words.subject", "words.text", "programme.programme", "post.post",
        "staff.staff", "staff.account", "plan.decided_by", "plan_item.area", "item.area", "movement.area",
        "movement.post", "movement.voucher",
    ]

    /// A ledger with something in every column of text, and with an å in every name that someone may choose.
    static func desk() throws -> Desk {
        let terms = try Programme.terms(
            areas: ["job", "nåde"],
            posts: [
                .init(name: .citizens, budget: .kroner(750_000)), .init(name: "Små køb", budget: .kroner(202_000)),
            ])
        let id = try #require(ProgrammeID("mit-budget-åbenrå"))
        let desk = try Desk(
            Programme(
                id: id, title: terms.title, grantee: terms.grantee, funder: terms.funder, grant: terms.grant,
                posts: terms.posts, places: terms.places, cap: terms.cap, firstDay: terms.firstDay,
                lastDay: terms.lastDay, areas: terms.areas,
                budgetPeriods: [
                    .init(
                        firstDay: terms.firstDay, lastDay: terms.lastDay, cap: nil,
                        posts: [.init(name: "Små køb", budget: .kroner(202_000))])
                ],
                results: [.init(code: "nået", aim: .share(percent: nil)), .backlog]))
        try desk.record(.addStaff(StaffMember(id: "åse", role: .caseworker, account: "åse", name: "Sagsbehandler å")))
        let commands: [Command] = [
            .enrol(name: "Borger nummer et, på ventelisten", caseNumber: "Sag 12/345", on: .enrolment),
            .draft("B01", .of([.new(.kroner(10_000), area: "nåde")], goal: "Et job på havnen")),
            .approve("B01", on: .approval),
            .release("B01", item: 1, amount: .kroner(8_000), on: .release),
            .disburse(.of(.kroner(4_500), voucher: "Å-1", payee: "Gården", note: "På kredit")),
            .followUp("B01", result: "nået", note: "På plads", on: .later),
        ]
        let caller = Caller(account: "åse", claim: "åse")
        for command in commands { _ = try desk.ledger.record(command, by: caller, under: desk.circumstances) }
        try desk.record(.enrol(name: nil, caseNumber: nil, on: .enrolment))
        try desk.record(.withdraw("B02", reason: "Flyttet på landet", on: .later))
        try desk.record(.spend(.of(.kroner(12_000), post: "Små køb", voucher: "Å-2", payee: "På hjørnet")))
        try desk.record(.spend(.of(.kroner(1_000), post: "Små køb", voucher: "Å-3")))
        try desk.record(.reverse(15, reason: "Slået forkert ind", on: .later))
        try desk.record(.measure("backlog", value: Figure(text: "1050"), voucher: "Å-4", on: .later))
        let same = Amendment(terms: desk.ledger.programme, reason: "På ny", approval: "Å-5")
        try desk.record(.amend(same, on: .later))
        try desk.record(.attach(.file(DocumentFile(Array("Gårdens faktura".utf8))), to: 11, as: .receipt))
        try desk.record(.correct(11, .payee, text: "Gården på bakken", reason: "Forkert navn"))
        try desk.record(.closePeriod(through: "2023-03-31"), once: Once("period-1"))
        return desk
    }

    @Test("In every column that the schema has, each such change is found", arguments: Change.allCases)
    func found(_ change: Change) throws {
        let desk = try Self.desk()
        #expect(try desk.ledger.verify().findings == [])
        let columns = try desk.query(
            """
            SELECT t.name, c.name FROM sqlite_schema AS t, pragma_table_info(t.name) AS c
            WHERE t.type = 'table' AND c.type = 'TEXT' ORDER BY t.name, c.cid
            """)
        #expect(columns.count >= 35)
        var reached: Set<String> = []
        for (table, column) in columns.map({ ($0[0].plain, $0[1].plain) }) {
            let texts = try desk.query("SELECT DISTINCT \(column) FROM \(table) WHERE \(column) IS NOT NULL")
            #expect(!texts.isEmpty, "nothing stands in \(table).\(column)")
            for text in texts.map({ $0[0].plain }) {
                guard let altered = change.apply(text) else { continue }
                if Change.isAccented(text) { reached.insert("\(table).\(column)") }
                let was = Self.literal(text)
                try desk.tamper(
                    "PRAGMA ignore_check_constraints = ON; UPDATE \(table) SET \(column) = \(Self.literal(altered)) "
                        + "WHERE \(column) = \(was)")
                #expect(try desk.ledger.verify().findings != [], "\(table).\(column): \(change) of \(text)")
                try desk.tamper(
                    "UPDATE \(table) SET \(column) = \(was) WHERE \(column) = \(Self.literal(altered))")
            }
        }
        #expect(try desk.ledger.verify().findings == [])
        #expect(reached.isSuperset(of: Self.named), "\(reached.sorted())")
    }

    /// A text as SQL writes it, byte for byte.
    private static func literal(_ text: String) -> String {
        "CAST(x'" + text.utf8.map { String(format: "%02x", $0) }.joined() + "' AS TEXT)"
    }
}
