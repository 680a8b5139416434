import Foundation
import JSON
import MitBudget
import TestSupport
import Testing

@testable import MitBudgetCLI

@Suite("What is given to import")
struct InputTests {
    private static let header = "participant;item;amount;day;voucher;payee"
    private static let table = header + "\nB01;1;100,00;2023-02-03;K-1;Bolighuset\n"

    /// Beginnings of files in other formats, and what each format is called.
    static let foreign: [(bytes: [UInt8], format: ForeignFormat, name: String)] = [
        ([0xFF, 0xFE] + wide(table, bigEndian: false), .utf16, "UTF-16"),
        ([0xFE, 0xFF] + wide(table, bigEndian: true), .utf16, "UTF-16"),
        (wide(table, bigEndian: false), .utf16, "UTF-16"),
        (wide(#"{"command":"receive"}"#, bigEndian: true), .utf16, "UTF-16"),
        ([0xFF, 0xFE, 0, 0, 0x70, 0, 0, 0], .utf32, "UTF-32"), ([0x70, 0, 0, 0, 0x61, 0, 0, 0], .utf32, "UTF-32"),
        (Array(table.replacing("\n", with: "\r").utf8), .carriageReturns, "CR alone"),
        ([0xEF, 0xBB, 0xBF] + Array("\(header)\rB01".utf8), .carriageReturns, "CR alone"),
        (Array("PK\u{3}\u{4}....[Content_Types].xml...xl/workbook.xml".utf8), .xlsx, "xlsx"),
        (Array("PK\u{3}\u{4}mimetypeapplication/vnd.oasis.opendocument.spreadsheet".utf8), .ods, "ods"),
        (Array("PK\u{3}\u{4}bilag.csv".utf8), .zip, "zip"),
        (Array("PK\u{3}\u{4}....Index/Document.iwa...Index/Tables/Tile.iwa".utf8), .numbers, "Numbers"),
        (
            Array("PK\u{3}\u{4}....[Content_Types].xml.\(filler)..word/document.xml".utf8), .document,
            "word processor"
        ),
        (Array("PK\u{3}\u{4}mimetypeapplication/vnd.oasis.opendocument.text".utf8), .document, "word processor"),
        (
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0] + wide("WordDocument", bigEndian: false), .document,
            "word processor"
        ),
        (Array("{\\rtf1\\ansi bilag}".utf8), .document, "word processor"),
        (Array("PK\u{3}\u{4}....[Content_Types].xml...ppt/presentation.xml".utf8), .slides, "presentation"),
        (Array("PK\u{3}\u{4}mimetypeapplication/vnd.oasis.opendocument.presentation".utf8), .slides, "presentation"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0], .xls, "xls"),
        (Array("<?xml version=\"1.0\"?><Document/>".utf8), .xml, "XML"),
        (Array("\u{FEFF} \n<Document>\n</Document>".utf8), .xml, "XML"),
        (Array("<!DOCTYPE html>\n<html>".utf8), .html, "HTML"), (Array("<HTML><table>".utf8), .html, "HTML"),
        ([0x1F, 0x8B, 8, 0], .compressed, "compressed"), (Array("BZh91AY".utf8), .compressed, "compressed"),
        (Array("%PDF-1.7\n".utf8), .pdf, "PDF"), (Array("SQLite format 3\0".utf8), .database, "SQLite"),
        (Array("[{\"command\":\"receive\"}]".utf8), .jsonArray, "JSON array"),
        (Array("\n [\n{\"command\":\"receive\"}\n]\n".utf8), .jsonArray, "JSON array"),
        (Array("participant;item\n\0\0".utf8), .binary, "no text"),
    ]

    /// As many bytes as a Word file has between its first two names.
    private static let filler = String(repeating: "\u{0}", count: 5_000)

    private static func wide(_ text: String, bigEndian: Bool) -> [UInt8] {
        text.utf16.flatMap { unit in
            let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
            return bigEndian ? bytes.reversed() : bytes
        }
    }

