import MitBudget
import TestSupport
import Testing

@testable import MitBudgetCLI

@Suite("The lines of an import")
struct LineTests {
    private func lines(_ bytes: [UInt8], pieces count: Int) throws -> [(Int64, [UInt8])] {
        let reader = LineReader(.pieces(bytes, of: count))
        var lines: [(Int64, [UInt8])] = []
        while let line = try reader.next() { lines.append((line.number, line.bytes)) }
        return lines
    }

    @Test(
        "Are cut alike however the file comes, numbered with the blank ones, whatever ends them",
        arguments: Seed.each([7]))
    func cut(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        for _ in 0..<300 {
            let length = Int.random(in: 0...60, using: &generator)
            let bytes = (0..<length).map { _ in
                [0x61, 0x62, 0x20, 0x0D, 0x0A, 0x0A][Int(generator.next() % 6)] as UInt8
            }
            var expected: [(Int64, [UInt8])] = []
            for (index, var piece) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
                if piece.last == 0x0D { piece.removeLast() }
                if !piece.allSatisfy({ $0 == 0x20 || $0 == 0x0D }) { expected.append((Int64(index + 1), Array(piece))) }
            }
            for count in 1...9 {
                let found = try lines(bytes, pieces: count)
                #expect(found.map(\.0) == expected.map(\.0) && found.map(\.1) == expected.map(\.1), "\(bytes)")
            }
        }
    }

    @Test("Lose a byte order mark, at the start of the file only")
    func mark() throws {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let found = try lines(mark + [0x61, 0x0A] + mark + [0x62], pieces: 2)
        #expect(found.map(\.1) == [[0x61], mark + [0x62]])
    }

    @Test("Are let go of where they are too long, and the next is read")
    func long() throws {
        let long = [UInt8](repeating: 0x78, count: LineReader.limit + 1)
        for ending in [[0x0A, 0x61], []] as [[UInt8]] {
            let reader = LineReader(.pieces([0x62, 0x0A] + long + ending, of: 100_000))
            #expect(try reader.next()?.bytes == [0x62])
            let found = try #require(try reader.next())
            #expect(found.isTooLong && found.bytes.isEmpty && found.number == 2)
            let next = try reader.next()
            #expect(next?.bytes == (ending.isEmpty ? nil : [0x61]))
            #expect(next.map(\.number) == (ending.isEmpty ? nil : 3))
        }
        let reader = LineReader(.pieces(Array(long.dropLast()), of: 100_000))
        #expect(try reader.next()?.bytes.count == LineReader.limit)
    }

    @Test("Are UTF-8 or Windows-1252, and all alike")
    func encoding() {
        let danish: [UInt8] = [0xE6, 0xF8, 0xE5, 0x80, 0x96]
        var encoding = Encoding()
        #expect(encoding.utf8(Array("abc".utf8)) == Array("abc".utf8) && !encoding.isWindows)
        #expect(encoding.utf8(danish) == Array("æøå€–".utf8) && encoding.isWindows)
        #expect(encoding.utf8(Array("æ".utf8)) == nil, "UTF-8 after Windows-1252")
        #expect(encoding.utf8([0x81]) == nil, "a byte that stands for nothing")
        #expect(encoding.utf8(Array("abc".utf8)) == Array("abc".utf8))
        encoding = Encoding()
        #expect(encoding.utf8(Array("æ".utf8)) == Array("æ".utf8))
        #expect(encoding.utf8(danish) == nil && !encoding.isWindows, "Windows-1252 after UTF-8")
    }
}

@Suite("Tables of disbursements")
struct TableTests {
    @Test(
        "Leave the same journal however they are written",
        arguments: ["semicolons.csv", "excel-utf8.csv", "excel-windows-1252.csv", "tabs.csv", "commas.csv"])
    func dialects(name: String) throws {
        let bureau = try Bureau()
        try bureau.open()
        let run = bureau.run(["import", Fixture.path(name)])
        #expect(run.status == 0, "\(run.error)")
        #expect(run.error.contains("Windows-1252") == (name == "excel-windows-1252.csv"))
        let typed = try Bureau()
        try typed.open()
        for words in [
            "--amount 4500.00 --voucher 2023-0017 --on 2023-02-03",
            "--amount 1250.50 --voucher 2023-0018 --on 2023-02-04 --paid 2023-02-10",
            "--amount 99.00 --voucher 2023-Å/19 --on 2023-02-05 --paid 2023-02-06",
        ] {
            let texts =
                words.contains("0017")
                ? ["--payee", "Boligforening Nord"]
                : words.contains("0018")
                    ? [
                        "--payee", "Møbler & Ærø Flytteservice", "--note", "Sofa; \"grå\" – 1.250,50",
                    ] : ["--payee", "IKEA"]
            try typed.must(["disburse", "B01", "--item", "1"] + words.split(separator: " ").map(String.init) + texts)
        }
        #expect(try bureau.journal() == typed.journal())
    }

    @Test("A text's apostrophe before what a spreadsheet would take for a formula goes again")
    func formula() throws {
        let bureau = try Bureau()
        try bureau.open()
        bureau.input = Array(
            "participant;item;amount;day;voucher;payee\nB01;1;1;2023-02-03;K-1;'=A1\nB01;1;1;2023-02-03;K-2;'t Hart\n"
                .utf8)
        try bureau.must(["import", "-"])
        #expect(try bureau.journal().suffix(2).map { $0.split(separator: " ").last } == ["=A1", "Hart"])
        let csv = try bureau.must(["export", "csv", "--identified", "--purpose", "Prøve"])
        #expect(csv.contains(",'=A1,") && csv.contains(",'t Hart,"))
    }
}
