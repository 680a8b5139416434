import Foundation

/// A picture of a terminal's output, with its colours: `mitbudget … --color always | picture FILE 'WHAT WAS TYPED'`.
enum Picture {
    static let program = "picture"

    /// Adjacent letters of the same style.
    private struct Run {
        var style: [Int]
        var column: Int
        var text: String
    }

    private static let (cell, rise, margin) = (8, 17, 20)
    private static let (paper, ink) = ("#0d1117", "#e6edf3")

    /// Reads output from standard input and writes the picture into the desk's folder.
    static func draw(_ arguments: [String]) -> Int32 {
        guard arguments.count == 2 else { return 64 }
        let shown = String(decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self)
        let lines = ("$ " + arguments[1] + "\n\n" + shown).split(separator: "\n", omittingEmptySubsequences: false)
            .map { runs(of: $0) }
        Desk.write(svg(of: lines, title: arguments[1]), to: Desk.folder + "/pictures/" + arguments[0])
        return 0
    }

    private static func svg(of lines: [[Run]], title: String) -> String {
        let columns = lines.joined().map { $0.column + $0.text.count }.max() ?? 0
        let size = (width: columns * cell + 2 * margin, height: (lines.count - 1) * rise + 2 * margin)
        var svg = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(size.width) \(size.height)" \
            width="\(size.width)" height="\(size.height)" role="img">
            <title>\(escaped(title))</title>
            <rect width="\(size.width)" height="\(size.height)" rx="8" fill="\(paper)"/>
            <g font-family="DejaVu Sans Mono,Menlo,Consolas,monospace" font-size="13.29" fill="\(ink)" \
            xml:space="preserve">

            """
        for (row, runs) in lines.enumerated() {
            for run in runs {
                // Columns stay aligned in any font.
                svg += """
                    <text x="\(margin + run.column * cell)" y="\(margin + 13 + row * rise)" \
                    textLength="\(run.text.count * cell)" lengthAdjust="spacingAndGlyphs"\(look(run.style))>\
                    \(escaped(run.text))</text>

                    """
            }
        }
        return svg + "</g>\n</svg>\n"
    }

    /// A line's words by style; a new run begins after two blanks.
    private static func runs(of line: Substring) -> [Run] {
        var (runs, style, column): ([Run], [Int], Int) = ([], [], 0)
        for piece in line.replacing("\u{A0}", with: " ").split(separator: "\u{1B}[", omittingEmptySubsequences: false) {
            var text = piece
            if let code = piece.prefixMatch(of: /([0-9]+)m/), let number = Int(code.1) {
                text = piece[code.range.upperBound...]
                switch number {
                case 22: style.removeAll { $0 < 3 }
                case 39: style.removeAll { $0 > 29 }
                default: style.append(number)
                }
            }
            for words in text.matches(of: /[^ ]+(?: [^ ]+)*/) {
                let before = text.distance(from: text.startIndex, to: words.range.lowerBound)
                runs.append(Run(style: style, column: column + before, text: String(words.0)))
            }
            column += text.count
        }
        return runs
    }

    /// The picture's form of the program's styles.
    private static func look(_ style: [Int]) -> String {
        let colours = [2: "#8b949e", 31: "#ff7b72", 32: "#7ee787", 33: "#e3b341", 34: "#79c0ff"]
        let colour = style.compactMap { colours[$0] }.last.map { " fill=\"\($0)\"" } ?? ""
        return colour + (style.contains(1) ? " font-weight=\"bold\"" : "")
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    }
}
