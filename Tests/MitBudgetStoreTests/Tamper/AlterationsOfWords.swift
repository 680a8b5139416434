import TestSupport

@testable import MitBudgetStore

extension Alteration {
    static let ofWords: [Alteration] = [
        Alteration(
            "text-changed", "A text is changed.", finds: ["words-altered words/2 6"],
            unfenced: "UPDATE words SET text = 'Et andet navn' WHERE id = 2"),
        Alteration(
            "text-blank-added", "A blank is added to a text.", finds: ["words-altered words/2 6"],
            unfenced: "UPDATE words SET text = text || ' ' WHERE id = 2"),
        Alteration(
            "texts-swapped", "Two texts change places, their salts with them.",
            finds: ["words-altered words/2 6", "words-altered words/3 6"],
            unfenced: """
                CREATE TABLE kept AS SELECT * FROM words WHERE id IN (2, 3);
                UPDATE words SET salt = kept.salt, text = kept.text FROM kept WHERE kept.id + words.id = 5;
                DROP TABLE kept
                """),
        Alteration(
            "salt-changed", "A salt is changed.", finds: ["words-altered words/2 6"],
            unfenced: "UPDATE words SET salt = '\(String(repeating: "0", count: 32))' WHERE id = 2"),
        Alteration(
            "subject-changed", "A text is filed under another citizen.", finds: ["words-altered words/2 6"],
            unfenced: "UPDATE words SET subject = 'B02' WHERE id = 2"),
        Alteration(
            "text-emptied", "Salt and text are set to NULL without an erasure.", finds: ["words-missing words/2 6"],
            unfenced: "UPDATE words SET salt = NULL, text = NULL WHERE id = 2"),
        Alteration(
            "text-garbled", "A text is overwritten with bytes that are none.", finds: ["words-altered words/2 6"],
            unfenced: "UPDATE words SET text = CAST(x'FF' AS TEXT) WHERE id = 2"),
        Alteration(
            "erasure-undone", "A text that was erased by an entry is put back, with its salt.", by: .shell,
            finds: ["words-kept words/2 41"]
        ) { forgery in
            let kept = try forgery.beside(try Original.shared.get().whole)
            try forgery.erase("B01")
            try forgery.unfenced(
                """
                ATTACH '\(kept)' AS kept;
                UPDATE main.words SET salt = old.salt, text = old.text FROM kept.words AS old
                WHERE words.id = old.id AND old.id = 2
                """)
        },
        Alteration(
            "words-deleted", "A row of words is deleted.", finds: ["words-missing words/2 6"],
            unfenced: "DELETE FROM words WHERE id = 2"),
        Alteration(
            "words-added", "A text that no entry refers to is put among the words.", finds: ["words-stray 1"],
            unfenced: "INSERT INTO words (subject, salt, text) VALUES ('B01', '00', 'Løst')"),
        Alteration(
            "text-resealed", "A text is changed, sealed anew in its entry, and all hashes are made right.", by: .forger,
            finds: [], anchor: "anchor-differs 40"
        ) { forgery in
            let (salt, text) = (String(repeating: "a", count: 32), "Et andet navn")
            let seal = Sealer.hash(salt: salt, text: text)
            try forgery.unfenced(
                """
                UPDATE words SET salt = '\(salt)', text = '\(text)' WHERE id = 2;
                UPDATE journal SET body = json_set(body, '$.name.seal', '\(seal)') WHERE seq = 6;
                """)
            try forgery.rehash(from: 6)
        },
        Alteration(
            "corrected-text-changed", "The text that corrects another is changed.", by: .shell,
            finds: ["words-altered words/42 41"]
        ) { forgery in
            try forgery.correct()
            try forgery.unfenced("UPDATE words SET text = 'Et andet navn' WHERE text = 'Borger nummer ét'")
        },
        Alteration(
            "correction-moved", "A correction is made one of another text.", by: .shell,
            finds: ["projection-differs correction/41 field"]
        ) { forgery in
            try forgery.correct()
            try forgery.unfenced("UPDATE correction SET field = 'case' WHERE entry = 41")
        },
        Alteration(
            "correction-hidden", "The row of a correction is deleted, so that the first text seems to count.",
            by: .shell,
            finds: ["projection-differs correction/41"]
        ) { forgery in
            try forgery.correct()
            try forgery.unfenced("DELETE FROM correction")
        },
    ]
}
