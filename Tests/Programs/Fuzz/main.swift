import Glibc

// Feeds the product damaged files and watches what becomes of them: `Fuzz --seconds 60 --seed 7`.
//
// A process of its own, since a trap or a hang ends the process: whoever started it then sees that it did, and reads
// the seed and the case on standard error. `--seed 7 --case 123` tries that one case again.

let options: Options
do throws(Options.Complaint) {
    options = try Options(Array(CommandLine.arguments.dropFirst()))
} catch {
    print("Fuzz: \(error.text)\n\(Options.usage)")
    exit(64)
}
var campaign = try Campaign(options)
exit(try campaign.run() ? 0 : 1)
