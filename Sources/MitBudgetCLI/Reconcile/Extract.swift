import MitBudget
import MitBudgetStore

/// An extract that was read whole.
struct Extract {
    /// The lines, in the order of the file.
    let lines: [ExtractLine]
    /// The balances, and whether the lines lead from one to the other.
    let balance: ExtractBalance
    /// How the file is written, as a profile would say it. What it says of costs is the user's.
    let profile: ExtractProfile
    /// The first and the last day of a line.
    let period: ClosedRange<Day>
    /// The SHA-256 digest of the file's bytes.
    let digest: Digest
}
