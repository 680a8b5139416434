import Glibc

// Injects a fault under the ledger in each round, and checks what is left. Docs/Threats.md lists the faults and the
// results.
//
// It is a process of its own, since it puts its own layer between SQLite and the system for all connections.

/// How many rounds with a lying disk prove that the campaign detects it.
let proofs = 60

/// Runs what the options request. Returns before the process exits, so that the workshop's folder is removed.
func run(_ options: Options) throws -> Int32 {
    let workshop = try Workshop()
    var campaign = try Campaign(workshop: workshop, seed: options.seed)
    if let only = options.only {
        try campaign.run(only)
    } else {
        for lie in Fault.allCases where lie.isLie {
            var proof = campaign
            try proof.run(proof.rounds(with: [lie], outcomes: 3).prefix(proofs), seconds: nil)
            print("\(lie.rawValue): \(proof.tallies[lie]?.problems ?? 0) of \(proofs) rounds found out")
            guard !proof.problems.isEmpty else {
                print("a campaign that does not see this sees nothing")
                return 1
            }
        }
        let rounds = campaign.rounds(with: Fault.borne, outcomes: options.outcomes).filter { round in
            options.step.map { workshop.steps[round.step].name == $0 } ?? true
        }
        try campaign.run(rounds.prefix(options.rounds), seconds: options.seconds)
        print("\nseed \(options.seed), \(rounds.count) rounds possible\n")
    }
    print(campaign.table)
    for problem in campaign.problems { print("--seed \(options.seed) \(problem)") }
    return campaign.problems.isEmpty ? 0 : 1
}

guard let options = Options(Array(CommandLine.arguments.dropFirst())) else {
    print(Options.usage)
    exit(64)
}
guard ShimSystem.install() else {
    print("this SQLite cannot be put on the campaign's layer")
    exit(70)
}
Watch.start()
do {
    exit(try run(options))
} catch {
    print("the campaign itself failed: \(error)")
    exit(70)
}
