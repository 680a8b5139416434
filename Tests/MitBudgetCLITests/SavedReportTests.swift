import JSON
import MitBudget
import MitBudgetReports
import Phrases
import Testing

@testable import MitBudgetCLI

/// A saved report that was mailed or edited is still told apart from one that says something else.
@Suite("A saved report")
struct SavedReportTests {
    private let world: TestWorld
    private static let period = ["--from", "2022-12-01", "--to", "2022-12-31"]

    init() throws {
        world = try TestWorld()
        world.now = try #require(Moment(iso: "2022-12-05T09:00:00Z"))
        for line in [
            "init --administrator admin", "staff add kaj --role consultant --name Konsulent",
            "receive --amount 1000 --voucher R-1", "expense --post project --amount 90,05 --voucher P-1 --payee Tryk",
        ] {
            let run = world.run(line.split(separator: " ").map(String.init))
            try #require(run.status == 0, "\(run.error)")
        }
    }

    @Test(
        "whose line ends, mark or last newline changed on the way says what the ledger prints",
        arguments: ReportTerms.Form.allCases, Language.allCases)
    func copies(form: ReportTerms.Form, language: Language) throws {
        let saved = Array(try report(form, language).utf8)
        let feed = Self.lines(saved).joined(separator: [10]).map(\.self)
        let isCSV = form == .csv
        let hasMark = saved.starts(with: [0xEF, 0xBB, 0xBF])
        let copies: [(bytes: [UInt8], changed: [String])] = [
            (saved, []),
            (isCSV ? feed : Array(Self.lines(saved).joined(separator: [13, 10])), ["line-ends"]),
            (Array(Self.lines(saved).joined(separator: [13])), ["line-ends"]),
            (hasMark ? Array(saved.dropFirst(3)) : [0xEF, 0xBB, 0xBF] + saved, ["byte-order-mark"]),
            (Array(saved.dropLast(isCSV ? 2 : 1)), ["last-newline"]),
            (saved + [10], isCSV ? ["line-ends", "last-newline"] : ["last-newline"]),
        ]
        for (bytes, changed) in copies {
            try write(bytes)
            let run = world.run(["verify", "--report", "saved", "--format", "json"])
            let answer = try JSON(parsing: run.output)
            #expect(run.status == 0 && answer["verified"] == .bool(true), "\(changed): \(run.output)")
            #expect((answer["changed"]?.elements ?? []).compactMap(\.text) == changed)
            let told = world.run(["verify", "--report", "saved", "--language", language.rawValue])
            let exactly = language == .danish ? "præcis" : "exactly"
            #expect(told.status == 0 && told.output.contains(exactly) == changed.isEmpty, "\(told.output)")
        }
    }

    @Test("with one figure changed is told all the same, whatever its line ends", arguments: ReportTerms.Form.allCases)
    func altered(form: ReportTerms.Form) throws {
        let text = try report(form, .english).replacing(form == .json ? "9005" : "90.05", with: "90.06")
        for copy in [text, text.replacing("\r\n", with: "\n").replacing("\n", with: "\r\n"), "\u{FEFF}" + text] {
            try write(Array(copy.utf8))
            let run = world.run(["verify", "--report", "saved"])
            #expect(run.status == 1 && run.output.contains("The first difference is on line"), "\(run.output)")
            #expect(!run.output.contains("report-layout"))
        }
    }

    @Test("whose letters are decomposed is told so, and one with a figure changed as well is not")
    func decomposed() throws {
        let text = try report(.text, .danish)
        // Without Foundation. To Swift, å equals a and a ring; æ and ø have no decomposition.
        let decomposed = String(
            String.UnicodeScalarView(
                text.unicodeScalars.flatMap { $0 == "å" ? ["a", "\u{30A}"] : [$0] as [Unicode.Scalar] }))
        try #require(!decomposed.utf8.elementsEqual(text.utf8))
        try write(Array(decomposed.utf8))
        let told = world.run(["verify", "--report", "saved", "--language", "en"])
        #expect(told.status == 1 && told.output.contains("The letters are the same"), "\(told.output)")
        let json = try JSON(parsing: world.run(["verify", "--report", "saved", "--format", "json"]).output)
        #expect(json["sameLetters"] == true && json["verified"] == false)
        try write(Array(decomposed.replacing("90,05", with: "90,06").utf8))
        let altered = world.run(["verify", "--report", "saved", "--language", "en"])
        #expect(altered.status == 1 && !altered.output.contains("The letters are the same"))
        #expect(altered.output.contains("90,06"), "the figure is told, and no line before it: \(altered.output)")
    }

