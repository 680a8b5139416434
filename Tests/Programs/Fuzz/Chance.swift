import TestSupport

/// Random numbers that repeat for the same seed and case, whatever came before.
struct Chance: RandomNumberGenerator {
    private var generator: SplitMix64

    init(seed: UInt64, number: UInt64) {
        var mixer = SplitMix64(seed: seed)
        generator = SplitMix64(seed: mixer.next() &+ number &* 0x9FB2_1C65_1E98_DF25)
    }

    mutating func next() -> UInt64 { generator.next() }

    /// A number from zero up to, but not including, the bound.
    mutating func below(_ bound: Int) -> Int {
        Int.random(in: 0..<max(1, bound), using: &self)
    }

    mutating func oneIn(_ sides: Int) -> Bool { below(sides) == 0 }

    mutating func pick<Element>(_ choices: [Element]) -> Element { choices[below(choices.count)] }

    mutating func byte() -> UInt8 { UInt8.random(in: .min ... .max, using: &self) }
}
