import JSON
import MitBudget
import MitBudgetReports
import MitBudgetStore
import Phrases

extension Session {
    func say(_ danish: String, _ english: String) -> String {
        switch language {
        case .danish: danish
        case .english: english
        }
    }

    /// Prints text that already ends its lines.
    func print(text: String) {
        var text = text
        if text.hasSuffix("\n") { text.removeLast() }
        print(text)
    }

    func print(staff records: [StaffRecord]) {
        if settings.format == .json {
            return print(["staff": .array(records.map(\.json))] as JSON)
        }
        var table = Table(columns: [
            .words(say("Id", "Id")), .words(say("Rolle", "Role")), .words(say("Konto", "Account")),
            .words(say("Navn", "Name")), .words(say("Tilstand", "State")),
        ])
        table.rows = records.map { record in
            [
                record.member.id.text, record.member.role.phrase[language], record.member.account.text,
                record.name?.shown[language] ?? "",
                record.ended.map { say("fratrådt (nr. \($0.value))", "ended (no. \($0.value))") }
                    ?? say("aktiv", "active"),
            ]
        }
        print(text: table.text(style: style))
    }

    func print(periods records: [PeriodRecord]) {
        if settings.format == .json {
            let closed = records.last.map { JSON.string($0.through.iso) } ?? .null
            return print(["closedThrough": closed, "periods": .array(records.map(\.json))] as JSON)
        }
        guard let last = records.last else {
            return print(Phrase(da: "Ingen periode er lukket.", en: "No period is closed."))
        }
        var table = Table(columns: [
            .figures(say("Nr.", "No.")), .words(say("Hvad", "What")), .words(say("Til og med", "Through")),
            .words(say("Af", "By")), .words(say("Bogført", "Recorded")),
        ])
        table.rows = records.map { record in
            [
                "\(record.entry.value)", record.kind.phrase[language], record.through.short(in: language),
                record.by.text, record.recordedAt.iso,
            ]
        }
        print(text: table.text(style: style))
        print(Phrase(da: "Lukket til og med \(last.through).", en: "Closed through \(last.through)."))
    }

    func print(_ verification: Verification) {
        if settings.format == .json {
            return print(verification.json)
        }
        for finding in verification.findings {
            print(style.red(finding.id.rawValue) + "  " + finding.phrase[language])
        }
        for remark in verification.remarks {
            print(remark.id.rawValue + "  " + remark.phrase[language])
        }
        if let anchors = verification.anchors {
            print(
                Phrase(
                    da: """
                        Filens kontrolkoder: \(anchors.checked) i alt, \(anchors.found) fundet igen, \
                        \(anchors.givenUp) opgivet ved genindlæsning.
                        """,
                    en: """
                        The file's anchors: \(anchors.checked) in all, \(anchors.found) found again, \
                        \(anchors.givenUp) given up by a restore.
                        """))
        }
        let (count, entries) = (verification.findings.count, Int(verification.entries))
        print(
            verification.isClean
                ? Phrase(
                    da: "I orden: \(.entries(entries)) efterprøvet.", en: "In order: \(.entries(entries)) checked.")
                : Phrase(
                    da: "\(.findings(count)): \(.entries(entries)) efterprøvet.",
                    en: "\(.findings(count)): \(.entries(entries)) checked."))
        if let anchor = verification.anchor {
            print(Phrase(da: "Kontrolkode \(anchor.text)", en: "Anchor \(anchor.text)"))
        }
    }
}

extension StaffRecord {
    fileprivate var json: JSON {
        .object(
            [
                .init(key: "staff", value: .string(member.id.text)),
                .init(key: "role", value: .string(member.role.rawValue)),
                .init(key: "account", value: .string(member.account.text)), .init(key: "name", value: name.json),
                .init(key: "active", value: .bool(ended == nil)),
                .init(key: "addedEntry", value: .integer(added.value)),
                .init(key: "endedEntry", value: ended.map { .integer($0.value) } ?? .null),
            ] + [name].compactMap(\.self).corrections)
    }
}