    @Test("A file of another kind is named as what it is, and nothing is recorded", arguments: foreign.indices)
    func named(index: Int) throws {
        let (bytes, format, name) = Self.foreign[index]
        #expect(ForeignFormat(bytes) == format)
        let bureau = try Bureau()
        try bureau.open()
        let before = try bureau.bytes()
        bureau.input = bytes
        let run = bureau.run(["import", "-"])
        #expect(run.status == 65 && run.error.contains(name), "\(run.error)")
        #expect(run.error.split(separator: "\n").count == 2, "what it is, and what to do")
        #expect(try bureau.bytes() == before)
        try Data(bytes).write(to: URL(filePath: bureau.path("input")))
        #expect(bureau.run(["import", bureau.path("input"), "--dry-run"]).status == 65)
    }

    @Test("Every other kind has a file")
    func registered() {
        for format in ForeignFormat.allCases { #expect(Self.foreign.contains { $0.format == format }, "\(format)") }
    }

    @Test(
        "Line ends of Windows and of Unix are none of it, nor is a carriage return behind the last line",
        arguments: ["\r\n", "\n"])
    func lineEnds(end: String) throws {
        let text = Self.table.replacing("\n", with: end)
        #expect(ForeignFormat(Array(text.utf8)) == nil)
        #expect(ForeignFormat(Array("{\"command\":\"receive\"}\r".utf8)) == nil)
        let bureau = try Bureau()
        try bureau.open()
        bureau.input = Array(text.utf8)
        try bureau.must(["import", "-"])
    }

    @Test("A file that is changed while it is read is not imported")
    func changing() throws {
        let bureau = try Bureau()
        try bureau.open()
        try bureau.write(Self.table, to: "lines.csv")
        let before = try bureau.bytes()
        bureau.whileReading = {
            guard let file = FileHandle(forWritingAtPath: bureau.path("lines.csv")) else { return }
            _ = try? file.seekToEnd()
            file.write(Data("B01;1;1;2023-02-03;K-2;X\n".utf8))
        }
        let run = bureau.run(["import", bureau.path("lines.csv")])
        #expect(run.status == 75 && run.error.contains("was changed while it was read"), "\(run.error)")
        #expect(try bureau.bytes() == before)
    }
}

@Suite("A file that was imported before")
struct AgainTests {
    private static let lines = [
        #"{"command":"disburse","participant":"B01","item":1,"amount":"100","voucher":"K-1","payee":"Bolighuset","#
            + #""on":"2023-02-03","note":"Sofa"}"#,
        #"{"command":"refund","entry":8,"amount":"10","voucher":"K-2","on":"2023-02-04"}"#,
        #"{"command":"expense","post":"project","amount":"7","voucher":"K-3","payee":"Revisionen","on":"2023-02-03"}"#,
        #"{"command":"receive","amount":"100","voucher":"K-4","on":"2023-02-03"}"#,
    ]

    private func imported() throws -> Bureau {
        let bureau = try Bureau()
        try bureau.open()
        bureau.input = Array(Self.lines.joined(separator: "\n").utf8)
        try bureau.must(["import", "-"])
        return bureau
    }

    @Test("Is told so in one sentence, dry or not")
    func oneSentence() throws {
        let bureau = try imported()
        let before = try bureau.journal()
        for arguments in [["import", "-"], ["import", "-", "--dry-run"]] {
            let run = bureau.run(arguments)
            #expect(run.status == 1)
            #expect(
                run.error.hasPrefix("mitbudget: All 4 lines of ‘-’ were imported before, as number 8 to 11;"),
                "\(run.error)")
            #expect(run.error.split(separator: "\n").count == 2)
        }
        let json = try JSON(parsing: bureau.run(["import", "-", "--format", "json"]).error)
        #expect(json["error"]?["kind"] == "import")
        #expect(try bureau.journal() == before)
    }

