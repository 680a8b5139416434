import Arguments
import MitBudget

/// The course of the demonstration: two years of the Aabenraa programme, as its staff would have typed them.
///
/// It stands in `course.txt`, to be read as a story. Each line that is no remark is a command that writes exactly one
/// entry, so the number of a step, from 1, is that of its entry.
enum Course {
    /// One command and the moment at which it is given.
    struct Step: Equatable, Sendable {
        /// When, in UTC; later than the step before. Its day is the local day in Denmark too.
        let moment: Moment
        /// What is typed after `mitbudget`, but for `--ledger`. Where a plan file is named, its contents stand instead.
        let arguments: [String]
    }

    /// All steps, in order of time.
    /// - Throws: `Failure.demo` of a line that is none; a test reads them all.
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
    /// Reads `2022-12-05T08:24:51Z sagsbehandler-1 participant enrol`, quoted as in a shell; `-` is given by no one.
    init?(_ line: String) {
        guard let words = shellWords(line), words.count > 2, let moment = Moment(iso: words[0]) else { return nil }
        self.moment = moment
        arguments = words[2...] + (words[1] == "-" ? [] : ["--as", words[1]])
    }
}