    @Test(
        "of a layout that this program does not print is named so, and never called altered",
        arguments: ReportTerms.Form.allCases, [1, 0, ReportTerms.layout + 1, 99])
    func layouts(form: ReportTerms.Form, layout: Int) throws {
        // Layout 1 had no number.
        let number = layout == 1 ? "" : form == .json ? "\"layout\":\(layout)," : " --layout \(layout)"
        let ours = form == .json ? "\"layout\":\(ReportTerms.layout)," : " --layout \(ReportTerms.layout)"
        let text = try report(form, .english)
        #expect(text.contains(ours))
        try write(Array(text.replacing(ours, with: number).replacing("90.05", with: "90.06").utf8))
        let run = world.run(["verify", "--report", "saved"])
        let beginning = "report-layout  The report has layout \(layout)"
        #expect(run.status == 1 && run.output.hasPrefix(beginning), "\(run.output)")
        #expect(!run.output.contains("difference"))
        let answer = try JSON(parsing: world.run(["verify", "--report", "saved", "--format", "json"]).output)
        #expect(answer["verified"] == .bool(false))
        let finding = try #require(answer["findings"]?.elements.first)
        #expect(finding["finding"] == .string("report-layout") && finding["layout"] == .integer(Int64(layout)))
    }

    @Test("is asked for in the one layout that there is", arguments: ["1", "2", "3", "5", "04", "x", ""])
    func asking(other: String) throws {
        let ours = world.run(["report"] + Self.period + ["--layout", "\(ReportTerms.layout)"])
        #expect(try ours.status == 0 && ours.output == report(.text, .english))
        #expect(world.run(["report"] + Self.period + ["--layout", other]).status == 64)
    }

    @Test(
        "that continues an earlier one says so in its command, and is checked with what was recorded since",
        arguments: ReportTerms.Form.allCases, Language.allCases)
    func since(form: ReportTerms.Form, language: Language) throws {
        let section = form == .csv ? ["--section", "since"] : []
        let anchor = try #require(world.run(["anchor"]).output.split(separator: "\n").last).trimmingBlanks
        for since in ["3", anchor] {
            let run = world.run(
                ["report"] + Self.period + [
                    "--since", since, "--format", form.rawValue, "--language", language.rawValue,
                ]
                    + section)
            try #require(run.status == 0, "\(run.error)")
            try write(Array(run.output.utf8))
            let told = world.run(["verify", "--report", "saved", "--format", "json"])
            let answer = try JSON(parsing: told.output)
            #expect(told.status == 0 && answer["verified"] == true, "\(told.output)")
            let number = since == "3" ? "3" : "4"
            #expect(answer["report"]?.text?.contains(" --at 4 --since \(number) ") == true, "\(told.output)")
            guard since == "3" else { continue }
            let altered = run.output.replacing("9005", with: "9006").replacing("90.05", with: "90.06")
                .replacing("90,05", with: "90,06")
            #expect(altered != run.output, "the amount is told")
            try write(Array(altered.utf8))
            #expect(world.run(["verify", "--report", "saved"]).status == 1)
        }
    }

    @Test("continues only a report whose anchor the ledger bears", arguments: ["3", "5"])
    func otherAnchor(entry: String) throws {
        let run = world.run(["report"] + Self.period + ["--since", entry + ":0123456789abcdef", "--format", "json"])
        let kind = entry == "3" ? "anchor-differs" : "anchor-beyond"
        #expect(run.status == 1 && run.output.isEmpty && run.error.contains("\"kind\":\"\(kind)\""), "\(run.error)")
        #expect(world.run(["report"] + Self.period + ["--since", "5"]).status == 64)
        #expect(world.run(["report"] + Self.period + ["--at", "3", "--since", "4"]).status == 64)
    }

    @Test("ends with a command that prints it again", arguments: Language.allCases)
    func command(language: Language) throws {
        let text = try report(.text, language)
        let line = try #require(text.split(separator: "\n").last)
        #expect(line.hasSuffix(" --layout \(ReportTerms.layout)"))
        #expect(world.run(line.split(separator: " ").dropFirst().map(String.init)).output == text)
    }

    @Test("says no more than it knows where its command is torn, or its layout no number")
    func torn() throws {
        let text = try report(.text, .english)
        let layout = "--layout \(ReportTerms.layout)"
        for torn in [
            "mitbudget report --from ", "mitbudget report --from", "", "\u{FEFF}", "{\"report\":", "{\"report\":{}}",
            text.replacing(layout, with: "--layout two"), text.replacing(layout, with: "\(layout) \(layout)"),
            text.replacing(layout, with: "\(layout) --more"),
            text.replacing("--language en", with: "--language xx"),
        ] {
            try write(Array(torn.utf8))
            #expect(world.run(["verify", "--report", "saved"]).status == 65, "\(torn.suffix(120))")
        }
    }

    // MARK: Helpers

    private func report(_ form: ReportTerms.Form, _ language: Language) throws -> String {
        let run = world.run(
            ["report"] + Self.period + ["--format", form.rawValue, "--language", language.rawValue])
        try #require(run.status == 0, "\(run.error)")
        return run.output
    }

    private func write(_ bytes: [UInt8]) throws {
        try world.write(String(decoding: bytes, as: UTF8.self), to: "saved")
    }

    private static func lines(_ bytes: [UInt8]) -> [[UInt8]] {
        bytes.filter { $0 != 13 }.split(separator: 10, omittingEmptySubsequences: false).map(Array.init)
    }
}

extension Substring {
    fileprivate var trimmingBlanks: String { split(separator: " ").joined() }
}

extension JSON {
    fileprivate var elements: [JSON] {
        guard case .array(let elements) = self else { return [] }
        return elements
    }

    fileprivate var text: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }
}