    @Test(
        "Is told line by line where anything that a line says differs",
        arguments: [
            ("\"100\",\"voucher\":\"K-1\"", "\"101\",\"voucher\":\"K-1\""), ("2023-02-04", "2023-02-05"),
            ("Bolighuset", "Møbelhuset"), ("Sofa", "Stol"), (",\"note\":\"Sofa\"", ""), ("Revisionen", "Revisor"),
            ("\"amount\":\"7\"", "\"amount\":\"8\""), ("\"Bolighuset\"", "\"Bolighuset\",\"paid\":\"2023-02-03\""),
        ])
    func differing(old: String, new: String) throws {
        let bureau = try imported()
        let text = Self.lines.joined(separator: "\n").replacing(old, with: new)
        bureau.input = Array(text.utf8)
        let run = bureau.run(["import", "-"])
        let isSame = new.isEmpty || new.contains("paid")
        #expect(run.status == 1)
        #expect((run.error.split(separator: "\n").count == 2) == isSame, "\(run.error)")
    }

    @Test("Is told line by line where a line is new")
    func oneMore() throws {
        let bureau = try imported()
        bureau.input += Array(
            "\n{\"command\":\"receive\",\"amount\":\"1\",\"voucher\":\"K-5\",\"on\":\"2023-02-03\"}".utf8)
        let run = bureau.run(["import", "-"])
        #expect(run.status == 1 && run.error.contains("4 of 5 lines cannot be recorded"), "\(run.error)")
    }

    @Test("Is told so in one sentence, too, where some lines bear a key and others are known by their vouchers")
    func keys() throws {
        let bureau = try Bureau()
        try bureau.open()
        for keyed in [[0], [3], [0, 1, 3]] {
            let lines = Self.lines.enumerated().map { place, line in
                let line = line.replacing("\"K-", with: "\"N\(keyed.count)\(keyed[0])-").replacing(
                    "\"entry\":8", with: "\"entry\":\(8 + 4 * [[0], [3], [0, 1, 3]].firstIndex(of: keyed)!)")
                return keyed.contains(place)
                    ? String(line.dropLast()) + ",\"once\":\"k\(keyed.count)\(keyed[0])-\(place)\"}" : line
            }
            bureau.input = Array(lines.joined(separator: "\n").utf8)
            try bureau.must(["import", "-"])
            let run = bureau.run(["import", "-"])
            #expect(run.status == 1 && run.error.contains("All 4 lines of ‘-’ were imported before"), "\(run.error)")
        }
    }

    @Test("Is told so in one sentence, too, where what was released is used up by now")
    func usedUp() throws {
        let bureau = try Bureau()
        try bureau.open()
        bureau.input = Array(Self.lines[0].replacing("\"100\"", with: "\"35000\"").utf8)
        try bureau.must(["import", "-"])
        let run = bureau.run(["import", "-"])
        #expect(run.status == 1 && run.error.contains("imported before"), "\(run.error)")
    }

    @Test("A table is known again, too, whatever its columns' order")
    func table() throws {
        let bureau = try Bureau()
        try bureau.open()
        try bureau.must(["import", Fixture.path("semicolons.csv")])
        for name in ["semicolons.csv", "commas.csv", "excel-windows-1252.csv"] {
            let run = bureau.run(["import", Fixture.path(name)])
            #expect(run.status == 1 && run.error.contains("were imported before"), "\(run.error)")
        }
    }
}

