/// What a document proves of an expense; the raw values are the codes.
public enum DocumentProof: String, CaseIterable, Sendable {
    /// The receipt or the invoice.
    case receipt
    /// A document from outside that the money was paid.
    case payment
}

/// The kinds of document that the ledger keeps, told by their content; the raw values are media types.
///
/// - Source: contract: "PDF, JPEG, PNG, TIFF, HEIC, plain text, mail".
public enum DocumentType: String, CaseIterable, Sendable {
    /// A document of the Portable Document Format.
    case pdf = "application/pdf"
    /// A photograph or a scan.
    case jpeg = "image/jpeg"
    /// A picture of the screen.
    case png = "image/png"
    /// A scan of several pages.
    case tiff = "image/tiff"
    /// A photograph of a phone.
    case heic = "image/heic"
    /// A mail with its headers.
    case mail = "message/rfc822"
    /// Text without markup, in UTF-8.
    case text = "text/plain"

    /// Recognises a document by how it begins; `nil` for a kind that the ledger does not keep.
    public init?(recognising bytes: some RandomAccessCollection<UInt8>) {
        func begins(_ sign: [UInt8], at place: Int = 0) -> Bool { bytes.dropFirst(place).starts(with: sign) }
        func begins(_ sign: String, at place: Int = 0) -> Bool { begins(Array(sign.utf8), at: place) }
        if begins("%PDF-") {
            self = .pdf
        } else if begins([0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if begins([0x89]), begins("PNG\r\n", at: 1), begins([0x1A, 0x0A], at: 6) {
            self = .png
        } else if begins("II*\0") || begins("MM\0*") {
            self = .tiff
        } else if begins("ftyp", at: 4), Self.photographs.contains(where: { begins($0, at: 8) }) {
            self = .heic
        } else if let text = Self.text(bytes), !Self.isMarkup(text) {
            self = Self.isMail(text) ? .mail : .text
        } else {
            return nil
        }
    }

    /// The brands of the ISO base media format that stand for a photograph of HEVC.
    private static let photographs = ["heic", "heix", "heim", "heis", "mif1", "msf1"]

    /// The usual ending of a file of this kind, without the dot.
    public var ending: String {
        switch self {
        case .pdf: "pdf"
        case .jpeg: "jpg"
        case .png: "png"
        case .tiff: "tif"
        case .heic: "heic"
        case .mail: "eml"
        case .text: "txt"
        }
    }

    /// The text; `nil` where the bytes are none, or hold signs that a reader could not see.
    private static func text(_ bytes: some RandomAccessCollection<UInt8>) -> String? {
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        let shown: Set<UInt32> = [0x09, 0x0A, 0x0C, 0x0D]
        let isShown = text.unicodeScalars.allSatisfy {
            $0.value >= 0x20 && $0.value != 0x7F || shown.contains($0.value)
        }
        return isShown && text.unicodeScalars.contains { !$0.properties.isWhitespace } ? text : nil
    }

    /// Whether the text is HTML, XML or the like, which a reader would see otherwise than it is kept.
    private static func isMarkup(_ text: String) -> Bool {
        let start = text.unicodeScalars.drop { $0.properties.isWhitespace || $0 == "\u{FEFF}" }
        guard start.first == "<", let next = start.dropFirst().first else { return false }
        return next == "!" || next == "?" || next.properties.isAlphabetic
    }

    /// Whether the text begins with the headers of a mail, one of which says who sent it.
    private static func isMail(_ text: String) -> Bool {
        var names: Set<String> = []
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            if line.isEmpty { break }
            // A header may go on in lines that begin with a blank.
            if line.first == " " || line.first == "\t" { continue }
            guard let colon = line.firstIndex(of: ":"), colon > line.startIndex else { return false }
            let name = line[..<colon]
            guard name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return false }
            names.insert(name.lowercased())
        }
        return names.contains("from") && !names.isDisjoint(with: ["date", "to", "subject", "message-id", "received"])
    }
}
