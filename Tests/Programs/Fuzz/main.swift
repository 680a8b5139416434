import Glibc

// Feeds damaged files to the product and checks the outcome: `Fuzz --seconds 60 --seed 7`.
//
// It is a process of its own, since a trap or a hang ends the process: the caller notices that, and reads the seed and
// the case on standard error. `--seed 7 --case 123` repeats that case.

let options: Options
do throws(Options.Complaint) {
    options = try Options(Array(CommandLine.arguments.dropFirst()))
} catch {
    print("Fuzz: \(error.text)\n\(Options.usage)")
    exit(64)
}
var campaign = try Campaign(options)
exit(try campaign.run() ? 0 : 1)