extension PeriodRecord {
    fileprivate var json: JSON {
        [
            "entry": .integer(entry.value), "kind": .string(kind.rawValue), "through": .string(through.iso),
            "staff": .string(by.text), "recordedAt": .string(recordedAt.iso),
        ]
    }
}

extension Verification {
    fileprivate var json: JSON {
        var members: [JSON.Member] = [
            .init(key: "verified", value: .bool(isClean)), .init(key: "entries", value: .integer(entries)),
            .init(key: "anchor", value: anchor.map { .string($0.text) } ?? .null),
            .init(key: "findings", value: .array(findings.map(\.json))),
            .init(key: "remarks", value: .array(remarks.map(\.json))),
        ]
        if let anchors {
            members.append(
                .init(
                    key: "anchors",
                    value: [
                        "checked": .integer(Int64(anchors.checked)), "found": .integer(Int64(anchors.found)),
                        "givenUp": .integer(Int64(anchors.givenUp)),
                    ]))
        }
        return .object(members)
    }
}

extension Verification.Remark {
    fileprivate var json: JSON {
        var members: [JSON.Member] = [
            .init(key: "remark", value: .string(id.rawValue)), .init(key: "entry", value: .integer(entry)),
        ]
        switch self {
        case .clockLeapt: break
        case .anchorsGivenUp(_, let count, let first, let last):
            members += [
                .init(key: "count", value: .integer(Int64(count))), .init(key: "first", value: .integer(first)),
                .init(key: "last", value: .integer(last)),
            ]
        }
        members.append(.init(key: "message", value: .string(phrase[.english])))
        return .object(members)
    }
}

extension VerifyFinding {
    fileprivate var json: JSON {
        var members: [JSON.Member] = [.init(key: "finding", value: .string(id.rawValue))]
        if let entry { members.append(.init(key: "entry", value: .integer(entry))) }
        switch self {
        case .projectionDiffers(let table, let row, let column):
            members.append(.init(key: "table", value: .string(table)))
            members.append(.init(key: "row", value: .string(row)))
            members.append(.init(key: "column", value: column.map { .string($0) } ?? .null))
        case .replayRefused(_, let rule): members.append(.init(key: "rule", value: .string(rule.rawValue)))
        case .wordsAltered(let words, _), .wordsMissing(let words, _), .wordsKept(let words, _):
            members.append(.init(key: "words", value: .integer(words)))
        case .evidenceAltered(let evidence, _), .evidenceMissing(let evidence, _), .evidenceKept(let evidence, _):
            members.append(.init(key: "evidence", value: .integer(evidence)))
        case .wordsStray(let count), .evidenceStray(let count):
            members.append(.init(key: "count", value: .integer(count)))
        case .chainBroken, .sequenceGap, .clockBackwards, .entryUnreadable, .replayDiffers, .anchorDiffers,
            .anchorBeyond, .schemaAltered, .fileDamaged:
            break
        }
        members.append(.init(key: "message", value: .string(phrase[.english])))
        return .object(members)
    }

