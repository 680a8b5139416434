/// The options of a campaign.
struct Options {
    static let usage = """
        usage: FaultCampaign [--rounds N] [--seconds S] [--outcomes N] [--seed N] [--step NAME] [--round NAME]
          --rounds    how many rounds at most; all of them by default
          --seconds   for how long at most
          --outcomes  in how many ways a disk comes out of each power cut; 4 by default
          --seed      what chance is drawn from; 1 by default
          --step      only steps of that name: init, draft, disburse ...
          --round     only this one, as it is named where something was found
        """

    var rounds = Int.max
    var seconds: Double?
    var outcomes = 4
    var seed: UInt64 = 1
    var step: String?
    var only: Round?

    /// Reads a command line; `nil` if it is not valid.
    init?(_ words: [String]) {
        var rest = words[...]
        while let option = rest.popFirst() {
            guard let value = rest.popFirst() else { return nil }
            switch option {
            case "--rounds":
                guard let number = Int(value), number > 0 else { return nil }
                rounds = number
            case "--seconds":
                guard let number = Double(value), number > 0 else { return nil }
                seconds = number
            case "--outcomes":
                guard let number = Int(value), number > 0 else { return nil }
                outcomes = number
            case "--seed":
                guard let number = UInt64(value) else { return nil }
                seed = number
            case "--step":
                guard Step.course.dropLast().contains(where: { $0.name == value }) else { return nil }
                step = value
            case "--round":
                guard let round = Round(named: value) else { return nil }
                only = round
            default: return nil
            }
        }
    }
}

extension Round {
    /// The round with this ``name``; `nil` where the name is not valid.
    init?(named name: String) {
        let parts = name.split(separator: "/").map(String.init)
        guard parts.count == 6, let company = Company(rawValue: parts[0]), let step = Int(parts[1]),
            (0..<Step.course.count - 1).contains(step), let operation = Int(parts[2]),
            let fault = Fault(rawValue: parts[3]), let outcome = Int(parts[5]), outcome >= 0
        else { return nil }
        let strike = Strike(fault: fault, operation: operation, isLasting: parts[4] == "lasting")
        self.init(company: company, step: step, strike: strike, outcome: outcome)
    }
}
