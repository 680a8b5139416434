import MitBudget

/// What the headings of finance systems and banks mean, in Danish and in English.
enum HeadingWords {
    /// What a column holds.
    enum Content: Hashable {
        case column(ExtractProfile.Column)
        /// The currency of the line.
        case currency
        /// Which of debit and credit the amount is.
        case side
    }

    /// The meaning of a heading.
    struct Meaning {
        let content: Content
        /// Of two columns with the same content, the one with the lower rank is read.
        let rank: Int
        let isDanish: Bool
        /// Whether the two columns of amounts are those of a bank: what went out of the account, what came in.
        let isBanks: Bool
    }

    /// The meaning of a heading; `nil` if it is not known. A currency in it is taken off first.
    static func meaning(of heading: String) -> Meaning? {
        let (words, _) = split(heading)
        return meanings[words]
    }

    /// The currency that a known heading of amounts names, if it is not kroner: `Beløb (EUR)`.
    static func foreignCurrency(in heading: String) -> String? {
        let (words, currency) = split(heading)
        guard let currency, meanings[words] != nil, !isKroner(currency) else { return nil }
        return currency
    }

    /// Whether a text names kroner.
    static func isKroner(_ currency: String) -> Bool {
        ["DKK", "KR", "KR.", "KRONER"].contains(currency.uppercased())
    }

    /// A heading as it is looked up, without the currency, which stands behind it in capitals or brackets.
    private static func split(_ heading: String) -> (words: String, currency: String?) {
        let words = heading.composed.split { " .:-_\u{A0}\t()[]\"".contains($0) }.map(String.init)
        let whole = words.joined(separator: " ").lowercased()
        guard words.count > 1, let last = words.last, meanings[whole] == nil, isCurrency(last) else {
            return (whole, nil)
        }
        let rest = words.dropLast().map { $0.lowercased() }
        let isLinked = rest.count > 1 && (rest.last == "i" || rest.last == "in")
        return ((isLinked ? Array(rest.dropLast()) : rest).joined(separator: " "), last)
    }

    private static func isCurrency(_ word: String) -> Bool {
        isKroner(word)
            || word.utf8.count == 3 && word.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    }

    private static let meanings: [String: Meaning] = {
        var meanings: [String: Meaning] = [:]
        func add(_ content: Content, rank: Int = 0, isBanks: Bool = false, da: String, en: String) {
            for (words, isDanish) in [(da, true), (en, false)] {
                for word in words.split(separator: "|") {
                    meanings[String(word)] = Meaning(
                        content: content, rank: rank, isDanish: isDanish, isBanks: isBanks)
                }
            }
        }
        add(
            .column(.day),
            da: "bogføringsdato|bogført|bogført den|bogført dato|bogføringsdag|bogf dato|bogføringsdt|bogfdato"
                + "|posteringsdato|posteringsdag|posteret|posteret den|post dato",
            en: "posting date|booking date|booked|booked on|posted|posted on|entry date")
        add(.column(.day), rank: 1, da: "dato|transaktionsdato|dag", en: "date|transaction date|day")
        add(.column(.day), rank: 2, da: "betalingsdato|betalt|betalingsdag", en: "payment date|paid|paid on")
        add(
            .column(.day), rank: 3, da: "valør|valørdato|valutadato|valuteringsdato|rentedato|rentedag",
            en: "value date|value day")
        add(.column(.day), rank: 4, da: "bilagsdato|dokumentdato", en: "document date|voucher date")
        add(
            .column(.amount),
            da: "beløb|beloeb|bevægelse|posteringsbeløb|transaktionsbeløb|bogført beløb|beløb i firmakodevaluta"
                + "|beløb i intern valuta|beløb i regnskabsvaluta",
            en: "amount|transaction amount|posted amount")
        add(.column(.debit), da: "debet|debetbeløb|debet beløb|debit|debitbeløb|debit beløb", en: "debit amount")
        add(.column(.credit), da: "kredit|kreditbeløb|kredit beløb", en: "credit|credit amount")
        add(
            .column(.debit), isBanks: true, da: "ud|hævet|hævninger|ud af konto|ud af kontoen|udbetalt",
            en: "withdrawal|withdrawals|withdrawn|out|paid out|money out")
        add(
            .column(.credit), isBanks: true, da: "ind|indsat|indsætninger|ind på konto|ind på kontoen|indbetalt",
            en: "deposit|deposits|deposited|in|paid in|money in")
        add(
            .column(.voucher),
            da: "bilag|bilagsnr|bilagsnummer|bilag nr|bilags nr|bilagnr|bilagsnummeret|bilagsreference",
            en: "voucher|voucher no|voucher number|voucher nr")
        add(
            .column(.voucher), rank: 1,
            da: "dokument|dokumentnr|dokumentnummer|dokument nr|posteringsnr|posteringsnummer|løbenr",
            en: "document|document no|document number|doc no")
        add(.column(.text), da: "tekst|posteringstekst|bogføringstekst|text", en: "description|posting text")
        add(
            .column(.text), rank: 1,
            da: "beskrivelse|besked|meddelelse|note|noter|reference|ref|fakturanr|fakturanummer|faktura|eksternt bilag"
                + "|eksternt bilagsnr|modtager|afsender|egen tekst|tekst til modtager|betalingsid|ekstern reference",
            en: "message|memo|details|notes|narrative|payee|invoice|invoice no|invoice number|external document no")
        add(
            .column(.balance), da: "saldo|bogført saldo|løbende saldo",
            en: "balance|running balance|account balance")
        add(.currency, da: "valuta|valutakode|møntsort|møntkode", en: "currency|currency code")
        add(.side, da: "d/k|dk|debet/kredit|debet kredit|fortegn", en: "d/c|dc|debit/credit|dr/cr|cr/dr")
        return meanings
    }()
}

