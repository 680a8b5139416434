import Phrases
import Testing

@testable import MitBudget
@testable import MitBudgetReports

/// What a programme without citizens says. A command to type and the keys of files are the same in every programme.
@Suite("The words of other programmes")
struct OtherWordsTests {
    private static let words = ["borger", "citizen", "participant"]

    @Test("No phrase of a programme of initiatives mentions citizens", arguments: Language.allCases)
    func initiatives(language: Language) throws {
        let programme = try OtherProgramme.initiatives()
        for text in try Vocabulary(programme).speak({ try Self.texts(of: programme, in: language) }) {
            expectNoCitizen(in: text)
        }
    }

    @Test("No phrase of a programme without recipients mentions citizens", arguments: Language.allCases)
    func postsOnly(language: Language) throws {
        let programme = try OtherProgramme.postsOnly()
        for text in try Vocabulary(programme).speak({ try Self.texts(of: programme, in: language) }) {
            expectNoCitizen(in: text)
        }
    }

    @Test("The same phrases of the built-in programme do", arguments: Language.allCases)
    func citizens(language: Language) throws {
        let texts = try Self.texts(of: StatusSample.aabenraa(), in: language)
        let telling = texts.filter { text in Self.words.contains { Self.spoken(text).lowercased().contains($0) } }
        #expect(telling.count > 50)
    }

    @Test("The status and the report of a programme without recipients show no place and no cap")
    func nothingOfRecipients() throws {
        let programme = try OtherProgramme.postsOnly()
        let standing = try StatusSample.standing(
            programme: programme, asOf: "2024-03-15", received: "476000", project: "88450", [])
        let report = StatusReport(standing: standing, anchor: PeriodPageSample.anchor)
        for text in [
            report.text(in: .danish, style: .plain), StatusPage(report, language: .danish).html,
            PeriodPageSample.html(try PeriodPageSample.empty(programme), [], .danish),
        ] {
            for word in ["plads", "ramme", "modtagere", "handleplan"] {
                #expect(!Self.shown(text).lowercased().contains(word), "\(word)")
            }
        }
    }

    private func expectNoCitizen(in text: String) {
        let spoken = Self.spoken(text).lowercased()
        for word in Self.words { #expect(!spoken.contains(word), "\(spoken)") }
    }

    /// The text without commands to type, and without codes and keys.
    private static func spoken(_ text: String) -> String {
        shown(text).replacing(/mitbudget [^\n<]*/, with: "").replacing(/`[^`]*`/, with: "")
            .replacing("posts.citizens", with: "").replacing("participant-enrolled, participant-withdrawn", with: "")
    }

    /// A page without its tags and style.
    private static func shown(_ text: String) -> String {
        guard text.contains("<html") else { return text }
        return text.replacing(/<style>(?s:.*?)<\/style>/, with: "").replacing(/<[^>]*>/, with: " ")
    }

    /// Every phrase that the program may say, in the words that are current, but for the sources of the rules.
    private static func texts(of programme: Programme, in language: Language) throws -> [String] {
        try explanations(of: programme).flatMap { [$0.message[language], $0.next(in: language)] }
            + phrases(of: programme).map { $0[language] } + reports(of: programme, in: language)
    }

    private static func explanations(of programme: Programme) throws -> [Explanation] {
        let refusal = try Rule.outsideWindow.sample
        let ofRules = try Rule.allCases.map { try $0.account.explanation }
        let ofFaults = try Cases.faults().map { $0.explanation { "'\($0)'" } }
        let refusals = try Cases.refusals().filter { programme.hasRecipients || !$0.isOnCitizensPost }
        return try refusals.map(\.explanation) + Cases.remedies().map { refusal.explanation(with: [$0]) }
            + Cases.malformed.map { $0.explanation { "'\($0)'" } } + ofRules + ofFaults
    }

    private static func phrases(of programme: Programme) throws -> [Phrase] {
        let left: [Headroom.Left] = [.nothingToCount, .amount(.zero), .days(2), .places(2)]
        let headroom = Rule.allCases.flatMap { rule in left.map { Headroom(rule: rule, left: $0).phrase } }
        let accounts = Rule.allCases.flatMap {
            [$0.account.refuses, $0.account.allows] + [$0.limit].compactMap(\.self)
        }
        let codes =
            EntryKind.allCases.map(\.phrase) + MovementKind.allCases.map(\.phrase) + Role.allCases.map(\.phrase)
            + WithdrawalCause.allCases.map(\.phrase) + Refusal.Field.allCases.map(\.phrase)
        let reports =
            ReportSection.allCases.map(\.heading) + ReportFinding.Kind.allCases.map { $0.meaning(Thresholds()) }
        return try headroom + accounts + codes + reports + attention(of: programme).map(\.phrase) + [
            Count.recipients(3).phrase
        ]
    }

    private static func attention(of programme: Programme) throws -> [Attention] {
        try (programme.hasRecipients ? [.pendingAboveFree(by: .zero)] : []) + [
            .unspentAtEnd(.zero), .closingSoon(days: 0, unspent: .zero), .closingSoon(days: 3, unspent: .zero),
            .drawingOver(citizens: 1, unspent: .zero),
            .drawingSoon(citizens: 3, unspent: .zero, first: Day("2024-03-01")),
            .spentAboveReceived(by: .zero, hasRepaid: true), .toReturn(.zero),
            .outsidePosts(.zero),
        ]
    }

    /// The status and the period report, with few citizens and with too many to list, or with none.
    private static func reports(of programme: Programme, in language: Language) throws -> [String] {
        let some = try (1...3).map { try StatusSample.citizen($0, "44500", "30000", "1500", asks: "49000") }
        let groups = programme.hasRecipients ? try [[], some, StatusSample.twoHundred] : [[]]
        let standings = try groups.flatMap { citizens in
            try ["2022-11-30", "2024-12-01", "2025-01-01"].map { day in
                try StatusSample.standing(
                    programme: programme, asOf: day, received: "476000", project: "88450", citizens)
            }
        }
        let reports = standings.map { StatusReport(standing: $0, anchor: PeriodPageSample.anchor) }
        let facts =
            try [PeriodPageSample.empty(programme)]
            + (programme.hasRecipients ? [PeriodPageSample.full(programme)] : [])
        return try reports.flatMap {
            [$0.text(in: language, style: .plain), StatusPage($0, language: language).html]
        }
            + facts.flatMap { facts in
                let vouchers = programme.hasRecipients ? try PeriodPageSample.vouchers() : []
                return [
                    PeriodPageSample.html(facts, vouchers, language), PeriodPageSample.text(facts, vouchers, language),
                ]
            }
    }
}

extension Refusal {
    /// Whether only a programme with a citizens' post can refuse so.
    fileprivate var isOnCitizensPost: Bool {
        switch self {
        case .postExceeded(.citizens, _, _), .termsBelowUsed(.post(.citizens, _, _)): true
        default: false
        }
    }
}
