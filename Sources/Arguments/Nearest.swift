/// The candidate that a typed word probably means; `nil` where none is near.
///
/// A candidate is near if it is at most two slips away (one for words of up to four letters, none for a single letter).
/// A slip is a letter missing, added, changed or swapped with its neighbour. Otherwise the word must begin exactly one
/// candidate. Case does not matter. The answer does not depend on the order of the candidates.
public func nearest(to typed: String, in candidates: [String]) -> String? {
    let word = Array(typed.lowercased())
    var best: (slips: Int, unshared: Int, candidate: String)?
    for candidate in candidates {
        let other = Array(candidate.lowercased())
        let limit = allowedSlips(min(word.count, other.count))
        guard abs(word.count - other.count) <= limit else { continue }
        let slips = alignmentDistance(word, other)
        guard slips <= limit else { continue }
        let shared = zip(word, other).prefix { $0 == $1 }.count
        let found = (slips: slips, unshared: -shared, candidate: candidate)
        if let leader = best, leader <= found { continue }
        best = found
    }
    if let best { return best.candidate }
    guard !word.isEmpty else { return nil }
    let continuations = Set(candidates.filter { $0.lowercased().starts(with: word) })
    return continuations.count == 1 ? continuations.first : nil
}

private func allowedSlips(_ length: Int) -> Int {
    switch length {
    case ...1: 0
    case ...4: 1
    default: 2
    }
}

/// Optimal string alignment: Levenshtein's distance, except that swapping two neighbours counts as one slip.
func alignmentDistance(_ first: [Character], _ second: [Character]) -> Int {
    if first.isEmpty || second.isEmpty { return max(first.count, second.count) }
    var beforeLast: [Int] = []
    var last = Array(0...second.count)
    for row in 1...first.count {
        var current = [row]
        for column in 1...second.count {
            let change = first[row - 1] == second[column - 1] ? 0 : 1
            var least = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + change)
            if row > 1, column > 1, first[row - 1] == second[column - 2], first[row - 2] == second[column - 1] {
                least = min(least, beforeLast[column - 2] + 1)
            }
            current.append(least)
        }
        (beforeLast, last) = (last, current)
    }
    return last[second.count]
}
