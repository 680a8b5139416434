import JSON
import MitBudget
import MitBudgetReports
import MitBudgetStore
import Phrases

/// Prints entries one at a time, in the requested format.
final class JournalPrinter {
    private let session: Session
    private var isFirst = true

    init(_ session: Session) {
        self.session = session
    }

    func begin() {
        switch session.settings.format {
        case .json: session.put("{\"entries\":[")
        case .csv:
            // For Danish Excel: a byte order mark, semicolons, CRLF. For other programs: plain commas.
            session.put(session.language == .danish ? "\u{FEFF}" : "")
            row(["seq", "recorded_at", "actor", "kind", "day", "participant", "amount", "voucher", "hash"])
        case .text, .html:
            session.print(
                session.style.bold(
                    session.say(
                        "Nr.    Dag         Bogført               Af", "No.    Day         Recorded              By")))
        }
    }

    func print(_ line: JournalLine) {
        switch session.settings.format {
        case .json:
            session.put((isFirst ? "" : ",") + line.json.compact)
            isFirst = false
        case .csv:
            row([
                "\(line.number)", line.recordedAt, line.actor, line.kind, line.day, line.text("participant"),
                line.amount?.typed(in: session.language) ?? "", line.text("voucher"), line.hash,
            ])
        case .text, .html: session.print(text(of: line))
        }
    }

    func end() {
        if session.settings.format == .json { session.print("]}") }
    }

    private func row(_ fields: [String]) {
        session.put(CSV.line(fields, in: session.language))
    }

    /// - Parameter who: shown instead of the staff member's id.
    func text(of line: JournalLine, by who: String? = nil) -> String {
        let number = Self.number(line)
        let kind = EntryKind(rawValue: line.kind)?.phrase[session.language] ?? line.kind
        let day = (try? Day(iso: line.day))?.short(in: session.language) ?? line.day
        var text = "\(number)\(day)  \(line.recordedAt)  \(Self.pad(who ?? line.actor, 16))  \(kind)"
        if !line.text("participant").isEmpty { text += " " + line.text("participant") }
        if let item = line.body["item"], case .integer(let number) = item {
            text += session.say(" punkt \(number)", " item \(number)")
        }
        if let amount = line.amount { text += " " + amount.text(in: session.language) }
        if let post = try? PostName(line.text("post")), line.text("participant").isEmpty {
            text += " " + post.phrase[session.language]
        }
        if case .integer(let reversed)? = line.body["entry"] {
            text += session.say(" af nr. ", " of no. ") + "\(reversed)"
        }
        if line.body["root"] == true { text += session.say(" af maskinens root", " by root of the machine") }
        if let through = try? Day(iso: line.text("through")) {
            text += session.say(" til og med ", " through ") + through.short(in: session.language)
        }
        text += details(of: line)
        if !line.text("voucher").isEmpty { text += session.say(" bilag ", " voucher ") + line.text("voucher") }
        return text
    }

    /// What was followed up or measured, and the approval of an amendment.
    private func details(of line: JournalLine) -> String {
        func named(_ key: String) -> Phrase { (try? ResultCode(line.text(key)))?.phrase ?? Phrase(verbatim: "") }
        if line.kind == EntryKind.termsAmended.rawValue, !line.text("approval").isEmpty {
            return session.say(", godkendt i ", ", approved in ") + line.text("approval")
        }
        let takenBack = session.say("taget tilbage", "taken back")
        if line.kind == EntryKind.resultNoted.rawValue {
            return ": " + (line.text("result").isEmpty ? takenBack : named("result")[session.language])
        }
        guard line.kind == EntryKind.measureNoted.rawValue else { return "" }
        let value = Figure(text: line.text("value")).map { Phrase(da: "\($0)", en: "\($0)")[session.language] }
        return " " + named("target")[session.language] + ": " + (value ?? takenBack)
    }

    /// An entry's number, padded to the width of its column.
    static func number(_ line: JournalLine) -> String {
        pad("\(line.number)", 5) + "  "
    }

    private static func pad(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}

extension JournalLine {
    var json: JSON {
        [
            "entry": .integer(number), "recordedAt": .string(recordedAt), "staff": .string(actor),
            "kind": .string(kind), "day": .string(day), "body": body, "hash": .string(hash),
        ]
    }

    /// A reference from the body; empty if the body has no member of that name.
    func text(_ key: String) -> String {
        if case .string(let text)? = body[key] { text } else { "" }
    }

    var amount: Amount? {
        if case .integer(let ore)? = body["amountOre"] { Amount(ore: ore) } else { nil }
    }
}
