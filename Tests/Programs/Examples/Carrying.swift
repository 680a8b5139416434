/// Carries hashes and salts from answers into later input: an anchor from a paper, a salt for `sha256sum`.
///
/// Where an answer has a different hash or salt than the recorded one, all later uses of the recorded one follow it.
struct Carrying {
    /// A hash or a salt; an anchor also has the entry's number.
    private struct Code: Equatable {
        let number: Substring?
        let digits: String
    }

    private var changes: [(old: Code, new: Code)] = []

    /// Learns which codes replaced the recorded ones.
    mutating func learn(from recorded: [String], to answer: [String]) {
        let (old, new) = (Self.codes(in: recorded), Self.codes(in: answer))
        guard old.count == new.count else { return }
        changes += zip(old, new).filter { $0 != $1 }
    }

    /// A line with the current codes, as many digits of each as the line has.
    func applied(to line: String) -> String {
        line.replacing(Self.code) { match in
            let digits = match.digits.filter(\.isHexDigit)
            let change = changes.last { $0.old.digits.hasPrefix(digits) && $0.old.digits.count >= digits.count }
            guard let new = change?.new else { return String(match.0) }
            var rest = new.digits[...]
            let written = String(match.digits.map { $0.isHexDigit ? rest.removeFirst() : $0 })
            guard let number = match.number, let gap = match.gap else { return written }
            return (new.number ?? number) + gap + written
        }
    }

    private static var code: Regex<(Substring, number: Substring?, gap: Substring?, digits: Substring)> {
        #/(?:\b(?<number>[0-9]+)(?<gap>: ?))?(?<digits>\b[0-9a-f]{4}(?: ?[0-9a-f]{4}){3,15}\b)/#
    }

    private static func codes(in lines: [String]) -> [Code] {
        lines.flatMap { line in
            line.matches(of: code).map { Code(number: $0.number, digits: $0.digits.filter(\.isHexDigit)) }
        }
    }
}
