import Arguments
import Foundation
import JSON
import MitBudget
import TestSupport
import Testing

@testable import MitBudgetCLI

/// Extracts in every shape that is read, and what is compared with them.
@Suite("Reconciling on the command line")
struct ReconcileTests {
    private let bureau: Bureau

    init() throws {
        bureau = try Bureau(on: "2023-06-30")
        try bureau.open()
        for line in Self.course { try bureau.must(line.split(separator: " ").map(String.init)) }
    }

    /// Entries 8 to 18, in the ledger of `ready.jsonl`.
    private static let course = [
        "disburse B01 --item 1 --amount 100 --voucher K-1 --payee x --on 2023-02-01 --paid 2023-03-01",
        "disburse B01 --item 1 --amount 200 --voucher K-2 --payee x --on 2023-03-02",
        "expense --post project --amount 300 --voucher K-3 --payee x --on 2023-03-03",
        "refund 9 --amount 50 --voucher K-4 --on 2023-03-04",
        "receive --amount 5000 --voucher K-5 --on 2023-03-05",
        "repay --amount 70 --voucher K-6 --on 2023-03-06",
        "expense --post project --amount 400 --voucher K-7 --payee x --on 2023-03-07",
        "reverse 14 --reason Tastefejl --on 2023-03-08",
        "disburse B01 --item 1 --amount 10 --voucher K-8 --voucher-total 40 --payee x --on 2023-03-09",
        "disburse B01 --item 1 --amount 20 --voucher K-8 --payee x --on 2023-03-09",
        "expense --post project --amount 500 --voucher K-9 --payee x --on 2023-04-01",
    ]

    /// What the extract shows of it: day, voucher, text, amount.
    private static let rows = [
        ["01-03-2023", "K-1", "Indskud", "100,00"], ["02-03-2023", "K-2", "Køb på Ærø", "200,00"],
        ["03-03-2023", "K-3", "Tryk; to \"oplag\"", "300,00"], ["04-03-2023", "K-4", "Retur", "-50,00"],
        ["05-03-2023", "K-5", "Rate", "-5.000,00"], ["06-03-2023", "K-6", "Tilbage", "70,00"],
        ["09-03-2023", "K-8", "Faktura", "30,00"],
    ]

    private func run(_ file: [UInt8], _ options: [String] = []) throws -> Bureau.Run {
        try Data(file).write(to: URL(filePath: bureau.path("extract.csv")))
        return bureau.run(["reconcile", bureau.path("extract.csv")] + options)
    }

    /// The result without what tells how the file is written.
    private func result(_ file: [UInt8], _ options: [String] = []) throws -> JSON {
        let run = try run(file, options + ["--format", "json"])
        try #require(run.status == 0 || run.status == 1, "\(run.error)")
        guard case .object(let members) = try JSON(parsing: run.output) else { return .null }
        return .object(members.filter { $0.key != "profile" && $0.key != "digest" })
    }

    private static func table(_ rows: [[String]], _ separator: String, end: String = "\n") -> String {
        let heading = ["Bogføringsdato", "Bilag", "Tekst", "Beløb"]
        return ([heading] + rows).map { row in
            row.map { cell in
                let isQuoted = cell.contains("\"") || cell.contains(separator)
                return isQuoted ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
            }.joined(separator: separator) + end
        }.joined()
    }

    private static func windows(_ text: String) -> [UInt8] {
        text.unicodeScalars.map { UInt8($0.value) }
    }

    private static func wide(_ text: String, bigEndian: Bool) -> [UInt8] {
        ("\u{FEFF}" + text).utf16.flatMap { unit in
            let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
            return bigEndian ? bytes.reversed() : bytes
        }
    }

    // MARK: What is compared

