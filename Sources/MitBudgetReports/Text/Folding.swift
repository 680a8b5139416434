extension String {
    /// The text in lines of at most `width` columns, broken at blanks; a longer word stands on a line of its own.
    /// - Parameters:
    ///   - first: written before the first line.
    ///   - rest: written before every other line.
    func folded(to width: Int = Style.plain.width, first: String = "", rest: String = "  ") -> [String] {
        // Nearly every text fits; bytes are at least as many as columns.
        if first.utf8.count + utf8.count <= width { return [first + self] }
        return split(separator: " ").map(String.init).folded(to: width, first: first, rest: rest)
    }
}

extension [String] {
    /// The pieces in lines of at most `width` columns, with a blank between two; none is broken. A piece too long for
    /// the room beside `first` begins the next line if it fits there.
    /// - Parameters:
    ///   - first: written before the first line.
    ///   - rest: written before every other line.
    public func folded(to width: Int, first: String, rest: String) -> [String] {
        var lines: [String] = []
        var (line, isEmpty) = (first, true)
        for piece in self {
            let room = width - (isEmpty ? 0 : 1) - piece.columns
            if line.columns > room, !isEmpty || lines.isEmpty && rest.columns + piece.columns <= width {
                lines.append(line.withoutTrailingBlanks)
                (line, isEmpty) = (rest, true)
            }
            line += (isEmpty ? "" : " ") + piece
            isEmpty = false
        }
        return lines + [line]
    }
}
