import Arguments
import MitBudget
import PageReading
import TestSupport
import Testing

@testable import MitBudgetCLI

/// Reports of programmes with hostile names of posts, names for areas, titles, grantees and funders.
struct HostileReportTests {
    /// How many names one programme gets; all names of the corpus are spread over several programmes.
    private static let share = 120

    @Test func `No cell of a report starts a formula and no name is markup, whatever the posts are called`() throws {
        var seen: Set<String> = []
        let names = HostileTexts.all.filter { text in
            // The reader of pages compares Characters, and would miss a tag that combines with the character beside it.
            (">" + text + "<").first == ">" && (">" + text + "<").last == "<"
                // Names that differ only in composition are refused as doubled.
                && (try? PostName(text)) != nil && !PersonalNumber.isSuspected(in: text) && seen.insert(text).inserted
        }
        // Codes are plain; what the areas are called is as free as a post's name, but for colons.
        var taken: Set<String> = []
        let labels = names.filter { !$0.contains(":") && taken.insert($0.composed.lowercased()).inserted }
        #expect(names.count > 300 && labels.count > 250)
        for start in stride(from: 0, to: names.count, by: Self.share) {
            let posts = Array(names[start..<min(names.count, start + Self.share)])
            let areas = labels[min(start, labels.count - 1)..<min(labels.count, start + Self.share)]
            let speaking = names[(start * 7) % names.count]
            try check(posts: posts, areas: zip(0..., areas).map { ("area-\($0)", $1) }, speaking: speaking)
        }
    }

    @Test func `A post or an area is the one that the programme spells, composed or not`() throws {
        let world = try world(posts: ["lån"], areas: [("\u{C5}", "Ærø i \u{C5}")], speaking: "x")
        let spend = ["expense", "--amount", "0,01", "--payee", "x", "--on", "2023-02-01", "--voucher"]
        #expect(world.run(spend + ["A1", "--post", "lån"]).status == 0)
        #expect(world.run(spend + ["A2", "--post", "la\u{30A}n"]).status == 0)
        #expect(world.run(spend + ["A3", "--post", "lan"]).status == 1)
        _ = world.run(["participant", "enrol", "--on", "2023-02-01"])
        let draft = [
            "plan", "draft", "B01", "--goal", "a", "--wishes", "b", "--purpose", "c", "--agreed", "2023-02-01",
        ]
        #expect(world.run(draft + ["--item", "\u{212B}:1:d"]).status == 0)
        #expect(world.run(draft + ["--item", "A:1:d"]).status == 1)
        #expect(world.run(draft + ["--item", "\u{C5}:1:d"]).status == 0)
        #expect(world.run(draft + ["--item", "ærø I a\u{30A}:1:d"]).status == 0)
        #expect(world.run(draft + ["--item", "Ærø i A:1:d"]).status == 1)
        #expect(world.run(["verify"]).status == 0)
    }

    private func world(
        posts: [String], areas: [(code: String, label: String)], speaking: String
    ) throws -> TestWorld {
        func quoted(_ text: String) -> String {
            "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
        }
        let world = try TestWorld(in: "/dev/shm")
        world.now = try #require(.init(iso: "2024-06-30T12:00:00Z"))
        let budgets = posts.map { quoted($0) + ":\"1.00\"" }.joined(separator: ",")
        let labels = areas.map { area in
            quoted(area.code) + ":{\"da\":" + quoted(area.label) + ",\"en\":" + quoted(area.label) + "}"
        }
        let codes = areas.map { quoted($0.code) }.joined(separator: ",")
        try world.write(
            """
            {"programme":"x","title":{"da":\(quoted(speaking)),"en":\(quoted(speaking))},
             "grantee":\(quoted(speaking)),"funder":\(quoted(speaking)),"grant":"10000.00",
             "posts":{"citizens":"1000.00",\(budgets)},"places":3,"cap":null,
             "firstDay":"2022-12-01","lastDay":"2024-12-31","areas":[\(codes)],
             "names":{\(labels.joined(separator: ","))}}
            """, to: "p.json")
        for line in [
            "init --administrator admin --programme p.json", "staff add kim --role caseworker --name x",
            "staff add rita --role consultant --name x",
        ] {
            let run = world.run(line.split(separator: " ").map(String.init))
            try #require(run.status == 0, "\(line): \(run.error)")
        }
        return world
    }

    private func check(posts: [String], areas: [(code: String, label: String)], speaking: String) throws {
        let world = try world(posts: posts, areas: areas, speaking: speaking)
        for (number, post) in posts.enumerated() {
            let run = world.run([
                "expense", "--post=\(post)", "--amount=0,01", "--voucher=-\(number)", "--payee=x", "--on=2023-02-01",
            ])
            #expect(run.status == 0, "\(quoted(post)): \(run.error)")
        }
        let report = ["report", "--from", "2023-01-01", "--to", "2023-12-31", "--color", "never"]
        for (language, separator) in [("da", ";"), ("en", ",")] {
            for section in ["header", "posts", "vouchers", "areas", "months", "income", "participants"] {
                let run = world.run(report + ["--language", language, "--format", "csv", "--section", section])
                #expect(run.status == 0, "\(run.error)")
                for cell in Self.cells(of: run.output, separator: Character(separator)) {
                    #expect(!Self.startsFormula(cell), "\(section): \(quoted(cell))")
                }
                #expect(Dangers.first(in: run.output, allowingReturns: true) == nil)
            }
            for page in [report, ["status"]] where language == "en" {
                let run = world.run(page + ["--language", language, "--format", "html"])
                let words = try Markup(run.output).text.joined(separator: "\n")
                for name in posts + areas.map(\.label) where page == report {
                    #expect(words.contains(name), "\(quoted(name))")
                }
            }
            for format in ["text", "json"] {
                for line in [report, ["status"]] {
                    let run = world.run(line + ["--language", language, "--format", format])
                    #expect(run.status == 0 && Dangers.first(in: run.output) == nil)
                }
            }
        }
        #expect(world.run(["verify"]).status == 0)
    }

    /// The cells of a table by RFC 4180, without quotation marks.
    private static func cells(of text: String, separator: Character) -> [String] {
        var (cells, cell, isQuoted) = ([String](), String.UnicodeScalarView(), false)
        var endedQuote = false
        let mark = separator.unicodeScalars.first ?? ","
        for scalar in text.unicodeScalars where scalar != "\u{FEFF}" || !cells.isEmpty || !cell.isEmpty {
            if scalar == "\"" {
                // Within quotation marks, a doubled mark belongs to the cell.
                if endedQuote { cell.append(scalar) }
                endedQuote = isQuoted
                isQuoted.toggle()
                continue
            }
            endedQuote = false
            if !isQuoted, scalar == mark || scalar == "\n" {
                cells.append(String(cell))
                cell = .init()
            } else {
                cell.append(scalar)
            }
        }
        return cells + [String(cell)]
    }

    /// Whether a spreadsheet would take the cell for a formula, which a signed number is not.
    private static func startsFormula(_ cell: String) -> Bool {
        guard let first = cell.unicodeScalars.first, "=+-@\t".unicodeScalars.contains(first) else { return false }
        return cell.prefixMatch(of: #/[-+][0-9][0-9.]*(,[0-9]+)?\r?$/#) == nil
    }
}
