import Foundation

/// The seeds of random tests: some that never change, and a new one in each run.
package enum Seed {
    /// This run's seed; `MITBUDGET_SEED` repeats an earlier run's. `MITBUDGET_SEEDS=100` runs that many seeds, one
    /// after another. The first seed is printed once, so that a failure can be repeated.
    package static let fresh: [UInt64] = {
        let given = number("MITBUDGET_SEED")
        let first = given ?? .random(in: 1...999_999_999)
        let repeated = "MITBUDGET_SEED=\(first) swift test"
        print("this run's seed: \(first)\(given == nil ? "; to begin there again: \(repeated)" : "")")
        return (0..<max(1, number("MITBUDGET_SEEDS") ?? 1)).map { first &+ $0 }
    }()

    /// The given seeds and this run's own.
    package static func each(_ seeds: some Sequence<UInt64>) -> [UInt64] { seeds + fresh }

    private static func number(_ name: String) -> UInt64? {
        ProcessInfo.processInfo.environment[name].map { text in
            guard let number = UInt64(text) else { preconditionFailure("\(name)=\(text) is no whole number") }
            return number
        }
    }
}
