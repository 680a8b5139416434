/// Comma-separated values after RFC 4180.
public enum CSV {
    /// One record, ended by CRLF. A field that a spreadsheet would take for a formula gets an apostrophe before it.
    public static func line(_ fields: [String], separator: Character) -> String {
        fields.map { field($0, separator: separator) }.joined(separator: String(separator)) + "\r\n"
    }

    private static func field(_ text: String, separator: Character) -> String {
        var text = text
        if let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first), !isNumber(text) {
            text = "'" + text
        }
        guard text.contains(where: { $0 == separator || $0 == "\"" || $0.isNewline }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    /// A negative amount is a number, not a formula.
    private static func isNumber(_ text: String) -> Bool {
        text.dropFirst().allSatisfy { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") } && text.count > 1
    }
}
