import Arguments
import MitBudget
import MitBudgetReports
import MitBudgetStore
import Phrases

extension ValueKind {
    /// A kind of value that the domain parses, with the domain's error messages.
    private static func domain(
        _ name: String, prose: Prose = .none, quoting: @escaping @Sendable (String) -> String = harmless,
        _ make: @escaping @Sendable (String) throws(Malformed) -> Value
    ) -> ValueKind {
        ValueKind(name, prose: prose) { text throws(ValueFault) in
            do throws(Malformed) {
                return try make(text)
            } catch {
                let explanation = error.explanation(quoting: quoting)
                throw ValueFault(explanation.message, remedy: explanation.next, standsAlone: true)
            }
        }
    }
}

extension ValueKind {
    /// A reference, in composed form, as the ledger stores it.
    fileprivate static func reference(
        _ name: String, _ make: @escaping @Sendable (String) throws(Malformed) -> Value
    ) -> ValueKind {
        token(name) { text throws(Malformed) in try make(text.composed) }
    }

    /// A single word. Messages do not repeat it if it may be someone's own words in the wrong place.
    fileprivate static func token(
        _ name: String, _ make: @escaping @Sendable (String) throws(Malformed) -> Value
    ) -> ValueKind {
        domain(name, quoting: harmlessReference, make)
    }

    /// A kind of value that messages repeat as a number. Text that looks like a CPR number is refused before it is
    /// parsed.
    private static func numeric(
        _ name: String, _ make: @escaping @Sendable (String) throws(Malformed) -> Value
    ) -> ValueKind {
        let kind = domain(name, make)
        return ValueKind(name) { text throws(ValueFault) in
            try refusePersonalNumber(text)
            return try kind.parse(text)
        }
    }
}

/// Makes a typed reference harmless to repeat. Several words with blanks between them are someone's own words and not a
/// reference; `Faktura 12` is a word and a number, and the message may name its blank.
@Sendable private func harmlessReference(_ text: String) -> String {
    let words = text.split(whereSeparator: \.isWhitespace)
    let isWords =
        words.count > 1 && (words.count { $0.contains(where: \.isLetter) } > 1 || !text.contains(where: \.isNumber))
    return harmless(isWords ? "•••" : text)
}

/// No ledger of this kind counts anything in ten bare digits that begin with a day and a month, so someone has put a
/// CPR number in the wrong place. An amount that large can still be given with its thousands grouped.
func refusePersonalNumber(_ text: String) throws(ValueFault) {
    guard text.utf8.count >= 10 else { return }
    let numbers = text.split { !($0.isASCII && $0.isNumber) }
    guard numbers.contains(where: { $0.count == 10 && PersonalNumber.isSuspected(in: String($0)) }) else { return }
    throw ValueFault(
        Phrase(
            da: "Det ligner et CPR-nummer. CPR-numre hører ikke hjemme her.",
            en: "That looks like a CPR number. CPR numbers do not belong here."),
        remedy: Phrase(
            da: "Angiv det rigtige tal. Et beløb så stort skrives med punktum mellem tusinderne.",
            en: "Give the right number. Write an amount that large with full stops between the thousands."),
        standsAlone: true)
}

extension ValueKind where Value == Day {
    static let day = domain("DAY") { text throws(Malformed) in try Day(text) }
}

extension ValueKind where Value == Amount {
    static let amount = numeric("KR") { text throws(Malformed) in try Amount(kroner: text) }
}

extension ValueKind where Value == ParticipantReference {
    static let participant = reference("PARTICIPANT") { text throws(Malformed) in try ParticipantReference(text) }
}

extension ValueKind where Value == StaffID {
    static let staff = reference("STAFF") { text throws(Malformed) in try StaffID(text) }
}

extension ValueKind where Value == AccountName {
    /// A login exactly as the system writes it; composing it could make it another login.
    static let account = token("LOGIN") { text throws(Malformed) in try AccountName(text) }
}

extension ValueKind where Value == VoucherReference {
    static let voucher = reference("REF") { text throws(Malformed) in try VoucherReference(text) }
    static let origin = reference("ORIGIN") { text throws(Malformed) in try VoucherReference(text) }
}

extension ValueKind where Value == OnceKey {
    static let once = reference("KEY") { text throws(Malformed) in try OnceKey(text) }
}

extension ValueKind where Value == PostName {
    static let post = reference("POST") { text throws(Malformed) in try PostName(text) }
}

