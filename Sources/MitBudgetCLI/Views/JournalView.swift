import JSON
import MitBudget
import MitBudgetReports
import MitBudgetStore
import Phrases

/// Prints entries one at a time, in the requested format.
final class JournalPrinter {
    private let session: Session
    private var count = 0

    /// Whether no entry was printed.
    var isEmpty: Bool { count == 0 }

    init(_ session: Session) {
        self.session = session
    }

    func begin() {
        switch session.settings.format {
        case .json: session.put("{\"entries\":[")
        case .csv:
            // For Danish Excel: a byte order mark, semicolons, CRLF. For other programs: plain commas.
            session.put(session.language == .danish ? "\u{FEFF}" : "")
            row(["seq", "recorded_at", "actor", "kind", "day", "participant", "amount", "voucher", "hash", "words"])
        case .text, .html: break
        }
    }

    /// - Parameter texts: the entry's texts; `nil` where they are not shown.
    func print(_ line: JournalLine, texts: [EntryText]?) {
        count += 1
        let texts = line.entryKind.flatMap { texts?.ordered(as: $0) } ?? texts
        switch session.settings.format {
        case .json:
            var members = line.members
            if let texts, let kind = line.entryKind {
                members += [.init(key: "words", value: texts.json(of: kind))] + texts.corrections
            }
            session.put((count == 1 ? "" : ",") + JSON.object(members).compact)
        case .csv:
            row([
                "\(line.number)", line.recordedAt, line.actor, line.kind, line.day, line.text("participant"),
                line.amount?.typed(in: session.language) ?? "", line.text("voucher"), line.hash,
                (texts ?? []).map { $0.labelled(in: session.language) }.joined(separator: "; "),
            ])
        case .text, .html:
            if count == 1 { session.print(session.style.bold(heading)) }
            for line in lines(of: line) + (texts ?? []).flatMap({ lines(of: $0) }) { session.print(line) }
        }
    }

    func end() {
        switch session.settings.format {
        case .json: session.print("]}")
        case .csv: break
        case .text, .html:
            if count == 0 {
                session.print(Phrase(da: "Ingen posteringer svarer til det.", en: "No entries match."))
            }
        }
    }

    private func row(_ fields: [String]) {
        session.put(CSV.line(fields, in: session.language))
    }

    private var heading: String {
        session.say(
            "Nr.    Dag         Bogført           Af               Hvad",
            "No.    Day         Recorded          By               What")
    }

    /// An entry in lines of 80 columns, of which the first has its number.
    /// - Parameters:
    ///   - who: shown instead of the staff member's id.
    ///   - width: the columns that the lines may take.
    func lines(of line: JournalLine, by who: String? = nil, width: Int = 80) -> [String] {
        let language = session.language
        let day = (try? Day(iso: line.day))?.short(in: language) ?? line.day
        let recorded = Moment(iso: line.recordedAt).map { session.world.localTime($0).short(in: language) }
        let lead =
            Self.number(line) + day + "  " + (recorded ?? line.recordedAt) + "  " + Self.pad(who ?? line.actor, 15)
            + "  "
        return line.description(in: language).folded(to: width, first: lead, rest: Self.margin)
    }

    /// A text in lines below its entry.
    func lines(of text: EntryText, width: Int = 80) -> [String] {
        text.labelled(in: session.language).split(separator: " ").map(String.init)
            .folded(to: width, first: Self.margin, rest: Self.margin + "  ")
    }

    /// An entry's number, padded to the width of its column.
    static func number(_ line: JournalLine) -> String {
        pad("\(line.number)", 5) + "  "
    }

    private static let margin = "       "

    private static func pad(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}

extension EntryText {
    fileprivate func labelled(in language: Language) -> String { label[language] + ": " + shown[language] }
}

extension JournalLine {
    /// The members of the entry in JSON.
    var members: [JSON.Member] {
        [
            .init(key: "entry", value: .integer(number)), .init(key: "recordedAt", value: .string(recordedAt)),
            .init(key: "staff", value: .string(actor)), .init(key: "kind", value: .string(kind)),
            .init(key: "day", value: .string(day)), .init(key: "body", value: body),
            .init(key: "hash", value: .string(hash)),
        ]
    }

    var json: JSON { .object(members) }

    var entryKind: EntryKind? { EntryKind(rawValue: kind) }

    /// A reference from the body; empty if the body has no member of that name.
    func text(_ key: String) -> String {
        if case .string(let text)? = body[key] { text } else { "" }
    }

    /// A number from the body; `nil` if the body has no member of that name.
    func number(_ key: String) -> Int? {
        if case .integer(let number)? = body[key] { Int(number) } else { nil }
    }

    var amount: Amount? {
        if case .integer(let ore)? = body["amountOre"] { Amount(ore: ore) } else { nil }
    }

