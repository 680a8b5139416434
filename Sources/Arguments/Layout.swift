/// Sets pieces in lines of at most `width` Characters, separated by spaces; a wider piece gets its own line.
func wrapped(_ pieces: [String], width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var lineWidth = 0
    for piece in pieces {
        let pieceWidth = piece.count
        if lineWidth == 0 {
            line = piece
            lineWidth = pieceWidth
        } else if lineWidth + 1 + pieceWidth <= width {
            line += " " + piece
            lineWidth += 1 + pieceWidth
        } else {
            lines.append(line)
            line = piece
            lineWidth = pieceWidth
        }
    }
    if lineWidth > 0 { lines.append(line) }
    return lines
}

/// Sets the words of a text in lines of at most `width` Characters.
func wrapped(_ text: String, width: Int) -> [String] {
    wrapped(text.split(separator: " ").map(String.init), width: width)
}

/// Puts `first` before the first line and as many spaces before the others.
func hanging(_ first: String, _ lines: [String]) -> [String] {
    let indent = String(repeating: " ", count: first.count)
    return lines.enumerated().map { index, line in (index == 0 ? first : indent) + line }
}

/// Sets labels at the left and aligns their texts at the right. The text of a label that is too wide begins below it.
struct Columns {
    private static let margin = 2
    private static let gap = 2
    private static let labelAtMost = 24
    private static let textAtLeast = 24

    private let labelWidth: Int
    private let textWidth: Int

    /// - Parameter labels: all labels of the same alignment.
    init(labels: [String], width: Int) {
        let widest = labels.lazy.map(\.count).filter { $0 <= Self.labelAtMost }.max() ?? Self.labelAtMost
        labelWidth = widest
        textWidth = max(Self.textAtLeast, width - Self.margin - widest - Self.gap)
    }

    func lines(_ label: String, _ text: String) -> [String] {
        let margin = String(repeating: " ", count: Self.margin)
        let texts = wrapped(text, width: textWidth)
        let padding = labelWidth - label.count
        guard padding >= 0 else {
            let indent = String(repeating: " ", count: Self.margin + labelWidth + Self.gap)
            return [margin + label] + texts.map { indent + $0 }
        }
        guard !texts.isEmpty else { return [margin + label] }
        return hanging(margin + label + String(repeating: " ", count: padding + Self.gap), texts)
    }
}