    @Test("Standing entries are compared by their day of payment; a reversed one and its reversal are not")
    func compared() throws {
        let json = try result(Array(Self.table(Self.rows, ";").utf8))
        #expect(
            json["matched"]?.compact
                == "["
                + [(2, 8), (3, 9), (4, 10), (5, 11), (6, 12), (7, 13), (8, 16), (8, 17)].map {
                    "{\"line\":\($0.0),\"entry\":\($0.1)}"
                }.joined(separator: ",") + "]")
        #expect(json["ledgerOnly"] == [] && json["statementOnly"] == [] && json["ambiguous"] == [])
        #expect(json["balanced"] == .null && json["compared"]?["entries"] == 8)
        #expect(
            json["statement"]?.compact
                == #"{"from":"2023-03-01","to":"2023-03-09","openingOre":null,"closingOre":null,"count":7}"#)
    }

    @Test("The period holds what is compared, its first and last day included")
    func period() throws {
        let file = Array(Self.table(Self.rows, ";").utf8)
        func missing(_ from: String, _ to: String) throws -> JSON? {
            try result(file, ["--from", from, "--to", to])["ledgerOnly"]
        }
        #expect(try missing("2023-02-01", "2023-04-01") == [18])
        #expect(try missing("2023-02-01", "2023-03-31") == [])
        let short = try result(file, ["--from", "2023-03-03", "--to", "2023-03-05"])
        #expect(short["matched"]?.compact == #"[{"line":4,"entry":10},{"line":5,"entry":11},{"line":6,"entry":12}]"#)
        #expect(short["statementOnly"] == [] && short["ledgerOnly"] == [])
        let later = try run(file, ["--from", "2023-05-01"])
        #expect(later.status == 64 && later.error.contains("--from"))
    }

    @Test("A line of a voucher's total shows all its lines in the ledger")
    func total() throws {
        var rows = Self.rows
        rows[6][3] = "40,00"
        let json = try result(Array(Self.table(rows, ";").utf8))
        #expect(json["matched"]?.compact.hasSuffix(#"{"line":8,"entry":16},{"line":8,"entry":17}]"#) == true)
    }

    @Test("Nothing is recorded, and the file is read before the ledger is opened")
    func nothing() throws {
        let before = try bureau.bytes()
        #expect(try run(Array(Self.table(Self.rows, ";").utf8)).status == 0)
        #expect(try bureau.bytes() == before)
        try bureau.write("", to: "empty.csv")
        let run = bureau.run(["reconcile", bureau.path("empty.csv")], ledger: "none.sqlite")
        #expect(run.status == 65, "\(run.error)")
    }

    // MARK: How it is written

    @Test("Delimiters, encodings and line ends change nothing", arguments: [";", ",", "\t"], ["\n", "\r\n"])
    func shapes(separator: String, end: String) throws {
        let expected = try result(Array(Self.table(Self.rows, ";").utf8))
        let text = Self.table(Self.rows, separator, end: end)
        let files: [(String, [UInt8], String)] = [
            ("UTF-8", Array(text.utf8), "utf-8"), ("with a mark", Array(("\u{FEFF}" + text).utf8), "utf-8"),
            ("Windows-1252", Self.windows(text), "windows-1252"),
            ("UTF-16 LE", Self.wide(text, bigEndian: false), "utf-16"),
            ("UTF-16 BE", Self.wide(text, bigEndian: true), "utf-16"),
            ("without an end", Array(text.dropLast().utf8), "utf-8"),
        ]
        for (name, file, encoding) in files {
            #expect(try result(file) == expected, "\(name)")
            let run = try run(file, ["--format", "json"])
            let profile = try #require(try JSON(parsing: run.output)["profile"])
            #expect(profile["encoding"] == .string(encoding) && profile["delimiter"] == .string(separator), "\(name)")
            // The profile that is told reads the file alike.
            try bureau.write(profile.compact, to: "profile.json")
            let again = try self.run(file, ["--format", "json", "--profile", bureau.path("profile.json")])
            #expect(again.output == run.output, "\(name)")
        }
    }

    @Test("English figures and bank signs change nothing but what is told of the file")
    func english() throws {
        let expected = try result(Array(Self.table(Self.rows, ";").utf8))
        var rows = Self.rows.map { row in
            let day = row[0].split(separator: "-").reversed().joined(separator: "-")
            let amount = row[3].replacing(".", with: "").replacing(",", with: ".")
            return [day, row[1], row[2], amount.hasPrefix("-") ? String(amount.dropFirst()) : "-" + amount]
        }
        rows[4][3] = "5,000.00"
        let text = Self.table(rows, ",").replacing(
            "Bogføringsdato,Bilag,Tekst,Beløb", with: "Date,Voucher no.,Text,Amount (DKK)")
        #expect(try result(Array(text.utf8)) == expected)
    }

    @Test("Two columns of amounts, of a finance system or of a bank, are one amount")
    func sides() throws {
        for heading in ["Debet;Kredit", "Ud;Ind"] {
            let lines = Self.rows.map { row in
                let isCredit = row[3].hasPrefix("-")
                let amount = row[3].replacing("-", with: "")
                return "\(row[0]);\(row[1]);\(isCredit ? ";" + amount : amount + ";")"
            }
            let text = "Dato;Bilag;\(heading)\n" + lines.joined(separator: "\n")
            let json = try result(Array(text.utf8))
            #expect(json["statementOnly"] == [] && json["ledgerOnly"] == [] && json["ambiguous"] == [], "\(heading)")
        }
    }

    @Test("The order of the lines changes nothing but their numbers")
    func order() throws {
        let expected = try result(Array(Self.table(Self.rows, ";").utf8))
        func entries(_ json: JSON, _ rows: [[String]]) -> Set<[String]> {
            guard case .array(let pairs)? = json["matched"] else { return [] }
            return Set(
                pairs.map { pair in
                    guard case .integer(let line)? = pair["line"] else { return [] }
                    return rows[Int(line) - 2] + [pair["entry"]?.compact ?? ""]
                })
        }
        for seed in Seed.each(1...8) {
            var chance = SplitMix64(seed: seed)
            let rows = Self.rows.shuffled(using: &chance)
            let json = try result(Array(Self.table(rows, ";").utf8))
            #expect(entries(json, rows) == entries(expected, Self.rows), "seed \(seed)")
            #expect(json["ledgerOnly"] == expected["ledgerOnly"])
        }
    }

    @Test(
        "Lines are counted as an editor counts them: blank ones, those above the heading, those within quotation marks")
    func numbers() throws {
        let text = """
            Konto;1234

            Dato;Tekst;Beløb

            01-03-2023;"Indskud
            til

            bolig K-1";100,00
            02-03-2023;K-2;200,00
            ;fortsat tekst;
            99-99-9999;;1,00
            """
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().joined(separator: "\n")
        let json = try result(Array(lines.utf8), ["--to", "2023-03-02"])
        #expect(json["matched"]?.compact == #"[{"line":5,"entry":8},{"line":9,"entry":9}]"#)
        let run = try run(Array(text.utf8))
        #expect(run.status == 65 && run.error.contains("line 11"), "\(run.error)")
    }

    @Test(
        "Above, below and among the lines, balances are recognised as they are written",
        arguments: [
            ("Saldo primo;1.000,00\n", "Saldo ultimo;1.100,00\n"),
            ("Saldo primo: 1.000,00 kr.\n", "Ultimo;;1.100,00\n"),
            ("Primosaldo pr. 01-03-2023;1.000,00\n", ";;;Slutsaldo;1.100,00\n"),
            ("", ";Primosaldo;;1.000,00\n;Ultimosaldo;;1.100,00\n"),
            ("Opening balance;1.000,00\n", "Closing balance;1.100,00\n"),
            ("", "01-03-2023;Primo;;1.000,00\n31-03-2023;Ultimo;;1.100,00\n"),
        ])
    func balances(above: String, below: String) throws {
        let text = above + "Dato;Tekst;Bilag;Beløb\n01-03-2023;Indskud;K-1;100,00\n" + below
        let json = try result(Array(text.utf8))
        #expect(json["statement"]?["openingOre"] == 100_000 && json["statement"]?["closingOre"] == 110_000)
        #expect(json["balanced"] == true && json["statement"]?["count"] == 1)
        let wrong = try run(Array(text.replacing("1.100,00", with: "1.100,01").utf8), ["--format", "json"])
        #expect(wrong.status == 1 && wrong.output.contains(#""balanced":false"#))
    }

    @Test("A payment whose text begins like a balance is none")
    func noBalance() throws {
        let text = "Dato;Tekst;Beløb\n01-03-2023;Primo 2023;100,00\n02-03-2023;Total A/S;200,00\n"
        let json = try result(Array(text.utf8))
        #expect(json["statement"]?["count"] == 2 && json["balanced"] == .null)
    }

    // MARK: Bad input

    @Test("A file of another kind is told as what it is")
    func foreign() throws {
        for (bytes, format, name) in InputTests.foreign {
            let run = try run(bytes)
            #expect(run.status == 65, "\(run.error)")
            // UTF-16 with a mark is read; what it holds is no extract.
            let isRead = format == .utf16 && (bytes[0] == 0xFF || bytes[0] == 0xFE)
            #expect(isRead || run.error.contains(name), "\(run.error)")
            #expect(run.error.split(separator: "\n").count == 2, "what it is, and what to do")
        }
    }

    @Test("Another currency is told wherever the file tells it")
    func currencies() throws {
        let line = "01-03-2023;100,00;1,00\n"
        for text in [
            "Valuta: EUR\nDato;Beløb;Saldo\n" + line, "Konto;1;Valuta SEK\nDato;Beløb;Saldo\n" + line,
            "Dato;Beløb;Saldo (EUR)\n" + line, "Dato;Beløb (EUR);Saldo\n" + line,
            "Dato;Beløb;Valuta\n01-03-2023;1;EUR\n",
        ] {
            let run = try run(Array(text.utf8))
            #expect(run.status == 65 && run.error.contains("another currency"), "\(text): \(run.error)")
        }
        #expect(try run(Array("Valuta: DKK\nDato;Beløb\n01-03-2023;100,00\n".utf8)).status == 0)
    }

    @Test("What follows the lines is a sum by its words, or is told as no line")
    func below() throws {
        let lines = "Dato;Bilag;Beløb\n01-03-2023;K-1;100,00\n"
        for sum in ["Sum i alt;;100,00", ";Samlet beløb;100,00", "Grand total;;100,00", "I alt 100,00"] {
            #expect(try result(Array((lines + sum).utf8))["balanced"] == true, "\(sum)")
            let wrong = try run(Array((lines + sum.replacing("100", with: "101")).utf8))
            #expect(wrong.status == 1, "\(sum): \(wrong.error)")
        }
        let run = try run(Array((lines + "Udskrevet 1. april 2023\n").utf8))
        #expect(run.status == 65 && run.error.contains("line 3") && run.error.contains("has 1 field,"), "\(run.error)")
        #expect(run.error.contains("remove"), "\(run.error)")
    }

    @Test("Of two columns with one name, no profile can choose")
    func twins() throws {
        let run = try run(Array("Dato;Beløb;Beløb\n01-03-2023;100,00;1,00\n".utf8))
        #expect(run.status == 65 && run.error.contains("line 1") && !run.error.contains("profile"), "\(run.error)")
    }

    @Test("Half a character in UTF-16 is told with its line")
    func broken() throws {
        let file =
            Self.wide("Dato;Tekst;Beløb\n01-03-2023;x", bigEndian: false) + [0x3D, 0xD8]
            + Self.wide(";100,00\n", bigEndian: false).dropFirst(2)
        let run = try run(file)
        #expect(run.status == 65 && run.error.contains("line 2"), "\(run.error)")
        let odd = try self.run(Self.wide(Self.table(Self.rows, ";"), bigEndian: true) + [0x00])
        #expect(odd.status == 65, "\(odd.error)")
    }

    @Test("A line may be as long as the limit, and a file may have as many lines as are read")
    func limits() throws {
        func file(_ length: Int) -> [UInt8] {
            let line = "01-03-2023;100,00;"
            return Array("Dato;Beløb;Tekst\n\(line)\(String(repeating: "x", count: length - line.utf8.count))\n".utf8)
        }
        #expect(try run(file(ExtractReader.lineLimit)).status == 0)
        let long = try run(file(ExtractReader.lineLimit + 1))
        #expect(long.status == 65 && long.error.contains("line 2"))
        let open = try run(
            Array(("Dato;Beløb;Tekst\n01-03-2023;100,00;\"" + String(repeating: "x\n", count: 40_000)).utf8))
        #expect(open.status == 65 && open.error.contains("line 2"), "\(open.error)")
        try bureau.write(Self.table(Self.rows, ";"), to: "extract.csv")
        for most in [Self.rows.count, Self.rows.count - 1] {
            let isTooLong = throwsTooMany(most)
            #expect(isTooLong == (most < Self.rows.count))
        }
    }

    private func throwsTooMany(_ most: Int) -> Bool {
        let session = Session(world: .system, settings: Settings(Registry.spec.typed([]).globals, in: .system))
        do {
            _ = try ExtractReader.read(bureau.path("extract.csv"), ExtractProfile(), in: session, most: most)
            return false
        } catch {
            if case .extract(_, .tooMany) = error { return true }
            return false
        }
    }

    @Test("A file that is changed while it is read is not compared")
    func changing() throws {
        try bureau.write(Self.table(Self.rows, ";"), to: "extract.csv")
        bureau.whileReading = {
            guard let file = FileHandle(forWritingAtPath: bureau.path("extract.csv")) else { return }
            _ = try? file.seekToEnd()
            file.write(Data("10-03-2023;;;1,00\n".utf8))
        }
        let run = bureau.run(["reconcile", bureau.path("extract.csv")])
        #expect(run.status == 75, "\(run.error)")
    }

    @Test("No text of the file is printed, and no CPR number, whatever column it stands in")
    func discreet() throws {
        let text = """
            Dato;Bilag;Tekst;Beløb
            01-03-2023;KARLA;Karla Eksempel;7,00
            02-03-2023;010190-9873;010190-9873;8,00
            """
        for format in ["text", "json", "csv"] {
            try bureau.write(#"{"costs":"positive"}"#, to: "costs.json")
            let run = try run(
                Array(text.utf8), ["--format", format, "--profile", bureau.path("costs.json")])
            #expect(run.status == 1)
            for name in ["Karla", "KARLA", "010190", "9873"] { #expect(!run.output.contains(name), "\(format)") }
        }
        try bureau.write(#"{"columns":{"text":"010190-9873"},"costs":"positive"}"#, to: "named.json")
        for format in ["text", "json", "csv"] {
            let run = try run(
                Array("Dato;010190-9873;Beløb\n01-03-2023;K-1;100,00\n".utf8),
                ["--format", format, "--profile", bureau.path("named.json")])
            #expect(run.status == 0 && !run.output.contains("9873"), "\(format) \(run.error)")
        }
        for cell in ["Karla Eksempel", "010190-9873", "0101909873"] {
            for line in ["\(cell);;;7,00", "01-03-2023;;;\(cell)"] {
                let run = try run(Array("Dato;Bilag;Tekst;Beløb\n\(line)\n".utf8))
                #expect(run.status == 65 || !run.output.contains("9873"))
                #expect(!run.error.contains("Karla") && !run.error.contains("9873"), "\(run.error)")
            }
        }
    }
}
