import Foundation
import MitBudget
import TestSupport
import Testing

@testable import MitBudgetCLI

/// Extracts with bytes altered, cut out, doubled or cut off.
@Suite("Damaged extracts")
struct DamagedExtractTests {
    @Test(
        "Whatever happens to an extract, it is compared or refused by name, and nothing is recorded",
        arguments: ["finans-dimension", "finans-debet-kredit", "bank-saldo", "bank-primo-ultimo"])
    func damaged(name: String) throws {
        let bureau = try Bureau()
        try bureau.open()
        let whole = Array(
            try Data(contentsOf: URL(filePath: Fixture.path("../statements/\(name).csv"))))
        // Without the sign of costs, nothing would be compared: the ledger has none of it.
        try bureau.write(#"{"costs":"positive"}"#, to: "costs.json")
        let before = try bureau.bytes()
        var statuses: [Int32: Int] = [:]
        for seed in Seed.each(1...150) {
            var chance = SplitMix64(seed: seed)
            var bytes = whole
            for _ in 0..<Int.random(in: 1...2, using: &chance) { Self.damage(&bytes, &chance) }
            bureau.input = bytes
            let form = ["text", "json", "csv"][Int(seed % 3)]
            let run = bureau.run(["reconcile", "-", "--format", form, "--profile", bureau.path("costs.json")])
            #expect([0, 1, 65].contains(run.status), "seed \(seed): \(run.status) \(run.error)")
            #expect(run.output.isEmpty != run.error.isEmpty, "seed \(seed)")
            statuses[run.status, default: 0] += 1
        }
        #expect(try bureau.bytes() == before)
        #expect(statuses[65, default: 0] > 20 && statuses[1, default: 0] > 5, "some damage is seen: \(statuses)")
    }

    private static func damage(_ bytes: inout [UInt8], _ chance: inout SplitMix64) {
        guard !bytes.isEmpty else { return }
        let place = Int.random(in: 0..<bytes.count, using: &chance)
        let end = min(bytes.count, place + Int.random(in: 1...40, using: &chance))
        switch Int.random(in: 0..<5, using: &chance) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &chance)
        case 1:
            bytes[place] =
                "\";,.-\n\t 09/:Tkr€"
                .utf8.randomElement(using: &chance) ?? 0
        case 2: bytes.removeSubrange(place..<end)
        case 3: bytes.insert(contentsOf: bytes[place..<end], at: place)
        default: bytes.removeSubrange(place...)
        }
    }
}
