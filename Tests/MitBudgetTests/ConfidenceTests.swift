import MitBudget
import TestSupport
import Testing

@Suite("Confidence and the size of a sample")
struct ConfidenceTests {
    @Test(
        "A percentage is read with comma or point, and printed without zeros",
        arguments: [
            ("95", "95"), ("97,5", "97.5"), ("97.5", "97.5"), ("99.9999", "99.9999"), ("0,0001", "0.0001"),
            ("95,0000", "95"), ("05", "5"), ("0.95", "0.95"), ("50.05", "50.05"),
        ])
    func read(text: String, printed: String) throws {
        #expect(try #require(Confidence(percent: text)).percent == printed)
    }

    @Test(
        "Nothing else is a confidence",
        arguments: [
            "0", "100", "0,0000", "100.0", "101", "999", "1000", "-5", "+5", "", ",5", "95,", "95,00000", "95 %", "95%",
            "9 5", "1.2.3", "٩٥", "95\u{301}", "1e1", "NaN", "95\n",
        ])
    func refused(text: String) {
        #expect(Confidence(percent: text) == nil)
    }

    /// Sizes computed with sixty decimals by another program.
    @Test("The size is the smallest whole number above population × −ln(1 − c) ÷ materiality", arguments: sizes)
    func size(population: Int64, materiality: Int64, percent: String, size: Int) throws {
        let confidence = try #require(Confidence(percent: percent))
        #expect(confidence.size(population: .ore(population), materiality: .ore(materiality)) == size)
    }

    @Test("A size is at least 1, and 0 of nothing")
    func smallest() throws {
        let least = try #require(Confidence(percent: "0.0001"))
        #expect(least.size(population: .ore(1), materiality: .ore(Amount.limit)) == 1)
        #expect(least.size(population: .zero, materiality: .ore(1)) == 0)
    }
}

/// Population and materiality in øre, the confidence, and the size; among them some that floating-point numbers get
/// wrong, and the populations that come nearest to a whole size.
private let sizes: [(Int64, Int64, String, Int)] = [
    (41234500, 5000000, "95", 25),
    (95200000, 1000000, "95", 286),
    (100, 1000, "95", 1),
    (1, 1, "95", 3),
    (1000000000000000, 1, "99.9999", 13815510557964275),
    (1000000000000000, 1000000000000000, "0.0001", 1),
    (1000000000000000, 1, "0.0001", 1000000501),
    (1000000, 1, "50", 693148),
    (1000000000000000, 3, "50", 231049060186649),
    (1000000000000000, 7, "63.2121", 142857314175577),
    (95200000, 4760000, "97.5", 74),
    (392759531980328, 18, "96.9092", 75862381395789),
    (623779614075129, 6, "32.7628", 41267545972764),
    (816129674073227, 19, "99.1479", 204686248957189),
    (711550840567993, 6, "83.925", 216774546560282),
    (436197757336881, 1, "85.5276", 843138334688069),
    (778296342283598, 5, "67.5979", 175419737900530),
    (755774856212051, 11, "43.9992", 39836494833850),
    (473504211352087, 1, "97.7153", 1789341855348458),
    (835945693975586, 37, "99.9364", 166292462654674),
    (894371519568379, 30, "74.0337", 40198143350531),
    (796706175046006, 2, "97.9632", 1551103363142435),
    (135245891102586, 2, "93.8822", 188936320997757),
    (782890356439074, 3, "98.545", 1103918275054987),
    (830400171343909, 1, "94.6309", 2428513513154036),
    (1232309826044, 1, "90", 2837498235400),
    (23774112258189, 1, "90", 54741916484873),
    (25006422084233, 1, "90", 57579414720273),
    (98793378510888, 1, "90", 227480160645689),
    (7264803281849, 1, "95", 21763405652457),
    (12805433837988, 1, "95", 38361651425321),
    (20070237119837, 1, "95", 60125057077778),
    (675123258792609, 1, "95", 2022488534991962),
    (2911453236003, 1, "97.5", 10740000023905),
    (49221081119863, 1, "97.5", 181570634852339),
    (101353615475729, 1, "97.5", 373881269728581),
    (860050004925695, 1, "97.5", 3172620792680987),
    (616154913022, 1, "99", 2837498235400),
    (24390267171211, 1, "99", 112321331205145),
    (25006422084233, 1, "99", 115158829440545),
    (49396689255444, 1, "99", 227480160645689),
]