/// The words by which a line of an extract states a balance, or the sum of all lines.
enum StatedWords {
    enum Kind {
        case opening, closing, total
    }

    /// What a cell states.
    struct Statement {
        let kind: Kind
        /// What follows the words in the cell; empty for nothing.
        let rest: Substring
    }

    /// What a cell states; `nil` for any other cell. A day may follow: `Saldo primo pr. 1. januar 2023`.
    static func statement(_ cell: ArraySlice<UInt8>) -> Statement? {
        // Nearly every cell begins with another letter.
        guard let first = cell.first, let words = byLetter[first | 0x20] else { return nil }
        let text = String(decoding: cell, as: UTF8.self).composed.lowercased()
        for (kind, word) in words where text.utf8.starts(with: word.utf8) {
            let rest = text.dropFirst(word.count)
            guard let sign = rest.first else { return Statement(kind: kind, rest: "") }
            guard sign == " " || sign == ":" || sign == "\u{A0}" else { continue }
            let value = rest.drop { " :\u{A0}".contains($0) }
            if value.isEmpty || ["pr", "per", "den", "d.", "as of", "on"].contains(where: value.hasPrefix) {
                return Statement(kind: kind, rest: "")
            }
            if value.first.map({ $0.isNumber || "+-\u{2212}".contains($0) }) == true
                || ["dkk", "kr"].contains(where: value.hasPrefix)
            {
                return Statement(kind: kind, rest: value)
            }
        }
        return nil
    }

    private static let byLetter: [UInt8: [(Kind, String)]] = {
        let words: [(Kind, String)] = [
            (
                .opening,
                "saldo primo|primo saldo|primosaldo|primobeholdning|primo|startsaldo|åbningssaldo|åbningsbalance"
                    + "|indgående saldo|overført saldo|saldo overført|opening balance|starting balance"
                    + "|balance brought forward|brought forward"
            ),
            (
                .closing,
                "saldo ultimo|ultimo saldo|ultimosaldo|ultimobeholdning|ultimo|slutsaldo|udgående saldo"
                    + "|closing balance|ending balance|balance carried forward|carried forward"
            ),
            (
                .total,
                "bevægelser i alt|posteringer i alt|beløb i alt|sum i alt|samlet beløb|i alt|ialt|total|sum"
                    + "|grand total|total movements|movements in all"
            ),
        ]
        var byLetter: [UInt8: [(Kind, String)]] = [:]
        for (kind, list) in words {
            for word in list.split(separator: "|") {
                byLetter[(word.utf8.first ?? 0) | 0x20, default: []].append((kind, String(word)))
            }
        }
        return byLetter
    }()
}