    /// What the entry says, in pieces that are not broken.
    func description(in language: Language) -> [String] {
        var pieces = [entryKind?.phrase ?? Phrase(verbatim: kind)]
        if !text("participant").isEmpty { pieces.append(Phrase(verbatim: text("participant"))) }
        // Which text of which item was corrected, or read, stands among the details.
        let isOfTexts = entryKind == .wordsRead || entryKind == .wordsCorrected
        if !isOfTexts, let item = number("item") { pieces.append(Phrase(da: "punkt \(item)", en: "item \(item)")) }
        if !isOfTexts, let version = number("version") {
            pieces.append(Phrase(da: "version \(version)", en: "version \(version)"))
        }
        if !text("staff").isEmpty { pieces.append(Phrase(verbatim: text("staff"))) }
        if let role = try? Role(text("role")) { pieces.append(role.phrase) }
        if let amount { pieces.append(Phrase(da: "\(amount)", en: "\(amount)")) }
        if text("participant").isEmpty, let post = try? PostName(text("post")) { pieces.append(post.phrase) }
        if !isOfTexts, let entry = number("entry") ?? number("disbursement") ?? number("expense") {
            pieces.append(Phrase(da: "af nr. \(entry)", en: "of no. \(entry)"))
        }
        if body["root"] == true { pieces.append(Phrase(da: "af maskinens root", en: "by root of the machine")) }
        if let through = try? Day(iso: text("through")) {
            pieces.append(
                Phrase(
                    da: "til og med \(through.short(in: .danish))", en: "through \(through.short(in: .english))"))
        }
        pieces += details
        if !text("voucher").isEmpty {
            pieces.append(Phrase(da: "bilag \(text("voucher"))", en: "voucher \(text("voucher"))"))
        }
        // The kind and what it is about belong together; commas part the rest.
        let first = entryKind == .termsAmended ? 0 : 1
        return pieces.enumerated().map { place, piece in
            piece[language] + (place < first || place == pieces.count - 1 ? "" : ",")
        }
    }

    /// What was followed up, measured or read, and the approval of an amendment.
    private var details: [Phrase] {
        let takenBack = Phrase(da: "taget tilbage", en: "taken back")
        switch entryKind {
        case .termsAmended where !text("approval").isEmpty:
            return [Phrase(da: "godkendt i \(text("approval"))", en: "approved in \(text("approval"))")]
        case .resultNoted: return [(try? ResultCode(text("result")))?.phrase ?? takenBack]
        case .measureNoted:
            let target = (try? ResultCode(text("target")))?.phrase ?? Phrase(verbatim: text("target"))
            let value = Figure(text: text("value")).map { Phrase(da: "\($0)", en: "\($0)") } ?? takenBack
            return [Phrase(da: "\(target): \(value)", en: "\(target): \(value)")]
        case .wordsRead: return [scope?.phrase].compactMap(\.self)
        case .voucherAttached, .voucherDetached:
            guard case .string(let proof)? = body["proof"] ?? body["evidence"]?["proof"] else { return [] }
            let erased = body["erased"] == true ? [Phrase(da: "slettet", en: "erased")] : []
            return [DocumentProof(rawValue: proof)?.phrase ?? Phrase(verbatim: proof)] + erased
        case .wordsCorrected:
            let item = number("item").flatMap { ItemNumber($0) }
            guard let place = TextField(rawValue: text("field")).flatMap({ TextPlace($0, item: item) }),
                let entry = number("entry")
            else { return [] }
            return [Phrase(da: "\(place.phrase) i nr. \(entry)", en: "\(place.phrase) of no. \(entry)")]
        case .voucherApproved, .paymentConfirmed:
            guard case .array(let entries)? = body["entries"] else { return [] }
            let numbers = entries.map { if case .integer(let number) = $0 { "\(number)" } else { "?" } }
            guard numbers.count <= 8 else {
                let (count, ends) = (Count.entries(numbers.count), "\(numbers.first ?? "") … \(numbers.last ?? "")")
                return [Phrase(da: "\(count), nr. \(ends)", en: "\(count), no. \(ends)")]
            }
            return [Phrase(da: "nr. \(numbers.joined(separator: " "))", en: "no. \(numbers.joined(separator: " "))")]
        case .anchorWitnessed:
            return [
                Phrase(
                    da: "\(text("origin")) nr. \(String(text("anchor").prefix { $0 != ":" }))",
                    en: "\(text("origin")) no. \(String(text("anchor").prefix { $0 != ":" }))")
            ]
        case .ledgerOpened, .staffAdded, .staffEnded, .staffRebound, .participantEnrolled, .participantWithdrawn,
            .planDrafted, .planApproved, .planRejected, .release, .retraction, .disbursement, .refund, .expense,
            .receipt, .repayment, .reversal, .periodClosed, .periodReopened, .termsAmended, .wordsErased,
            .ledgerRestored, nil:
            return []
        }
    }

    /// Which texts were read; `nil` where the entry read none.
    var scope: ReadingScope? {
        switch text("scope") {
        case "identity": .identity
        case "plan": number("version").map { .plan(version: $0) }
        case "entries":
            if let first = number("first").flatMap({ EntryNumber(Int64($0)) }),
                let last = number("last").flatMap({ EntryNumber(Int64($0)) }), first <= last
            {
                .entries(first...last)
            } else {
                nil
            }
        case "document": number("entry").flatMap { EntryNumber(Int64($0)) }.map { .document(of: $0) }
        case "disclosure": .disclosure
        default: nil
        }
    }
}
