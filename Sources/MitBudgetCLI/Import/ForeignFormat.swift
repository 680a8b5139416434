import MitBudgetReports
import Phrases

/// Recognises from its beginning a file that is neither a table in text nor lines of JSON.
enum ForeignFormat: CaseIterable {
    case utf16, utf32, carriageReturns, xlsx, ods, numbers, document, slides, zip, xls, xml, html, compressed, pdf,
        database, jsonArray, binary

    /// How many bytes of a file are looked at.
    static let glance = 65_536

    /// `nil` for a file that can be read, or whose lines will show what is wrong.
    init?(_ head: [UInt8]) {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let text = head.dropFirst(head.starts(with: mark) ? 3 : 0).drop { [0x20, 0x09, 0x0D, 0x0A].contains($0) }
        func begins(_ word: String) -> Bool {
            String(decoding: text.prefix(word.utf8.count), as: UTF8.self).lowercased() == word
        }
        if let known = Self.signatures.first(where: { head.starts(with: $0.bytes) })?.format {
            self = known == .zip ? Self.archive(head) : known == .xls ? Self.compound(head) : known
        } else if let wide = Self.wide(head) {
            self = wide
        } else if begins("<!doctype html") || begins("<html") {
            self = .html
        } else if text.first == UInt8(ascii: "<") {
            self = .xml
        } else if text.first == UInt8(ascii: "[") {
            self = .jsonArray
        } else if head.contains(0) {
            self = .binary
        } else if Self.endsLinesWithCarriageReturns(text) {
            self = .carriageReturns
        } else {
            return nil
        }
    }

    private static let signatures: [(bytes: [UInt8], format: ForeignFormat)] = [
        ([0xFF, 0xFE, 0, 0], .utf32), ([0, 0, 0xFE, 0xFF], .utf32), ([0xFF, 0xFE], .utf16), ([0xFE, 0xFF], .utf16),
        (Array("PK".utf8) + [3, 4], .zip), ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .xls),
        ([0x1F, 0x8B], .compressed), (Array("BZh".utf8), .compressed), ([0xFD] + Array("7zXZ".utf8), .compressed),
        ([0x28, 0xB5, 0x2F, 0xFD], .compressed), (Array("7z".utf8) + [0xBC, 0xAF], .compressed),
        (Array("%PDF-".utf8), .pdf), (Array("{\\rtf".utf8), .document),
        (Array("SQLite format 3".utf8) + [0], .database),
    ]

    private static func archive(_ head: [UInt8]) -> ForeignFormat {
        // The archive lists the names of its first files uncompressed.
        let names = String(decoding: head, as: UTF8.self)
        let told: [(name: String, format: ForeignFormat)] = [
            ("opendocument.spreadsheet", .ods), ("opendocument.text", .document),
            ("opendocument.presentation", .slides),
            ("xl/workbook", .xlsx), ("word/document", .document), ("ppt/presentation", .slides),
            ("Index/Document.iwa", .numbers), ("[Content_Types].xml", .xlsx), ("xl/", .xlsx),
        ]
        return told.first { names.contains($0.name) }?.format ?? .zip
    }

    /// The format of older Office programs, whose streams have names in UTF-16.
    private static func compound(_ head: [UInt8]) -> ForeignFormat {
        let names = String(decoding: head.filter { $0 != 0 }, as: UTF8.self)
        if names.contains("WordDocument") { return .document }
        return names.contains("PowerPoint Document") ? .slides : .xls
    }

    /// UTF-16 or UTF-32 without a byte order mark: a file that begins with ASCII characters has zero bytes beside them.
    private static func wide(_ head: [UInt8]) -> ForeignFormat? {
        guard head.count >= 4 else { return nil }
        switch (head[0] == 0, head[1] == 0, head[2] == 0, head[3] == 0) {
        case (false, true, true, true), (true, true, true, false): return .utf32
        case (false, true, false, true), (true, false, true, false): return .utf16
        default: return nil
        }
    }

    /// Old Macintosh programs end lines with a carriage return alone.
    private static func endsLinesWithCarriageReturns(_ text: ArraySlice<UInt8>) -> Bool {
        guard let first = text.firstIndex(of: 0x0D), !text.contains(0x0A) else { return false }
        return text[first...].contains { $0 > 0x20 }
    }
}

extension ForeignFormat {
    /// What the file is, and how to make an importable one from it.
    func explanation(of path: String) -> Explanation {
        let name = name
        return Explanation(
            message: Phrase(
                da: "\(path) er \(name), som ikke kan indlæses.", en: "\(path) is \(name), which cannot be imported."),
            next: remedy)
    }

