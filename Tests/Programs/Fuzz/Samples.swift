import MitBudgetStore

/// The files that are damaged.
enum Samples {
    static let programmes = [
        BuiltInProgramme.file,
        """
        {"programme":"lille.pulje_2","title":{"da":"Lille pulje","en":"Small fund"},"grantee":"Kommunen",
         "funder":"Styrelsen","grant":"420.00","posts":{"citizens":"300.00","lån":"70.00","løn":"50.00"},
         "places":3,"cap":null,"firstDay":"2023-01-01","lastDay":"2023-12-31","areas":["job","bolig","Å"],
         "drawingMonths":15,"separateReleaser":true,"settleBy":"2024-01-31","keepYears":10,
         "findings":{"lateDays":30,"duplicateDays":7,"idlePlanDays":60,"idleReleaseDays":60,"rushPercent":25}}
        """,
        terms(lastDay: "2024-12-31", approvalsOf: 10),
        """
        {"programme":"udvalg","title":{"da":"Udvalgets budget","en":"The budget"},"grantee":"Udvalget",
         "funder":"Byrådet","grant":"329000.00","posts":{"råd":"50000.00","udsatte":"79000.00"},
         "firstDay":"2017-01-01","lastDay":"2017-12-31","names":{"behov":{"da":"merbehov","en":"extra need"}},
         "budgetPeriods":[{"firstDay":"2017-01-01","lastDay":"2017-06-30","posts":{"udsatte":"40000.00"}}],
         "results":{"behov":{"from":"10000000.00","atLeast":"6000000.00","by":"2020-12-31"}}}
        """,
    ]

    /// The files that the course reads, by name.
    static let files = [
        "first.json": terms(lastDay: "2024-12-31", approvalsOf: 10),
        "second.json": terms(lastDay: "2025-06-30", approvalsOf: 20),
    ]

    /// Terms with every key.
    private static func terms(lastDay: String, approvalsOf percent: Int) -> String {
        """
        {"programme":"pulje","title":{"da":"Puljen","en":"The fund"},"grantee":"Kommunen","funder":"Styrelsen",
         "grant":"952000.00","posts":{"citizens":"750000.00","project":"202000.00"},"places":15,"cap":"50000.00",
         "firstDay":"2022-12-01","lastDay":"\(lastDay)","areas":["job","housing","life"],"keepYears":5,
         "recipient":{"prefix":"BO","personal":true,"da":["beboer","beboeren","beboere","beboerne"],
                      "en":["resident","residents"]},
         "names":{"job":{"da":"arbejde","en":"work"},"reached":{"da":"mål nået","en":"goal reached"}},
         "budgetPeriods":[{"firstDay":"2023-01-01","lastDay":"2023-12-31","cap":"20000.00",
                           "posts":{"project":"105000.00"}}],
         "results":{"reached":{"percent":60},"ventende":{"from":"1100","atMost":"799","by":"2024-05-01"}},
         "instalments":[{"day":"2023-01-15","amount":"238000.00"}],"proof":["receipt","payment","approval"],
         "findings":{"changePercent":\(percent),"changeAmount":"100000.00"}}
        """
    }

    static let plans = [
        """
        { "agreedOn": "2023-01-10", "goal": "Egen bolig", "wishes": "En lejlighed tæt på arbejde",
          "purpose": "Et fast sted", "items": [
            {"item": 2, "area": "housing", "amount": "30000.00", "text": "Indskud til egen bolig"},
            {"item": 1, "area": "job", "amount": "9500.00", "text": "Truckkørekort 🚚"} ] }
        """,
        """
        {"goal":"a","wishes":"b","purpose":"c","items":[{"area":"life","amount":"50000.00","text":"d"}]}
        """,
        """
        {"items":[{"text":"\\u00e6\\ud83d\\ude9a","amount":"0.01","area":"job"},
          {"item":2,"text":"\\"","amount":"20000.00","area":"housing"}],
         "purpose":"c","wishes":"b\\u2026","goal":"a","agreedOn":"2024-12-31"}
        """,
    ]

    /// A course with every kind of entry, for commands that run one after another.
    static let course = [
        "init --administrator aksel --name Administrator --programme first.json",
        "staff add sofie --role caseworker --name Sagsbehandler",
        "staff add karen --role consultant --name Konsulent",
        "staff add rita --role auditor --name Revisor",
        "participant enrol --name Borger-nummer-et --case Sag-12 --on 2022-12-05",
        "participant enrol --on 2022-12-05",
        "plan draft BO01 --goal Et-job --wishes Et-kursus --purpose Videre --item job:10000:Truckcertifikat "
            + "--item housing:5000:Indskud --agreed 2023-01-10",
        "plan approve BO01 --on 2023-01-15",
        "plan draft BO02 --goal Et-hjem --wishes Ro --purpose Fast-sted --item life:3000:Møbler --agreed 2023-01-10",
        "plan reject BO02 --reason Ikke-begrundet",
        "release BO01 --item 1 --amount 8000 --on 2023-02-01",
        "disburse BO01 --item 1 --amount 4500 --voucher K-1 --payee Truckskolen --note Faktura-7 --on 2023-02-10",
        "refund 12 --amount 500 --voucher K-2 --on 2023-02-20",
        "retract BO01 --item 1 --amount 1000 --reason Ikke-brugt --on 2023-03-01",
        "receive --amount 238000 --voucher R-1 --on 2023-02-01",
        "expense --post project --amount 12000 --voucher P-1 --payee Trykkeriet --on 2023-02-10",
        "expense --post project --amount 1000 --voucher P-2 --payee Forkert-firma --on 2023-02-10",
        "reverse 17 --reason Tastefejl --on 2023-03-01",
        "period close --through 2023-03-31",
        "period reopen --through 2023-01-31 --reason Et-bilag-manglede",
        "plan show BO01 --identified --purpose Tilsyn --as rita",
        "participant withdraw BO02 --reason Flyttet --on 2023-03-01",
        "participant enrol --on 2023-03-01",
        "plan draft BO03 --goal Et-job --wishes Et-kursus --purpose Videre --item job:100:Bog --agreed 2023-03-01",
        "measure ventende --value 950 --voucher S-1 --on 2023-03-01",
        "terms amend second.json --reason Forlænget --approval SBST-7 --on 2023-03-01",
        "followup BO01 --result reached --note Fast-arbejde --on 2023-03-01",
        "staff add kim --role auditor --name Firma --account kim",
        "staff end kim",
    ]
}
