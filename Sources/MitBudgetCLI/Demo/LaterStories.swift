import MitBudget

extension Story {
    /// `B09` to `B16`.
    static let secondHalf = [
        Story(
            caseNumber: "Sag 2023-013", enrolled: .demonstration(2023, 3, 13),
            goal: "Et job i et køkken", wishes: "Hygiejnekursus og gode knive",
            purpose: "At komme tæt på faget igen",
            versions: [
                Version(
                    agreed: .demonstration(2023, 4, 4),
                    lines: [
                        .new(Need(area: "job", kroner: 14_000, text: "Kokkekursus", pace: .unspent)),
                        .new(Need(area: "housing", kroner: 20_000, text: "Indskud i lejlighed", pace: .unreleased)),
                    ])
            ],
            departure: Departure(
                day: .demonstration(2023, 5, 22), reason: "Borgeren flytter til en anden kommune, før noget er købt")),
        Story(
            caseNumber: "Sag 2023-016", enrolled: .demonstration(2023, 3, 27),
            goal: "Et arbejde, hvor jeg kan køre selv", wishes: "Kørekort, et ordentligt bord og en at træne med",
            purpose: "At kunne søge job uden for byen",
            versions: [
                Version(
                    agreed: .demonstration(2023, 4, 18),
                    lines: [
                        .new(
                            Need(
                                area: "job", kroner: 19_500, text: "Kørekort til lille lastbil",
                                pace: .purchases(3, days: 120), payees: ["Køreskolen Midtby"],
                                mishap: .refunded(1, percent: 15, after: 30))),
                        .new(
                            Need(
                                area: "life", kroner: 7_200, text: "Træning med vejleder", pace: .monthly(6),
                                payees: ["Træningscentret"], wait: 15)),
                        .new(
                            Need(
                                area: "housing", kroner: 12_800, text: "Møbler og lamper",
                                pace: .purchases(5, days: 200), payees: ["Møbelhuset", "Lampeforretningen"], wait: 30)),
                    ]),
                Version(
                    agreed: .demonstration(2024, 6, 4),
                    lines: [
                        .keep(1), .keep(2), .keep(3),
                        .new(
                            Need(
                                area: "job", kroner: 9_000, text: "Hæve-sænkebord og kontorstol",
                                pace: .purchases(2, days: 20), payees: ["Kontorhuset"])),
                    ]),
            ]),
        Story(
            caseNumber: "Sag 2023-018", enrolled: .demonstration(2023, 4, 11),
            goal: "At bo for sig selv", wishes: "En lejlighed og nogen at tale med hver måned",
            purpose: "At prøve et liv uden for botilbuddet",
            versions: [
                Version(
                    agreed: .demonstration(2023, 5, 2),
                    lines: [
                        .new(
                            Need(
                                area: "housing", kroner: 15_000, text: "Indskud i lejlighed", pace: .once,
                                payees: ["Boligselskabet Åbakken"], mishap: .refunded(0, percent: 30, after: 200))),
                        .new(
                            Need(
                                area: "life", kroner: 9_600, text: "Samtaleforløb", pace: .monthly(8),
                                payees: ["Samtalehuset"])),
                        .new(Need(area: "job", kroner: 14_000, text: "Kursus som lagermedarbejder", pace: .unreleased)),
                    ])
            ],
            departure: Departure(
                day: .demonstration(2023, 10, 16),
                reason: "Borgeren ønsker at stoppe; en del af indskuddet ventes tilbage")),
        Story(
            caseNumber: "Sag 2023-021", enrolled: .demonstration(2023, 4, 24),
            goal: "At blive tryg ved hverdagen og finde et fag", wishes: "Et hjem, et kursus og gode tænder",
            purpose: "At få det grundlæggende på plads først",
            versions: [
                Version(
                    agreed: .demonstration(2023, 5, 15),
                    lines: [
                        .new(
                            Need(area: "life", kroner: 14_000, text: "Rejse til varmere himmelstrøg", pace: .unreleased)
                        ),
                        .new(
                            Need(
                                area: "housing", kroner: 17_000, text: "Møbler til to rum",
                                pace: .purchases(5, days: 170), payees: ["Møbelhuset", "Genbrugsbutikken"])),
                        .new(
                            Need(
                                area: "job", kroner: 13_000, text: "Kursus som pædagogmedhjælper", pace: .once,
                                payees: ["Kursuscenter Syd"], wait: 70)),
                    ],
                    outcome: .rejected(reason: "Rejsen støtter ikke målet; planen skrives om sammen med borgeren")),
                Version(
                    agreed: .demonstration(2023, 6, 6),
                    lines: [
                        .keep(2), .keep(3),
                        .new(
                            Need(
                                area: "life", kroner: 11_500, text: "Tandlæge", pace: .purchases(3, days: 400),
                                payees: ["Tandklinikken ved Torvet"], wait: 20)),
                        .new(
                            Need(
                                area: "life", kroner: 6_000, text: "Korsang og kontingent", pace: .monthly(6),
                                payees: ["Sangforeningen"], wait: 260)),
                    ]),
            ]),
        Story(
            caseNumber: "Sag 2023-024", enrolled: .demonstration(2023, 5, 8),
            goal: "Et arbejde, der passer til helbredet", wishes: "Nye briller, et hjem i orden og en uddannelse",
            purpose: "At skifte spor efter en skade",
            versions: [
                Version(
                    agreed: .demonstration(2023, 5, 30),
                    lines: [
                        .new(
                            Need(
                                area: "life", kroner: 9_900, text: "Briller og fodindlæg",
                                pace: .purchases(3, days: 60), payees: ["Optikeren", "Fodklinikken"])),
                        .new(Need(area: "job", kroner: 16_000, text: "Kursus som kranfører", pace: .unreleased)),
                        .new(
                            Need(
                                area: "housing", kroner: 13_500, text: "Madras, stol og hjælpemidler",
                                pace: .purchases(4, days: 150), payees: ["Sengehuset", "Møbelhuset"], wait: 20)),
                    ]),
                Version(
                    agreed: .demonstration(2023, 12, 5),
                    lines: [
                        .keep(1), .keep(3),
                        .new(
                            Need(
                                area: "job", kroner: 24_500, text: "Uddannelse i digital tegning",
                                pace: .purchases(4, days: 330), payees: ["Tegneskolen", "Computerværkstedet"],
                                note: "Erstatter kranførerkurset efter råd fra lægen")),
                    ]),
            ]),
        Story(
            caseNumber: "Sag 2023-025", enrolled: .demonstration(2023, 5, 15),
            goal: "At høre til et sted", wishes: "Egen bolig, haveliv og venner",
            purpose: "At bryde med ensomhed",
            versions: [
                Version(
                    agreed: .demonstration(2023, 6, 13),
                    lines: [
                        .new(
                            Need(
                                area: "housing", kroner: 19_000, text: "Indskud i bofællesskab", pace: .once,
                                payees: ["Bofællesskabet Lærkevej"])),
                        .new(
                            Need(
                                area: "life", kroner: 12_000, text: "Kolonihave og haveredskaber",
                                pace: .purchases(6, days: 510), payees: ["Haveforeningen", "Planteskolen"], wait: 30)),
                        .new(
                            Need(
                                area: "job", kroner: 13_500, text: "Gartnerkursus og arbejdstøj",
                                pace: .purchases(4, days: 300), payees: ["Kursuscenter Syd", "Tøjhandlen"], wait: 210)),
                    ]),
                Version(
                    agreed: .demonstration(2024, 12, 4),
                    lines: [
                        .keep(1), .keep(2), .keep(3),
                        .new(Need(area: "job", kroner: 4_500, text: "Cykel med lad", pace: .unreleased)),
                    ],
                    outcome: .pending),
            ]),
        Story(
            caseNumber: "Sag 2023-028", enrolled: .demonstration(2023, 5, 22),
            goal: "Et første job efter skolen", wishes: "Tøj, cykel, computer og mit eget værelse",
            purpose: "At blive voksen på egne betingelser",
            versions: [
                Version(
                    agreed: .demonstration(2023, 6, 20),
                    lines: [
                        .new(
                            Need(
                                area: "job", kroner: 14_000, text: "Computer, cykel og kurser",
                                pace: .purchases(4, days: 240), payees: ["Computerværkstedet", "Cykelsmeden"])),
                        .new(
                            Need(
                                area: "housing", kroner: 16_500, text: "Indretning af værelse",
                                pace: .purchases(5, days: 450), payees: ["Møbelhuset", "Malerhandlen"], wait: 20)),
                        .new(
                            Need(
                                area: "life", kroner: 18_500, text: "Højskoleophold", pace: .purchases(2, days: 90),
                                payees: ["Højskolen ved Stranden"], wait: 440, note: "Opholdet betales i to rater")),
                    ])
            ]),
        Story(
            caseNumber: "Sag 2023-031", enrolled: .demonstration(2023, 6, 12),
            goal: "At blive i egen bolig", wishes: "Et nyt sted at bo, fast træning og et kursus",
            purpose: "At bruge den plads, der blev ledig, til en ny begyndelse",
            versions: [
                Version(
                    agreed: .demonstration(2023, 7, 4),
                    lines: [
                        .new(
                            Need(
                                area: "housing", kroner: 17_500, text: "Indskud i ældrebolig", pace: .once,
                                payees: ["Boligforening Nord"])),
                        .new(
                            Need(
                                area: "job", kroner: 14_500, text: "Sprogkursus", pace: .purchases(3, days: 420),
                                payees: ["Sprogcentret"], wait: 30)),
                        .new(
                            Need(
                                area: "life", kroner: 16_800, text: "Træning og fysioterapi", pace: .monthly(14),
                                payees: ["Fysioterapien ved Havnen"], wait: 100)),
                    ])
            ]),
    ]
}
