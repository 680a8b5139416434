import MitBudget

extension Story {
    /// All citizens in order of enrolment: fifteen places, and one more citizen for a place that became free.
    static let all = firstHalf + secondHalf

    /// `B01` to `B08`.
    private static let firstHalf = [
        Story(
            caseNumber: "Sag 2022-014", enrolled: .demonstration(2022, 12, 5),
            goal: "Et fast arbejde og egen bolig tæt på familien",
            wishes: "En lejlighed, et job på lager og en telefon, der virker",
            purpose: "At komme fra midlertidigt ophold til en stabil hverdag",
            versions: [
                Version(
                    agreed: .demonstration(2022, 12, 19),
                    lines: [
                        .new(
                            Need(
                                area: "housing", kroner: 18_000, text: "Indskud i lejlighed", pace: .once,
                                payees: ["Boligforening Nord"], note: "Indflytning den første i måneden")),
                        .new(
                            Need(
                                area: "housing", kroner: 14_500, text: "Møbler og hvidevarer",
                                pace: .purchases(6, days: 150),
                                payees: ["Møbelhuset", "Genbrugsbutikken", "Hvidevarelageret"], wait: 20,
                                mishap: .refunded(2, percent: 100, after: 12))),
                        .new(
                            Need(
                                area: "job", kroner: 12_000, text: "Truckcertifikat", pace: .once,
                                payees: ["Kursuscenter Syd"], wait: 40)),
                        .new(
                            Need(
                                area: "life", kroner: 4_500, text: "Telefon til MitID og et års abonnement",
                                pace: .purchases(2, days: 20), payees: ["Telebutikken"])),
                    ])
            ]),
        Story(
            caseNumber: "Sag 2022-021", enrolled: .demonstration(2022, 12, 12),
            goal: "At blive klar til uddannelse",
            wishes: "Ro i hverdagen, et hjem at være i og et første fag",
            purpose: "At finde fodfæste, før studiet begynder",
            versions: [
                Version(
                    agreed: .demonstration(2023, 1, 10),
                    lines: [
                        .new(
                            Need(
                                area: "life", kroner: 9_600, text: "Terapiridning", pace: .monthly(8),
                                payees: ["Rideskolen Engvang"])),
                        .new(
                            Need(
                                area: "housing", kroner: 16_000, text: "Seng, bord og skabe",
                                pace: .purchases(5, days: 120), payees: ["Møbelhuset", "Genbrugsbutikken"])),
                        .new(
                            Need(
                                area: "life", kroner: 3_800, text: "Briller", pace: .once, payees: ["Optikeren"],
                                wait: 10)),
                    ]),
                Version(
                    agreed: .demonstration(2023, 10, 3),
                    lines: [
                        .keep(1), .keep(2), .keep(3),
                        .new(
                            Need(
                                area: "job", kroner: 12_500, text: "Kursus i bogføring", pace: .once,
                                payees: ["Aftenskolen Perron 2"])),
                        .new(
                            Need(
                                area: "job", kroner: 7_500, text: "Bærbar computer og skærm",
                                pace: .purchases(2, days: 30), payees: ["Computerværkstedet"])),
                    ]),
            ]),
        Story(
            caseNumber: "Sag 2022-027", enrolled: .demonstration(2023, 1, 9),
            goal: "Et job som svejser", wishes: "Papir på det, jeg kan, og kræfter til at holde til det",
            purpose: "At vende tilbage til et fag efter lang tids sygdom",
            versions: [
                Version(
                    agreed: .demonstration(2023, 1, 24),
                    lines: [
                        .new(
                            Need(
                                area: "job", kroner: 17_500, text: "Svejsecertifikat", pace: .once,
                                payees: ["Kursuscenter Syd"])),
                        .new(
                            Need(
                                area: "job", kroner: 6_400, text: "Værktøj og arbejdstøj",
                                pace: .purchases(4, days: 60), payees: ["Værktøjsbutikken", "Byggemarkedet"],
                                wait: 30)),
                        .new(
                            Need(
                                area: "job", kroner: 5_200, text: "Cykel til og fra arbejde", pace: .once,
                                payees: ["Cykelsmeden"], wait: 50)),
                        .new(
                            Need(
                                area: "life", kroner: 12_000, text: "Tandlæge", pace: .purchases(4, days: 420),
                                payees: ["Tandklinikken ved Torvet"], note: "Behandlingsplan er vedlagt bilaget")),
                        .new(
                            Need(
                                area: "life", kroner: 8_400, text: "Svømning og genoptræning", pace: .monthly(12),
                                payees: ["Svømmehallen"], wait: 330)),
                    ])
            ]),
        Story(
            caseNumber: "Sag 2023-002", enrolled: .demonstration(2023, 1, 16),
            goal: "At bo selv og skabe noget med hænderne",
            wishes: "En bolig, nogen at tale med og et lille værksted",
            purpose: "At afprøve en beskæftigelse i eget tempo",
            versions: [
                Version(
                    agreed: .demonstration(2023, 2, 7),
                    lines: [
                        .new(
                            Need(
                                area: "housing", kroner: 21_000, text: "Indskud i almen bolig", pace: .once,
                                payees: ["Boligselskabet Åbakken"])),
                        .new(
                            Need(
                                area: "housing", kroner: 9_000, text: "Møbler og gardiner",
                                pace: .purchases(5, days: 110), payees: ["Møbelhuset", "Gardinhuset"], wait: 15)),
                    ]),
                Version(
                    agreed: .demonstration(2023, 8, 15),
                    lines: [
                        .keep(1), .keep(2),
                        .new(
                            Need(
                                area: "life", kroner: 6_000, text: "Samtaleforløb", pace: .monthly(6),
                                payees: ["Samtalehuset"])),
                    ]),
                Version(
                    agreed: .demonstration(2024, 3, 12),
                    lines: [
                        .keep(1), .keep(2), .keep(3),
                        .new(
                            Need(
                                area: "job", kroner: 11_500, text: "Drejeskive, ler og kursus i keramik",
                                pace: .purchases(4, days: 270), payees: ["Keramikværkstedet", "Lerhandelen"])),
                    ]),
            ]),
        Story(
            caseNumber: "Sag 2023-005", enrolled: .demonstration(2023, 1, 30),
            goal: "Et deltidsjob med kørsel", wishes: "Kørekort, musik og et hjem, hvor der kan komme gæster",
            purpose: "At komme ud blandt andre igen",
            versions: [
                Version(
                    agreed: .demonstration(2023, 2, 14),
                    lines: [
                        .new(
                            Need(
                                area: "job", kroner: 15_000, text: "Kørekort", pace: .purchases(3, days: 120),
                                payees: ["Køreskolen Midtby"], note: "Lovpakke, køretimer og prøve")),
                        .new(
                            Need(
                                area: "life", kroner: 12_000, text: "Musikterapi", pace: .monthly(10),
                                payees: ["Musikskolen"], wait: 20)),
                        .new(
                            Need(
                                area: "housing", kroner: 14_500, text: "Sofa, spisebord og køkkenting",
                                pace: .purchases(6, days: 500), payees: ["Møbelhuset", "Køkkenbutikken"], wait: 40,
                                mishap: .refunded(3, percent: 60, after: 16))),
                        .new(
                            Need(
                                area: "life", kroner: 6_900, text: "Høreapparat", pace: .once,
                                payees: ["Høreklinikken"], wait: 420)),
                    ])
            ]),
        Story(
            caseNumber: "Sag 2023-008", enrolled: .demonstration(2023, 2, 13),
            goal: "En tryg bolig at vende hjem til", wishes: "Eget inventar, søvn og et kursus i IT",
            purpose: "At blive boende og tage et skridt mod arbejde",
            versions: [
                Version(
                    agreed: .demonstration(2023, 3, 1),
                    lines: [
                        .new(
                            Need(
                                area: "housing", kroner: 24_000, text: "Indretning af bolig",
                                pace: .purchases(7, days: 210), payees: ["Møbelhuset", "Malerhandlen", "Byggemarkedet"])
                        ),
                        .new(
                            Need(
                                area: "life", kroner: 9_000, text: "Samtaler om søvn", pace: .monthly(6),
                                payees: ["Samtalehuset"], wait: 25)),
                        .new(
                            Need(
                                area: "job", kroner: 8_000, text: "Grundkursus i IT", pace: .once,
                                payees: ["Aftenskolen Perron 2"], wait: 60)),
                    ]),
                Version(
                    agreed: .demonstration(2024, 4, 9),
                    lines: [
                        .settle(1), .keep(2), .keep(3),
                        .new(
                            Need(
                                area: "life", kroner: 8_900, text: "Tyngdedyne, lampe og lydisolering",
                                pace: .purchases(4, days: 100), payees: ["Sengehuset", "Byggemarkedet"])),
                    ]),
            ]),
        Story(
            caseNumber: "Sag 2023-009", enrolled: .demonstration(2023, 2, 27),
            goal: "At få overskud til praktik", wishes: "Heste, orden derhjemme og tøj til en samtale",
            purpose: "At bygge på det, der giver ro",
            versions: [
                Version(
                    agreed: .demonstration(2023, 3, 20),
                    lines: [
                        .new(
                            Need(
                                area: "job", kroner: 5_500, text: "Tøj og sko til praktik",
                                pace: .purchases(3, days: 40), payees: ["Tøjhandlen"])),
                        .new(
                            Need(
                                area: "life", kroner: 18_000, text: "Terapiridning", pace: .monthly(12),
                                payees: ["Rideskolen Engvang"])),
                        .new(
                            Need(
                                area: "housing", kroner: 22_000, text: "Hvidevarer, seng og opbevaring",
                                pace: .purchases(5, days: 540), payees: ["Hvidevarelageret", "Sengehuset"], wait: 45,
                                mishap: .refunded(1, percent: 35, after: 21))),
                    ]),
                Version(
                    agreed: .demonstration(2024, 9, 17),
                    lines: [
                        .keep(1), .keep(2), .keep(3),
                        .new(
                            Need(
                                area: "job", kroner: 4_200, text: "Togkort til praktikstedet", pace: .monthly(3),
                                payees: ["Rejsecentret"])),
                    ]),
            ]),
        Story(
            caseNumber: "Sag 2023-011", enrolled: .demonstration(2023, 3, 6),
            goal: "Egen lejlighed og et smil uden smerter", wishes: "Indskud, et sted at sidde og hjælp hos tandlægen",
            purpose: "At slippe for at flytte rundt hos andre",
            versions: [
                Version(
                    agreed: .demonstration(2023, 3, 28),
                    lines: [
                        .new(
                            Need(
                                area: "housing", kroner: 20_000, text: "Indskud og første husleje", pace: .once,
                                payees: ["Boligforening Nord"])),
                        .new(
                            Need(
                                area: "housing", kroner: 8_000, text: "Møbler", pace: .purchases(4, days: 100),
                                payees: ["Genbrugsbutikken", "Møbelhuset"], wait: 25, mishap: .mistyped(2))),
                    ]),
                Version(
                    agreed: .demonstration(2023, 11, 7),
                    lines: [
                        .keep(1),
                        .raise(
                            2,
                            Need(
                                area: "housing", kroner: 10_000, text: "Møbler", pace: .purchases(3, days: 180),
                                payees: ["Møbelhuset", "Hvidevarelageret"])),
                        .new(
                            Need(
                                area: "life", kroner: 9_500, text: "Tandlæge", pace: .purchases(3, days: 330),
                                payees: ["Tandklinikken ved Torvet"])),
                    ]),
                Version(
                    agreed: .demonstration(2024, 11, 26),
                    lines: [
                        .keep(1), .keep(2), .keep(3),
                        .new(
                            Need(
                                area: "life", kroner: 2_400, text: "Vinterfrakke og støvler", pace: .once,
                                payees: ["Tøjhandlen"], wait: 25)),
                    ]),
            ]),
    ]
}
