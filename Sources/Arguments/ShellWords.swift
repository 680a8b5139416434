/// The words of a shell line with plain, '…' and "…" parts; `nil` where a quotation is not closed.
package func shellWords(_ line: String) -> [String]? {
    var words: [String] = []
    var word: String?
    var mark: Character?
    for character in line {
        switch character {
        case mark: mark = nil
        case _ where mark != nil: word = (word ?? "") + String(character)
        case "'", "\"":
            mark = character
            word = word ?? ""
        case " ":
            if let finished = word { words.append(finished) }
            word = nil
        default: word = (word ?? "") + String(character)
        }
    }
    guard mark == nil else { return nil }
    if let finished = word { words.append(finished) }
    return words
}
