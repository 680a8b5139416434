public import MitBudget

/// The programme that `init` uses if no file is named: Aabenraa Kommune's "Mit Budget".
///
/// Sources: press release (grant, participants, window) and catalogue of initiatives (ceiling, funder's new name);
/// 202.000 for the project is what 15 × 50.000 leaves of 952.000. The three results are those of the funder's
/// experience report on the national trial before (2017–2019, 101 citizens: 22 per cent reached their goal, 47 per cent
/// came closer); the sources name no target.
public enum BuiltInProgramme {
    /// The terms as a programme file; the same stands in Fixtures/programmes.
    public static let file = """
        { "programme": "mit-budget-aabenraa",
          "title": {"da": "Mit Budget", "en": "My Budget"},
          "grantee": "Aabenraa Kommune", "funder": "Social- og Boligstyrelsen",
          "grant": "952000.00", "posts": {"citizens": "750000.00", "project": "202000.00"},
          "places": 15, "cap": "50000.00", "firstDay": "2022-12-01", "lastDay": "2024-12-31",
          "areas": ["job", "housing", "life"],
          "drawingMonths": null, "separateReleaser": false, "settleBy": null, "keepYears": 5,
          "names": {"citizens": {"da": "borgere", "en": "citizens"}, "project": {"da": "projekt", "en": "project"},
                    "job": {"da": "job", "en": "job"}, "housing": {"da": "bolig", "en": "housing"},
                    "life": {"da": "livssituation", "en": "life situation"},
                    "reached": {"da": "mål nået", "en": "goal reached"},
                    "closer": {"da": "tættere på målet", "en": "closer to the goal"},
                    "unchanged": {"da": "uændret", "en": "unchanged"}},
          "results": {"reached": {}, "closer": {}, "unchanged": {}},
          "proof": ["receipt", "approval"] }

        """

    /// Reads the terms from ``file``.
    /// - Throws: ``FileFault`` if the file above were wrong; a test reads it.
    public static func aabenraa() throws(FileFault) -> Programme {
        try ProgrammeFile.read(Array(file.utf8))
    }
}
