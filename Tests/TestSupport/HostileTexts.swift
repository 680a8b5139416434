/// Texts that have broken other programs: at least 500, all different byte for byte.
package enum HostileTexts {
    /// All except the very long ones, each once.
    package static let all: [String] = {
        let lists = [
            signs, pairs, lookalikes, pictures, formulas, markup, addresses, statements, commands, formats, escapes,
            paths, numbers, days, personal, json, separators, options, fillers,
        ]
        var seen: Set<[UInt8]> = []
        return lists.joined().filter { seen.insert(Array($0.utf8)).inserted }
    }()

    /// Unusual characters of every kind, most of them inside a word.
    private static let signs: [String] = {
        let values: [UInt32] =
            Array(0x00...0x20) + [0x22, 0x27, 0x2C, 0x3B, 0x5C, 0x60, 0x7C, 0x7F, 0x80, 0x84, 0x85, 0x8D, 0x90, 0x9B]
            + [0x9C, 0x9D, 0x9F, 0xA0, 0xAD, 0x300, 0x301, 0x30A, 0x345, 0x34F, 0x488, 0x61C, 0x600, 0x6DD, 0x70F]
            + [0xE33, 0x115F, 0x1160, 0x1680, 0x17B4, 0x180E, 0x2000, 0x2003, 0x2009]
            + Array(0x200B...0x200F) + Array(0x2028...0x202F) + Array(0x205F...0x206F)
            + [0x20DD, 0x212A, 0x212B, 0x2126, 0x2800, 0x3000, 0x3164, 0xA66F, 0xAC00, 0xD7FF, 0xE000, 0xF8FF]
            + [0xFB01, 0xFDD0, 0xFDEF, 0xFDFA, 0xFE0F, 0xFEFF, 0xFF01, 0xFF1D, 0xFFA0, 0xFFF9, 0xFFFB, 0xFFFC]
            + [0xFFFD, 0xFFFE, 0xFFFF, 0x10000, 0x1D173, 0x1F1E6, 0x1F3FB, 0x1FFFE, 0x1FFFF, 0x2FA1D, 0xE0001]
            + [0xE0020, 0xE007F, 0xE0100, 0xE01EF, 0xEFFFF, 0xF0000, 0x10FFFD, 0x10FFFE, 0x10FFFF, 0x378, 0x2FE0]
        return values.compactMap(Unicode.Scalar.init).enumerated().map { index, sign in
            index.isMultiple(of: 4) ? String(sign) : "Mø\(sign)bel"
        }
    }()

    /// Texts that look the same to a reader and differ to a machine.
    private static let pairs = [
        "lån", "la\u{30A}n", "Å", "A\u{30A}", "\u{212B}", "é", "e\u{301}", "ệ", "e\u{323}\u{302}", "e\u{302}\u{323}",
        "각", "\u{1100}\u{1161}\u{11A8}", "Ω", "\u{2126}", "ﬁ", "fi", "①", "1", "１", "ſ", "s", "ß", "ẞ", "ss", "SS",
        "i", "İ", "ı", "I", "i\u{307}", "ａｂｃ", "abc", "q\u{307}\u{323}", "q\u{323}\u{307}", "\u{1E9B}\u{323}",
        "\u{0958}", "\u{0915}\u{093C}", "\u{1D15E}", "\u{1D157}\u{1D165}", "æ", "ae", "ǽ", "æ\u{301}",
        "a" + String(repeating: "\u{301}", count: 200), String(repeating: "\u{489}", count: 60),
        "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞",
        "\u{301}acute first", "\u{200D}joined",
    ]

    /// Characters of other scripts that look like the intended ones.
    private static let lookalikes = [
        "В01", "B०१", "B０１", "B٠١", "В０1", "Β01", "B\u{200B}01", "B01\u{200B}", "B01\u{301}", "B01 ", " B01", "b01",
        "B1", "B001", "B00", "B-1", "B+1", "B0x1", "B99999999999999999999", "B9223372036854775807", "B01B02", "B01,B02",
        "аdmin", "admin\u{200B}", "ADMIN", "admin ", "k-admin\u{2060}", "sоfie", "jоb", "job\u{FE0F}", "ｊob",
        "cіtizens",
        "citizens\u{200B}", "рroject", "project ", "２０２３-01-01", "2023‐01‐01", "2023–01–01", "2023−01−01", "４５００",
        "٤٥٠٠", "৪৫০০", "-４５", "−45", "45\u{A0}00", "4\u{202F}500", "K‑1", "K–1", "K\u{AD}1", "Ⅳ", "½", "²",
    ]

    private static let pictures = [
        "😀", "👩‍👩‍👧‍👦", "🏳️‍🌈", "👍🏿", "🇩🇰", "🇩", "🇩🇰🇩", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "1️⃣", "❤️", "❤︎", "👨🏽‍🦱", "🫠",
        "🧑‍🦽‍➡️", "\u{1FAE8}",
        String(repeating: "👩‍👩‍👧‍👦", count: 100), "مرحبا", "שלום", "abc שלום 123", "سلام 0123",
        "𐎀𐎁", "𝕳𝖊𝖑𝖑𝖔", "你好", "𠜎𠜱",
        "नमस्ते", "ไทย", "ཨོཾ", "ꦧ", "﷽", "𓀀", "🄰🅱", "Ж", "ȺȾ", "ᾳ", "ŉ", "ǰ", "ΐ", "ʼn",
    ]

    private static let formulas: [String] =
        ["=", "+", "-", "@", "\t", "\r", "＝"].flatMap { sign in
            [
                "\(sign)1+1", "\(sign)SUM(A1:A9)", "\(sign)cmd|' /C calc'!A0",
                " \(sign)2", "\"\(sign)3\"", ";\(sign)4", "a\n\(sign)6", "\u{FEFF}\(sign)8",
            ]
        } + [
            "-1", "+1", "-1,5", "-1+1", "--1", "-", "+", "=", "@", "=\"\"", "%0A=1", "DDE(\"cmd\";\"x\")", "a;b", "a,b",
        ]

    private static let markup = [
        "<script>alert(1)</script>", "</script><script>x</script>", "<img src=x onerror=alert(1)>", "<svg/onload=x>",
        "\"><b>", "'><b>", "\" onmouseover=\"x", "' onfocus='x' autofocus='", "</td></tr></table>", "<!--", "-->",
        "]]>",
        "<![CDATA[x]]>", "<?xml?>", "<!DOCTYPE html>", "</style><b>", "</title><b>", "&lt;b&gt;", "&amp;", "&#60;", "&",
        "<", ">", "\"", "'", "`", "<b", "<\u{0}b>", "<b\u{A0}>", "＜b＞", "<a href=javascript:x>", "{{7*7}}", "${7*7}",
        "<%= 7 %>", "#{7}", "<base href=//x>", "<meta http-equiv=refresh content=0>", "<iframe srcdoc=x>", "<math><mi>",
        "<plaintext>", "<textarea>", "<input value=", "style=\"x:expression(1)\"", "@import 'x'", "*/ body{}", "\\3C b",
    ]

    private static let addresses = [
        "javascript:alert(1)", "JaVaScRiPt:x", "java\tscript:x", "data:text/html,<b>", "vbscript:x",
        "file:///etc/passwd",
        "//example.org", "http://[::1]/", "http://a@b", "mailto:x?cc=y", "%00", "%2e%2e%2f", "%0d%0aX: y", "?a=b&c=d",
        "file:x?mode=memory", "file::memory:?cache=shared", ":memory:", "#x", "http://xn--", "http://пример",
    ]

    private static let statements = [
        "'; DROP TABLE journal; --", "' OR '1'='1", "\" OR 1=1 --", "1; DELETE FROM words", "') UNION SELECT 1 --",
        "x' AND 1=(SELECT count(*) FROM sqlite_schema) --", "?", "?1", ":a", "@a", "$a", "%", "_", "a%b_c", "[a]",
        "NULL",
        "null", "nil", "undefined", "NaN", "true", "''", "\\'", "\\\"", "/*", "*/", "--", ";", "x\u{0}'; --",
        "U&'\\0041'",
        "1e0", "0x41", "x'41'", "CAST(1 AS TEXT)", "ATTACH 'x' AS y", "PRAGMA writable_schema=1", "GLOB '*'",
        "sqlite_x",
    ]

    private static let commands = [
        "$(touch x)", "`touch x`", "; touch x", "| touch x", "&& touch x", "& touch x", "> x", "< /etc/passwd", "$HOME",
        "${IFS}", "~", "~root", "*", "?", "[a-z]", "{a,b}", "!x", "\\", "\\n", "a\\", "$'\\x41'", "\"$(x)\"", "%PATH%",
        "^x", "x\ny", "x\r\ny", "$((1/0))", "() { :;}; x", "-rf /", "<(x)", "exit 0", "#", "a b", " a", "a ", "  ",
    ]

    private static let formats = [
        "%n", "%s", "%s%s%s%s%s%s%s%s", "%n%n%n", "%x", "%p", "%d", "%99999999d", "%.*s", "%1$s", "%@", "%%", "%", "%-",
        "{}", "{0}", "{0.__class__}", "\\(x)", "\\u{41}", "\\u0041", "\\x1b[31m", "\\033[2J", "${}", "$1", "\\0", "&1",
    ]

    /// Escape sequences that control a terminal.
    private static let escapes: [String] =
        ["\u{1B}", "\u{9B}", "\u{1B}[", "\u{1B}]", "\u{9D}", "\u{1B}P", "\u{90}", "\u{1B}_", "\u{1B}^"].flatMap {
            start in
            ["\(start)2J", "\(start)31m", "\(start)6n", "a\(start)1;1H"]
        } + [
            "\u{1B}]8;;http://x\u{1B}\\y\u{1B}]8;;\u{1B}\\", "\u{1B}]52;c;eA==\u{7}", "\u{1B}]0;title\u{7}",
            "\u{1B}[?1049h", "\u{1B}[200~x\u{1B}[201~", "\u{1B}c", "\u{1B}#8", "\u{1B}[8;1;1t", "\u{1B}]50;x\u{7}",
            "\u{8}\u{8}\u{8}y", "a\rb", "\u{7}\u{7}", "\u{E}x\u{F}", "\u{1B}(0x", "\u{1B}]1337;File=:x\u{7}", "\u{85}x",
        ]

    private static let paths = [
        "..", ".", "../x", "../../../../etc/passwd", "/etc/passwd", "/etc/shadow", "/dev/zero", "/proc/self/mem", "//x",
        "..\\..\\x", "C:\\x", "\\\\x\\y", "CON", "NUL", "nul.txt", "x/", "/", "./x", "x/../y", "....//x", "%2e%2e/x",
        "x\u{0}.json", ".hidden", "-", "--", "x:y", "x\ny", "a/b/c", "~/x", "/tmp", "/dev/null",
        "mit-budget.sqlite-wal",
    ]

    private static let numbers = [
        "0", "-0", "+0", "00", "1", "01", "-1", "0.1", "0,1", "0,001", ".5", "5.", ",5", "5,", "1.2.3", "1,2,3",
        "4,500",
        "4.500", "4.500,00", "4500,50", "4500.50", "4.50,00", "1e3", "1E3", "1e400", "0x10", "0b1", "0o7", "1_000",
        "2147483647", "2147483648", "4294967296", "9007199254740993", "9223372036854775807", "9223372036854775808",
        "-9223372036854775808", "-9223372036854775809", "92233720368547758,07", "92233720368547758,08",
        "18446744073709551616", "99999999999999999999999999", "999999999999999", "1000000000000000", "0,01", "0,00",
        "Infinity", "-inf", "1 000", "1'000", "kr. 5", "5 kr.", "DKK 5", "1/2", "1:2", "1:", ":1", "1:2:3", "0:0",
        "job:1:x", "job::x", "::", ":::", "job:1:", "job:-1:x", "job:9999999999999999:x", "1:0000000000000000",
    ]

    private static let days = [
        "2023-02-29", "2024-02-29", "2023-02-30", "2023-00-10", "2023-13-01", "2023-01-00", "2023-01-32", "0000-01-01",
        "0001-01-01", "1000-01-01", "9999-12-31", "10000-01-01", "-2023-01-01", "2023-1-1", "1.1.2023", "01-01-2023",
        "31.04.2023", "1.1.23", "2023/01/01", "20230101", "2023-W01-1", "2023-001", "today", "i dag",
        "2023-01-01T00:00Z",
        "2023-01-01 ", "1900-02-29", "2022-11-30", "2022-12-01", "2024-12-31", "2025-01-01",
    ]

    private static let personal = [
        "010180-1234", "0101801234", "010180 1234", "01 01 80 12 34", "010180\u{2013}1234", "010180\u{A0}1234",
        "010180.1234", "01-01-1980-1234", "01011980-1234", "CPR 010180-1234.", "x0101801234y", "010180-123",
        "310299-0000",
        "610180-1234", "０１０１８０-１２３４", "٠١٠١٨٠١٢٣٤", "010180\u{200B}1234", "0/1/0/1/8/0/1/2/3/4", "010180--1234",
        "0101801234567", "B010180-1234", "010180-1234:aaaa", "K010180-1234", "job:0101801234:x", "ab010180-1234cd",
        "12345678901234567890.1.1", "1-1-99999999999999999999", "1/12345678901234567890/2023", "01-01-1990-1234",
    ]

    private static let json = [
        "{\"a\":1}", "[1]", "\",\"x\":\"", "\\", "\\u0000", "\\ud800", "\\\"", "}", "]", "\"", "\n", "\t", "{", "[[[[",
        "\"}],\"items\":[{", "null\n", "\u{FEFF}{}", "{\"$ref\":\"#\"}", "__proto__", "constructor", "a\u{2028}b",
        "//x",
    ]

    /// Characters at which a program might split a list or a line.
    private static let separators: [String] = ["\n", "\r\n", "\t", ";", ",", "|", "\u{0}", "\u{1F}", "\u{1E}"].flatMap {
        ["a\($0)b", "\($0)a", "a\($0)", "a\($0)\($0)b"]
    }

    private static let options = [
        "--help", "-h", "--version", "--", "-", "-x", "--x", "--x=y", "=", "--amount", "--amount=1", "--as",
        "--as=admin",
        "--dry-run", "--format=json", "-1", "-é", "--\u{301}", "-\u{301}", "--=x", "help", "version", "init", "@file",
        "", " ", "\u{3000}", "\u{2800}", "\u{200B}", "\u{AD}", "\u{E0041}", "\u{FE0F}", "\u{180B}",
    ]

    /// Texts as long as references and names may be, and one character longer.
    private static let fillers: [String] = [31, 32, 33, 40, 41, 59, 60, 61, 64, 65, 255, 256, 3999, 4000, 4001].map {
        String(repeating: $0.isMultiple(of: 2) ? "x" : "😀", count: $0)
    }

    /// Texts far longer than anyone types: a piece repeated up to that many bytes.
    package static func long(bytes: Int) -> [String] {
        [
            "x", "é", "e\u{301}", "😀", "1", "9", "-", "=", ":", "../", "[", "{\"a\":", "%s", "\u{1B}[", "<b>", "\"",
            "'",
            "\\", " ", "\n", "\u{301}", "\u{200D}", "01-02-2023 ", "010180-1234 ", "1 ", "12-",
            "a ", "👩‍👩‍👧‍👦", "\u{202E}",
        ].map { String(repeating: $0, count: bytes / $0.utf8.count) }
    }
}

/// Byte sequences that are not UTF-8; none holds a NUL, so that a shell can pass each on.
package enum HostileBytes {
    /// All of them, each once.
    package static let all: [[UInt8]] =
        Array(0x80...0xFF).map { [$0] } + [
            [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF],
            [0xF0, 0x80, 0x80, 0x80], [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80],
            [0xF8, 0x88, 0x80, 0x80, 0x80], [0xC3], [0xE2, 0x82], [0xF0, 0x9F, 0x98], [0x61, 0xC3], [0xC3, 0x61],
            [0xE2, 0x82, 0x61], [0xFE, 0xFF, 0x61], [0xFF, 0xFE, 0x61], [0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80],
            [0x1B, 0xFF], [0x9B, 0x32, 0x4A], [0xC2, 0x9B, 0xFF], [0x3D, 0xFF], [0x2D, 0x2D, 0xFF], [0x2D, 0xC3],
        ]
}
