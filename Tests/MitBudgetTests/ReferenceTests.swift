import MitBudget
import TestSupport
import Testing

@Suite("References")
struct ReferenceTests {
    @Test(
        "A citizen's reference is B and a number of at least two digits",
        arguments: [("B01", 1), ("B09", 9), ("B10", 10), ("B99", 99), ("B100", 100), ("B4711", 4711)])
    func readsParticipant(text: String, number: Int) throws {
        let reference = try ParticipantReference(text)
        #expect(reference.number == number)
        #expect(reference.text == text)
        #expect(ParticipantReference(number: number) == reference)
    }

    @Test(
        "No other text is a citizen's reference",
        arguments: [
            "", "B", "B0", "B00", "B1", "B001", "B010", "b01", "01", "ABCD01", "Æ01", "B-1", "B+1", "B1.0", " B01",
            "B01 ",
            "B\u{FF10}\u{FF11}",
            "B99999999999999999999",
        ])
    func refusesParticipant(text: String) {
        #expect(throws: Malformed.participant(text)) { try ParticipantReference(text) }
    }

    @Test(
        "Citizens, entries and items are numbered from 1",
        arguments: [(Int.min, false), (-1, false), (0, false), (1, true)])
    func numbersFromOne(number: Int, exists: Bool) {
        #expect((ParticipantReference(number: number) != nil) == exists)
        #expect((EntryNumber(Int64(number)) != nil) == exists)
        #expect((ItemNumber(number) != nil) == exists)
    }

    @Test("B09 comes before B10, and entry 9 before entry 10")
    func ordersByNumber() {
        let participants: [ParticipantReference] = ["B100", "B10", "B09"]
        let entries: [EntryNumber] = [100, 10, 9]
        let items: [ItemNumber] = [10, 9]
        #expect(participants.sorted() == ["B09", "B10", "B100"])
        #expect(entries.sorted() == [9, 10, 100])
        #expect(items.sorted() == [9, 10])
    }

    @Test(
        "A staff id is 1 to 32 lower-case letters, digits and dashes",
        arguments: [
            "a", "sofie", "søren-2", "-", "7", String(repeating: "å", count: 31), String(repeating: "x", count: 32),
        ])
    func readsStaff(text: String) throws {
        #expect(try StaffID(text).text == text)
    }

    @Test(
        "No other text is a staff id",
        arguments: [
            "", "Sofie", "so fie", "so_fie", "so.fie", "é", "a\u{30A}", "\u{FF17}", String(repeating: "x", count: 33),
        ])
    func refusesStaff(text: String) {
        #expect(throws: Malformed.staff(text)) { try StaffID(text) }
    }

    @Test(
        "A voucher is 1 to 40 letters, digits, dots, underscores, dashes and slashes",
        arguments: [
            "1", "K-1", "2023/0001", "a.b_C-d/E", "Bilag-Ø7", String(repeating: "9", count: 39),
            String(repeating: "Æ", count: 40),
        ])
    func readsVoucher(text: String) throws {
        #expect(try VoucherReference(text).text == text)
    }

    @Test(
        "No other text is a voucher",
        arguments: [
            "", "K 1", "K\u{A0}1", "K\t1", "K:1", "K#1", "K,1", "\\1", "é", "A\u{30A}", "\u{212B}", "\u{FF11}",
            "K\u{200B}1",
            "K–1", String(repeating: "9", count: 41),
        ])
    func refusesVoucher(text: String) {
        #expect(throws: Malformed.voucher(text)) { try VoucherReference(text) }
    }

    @Test(
        "Vouchers that differ in case alone are one, and stay as they are written",
        arguments: [("K-1", "k-1"), ("2023-A1", "2023-a1"), ("Å1", "å1"), ("ÆØÅ/zZ", "æøå/Zz")])
    func overlooksCase(upper: String, lower: String) throws {
        let (one, other) = (try VoucherReference(upper), try VoucherReference(lower))
        #expect(one == other && one.key == other.key && one.hashValue == other.hashValue)
        #expect(one.text == upper && other.text == lower)
        #expect(one.key.utf8.elementsEqual(upper.lowercased().utf8))
    }

    @Test(
        "No other two vouchers are one",
        arguments: [("K-1", "K_1"), ("K-1", "K-11"), ("Å1", "A1"), ("Æ", "Ø"), ("-", "/"), (".", "_"), ("P", "0")])
    func distinguishesOthers(one: String, other: String) throws {
        #expect(try VoucherReference(one) != VoucherReference(other))
        #expect(try VoucherReference(one).key != VoucherReference(other).key)
    }

