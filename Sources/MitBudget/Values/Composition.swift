/// Composes a reference canonically when it comes in. A Mac may write `Å` as two scalars, `A` and a ring; other systems
/// write one. Both must name the same voucher.
///
/// The result is Unicode's form NFC for letters of the blocks Latin-1, Latin Extended-A and -B (U+00C0 to U+024F): all
/// of Danish, Greenlandic, Faroese, Icelandic, Sami, German, French, Polish, Turkish … A letter outside them (most of
/// Vietnamese, Greek, Cyrillic, Hangul) stays as typed and is compared as typed.
enum Composition {
    /// The text, composed. A text that is already composed comes back unchanged: every one without a character from
    /// U+0300 on, where the first marks stand; in UTF-8 those begin with 0xCC or more.
    static func compose(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0xCC }) { return text }
        var composed = String.UnicodeScalarView()
        var letter: [Unicode.Scalar] = []
        for scalar in text.unicodeScalars.flatMap(decompose) {
            if scalar.properties.canonicalCombiningClass == .notReordered {
                composed.append(contentsOf: join(letter))
                letter = []
            }
            letter.append(scalar)
        }
        composed.append(contentsOf: join(letter))
        return String(composed)
    }

    /// A letter as its base and all its marks.
    private static func decompose(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        switch scalar {
        // Symbols that stand for a letter.
        case "\u{212A}": ["K"]
        case "\u{212B}": decompose("\u{C5}")
        default: parts[scalar].map { decompose($0.base) + [$0.mark] } ?? [scalar]
        }
    }

    /// Joins a base and its marks into one letter, and keeps the marks that do not combine with it. Between marks of
    /// different classes the order does not matter; within one class, a mark that stays keeps the later ones from
    /// joining.
    private static func join(_ letter: [Unicode.Scalar]) -> [Unicode.Scalar] {
        guard var base = letter.first, letter.count > 1 else { return letter }
        let marks = letter.dropFirst().enumerated().sorted { one, other in
            let (left, right) = (
                one.element.properties.canonicalCombiningClass, other.element.properties.canonicalCombiningClass
            )
            return left == right ? one.offset < other.offset : left < right
        }.map(\.element)
        var kept: [Unicode.Scalar] = []
        for mark in marks {
            let isKeptOut = kept.last?.properties.canonicalCombiningClass == mark.properties.canonicalCombiningClass
            if !isKeptOut, let whole = wholes[Parts(base: base, mark: mark)] {
                base = whole
            } else {
                kept.append(mark)
            }
        }
        return [base] + kept
    }

    private struct Parts: Hashable {
        let base: Unicode.Scalar
        let mark: Unicode.Scalar
    }

    private static let wholes = Dictionary(
        pairs.flatMap { mark, letters -> [(Parts, Unicode.Scalar)] in
            let letters = Array(letters.unicodeScalars)
            return stride(from: 0, to: letters.count, by: 2).map {
                (Parts(base: letters[$0], mark: mark), letters[$0 + 1])
            }
        }, uniquingKeysWith: { first, _ in first })

    private static let parts = Dictionary(
        wholes.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })

    /// The letters that each mark combines with, each letter followed by the result.
    /// - Source: Unicode Character Database, `UnicodeData.txt`, field 6.
    private static let pairs: [(mark: Unicode.Scalar, letters: String)] = [
        ("\u{300}", "AÀEÈIÌOÒUÙaàeèiìoòuùÜǛüǜNǸnǹ"),  // grave accent
        ("\u{301}", "AÁEÉIÍOÓUÚYÝaáeéiíoóuúyýCĆcćLĹlĺNŃnńRŔrŕSŚsśZŹzźÜǗüǘGǴgǵÅǺåǻÆǼæǽØǾøǿ"),  // acute accent
        ("\u{302}", "AÂEÊIÎOÔUÛaâeêiîoôuûCĈcĉGĜgĝHĤhĥJĴjĵSŜsŝWŴwŵYŶyŷ"),  // circumflex accent
        ("\u{303}", "AÃNÑOÕaãnñoõIĨiĩUŨuũ"),  // tilde
        ("\u{304}", "AĀaāEĒeēIĪiīOŌoōUŪuūÜǕüǖÄǞäǟȦǠȧǡÆǢæǣǪǬǫǭÖȪöȫÕȬõȭȮȰȯȱYȲyȳ"),  // macron
        ("\u{306}", "AĂaăEĔeĕGĞgğIĬiĭOŎoŏUŬuŭ"),  // breve
        ("\u{307}", "CĊcċEĖeėGĠgġIİZŻzżAȦaȧOȮoȯ"),  // dot above
        ("\u{308}", "AÄEËIÏOÖUÜaäeëiïoöuüyÿYŸ"),  // diaeresis
        ("\u{30A}", "AÅaåUŮuů"),  // ring above
        ("\u{30B}", "OŐoőUŰuű"),  // double acute accent
        ("\u{30C}", "CČcčDĎdďEĚeěLĽlľNŇnňRŘrřSŠsšTŤtťZŽzžAǍaǎIǏiǐOǑoǒUǓuǔÜǙüǚGǦgǧKǨkǩƷǮʒǯjǰHȞhȟ"),  // caron
        ("\u{30F}", "AȀaȁEȄeȅIȈiȉOȌoȍRȐrȑUȔuȕ"),  // double grave accent
        ("\u{311}", "AȂaȃEȆeȇIȊiȋOȎoȏRȒrȓUȖuȗ"),  // inverted breve
        ("\u{31B}", "OƠoơUƯuư"),  // horn
        ("\u{326}", "SȘsșTȚtț"),  // comma below
        ("\u{327}", "CÇcçGĢgģKĶkķLĻlļNŅnņRŖrŗSŞsşTŢtţEȨeȩ"),  // cedilla
        ("\u{328}", "AĄaąEĘeęIĮiįUŲuųOǪoǫ"),  // ogonek
    ]
}

extension String {
    /// The text composed by ``Composition``; references are kept in this form.
    public var composed: String { Composition.compose(self) }
}
