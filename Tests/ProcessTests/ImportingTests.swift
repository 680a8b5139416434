import Foundation
import MitBudget
import TestSupport
import Testing

/// The program itself imports and exports, in memory that does not grow with the file.
@Suite("A long import")
struct ImportingTests {
    /// The recorder treats both as many commands; between them, memory kept for each line would show.
    static let (few, many) = (5_000, 30_000)
    /// What SQLite's own cache may take, in KiB, before it is full.
    static let leeway = 8_192 + 16_384

    @Test("Takes no more memory for many times as many lines, nor does the export of them")
    func memory() throws {
        for form in ["csv", "jsonl"] {
            let small = try peaks(form, lines: Self.few)
            let large = try peaks(form, lines: Self.many)
            print("import \(form): \(Self.few) lines \(small.importing) KiB, \(Self.many) lines \(large.importing) KiB")
            print("export \(form): \(Self.few) lines \(small.exporting) KiB, \(Self.many) lines \(large.exporting) KiB")
            #expect(large.importing <= small.importing + Self.leeway, "\(form)")
            #expect(large.exporting <= small.exporting + Self.leeway, "\(form)")
        }
    }

    /// The peak memory, in KiB, of importing that many disbursements and of exporting them.
    private func peaks(_ form: String, lines: Int) throws -> (importing: Int, exporting: Int) {
        let scratch = try Scratch()
        let terms = """
            {"programme":"long","title":{"da":"Langt","en":"Long"},"grantee":"A","funder":"B","grant":"900000000.00",\
            "posts":{"citizens":"900000000.00"},"places":1,"cap":null,"firstDay":"2023-01-01","lastDay":"2024-12-31",\
            "areas":["job"]}
            """
        let opening = """
            {"command":"init","administrator":"admin","programme":\(terms)}
            {"command":"staff add","id":"kim","role":"caseworker","name":"Sagsbehandler"}
            {"command":"participant enrol","on":"2023-01-01"}
            {"command":"plan draft","participant":"B01","goal":"a","wishes":"b","purpose":"c",\
            "item":["job:800000000:d"],"agreed":"2023-01-01"}
            {"command":"plan approve","participant":"B01","on":"2023-01-01"}
            {"command":"release","participant":"B01","item":1,"all":true,"on":"2023-01-01"}
            """
        let program = try BuiltProgram.path
        let opened = try Outside.run([program, "--ledger", scratch.path(), "import", "-"], input: opening)
        try #require(opened.status == 0, "\(opened.errors)")
        var text = form == "csv" ? "participant;item;amount;day;voucher;payee\n" : ""
        for number in 1...lines {
            let day = Day("2023-01-02").advanced(by: number % 700).iso
            text +=
                form == "csv"
                ? "B01;1;\(number),25;\(day);2023/K-\(number);Kørelærer Hansen\n"
                : """
                {"command":"disburse","participant":"B01","item":1,"amount":"\(number).25","voucher":"K-\(number)",\
                "payee":"Kørelærer Hansen","on":"\(day)"}

                """
        }
        try Data(text.utf8).write(to: URL(filePath: scratch.path("lines")))
        let importing = try peak(["--ledger", scratch.path(), "import", scratch.path("lines")])
        let exporting = try peak([
            "--ledger", scratch.path(), "export", form, "--output", scratch.path("exported"),
        ])
        let exported = try Data(contentsOf: URL(filePath: scratch.path("exported")))
        #expect(exported.count(where: { $0 == 0x0A }) == lines + (form == "csv" ? 1 : 6))
        return (importing, exporting)
    }

    private func peak(_ arguments: [String]) throws -> Int {
        let program = try BuiltProgram.path
        let meter = URL(filePath: program).deletingLastPathComponent().appending(path: "MemoryMeter").path
        let told = try Outside.run([meter, program] + arguments)
        try #require(told.status == 0, "\(told.errors)")
        let last = told.output.split(separator: "\n").last.map(String.init) ?? ""
        return try #require(Int(last.trimmingCharacters(in: .whitespaces)))
    }
}

/// An import whose lines come in slowly.
@Suite("A slow import")
struct SlowImportTests {
    @Test(
        "Keeps no one else waiting, leaves nothing in the folder, and is recorded after them", arguments: [false, true])
    func others(isDry: Bool) throws {
        let office = try Office()
        let process = Process()
        process.executableURL = URL(filePath: office.program)
        process.arguments = ["import", "-"] + (isDry ? ["--dry-run"] : [])
        process.environment = office.environment
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.runWithAllSignals()
        let line =
            #"{"command":"disburse","participant":"B01","item":1,"amount":"1","voucher":"V-N","payee":"A","#
            + #""on":"2023-02-01"}"#
        input.fileHandleForWriting.write(Data((line.replacing("N", with: "1") + "\n").utf8))
        // The program has read the first line once the pipe is empty; it records at once what comes then.
        for number in 1...3 {
            let done = try office.run([
                "disburse", "B01", "--item", "1", "--amount", "1", "--voucher", "W-\(number)", "--payee", "A", "--on",
                "2023-02-01",
            ])
            #expect(done.status == 0, "\(done.errors)")
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: office.scratch.folder.path)
        #expect(names.allSatisfy { $0.hasPrefix(URL(filePath: office.ledger).lastPathComponent) }, "\(names)")
        #expect(process.isRunning)
        input.fileHandleForWriting.write(Data(line.replacing("N", with: "2").utf8))
        try input.fileHandleForWriting.close()
        let told = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(
            process.terminationStatus == 0 && told.contains(isDry ? "Would be allowed: 2" : "number 10 to 11"),
            "\(told)")
        #expect(try office.integers("SELECT max(seq) FROM journal") == [isDry ? 9 : 11])
        try office.expectOrder()
    }
}
