import Arguments
import MitBudget

/// The course of a demonstration: a programme from its beginning, as its staff would have typed it.
///
/// The files in `Courses` hold them, to be read as stories; each is called as the programme's file. Each line that is
/// not a remark is a command that writes exactly one entry, so the number of a step, from 1, is also its entry's
/// number.
enum Course: String, CaseIterable {
    /// Two years of the built-in programme.
    case mitBudget = "mit-budget-aabenraa"
    /// 25 million kr. to 13 initiatives under five themes.
    case aarhus = "aarhus-13-initiativer"
    /// Operating grants to organisations.
    case operatingGrants = "driftstilskud"
    /// Efforts for recipients of cash benefit, with a measured figure.
    case kik = "kik-ii"
    /// 20 participants without money, followed up.
    case hunters = "potentialejaegerne"
    /// A ceiling for each citizen and year.
    case taxFreeCard = "socialt-frikort"
    /// A committee's posts, without recipients.
    case committee = "soenderborg-2017"
    /// A drawing right of 15 months, and a post split by year.
    case drawingRight = "traekningsret-15"

    private var text: [UInt8] {
        switch self {
        case .mitBudget: PackageResources.mit_budget_aabenraa_txt
        case .aarhus: PackageResources.aarhus_13_initiativer_txt
        case .operatingGrants: PackageResources.driftstilskud_txt
        case .kik: PackageResources.kik_ii_txt
        case .hunters: PackageResources.potentialejaegerne_txt
        case .taxFreeCard: PackageResources.socialt_frikort_txt
        case .committee: PackageResources.soenderborg_2017_txt
        case .drawingRight: PackageResources.traekningsret_15_txt
        }
    }

    /// One command and the moment at which it is given.
    struct Step: Equatable, Sendable {
        /// When it is typed, in UTC; later than the step before. Denmark's local day is the same day.
        let moment: Moment
        /// What is typed after `mitbudget`, without `--ledger`. A file's contents stand in place of its name, with `\n`
        /// for each new line.
        let arguments: [String]
    }

    /// All steps, in order of time.
    /// - Throws: `Failure.demo` for a line that is not a step; a test reads them all.
    func steps() throws(Failure) -> [Step] {
        var steps: [Step] = []
        for line in String(decoding: text, as: UTF8.self).split(separator: "\n") where !line.hasPrefix("#") {
            guard let step = Step(String(line)) else { throw .demo(.fault, command: String(line), complaint: "") }
            steps.append(step)
        }
        return steps
    }

    /// What may be tried on the ledger.
    var suggestions: [String] {
        switch self {
        case .mitBudget: ["participant show B03", "journal --participant B03", "verify"]
        case .aarhus, .operatingGrants, .kik: ["participant list", "plan show \(reference) --version 1", "verify"]
        case .hunters, .taxFreeCard, .drawingRight: ["participant list", "terms show", "verify"]
        case .committee: ["journal", "terms show", "verify"]
        }
    }

    /// The first recipient where they are no people.
    private var reference: String { self == .operatingGrants ? "F01" : "I01" }
}

extension Course.Step {
    /// Reads `2022-12-05T08:24:51Z sagsbehandler-1 participant enrol`, quoted as in a shell; `-` stands for no account.
    init?(_ line: String) {
        guard let words = shellWords(line), words.count > 2, let moment = Moment(iso: words[0]) else { return nil }
        self.moment = moment
        arguments = words[2...] + (words[1] == "-" ? [] : ["--as", words[1]])
    }
}