    /// What the file is, and how to get an extract that can be read.
    func explanation(ofExtract path: String) -> Explanation {
        Explanation(
            message: Phrase(da: "\(path) er \(name), ikke en CSV-fil.", en: "\(path) is \(name), not a CSV file."),
            next: extractRemedy)
    }

    private var extractRemedy: Phrase {
        switch self {
        case .utf16, .utf32, .carriageReturns, .xlsx, .ods, .xls, .numbers: remedy
        case .zip, .compressed:
            Phrase(da: "Pak den ud, og angiv filen i den.", en: "Unpack it and name the file in it.")
        case .xml:
            Phrase(
                da: "Udtræk den som CSV; bankens XML (camt.053) læses ikke endnu.",
                en: "Export it as CSV; the bank's XML (camt.053) is not read yet.")
        case .html, .document, .slides, .pdf, .database, .jsonArray, .binary:
            Phrase(
                da: "Udtræk den som CSV fra økonomisystemet eller netbanken.",
                en: "Export it as CSV from the finance system or the online bank.")
        }
    }

    private var name: Phrase {
        switch self {
        case .utf16: Phrase(da: "tekst i UTF-16", en: "text in UTF-16")
        case .utf32: Phrase(da: "tekst i UTF-32", en: "text in UTF-32")
        case .carriageReturns:
            Phrase(
                da: "en tekst, hvis linjer slutter med CR alene", en: "a text whose lines end with CR alone")
        case .xlsx: Phrase(da: "et Excel-regneark (xlsx)", en: "an Excel workbook (xlsx)")
        case .ods: Phrase(da: "et OpenDocument-regneark (ods)", en: "an OpenDocument spreadsheet (ods)")
        case .numbers: Phrase(da: "en Numbers-fil fra en Mac", en: "a Numbers file from a Mac")
        case .document:
            Phrase(
                da: "et dokument fra et tekstbehandlingsprogram (docx, odt …)",
                en: "a document of a word processor (docx, odt …)")
        case .slides: Phrase(da: "en præsentation (pptx, odp …)", en: "a presentation (pptx, odp …)")
        case .zip: Phrase(da: "et zip-arkiv", en: "a zip archive")
        case .xls: Phrase(da: "et ældre Excel-regneark (xls)", en: "an old Excel workbook (xls)")
        case .xml: Phrase(da: "XML", en: "XML")
        case .html: Phrase(da: "en HTML-side", en: "an HTML page")
        case .compressed: Phrase(da: "en komprimeret fil", en: "a compressed file")
        case .pdf: Phrase(da: "en PDF", en: "a PDF")
        case .database: Phrase(da: "en SQLite-database", en: "an SQLite database")
        case .jsonArray: Phrase(da: "en JSON-liste […]", en: "a JSON array […]")
        case .binary: Phrase(da: "ikke en tekst", en: "no text")
        }
    }

    private var remedy: Phrase {
        switch self {
        case .utf16, .utf32, .carriageReturns, .xlsx, .ods, .xls, .xml, .html, .binary:
            Phrase(
                da: "Gem den som CSV UTF-8, i Excel: Gem som, \"CSV UTF-8 (semikolonsepareret)\".",
                en: "Save it as CSV UTF-8, in Excel: Save As, \"CSV UTF-8 (Comma delimited)\".")
        case .numbers:
            Phrase(
                da: "Eksportér den som CSV, i Numbers: Arkiv > Eksporter til > CSV, kodningen Unicode (UTF-8).",
                en: "Export it as CSV, in Numbers: File > Export To > CSV, encoding Unicode (UTF-8).")
        case .document, .slides:
            Phrase(
                da: "Kopiér tabellen over i et regneark, og gem det som CSV UTF-8.",
                en: "Copy the table into a spreadsheet and save that as CSV UTF-8.")
        case .zip, .compressed:
            Phrase(da: "Pak den ud, og indlæs filen i den.", en: "Unpack it and import the file in it.")
        case .pdf:
            Phrase(
                da: "Indlæs en CSV-fil eller JSON-linjer fra det program, PDF'en er lavet med.",
                en: "Import a CSV file or JSON Lines from the program that the PDF was made with.")
        case .database:
            Phrase(
                da: "Er det en journal, så udskriv den først: mitbudget --ledger FILE export jsonl",
                en: "If it is a ledger, export it first: mitbudget --ledger FILE export jsonl")
        case .jsonArray:
            Phrase(
                da: "Skriv hvert objekt {…} på sin egen linje, uden [, ] og komma imellem.",
                en: "Write each object {…} on a line of its own, without [, ] and commas between.")
        }
    }
}