extension ValueKind where Value == ResultCode {
    static let target = reference("CODE") { text throws(Malformed) in try ResultCode(text) }
}

extension ValueKind where Value == ResultCode? {
    /// A result's code or name, or `none`.
    static let result = reference("RESULT") { text throws(Malformed) in
        text == ResultCode.none ? nil : try ResultCode(text)
    }
}

extension ValueKind where Value == Figure? {
    /// A measured figure, written as an amount is, or `none`.
    static let figure = numeric("N") { text throws(Malformed) in
        if text == ResultCode.none { return nil }
        guard let amount = try? Amount(kroner: text), let figure = Figure(amount) else { throw .figure(text) }
        return figure
    }
}

extension ValueKind where Value == EntryNumber {
    static let entry = numeric("ENTRY") { text throws(Malformed) in try EntryNumber(text) }
}

extension ValueKind where Value == ItemNumber {
    static let item = numeric("N") { text throws(Malformed) in try ItemNumber(text) }
}

extension ValueKind where Value == EntryKind {
    /// A kind's code, or what the program calls the kind in either language.
    static let kind = oneOf("KIND", named: { EntryKind(shown: $0) }, names: { EntryKind.allCases.flatMap(\.names) })
}

extension ValueKind where Value: CaseIterable & RawRepresentable<String> & Sendable {
    /// One of an enumeration's cases, by raw value or by what the program calls it in a language, whatever its case.
    static func oneOf(_ name: String, called names: @escaping @Sendable (Value) -> [String]) -> ValueKind {
        oneOf(
            name,
            named: { text in
                let key = Exactly(text.composed.lowercased())
                return Value.allCases.first { names($0).contains { Exactly($0) == key } }
            }, names: { Value.allCases.flatMap(names) })
    }
}

extension ValueKind where Value == Int {
    /// How many, from 1 on.
    static let count = ValueKind("N") { text throws(ValueFault) in
        try refusePersonalNumber(text)
        guard let count = (try? ItemNumber(text))?.value else {
            throw ValueFault(
                Phrase(da: "Det skal være et helt tal fra 1 og op.", en: "It must be a whole number from 1 on."))
        }
        return count
    }
    static let version = numeric("N") { text throws(Malformed) in try ItemNumber(text).value }
}

extension ValueKind where Value == AnchorClaim {
    /// An anchor. Ten digits that stand together in its hash are no CPR number; in the entry's number they may be.
    static let anchor = ValueKind("ENTRY:HASH") { text throws(ValueFault) in
        if let claim = try? AnchorClaim(text) {
            try refusePersonalNumber(String(text.prefix { $0 != ":" }))
            return claim
        }
        return try numeric("ENTRY:HASH") { text throws(Malformed) in try AnchorClaim(text) }.parse(text)
    }
}

extension ValueKind where Value == Wording {
    /// A text that is not blank. It is sensitive: no message ever repeats it.
    static let words = domain("TEXT", prose: .whole) { text throws(Malformed) in
        let text = try Text(text)
        guard !text.isBlank else { throw .blank }
        return .text(text)
    }

    /// A text that may be blank: a rule refuses a blank one.
    static let planWords = domain("TEXT", prose: .whole) { text throws(Malformed) in .text(try Text(text)) }
}

extension ValueKind where Value == PlanProposal.Item {
    /// `housing:35000:Deposit for a flat`. The text may hold more colons.
    static let planItem = ValueKind("AREA:AMOUNT:TEXT", prose: .tail) { text throws(ValueFault) in
        let parts = text.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3 else {
            throw ValueFault(
                Phrase(
                    da: "Et punkt har tre dele med kolon imellem.", en: "An item has three parts with colons between."),
                remedy: Phrase(
                    da: "Skriv fx \"housing:35000:Indskud til egen bolig\".",
                    en: "Write it like this: \"housing:35000:Deposit for a flat\"."),
                standsAlone: true)
        }
        try refusePersonalNumber(parts[1])
        do throws(Malformed) {
            let words = try Text(parts[2])
            guard !words.isBlank else { throw .blank }
            return PlanProposal.Item(
                area: try Area(parts[0].composed), amount: try Amount(kroner: parts[1]), text: .text(words))
        } catch {
            let explanation = error.explanation(quoting: harmlessReference)
            throw ValueFault(explanation.message, remedy: explanation.next, standsAlone: true)
        }
    }
}
