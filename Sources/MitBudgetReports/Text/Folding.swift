extension String {
    /// The text in lines of at most `width` columns, broken at blanks; a longer word stands on a line of its own.
    /// - Parameters:
    ///   - first: written before the first line.
    ///   - rest: written before every other line.
    func folded(to width: Int = Style.plain.width, first: String = "", rest: String = "  ") -> [String] {
        // Nearly every text fits; bytes are at least as many as columns.
        if first.utf8.count + utf8.count <= width { return [first + self] }
        var lines: [String] = []
        var (line, isEmpty) = (first, true)
        for word in split(separator: " ") {
            if !isEmpty, line.columns + 1 + String(word).columns > width {
                lines.append(line)
                (line, isEmpty) = (rest, true)
            }
            line += (isEmpty ? "" : " ") + word
            isEmpty = false
        }
        return lines + [line]
    }
}