    @Test(
        "A post's name is 1 to 100 characters, blank at neither end",
        arguments: [
            "citizens", "project", "Løn og revision", "7", String(repeating: "x", count: 99),
            String(repeating: "x", count: 100),
        ])
    func readsPost(text: String) throws {
        #expect(try PostName(text).text == text)
    }

    @Test(
        "No other text is a post's name",
        arguments: [
            "", " ", " project", "project ", "pro\tject", "pro\u{202E}ject", "pro\u{200B}ject",
            String(repeating: "x", count: 101),
        ])
    func refusesPost(text: String) {
        #expect(throws: Malformed.post(text)) { try PostName(text) }
    }

    @Test(
        "An area's or a result's code is 1 to 32 letters, digits, dashes and underscores",
        arguments: ["job", "housing", "Livssituation", "bolig_2", "ø-liv", String(repeating: "x", count: 32)])
    func readsCode(text: String) throws {
        #expect(try Area(code: text).text == text)
        #expect(try ResultCode(code: text).text == text)
    }

    @Test(
        "No other text is such a code",
        arguments: ["", "job ", "a b", "a.b", "a:b", "a\u{200B}b", String(repeating: "x", count: 33)])
    func refusesCode(text: String) {
        #expect(throws: Malformed.area(text)) { try Area(code: text) }
        #expect(throws: Malformed.result(text)) { try ResultCode(code: text) }
    }

    @Test("What stands for no result is no code of one")
    func refusesNone() {
        #expect(throws: Malformed.result("none")) { try ResultCode(code: "none") }
    }

    @Test(
        "A label may stand for a code: 1 to 100 characters, blank at neither end",
        arguments: ["job", "mål nået", "Bolig, 2. sal", String(repeating: "x", count: 100)])
    func readsLabel(text: String) throws {
        #expect(try Area(text).text == text)
        #expect(try ResultCode(text).text == text)
    }

    @Test(
        "No other text may stand for one",
        arguments: ["", " ", "job ", " job", "a\u{200B}b", "a\tb", String(repeating: "x", count: 101)])
    func refusesLabel(text: String) {
        #expect(throws: Malformed.area(text)) { try Area(text) }
        #expect(throws: Malformed.result(text)) { try ResultCode(text) }
    }

    @Test(
        "A login is 1 to 64 characters without blanks",
        arguments: ["root", "AAK\\sofie", "sofie@aabenraa.dk", String(repeating: "x", count: 64)])
    func readsAccount(text: String) throws {
        #expect(try AccountName(text).text == text)
    }

    @Test(
        "No other text is a login",
        arguments: ["", "so fie", "so\u{A0}fie", "so\nfie", "so\u{200F}fie", String(repeating: "x", count: 65)])
    func refusesAccount(text: String) {
        #expect(throws: Malformed.account(text)) { try AccountName(text) }
    }

    @Test(
        "A number is 1 to 15 plain digits, from 1 on",
        arguments: [("1", 1), ("17", 17), ("999999999999999", 999_999_999_999_999)])
    func readsNumber(text: String, value: Int) throws {
        #expect(try EntryNumber(text).value == Int64(value))
        #expect(try ItemNumber(text).value == value)
    }

    @Test(
        "No other text is a number",
        arguments: ["", "0", "-1", "+1", "1.0", " 1", "1e3", "\u{FF11}", "1000000000000000", "99999999999999999999"])
    func refusesNumber(text: String) {
        #expect(throws: Malformed.number(text)) { try EntryNumber(text) }
        #expect(throws: Malformed.number(text)) { try ItemNumber(text) }
    }

    @Test(
        "A programme's code is 1 to 60 letters, digits, dashes, underscores and dots",
        arguments: [
            ("mit-budget-aabenraa", true), ("A_1.ø", true), (String(repeating: "x", count: 60), true),
            (String(repeating: "x", count: 61), false), ("", false), ("mit budget", false), ("mit/budget", false),
        ])
    func readsProgramme(text: String, exists: Bool) {
        #expect((ProgrammeID(text) != nil) == exists)
    }

    @Test("Roles and kinds of entry are read by their codes and by nothing else")
    func readsCodes() throws {
        for role in Role.allCases { #expect(try Role(role.rawValue) == role) }
        for kind in EntryKind.allCases { #expect(try EntryKind(kind.rawValue) == kind) }
        #expect(throws: Malformed.role("Caseworker")) { try Role("Caseworker") }
        #expect(throws: Malformed.kind("releases")) { try EntryKind("releases") }
    }
}