    var phrase: Phrase {
        switch self {
        case .chainBroken(let entry):
            Phrase(
                da: "Postering \(Int(entry)): hashen passer ikke til indholdet og posteringen før.",
                en: "Entry \(Int(entry)): the hash is not that of its contents and of the entry before.")
        case .sequenceGap(let expected, let found):
            Phrase(
                da: "Postering \(Int(expected)) mangler; efter den forrige kommer \(Int(found)).",
                en: "Entry \(Int(expected)) is missing; \(Int(found)) follows the one before.")
        case .clockBackwards(let entry):
            Phrase(
                da: "Postering \(Int(entry)) er bogført før den forrige.",
                en: "Entry \(Int(entry)) was recorded before the one before it.")
        case .entryUnreadable(let entry):
            Phrase(
                da: "Postering \(Int(entry)) er ikke skrevet, som programmet skriver.",
                en: "Entry \(Int(entry)) is not written as the program writes.")
        case .replayRefused(let entry, let rule):
            Phrase(
                da: "Postering \(Int(entry)): reglen \(rule.rawValue) afviser den.",
                en: "Entry \(Int(entry)): the rule \(rule.rawValue) refuses it.")
        case .replayDiffers(let entry):
            Phrase(
                da: "Postering \(Int(entry)): reglerne ville have bogført noget andet.",
                en: "Entry \(Int(entry)): the rules would have recorded something else.")
        case .projectionDiffers(let table, let row, let column):
            column.map {
                Phrase(
                    da: "Tabellen \(table), række \(row): \($0) er ikke, hvad journalen siger.",
                    en: "Table \(table), row \(row): \($0) is not what the journal says.")
            }
                ?? Phrase(
                    da: "Tabellen \(table), række \(row): rækken mangler eller er til overs.",
                    en: "Table \(table), row \(row): the row is missing or extra.")
        case .wordsAltered(let words, let entry):
            Phrase(
                da: "Tekst \(Int(words)) til postering \(Int(entry)) passer ikke til sit segl.",
                en: "Text \(Int(words)) of entry \(Int(entry)) does not match its seal.")
        case .wordsMissing(let words, let entry):
            Phrase(
                da: "Tekst \(Int(words)) til postering \(Int(entry)) er væk uden at være slettet efter reglerne.",
                en: "Text \(Int(words)) of entry \(Int(entry)) is gone without having been erased by an entry.")
        case .wordsKept(let words, let entry):
            Phrase(
                da: "Tekst \(Int(words)) står der, selv om postering \(Int(entry)) siger, at den er slettet.",
                en: "Text \(Int(words)) stands there although entry \(Int(entry)) says that it is erased.")
        case .wordsStray(let count):
            Phrase(
                da: "\(Int(count)) tekster hører ikke til nogen postering.",
                en: "\(Int(count)) texts belong to no entry.")
        case .evidenceAltered(let evidence, let entry):
            Phrase(
                da: "Dokument \(Int(evidence)) til postering \(Int(entry)) passer ikke til sit segl.",
                en: "Document \(Int(evidence)) of entry \(Int(entry)) does not match its seal.")
        case .evidenceMissing(let evidence, let entry):
            Phrase(
                da: "Dokument \(Int(evidence)) til postering \(Int(entry)) er væk uden at være slettet efter reglerne.",
                en: "Document \(Int(evidence)) of entry \(Int(entry)) is gone without having been erased by an entry.")
        case .evidenceKept(let evidence, let entry):
            Phrase(
                da: "Dokument \(Int(evidence)) står der, selv om postering \(Int(entry)) siger, at det er slettet.",
                en: "Document \(Int(evidence)) stands there although entry \(Int(entry)) says that it is erased.")
        case .evidenceStray(let count):
            Phrase(
                da: "\(Int(count)) dokumenter hører ikke til nogen postering.",
                en: "\(Int(count)) documents belong to no entry.")
        case .anchorDiffers(let entry):
            Phrase(
                da: "Postering \(Int(entry)): kontrolkoden er en anden: noget til og med den er ændret.",
                en: "Entry \(Int(entry)): the anchor is another: something up to it was changed.")
        case .anchorBeyond(let entry, let last):
            Phrase(
                da:
                    """
                    Kontrolkoden nævner postering \(Int(entry)), men journalen ender med \(Int(last)): noget er \
                    skåret af.
                    """,
                en:
                    """
                    The anchor names entry \(Int(entry)), but the ledger ends with \(Int(last)): something was \
                    cut off.
                    """
            )
        case .schemaAltered("journal_mode"):
            Phrase(
                da: "Nogen har slået filens log fra; slå den til: sqlite3 FIL 'PRAGMA journal_mode = WAL'",
                en: "Someone switched off the file's log; switch it on: sqlite3 FILE 'PRAGMA journal_mode = WAL'")
        case .schemaAltered(let name):
            Phrase(
                da: "Tabellen, indekset eller triggeren \(harmless(name)) er ikke, som programmet lavede den.",
                en: "The table, index or trigger \(harmless(name)) is not what the program made.")
        case .fileDamaged(let words):
            Phrase(da: "SQLite finder filen beskadiget: \(words)", en: "SQLite finds the file damaged: \(words)")
        }
    }
}
