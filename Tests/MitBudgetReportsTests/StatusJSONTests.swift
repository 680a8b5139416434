import JSON
import MitBudget
import MitBudgetReports
import Testing

@Suite("The status as JSON")
struct StatusJSONTests {
    @Test("has the agreed keys in the agreed order, and every amount in øre")
    func contract() throws {
        let standing = try StatusSample.standing(
            programme: StatusSample.aabenraa(), asOf: "2024-03-15", received: "476000", project: "88450",
            [
                StatusSample.citizen(1, "44500", "44000", "41950.50"),
                StatusSample.citizen(2, "12350", "12350", "12350", left: true),
                StatusSample.citizen(3, "25000", "0", "0", asks: "20000"),
            ])
        let json = try StatusReport(standing: standing, anchor: "321:ab").json()
        #expect(
            json.compact == """
                {"programme":{"id":"mit-budget-aabenraa","grantOre":95200000,"places":15,"capOre":5000000,\
                "firstDay":"2022-12-01","lastDay":"2024-12-31"},\
                "asOf":"2024-03-15","anchor":"321:ab","placesTaken":3,\
                "total":{"grantOre":95200000,"receivedOre":47600000,"approvedOre":17030000,"releasedOre":14480000,\
                "disbursedOre":14275050,"remainingOre":80924950,"freeOre":78170000,"pendingOre":-500000,\
                "repaidOre":0},\
                "posts":[{"post":"citizens","budgetOre":75000000,"approvedOre":8185000,"releasedOre":5635000,\
                "disbursedOre":5430050,"remainingOre":69569950,"freeOre":66815000},\
                {"post":"project","budgetOre":20200000,"approvedOre":8845000,"releasedOre":8845000,\
                "disbursedOre":8845000,"remainingOre":11355000,"freeOre":11355000}],\
                "participants":[{"participant":"B01","state":"active","capOre":5000000,"approvedOre":4450000,\
                "releasedOre":4400000,"disbursedOre":4195050,"remainingOre":804950,"drawingEnds":null},\
                {"participant":"B02","state":"withdrawn","cause":"stopped","capOre":5000000,"approvedOre":1235000,\
                "releasedOre":1235000,"disbursedOre":1235000,"remainingOre":3765000,"drawingEnds":null},\
                {"participant":"B03","state":"active","capOre":5000000,"approvedOre":2500000,\
                "releasedOre":0,"disbursedOre":0,"remainingOre":5000000,"drawingEnds":null}],\
                "forecast":{"recent":{"spentOre":7137525,"days":90,"leftOre":57846953,"runsOut":null},\
                "overall":{"spentOre":14275050,"days":471,"leftOre":72105334,"runsOut":null}},\
                "atRisk":null,"results":[],"instalments":null,"budgetPeriods":[],"targets":[]}
                """)
    }

    @Test("has null where a programme without a cap has no figure")
    func uncapped() throws {
        let json = try StatusSample.uncapped.report.json()
        #expect(json["programme"]?["capOre"] == .null)
        guard case .array(let participants)? = json["participants"] else {
            Issue.record("no participants")
            return
        }
        #expect(participants.count == 2)
        for participant in participants {
            #expect(participant["capOre"] == .null)
            #expect(participant["remainingOre"] == .null)
            #expect(participant["disbursedOre"] != .null)
        }
    }

    @Test("has a null forecast where there is too little to say, and the day on which the money runs out where it does")
    func forecast() throws {
        #expect(try StatusSample.early.report.json()["forecast"] == .null)
        #expect(try StatusSample.over.report.json()["forecast"] == .null)
        let standing = try StatusSample.standing(
            programme: StatusSample.aabenraa(), asOf: "2024-03-15", received: "0", project: "800000", [])
        let overall = try StatusReport(standing: standing, anchor: "1:a").json()["forecast"]?["overall"]
        // 152.000 kr. at 800.000 kr. in 471 days last 89.49 days.
        #expect(overall?["runsOut"] == .string("2024-06-13"))
    }

    @Test("lists every citizen, however many there are")
    func national() throws {
        let json = try StatusSample.national.report.json(StatusSample.twoHundred)
        guard case .array(let participants)? = json["participants"] else {
            Issue.record("no participants")
            return
        }
        #expect(participants.count == 200)
    }

    @Test("leaves a place to a withdrawn citizen only if money was spent")
    func places() throws {
        #expect(try StatusSample.middle.report.json()["placesTaken"] == 9)
    }
}
