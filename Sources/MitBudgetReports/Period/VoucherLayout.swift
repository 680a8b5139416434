import MitBudget
import Phrases

/// How the text report lays a voucher out: fixed columns, since the list streams and no one has seen all of it.
struct VoucherLayout {
    let language: Language

    private static let widths = [7, 10, 10, 10, 11, 15, 13, 16]

    /// The headings and the line under them.
    var head: String {
        let words = [
            Word.entry, Word.day, Word.recorded, Word.paid, Word.participant, Word.area, Word.kind, Word.amount,
        ]
        let heading = row(words.map { $0[language] })
        return heading + String(repeating: "─", count: heading.count - 1) + "\n"
    }

    func lines(for line: VoucherLine) -> String {
        let about = line.area?.phrase[language] ?? line.post.phrase[language]
        let who = (line.participant?.text ?? "") + (line.item.map { "/\($0.value)" } ?? "")
        let figures = row([
            "\(line.entry.value)", line.day.short(in: language), line.recordedAt.day.short(in: language),
            line.paid?.short(in: language) ?? "", who, about, line.kind.phrase[language],
            line.amount.bare(in: language),
        ])
        let voucher = Phrase(
            da: "bilag \(line.voucher), bogført af \(line.staff)",
            en: "voucher \(line.voucher), recorded by \(line.staff)")
        return figures + String(repeating: " ", count: 9) + voucher[language] + "\n"
    }

    func foot(count: Int, total: Amount) -> String {
        let counted = Phrase(
            da: "I alt \(count) bilag", en: "In all \(count) \(count == 1 ? "voucher" : "vouchers")")[language]
        let width = Self.widths.reduce(0, +) + Self.widths.count - 1
        let sum = total.bare(in: language)
        let gap = max(1, width - counted.count - sum.count)
        return String(repeating: "─", count: width) + "\n" + counted + String(repeating: " ", count: gap) + sum + "\n"
    }

    /// The first and the last column lean right, the others left.
    private func row(_ cells: [String]) -> String {
        var pieces: [String] = []
        for (index, (cell, width)) in zip(cells, Self.widths).enumerated() {
            let blanks = String(repeating: " ", count: max(0, width - cell.count))
            pieces.append(index == 0 || index == cells.count - 1 ? blanks + cell : cell + blanks)
        }
        return pieces.joined(separator: " ") + "\n"
    }
}
