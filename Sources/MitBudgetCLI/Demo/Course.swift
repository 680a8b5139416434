import Arguments
import MitBudget

/// The course of the demonstration: two years of the Aabenraa programme, as its staff would have typed them.
///
/// `course.txt` holds it, to be read as a story. Each line that is not a remark is a command that writes exactly one
/// entry, so the number of a step, from 1, is also its entry's number.
enum Course {
    /// One command and the moment at which it is given.
    struct Step: Equatable, Sendable {
        /// When it is typed, in UTC; later than the step before. Denmark's local day is the same day.
        let moment: Moment
        /// What is typed after `mitbudget`, without `--ledger`. A plan file's contents stand in place of its name.
        let arguments: [String]
    }

    /// All steps, in order of time.
    /// - Throws: `Failure.demo` for a line that is not a step; a test reads them all.
    static func steps() throws(Failure) -> [Step] {
        var steps: [Step] = []
        let lines = String(decoding: PackageResources.course_txt, as: UTF8.self).split(separator: "\n")
        for line in lines where !line.hasPrefix("#") {
            guard let step = Step(String(line)) else { throw .demo(.fault, command: String(line), complaint: "") }
            steps.append(step)
        }
        return steps
    }
}

extension Course.Step {
    /// Reads `2022-12-05T08:24:51Z sagsbehandler-1 participant enrol`, quoted as in a shell; `-` stands for no account.
    init?(_ line: String) {
        guard let words = shellWords(line), words.count > 2, let moment = Moment(iso: words[0]) else { return nil }
        self.moment = moment
        arguments = words[2...] + (words[1] == "-" ? [] : ["--as", words[1]])
    }
}