@Suite("What import says of many lines, and of none")
struct SayingTests {
    @Test("Logins that the machine lacks are said once, however many lines name one, and those that it has not at all")
    func logins() throws {
        let bureau = try Bureau()
        try bureau.open()
        let lines = ["root", "ukendt-1", "ukendt-2", bureau.account].enumerated().map { number, login in
            #"{"command":"staff add","id":"r\#(number)","role":"auditor","name":"R","account":"\#(login)"}"#
        }
        bureau.input = Array(lines.joined(separator: "\n").utf8)
        let lack = "mitbudget: The machine has no account ukendt-1 for r1 to be bound to, and lacks 1 more."
        #expect(bureau.run(["import", "-", "--dry-run"]).error == lack + " Is it spelt right?\n")
        #expect(
            bureau.run(["import", "-"]).error
                == lack + " If it is spelt wrong, correct it: mitbudget --ledger \(bureau.path()) staff account ID "
                + "--account LOGIN\n")
        let one = bureau.run(["staff", "account", "r2", "--account", "ukendt-3"])
        #expect(one.status == 0 && one.error.hasSuffix(" staff account r2 --account LOGIN\n"))
    }

    @Test("An entry of an earlier line is told by that line, and nothing is advised about it")
    func earlierLine() throws {
        let bureau = try Bureau()
        try bureau.open()
        let line = #"{"command":"receive","amount":"1","voucher":"T-1","once":"k1"}"#
        let lines = [
            line, "", #"{"command":"receive","amount":"1","voucher":"t-1"}"#,
            #"{"command":"receive","amount":"2","voucher":"T-2","once":"k1"}"#, line,
            #"{"command":"receive","amount":"1","voucher":"T-3"}"#,
            #"{"command":"receive","amount":"1","voucher":"T-3"}"#,
        ]
        bureau.input = Array(lines.joined(separator: "\n").utf8)
        let error = bureau.run(["import", "-"]).error
        #expect(error.components(separatedBy: "That is line 1 of the file.").count == 3, "\(error)")
        #expect(error.contains("That is line 6 of the file.\n  Correct one of the lines.\n"), "\(error)")
        #expect(!error.contains("mitbudget --ledger"), "\(error)")
        bureau.input = Array(line.utf8)
        try bureau.must(["import", "-"])
        bureau.input = Array(lines[2].utf8)
        let known = bureau.run(["import", "-"]).error
        #expect(!known.contains("of the file."), "\(known)")
    }

    @Test("A choice of staff that is missing is said once, however many lines lack it")
    func choice() throws {
        let bureau = try Bureau()
        try bureau.open()
        try bureau.must(["staff", "add", "sagsbehandler-2", "--role", "caseworker", "--name", "S"])
        bureau.input = Array(
            (1...3_000).map {
                #"{"command":"receive","amount":"0","voucher":"V-\#($0)"}"# + "\n{\"command\":\"participant enrol\"}"
            }
            .joined(separator: "\n").utf8)
        let run = bureau.run(["import", "-"])
        #expect(run.status == 65)
        #expect(run.error.contains("line 2 and 2999 more: Several staff members"), "\(run.error.suffix(300))")
        #expect(run.error.components(separatedBy: "Several staff members").count == 2)
        let json = try JSON(parsing: bureau.run(["import", "-", "--format", "json"]).error)
        guard case .array(let told)? = json["error"]?["lines"] else { throw CancellationError() }
        #expect(told.count == 1_000 && told[1]["line"] == 2 && told[1]["alike"] == 2_999)
        #expect(json["error"]?["count"] == 6_000)
    }

    @Test(
        "A name in the place of a reference or a figure is not repeated, be it one word or two",
        arguments: [
            "Karla;1;1;2023-02-03;K-1;Bolig", "B01;Karla;1;2023-02-03;K-1;Bolig", "B01;1;Karla;2023-02-03;K-1;Bolig",
            "B01;1;1;Karla;K-1;Bolig", "B01;1;1;2023-02-03;Karla!;Bolig", "B01;1;1;2023-02-03;Karla Hansen;Bolig",
            "Karla Hansen;1;1;2023-02-03;K-1;Bolig", "B01;1;Karla 12;2023-02-03;K-1;Bolig",
        ])
    func names(row: String) throws {
        let bureau = try Bureau()
        try bureau.open()
        bureau.input = Array("participant;item;amount;day;voucher;payee\n\(row)\n".utf8)
        for arguments in [["import", "-"], ["import", "-", "--format", "json"]] {
            let run = bureau.run(arguments)
            #expect(run.status == 65 && !run.error.contains("Karla") && !run.error.contains("‘K"), "\(run.error)")
        }
        bureau.input = Array(#"{"command":"receive","amount":"1","voucher":"R-1","as":"Karla"}"#.utf8)
        #expect(!bureau.run(["import", "-"]).error.contains("Karla"))
    }

    @Test(
        "A name where a key, a code or a command belongs is not repeated, either",
        arguments: [
            #"{"command":"receive","amount":"1","voucher":"R-1","once":"Jürgensen"}"#,
            #"{"command":"receive","amount":"1","voucher":"R-1","once":"Karla Jürgensen"}"#,
            #"{"command":"staff add","id":"Jürgensen","role":"auditor","name":"A"}"#,
            #"{"command":"staff add","id":"a","role":"Jürgensen","name":"A"}"#,
            #"{"command":"staff add","id":"a","role":"auditor","name":"A","account":"Jürgensen\tx"}"#,
            #"{"command":"participant withdraw","participant":"B01","cause":"Jürgensen","reason":"R"}"#,
            #"{"command":"receive","amount":"1","voucher":"R-1","Jürgensen":"1"}"#,
            #"{"command":"receive","amount":"1","Jürgensen":"1","Jürgensen":"2"}"#,
            #"{"command":"Jürgensen"}"#, #"{"command":"Karla Jürgensen"}"#,
            #"{"command":"plan draft","participant":"B01","item":["job:Jürgensen:Kursus"]}"#,
            #"{"command":"plan draft","participant":"B01","item":["Jürgensen!:1:Kursus"]}"#,
            #"{"command":"expense","post":"Jürgensen\tx","amount":"1","voucher":"R-1","payee":"A"}"#,
        ])
    func hidden(line: String) throws {
        let bureau = try Bureau()
        try bureau.open()
        bureau.input = Array(line.utf8)
        for arguments in [["import", "-"], ["import", "-", "--format", "json"]] {
            let run = bureau.run(arguments)
            #expect(run.status == 65 && !run.error.contains("rgensen"), "\(run.error)")
        }
        let table = "participant;item;amount;day;voucher;payee;once\nB01;1;1;2023-02-03;K-1;Bolig;Jürgensen\n"
        bureau.input = Array(table.utf8)
        let run = bureau.run(["import", "-"])
        #expect(run.status == 65 && !run.error.contains("rgensen"), "\(run.error)")
    }

    @Test(
        "A slip of the pen in a word that belongs there is told, with what was meant",
        arguments: [
            (#"{"command":"recieve"}"#, "‘recieve’"), (#"{"command":"receive","ammount":"1"}"#, "‘ammount’"),
            (#"{"command":"staff add","id":"a","role":"auditr","name":"A"}"#, "‘auditr’"),
            (#"{"command":"staff add","id":"a","role":"Chefen","name":"A"}"#, "It can be: caseworker, consultant"),
        ])
    func slip(line: String, told: String) throws {
        let bureau = try Bureau()
        try bureau.open()
        bureau.input = Array(line.utf8)
        let error = bureau.run(["import", "-"]).error
        #expect(error.contains(told), "\(error)")
    }

    @Test("What has a digit in it is no name, and is told with the character at fault")
    func references() throws {
        let bureau = try Bureau()
        try bureau.open()
        bureau.input = Array(
            """
            participant;item;amount;day;voucher;payee
            B1;1;1;2023-02-03;K-1;Bolig
            B01;1;4500 kr. 1;2023-02-03;K#2;Bolig
            B01;1;1;2023-02-03;Faktura 12;Bolig
            B01;1;1;2023-02-03;K#3;Bolig
            """.utf8)
        let error = bureau.run(["import", "-"]).error
        for told in [
            "‘B1’ is not a reference", "‘4500 kr. 1’ is not an amount",
            "‘Faktura 12’ has a blank and is not a reference",
            "‘K#3’ has the character ‘#’ and is not a reference",
        ] {
            #expect(error.contains(told), "\(error)")
        }
    }
}
