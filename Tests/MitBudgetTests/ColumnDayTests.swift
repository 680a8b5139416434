import MitBudget
import TestSupport
import Testing

@Suite("Days in a column")
struct ColumnDayTests {
    private struct Unreadable: Error {}

    /// The format of cells, and their days.
    private static func days(
        _ cells: [String], as named: DayFormat? = nil, isDanish: Bool = false
    ) throws -> (format: DayFormat?, days: [Day?]) {
        var column = DayColumn(named, isDanish: isDanish)
        var read: [ColumnDay] = []
        for (line, cell) in zip(2..., cells) {
            guard let day = ColumnDay(Array(cell.utf8).span, as: named) else { throw Unreadable() }
            try column.take(day, at: line)
            read.append(day)
        }
        let format = try column.format()
        return (format, read.map { day in format.flatMap { day.day(in: $0.order) } })
    }

    @Test(
        "A day is read in every format, and the format is told",
        arguments: [
            ("2023-02-01", "YYYY-MM-DD"), ("01-02-2023", "DD-MM-YYYY"), ("1-2-2023", "DD-MM-YYYY"),
            ("01.02.2023", "DD.MM.YYYY"), ("1.2.23", "DD.MM.YY"), ("01-02-23", "DD-MM-YY"),
            ("2023/02/01", "YYYY/MM/DD"), ("2023.02.01", "YYYY.MM.DD"), ("20230201", "YYYYMMDD"),
            ("2023-02-01 10:15", "YYYY-MM-DD"), ("2023-02-01T00:00:00", "YYYY-MM-DD"), ("01/02/2023", "DD/MM/YYYY"),
        ])
    func reads(cell: String, format: String) throws {
        let read = try Self.days([cell], isDanish: true)
        #expect(read.format?.text == format)
        #expect(read.days == ["2023-02-01"])
    }

    @Test("Every format that a profile may name is read as it says")
    func named() throws {
        for format in DayFormat.all {
            #expect(DayFormat(format.text.lowercased()) == format)
            let cell = format.text.replacing("YYYY", with: "2023").replacing("YY", with: "23").replacing(
                "MM", with: "11"
            )
            .replacing("DD", with: "05")
            #expect(try Self.days([cell], as: format).days == ["2023-11-05"], "\(cell) as \(format.text)")
        }
        #expect(Set(DayFormat.all.map(\.text)).count == DayFormat.all.count)
        #expect(DayFormat("DD MM YYYY") == nil && DayFormat("") == nil)
    }

    @Test("With slashes, one cell shows whether the day or the month comes first")
    func slashes() throws {
        #expect(try Self.days(["01/02/2023", "13/02/2023"]).days == ["2023-02-01", "2023-02-13"])
        #expect(try Self.days(["02/01/2023", "02/13/2023"]).days == ["2023-02-01", "2023-02-13"])
        #expect(throws: DayColumn.Fault.open(line: 2)) { try Self.days(["01/02/2023", "03/04/2023"]) }
        #expect(try Self.days(["01/02/2023"], isDanish: true).days == ["2023-02-01"])
        #expect(throws: DayColumn.Fault.mixed(line: 3)) { try Self.days(["13/02/2023", "02/13/2023"]) }
    }

    @Test("A column in two formats is refused, and so is one that a profile does not fit")
    func mixed() {
        #expect(throws: DayColumn.Fault.mixed(line: 3)) { try Self.days(["2023-02-01", "02-02-2023"]) }
        #expect(throws: DayColumn.Fault.mixed(line: 3)) { try Self.days(["01-02-2023", "01.02.2023"]) }
        #expect(throws: DayColumn.Fault.mixed(line: 2)) {
            try Self.days(["01-02-2023"], as: DayFormat("DD.MM.YYYY"))
        }
        #expect(throws: Unreadable.self) { try Self.days(["01-02-2023"], as: DayFormat("YYYY-MM-DD")) }
    }

    @Test("A day that the calendar lacks is none", arguments: ["31-02-2023", "2023-13-01", "00-01-2023"])
    func missing(cell: String) throws {
        #expect(try Self.days([cell]).days == [nil])
    }

    @Test(
        "Anything else is no day",
        arguments: [
            "", "Kim", "1.2", "01-02", "01-02.2023", "1-2-3-4", "123-02-01", "2023", "202302", "1--2", "-1-2-23",
        ])
    func refused(cell: String) {
        #expect(ColumnDay(Array(cell.utf8).span) == nil)
    }
}
