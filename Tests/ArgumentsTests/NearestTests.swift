@testable import Arguments
import Testing

@Suite("Did you mean")
struct NearestTests {
    private static let candidates = ["release", "retract", "report", "refund", "status", "staff", "on", "as", "plan"]

    @Test(
        "The nearest word",
        arguments: [
            ("relaese", "release"), ("RELEASE", "release"), ("relese", "release"), ("releasees", "release"),
            ("stat", "status"), ("stats", "status"), ("sta", nil), ("pan", "plan"), ("paln", "plan"), ("pxxn", nil),
            ("rel", "release"), ("re", nil), ("p", "plan"), ("x", nil), ("", nil), ("om", "on"), ("xyzzy", nil),
            ("r\u{E9}port", "report"), (String(repeating: "release", count: 10_000), nil),
        ] as [(String, String?)])
    func table(typed: String, expected: String?) {
        #expect(nearest(to: typed, in: Self.candidates) == expected)
        #expect(nearest(to: typed, in: Self.candidates.reversed()) == expected)
    }

    @Test("Among equals the longest common beginning wins, then the alphabet")
    func ties() {
        #expect(nearest(to: "cat", in: ["bat", "car", "can"]) == "can")
        #expect(nearest(to: "cat", in: []) == nil)
    }

    @Test(
        "Swapped neighbours are one slip",
        arguments: [
            ("ab", "ba", 1), ("ca", "abc", 3), ("", "abc", 3), ("abc", "", 3), ("kitten", "sitting", 3), ("a", "a", 0),
        ])
    func distance(first: String, second: String, expected: Int) {
        #expect(alignmentDistance(Array(first), Array(second)) == expected)
        #expect(alignmentDistance(Array(second), Array(first)) == expected)
    }
}
