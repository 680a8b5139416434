import Phrases
import MitBudget
import Testing

@testable import MitBudgetReports

/// The parts of a long report that are written directly as bytes.
@Suite("Bytes of a report")
struct BytesTests {
    @Test(
        "A field written into bytes is the field of a record", arguments: Language.allCases,
        [
            "", "K-1", "2023/0001", "=1+1", "+45", "-12,50", "-12.50", "-1a", "@x", "a;b", "a,b", "a\"b", "a\r\nb",
            "\tx",
            "bolig ø å", "a\u{85}b", "a\u{2028}b", "a–b", "\u{A0}", "\u{301}", "a\u{7F}", "😀",
        ])
    func field(language: Language, text: String) {
        var bytes: [UInt8] = []
        CSV.write(text, separator: CSV.separator(in: language), to: &bytes)
        let line = CSV.line([text], in: language)
        #expect(bytes + Array("\r\n".utf8) == Array(line.utf8))
    }

    @Test("Days and times are appended as they are written")
    func days() throws {
        for ordinal in stride(from: -354_285, through: 2_932_896, by: 9973) {
            let day = try #require(Day(ordinal: ordinal))
            let moment = try #require(Moment(seconds: Int64(ordinal) * 86_400 + Int64(ordinal.magnitude % 86_400)))
            var (one, other): ([UInt8], [UInt8]) = ([], [])
            day.append(to: &one)
            moment.append(to: &other)
            #expect(one == Array(day.iso.utf8) && other == Array(moment.iso.utf8))
            #expect(Day(iso: one.span) == day && Moment(iso: other.span) == moment)
            #expect(Day(iso: other.span) == nil && Moment(iso: one.span) == nil)
        }
    }

    @Test("Pieces hand on all that was written, torn only between what was written at once")
    func pieces() {
        var handed: [String] = []
        let pieces = Pieces { handed.append($0) }
        let line = String(repeating: "æ", count: 499) + "\r\n"
        for _ in 0..<1000 { pieces.write(line) }
        #expect(handed.count > 10 && handed.allSatisfy { $0.hasSuffix("\r\n") && $0.utf8.count < 70_000 })
        pieces.finish()
        pieces.finish()
        #expect(handed.joined() == String(repeating: line, count: 1000))
    }
}
