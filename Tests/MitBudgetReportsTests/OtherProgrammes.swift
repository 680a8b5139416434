import MitBudget

/// Programmes whose money goes to others than citizens.
enum OtherProgramme {
    /// Initiatives under two areas, one with a name of its own.
    static func initiatives() throws -> Programme {
        try programme(
            Programme.Recipient(
                prefix: ReferencePrefix("I"), isPersonal: false,
                danish: Programme.DanishNoun(
                    one: "initiativ", theOne: "initiativet", many: "initiativer", theMany: "initiativerne"),
                english: Programme.EnglishNoun(one: "initiative", many: "initiatives")),
            names: [
                Exactly("unge"): Programme.Title(
                    danish: Text("Flere unge i job"), english: Text("More young people in work"))
            ])
    }

    /// Efforts, a Danish word whose genitive takes an apostrophe.
    static func efforts() throws -> Programme {
        try programme(
            Programme.Recipient(
                prefix: ReferencePrefix("IND"), isPersonal: false,
                danish: Programme.DanishNoun(
                    one: "indsats", theOne: "indsatsen", many: "indsatser", theMany: "indsatserne"),
                english: Programme.EnglishNoun(one: "effort", many: "efforts")))
    }

    /// Posts only, and no one to enrol.
    static func postsOnly() throws -> Programme {
        try Programme(
            id: id(), title: title(), grantee: Text("Udvalget"), funder: Text("Byrådet"),
            grant: Amount(kroner: "500000"),
            posts: [
                Programme.Post(name: PostName("project"), budget: Amount(kroner: "300000")),
                Programme.Post(name: PostName("council"), budget: Amount(kroner: "200000")),
            ],
            recipient: nil, places: nil, cap: nil, firstDay: Day("2022-12-01"), lastDay: Day("2024-12-31"), areas: [])
    }

    private static func programme(
        _ recipient: Programme.Recipient, names: Programme.Names = [:]
    ) throws -> Programme {
        let areas = try [Area("unge"), Area("housing"), Area("life")]
        return try Programme(
            id: id(), title: title(), grantee: Text("Forvaltningen"), funder: Text("Byrådet"),
            grant: Amount(kroner: "952000"),
            posts: [
                Programme.Post(name: .citizens, budget: Amount(kroner: "750000")),
                Programme.Post(name: PostName("project"), budget: Amount(kroner: "202000")),
            ],
            recipient: recipient, places: 15, cap: Amount(kroner: "50000"), firstDay: Day("2022-12-01"),
            lastDay: Day("2024-12-31"), areas: areas,
            names: Programme.Names(names.all.filter { name in areas.contains { Exactly($0.text) == name.code } }))
    }

    private static func title() throws -> Programme.Title {
        try Programme.Title(danish: Text("Planen"), english: Text("The Plan"))
    }

    private static func id() throws -> ProgrammeID {
        struct NoID: Error {}
        guard let id = ProgrammeID("planen") else { throw NoID() }
        return id
    }
}
