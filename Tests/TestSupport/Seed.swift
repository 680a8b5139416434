import Foundation

/// Where what is done at random begins: at seeds that never change, and at one that no run had before.
package enum Seed {
    /// This run's own; `MITBUDGET_SEED` gives that of an earlier run again. `MITBUDGET_SEEDS=100` is for so many of
    /// them, one after another. The first is told once, so that what failed can be done again.
    package static let fresh: [UInt64] = {
        let given = number("MITBUDGET_SEED")
        let first = given ?? .random(in: 1...999_999_999)
        let repeated = "MITBUDGET_SEED=\(first) swift test"
        print("this run's seed: \(first)\(given == nil ? "; to begin there again: \(repeated)" : "")")
        return (0..<max(1, number("MITBUDGET_SEEDS") ?? 1)).map { first &+ $0 }
    }()

    /// Each of these, and this run's own.
    package static func each(_ seeds: some Sequence<UInt64>) -> [UInt64] { seeds + fresh }

    private static func number(_ name: String) -> UInt64? {
        ProcessInfo.processInfo.environment[name].map { text in
            guard let number = UInt64(text) else { preconditionFailure("\(name)=\(text) is no whole number") }
            return number
        }
    }
}
