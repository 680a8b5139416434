import Arguments
import Foundation
import MitBudget
import MitBudgetReports
import MitBudgetStore
import Testing

@testable import MitBudgetCLI

@Suite("The documents")
struct DocumentsTests {
    @Test(
        "Both handbooks show or name every command",
        arguments: Registry.commands.map(\.name), Documents.handbooks)
    func namesCommand(command: String, handbook: String) throws {
        let text = try Documents.text(handbook)
        #expect(text.contains("mitbudget \(command)") || text.contains("`\(command)`"))
    }

    @Test("Both handbooks name every exit status, role and area", arguments: Documents.handbooks)
    func namesCodes(handbook: String) throws {
        let text = try Documents.text(handbook)
        for status in ExitStatus.allCases { #expect(text.contains("\n| \(status.rawValue) |")) }
        for role in Role.allCases { #expect(text.contains("`\(role.rawValue)`")) }
        for finding in VerifyFinding.ID.allCases { #expect(text.contains("`\(finding.rawValue)`")) }
    }

    @Test(
        "Both handbooks explain every finding and every section of the period report in a row of its own",
        arguments: Documents.handbooks)
    func explainsReport(handbook: String) throws {
        let text = try Documents.text(handbook)
        let keys = ReportFinding.Kind.allCases.map(\.rawValue) + ReportSection.allCases.map(\.rawValue)
        for key in keys { #expect(text.contains("\n| `\(key)` | "), "\(key)") }
    }

    @Test("Both handbooks name the usual thresholds of findings", arguments: Documents.handbooks)
    func namesThresholds(handbook: String) throws {
        let usual = Thresholds()
        let written = """
            {"lateDays": \(usual.lateDays), "duplicateDays": \(usual.duplicateDays), \
            "idlePlanDays": \(usual.idlePlanDays), "idleReleaseDays": \(usual.idleReleaseDays), \
            "rushPercent": \(usual.rushPercent)}
            """
        #expect(try Documents.text(handbook).contains(written))
    }

    @Test("No document keeps a placeholder of its template", arguments: try Documents.all())
    func holdsNoPlaceholder(document: String) throws {
        for line in try Documents.prose(document) { #expect(!line.contains("{{")) }
    }

    @Test("Both handbooks have the same sections, at the same levels")
    func sectionsAgree() throws {
        let levels = try Documents.handbooks.map { handbook in
            try Documents.prose(handbook).filter { $0.hasPrefix("#") }.map { $0.prefix { $0 == "#" }.count }
        }
        #expect(levels[0] == levels[1])
        #expect(levels[0].count > 20)
    }

    @Test("Every kind of entry stands in the description of the file", arguments: EntryKind.allCases)
    func namesKind(kind: EntryKind) throws {
        #expect(try Documents.text("Docs/Journal.md").contains("`\(kind.rawValue)`"))
    }

    @Test("Every relative link leads to a file, and to a heading where it names one")
    func linksResolve() throws {
        var count = 0
        for document in try Documents.all() {
            let folder = Documents.root.appending(path: document).deletingLastPathComponent()
            for line in try Documents.prose(document) {
                for match in line.matches(of: /\]\(([^)\s]+)\)/) where !match.1.hasPrefix("http") {
                    count += 1
                    let parts = match.1.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
                    let file =
                        parts[0].isEmpty
                        ? Documents.root.appending(path: document) : folder.appending(path: parts[0])
                    #expect(FileManager.default.fileExists(atPath: file.path()), "\(document): \(match.1)")
                    guard parts.count == 2 else { continue }
                    let page = file.standardizedFileURL.path().dropFirst(Documents.root.path().count)
                    let anchor = parts[1].removingPercentEncoding ?? ""
                    #expect(try Documents.anchors(in: String(page)).contains(anchor), "\(document): \(match.1)")
                }
            }
        }
        #expect(count > 50)
    }

    @Test("Commands and options that a document names in its sentences are there", arguments: try Documents.all())
    func namesAreThere(document: String) throws {
        let options = Set((Globals.all + Registry.commands.flatMap(\.parameters)).map(\.name))
        for line in try Documents.prose(document) {
            for span in line.matches(of: /`([^`]+)`/) {
                // Only the part of a line that the program sees.
                let ends = ["|", "\\|", ">", "<", "…"]
                var words = span.1.split(separator: " ").prefix { !ends.contains(String($0)) }.map(String.init)
                let isWhole = words.first == "mitbudget"
                if isWhole { words.removeFirst() }
                let typed = Registry.spec.typed(words)
                // An option may be named without its value.
                var isThere = typed.fault == nil
                if case .valueMissing = typed.fault { isThere = true }
                if isWhole || typed.command != nil { #expect(isThere, "\(document): \(span.0)") }
                guard document.contains("Handbook"), let option = words.first, option.hasPrefix("--") else { continue }
                let isMadeUp = option == "--" || option.hasPrefix("--key") || option.hasPrefix("--nøgle")
                #expect(isMadeUp || options.contains(option), "\(document): \(span.0)")
            }
        }
    }

    @Test("Both handbooks type the same commands with the same options, one after another")
    func examplesAgree() throws {
        let typed = try Documents.handbooks.map { handbook in
            try Documents.blocks(of: "console", in: handbook).joined(separator: "\n").replacing("\n>", with: "")
                .split(separator: "\n").filter { $0.hasPrefix("$ mitbudget") }.map { line in
                    let words = line.split(separator: " ").dropFirst().prefix { $0 != "|" }
                    return (words.prefix(2) + words.filter { $0.hasPrefix("--") }).joined(separator: " ")
                }
        }
        for (english, danish) in zip(typed[0], typed[1]) { #expect(english == danish) }
        #expect(typed[0].count == typed[1].count && typed[0].count > 80)
    }

    @Test("The programme file that the handbooks call built-in is", arguments: Documents.handbooks)
    func programmeIsBuiltIn(handbook: String) throws {
        let programmes = try Documents.blocks(of: "json", in: handbook).filter { $0.contains("\"grant\"") }
        #expect(try programmes.map { try ProgrammeFile.read(Array($0.utf8)) } == [try BuiltInProgramme.aabenraa()])
    }
}
