import MitBudget
import TestSupport
import Testing

@Suite("The terms of a programme")
struct ProgrammeTests {
    /// Terms at the limit of one of them, and one step beyond.
    struct Edge: CustomTestStringConvertible, Sendable {
        let testDescription: String
        /// The terms, this many steps beyond the limit.
        let terms: @Sendable (_ beyond: Int) throws -> Programme
        /// The fault one step beyond the limit.
        let fault: Programme.Fault
    }

    @Test("Terms may go up to each limit and not beyond", arguments: edges, [-1, 0, 1])
    func edge(_ edge: Edge, beyond: Int) throws {
        if beyond > 0 {
            #expect(throws: edge.fault) { try edge.terms(beyond) }
        } else {
            _ = try edge.terms(beyond)
        }
    }

    static let edges = [
        Edge(
            testDescription: "A grant of nothing",
            terms: {
                try .terms(grant: .ore(-Int64($0)), citizens: .zero, project: .zero, cap: nil)
            }, fault: .notPositive(.grant)),
        Edge(
            testDescription: "A post without a budget", terms: { try .terms(project: .ore(-Int64($0))) },
            fault: .notPositive(.posts)),
        Edge(
            testDescription: "One place", terms: { try .terms(places: 1 - $0) }, fault: .notPositive(.places)),
        Edge(
            testDescription: "A cap of one øre", terms: { try .terms(cap: .ore(1 - Int64($0))) },
            fault: .notPositive(.cap)),
        Edge(
            testDescription: "A drawing right of one month", terms: { try .terms(drawingMonths: 1 - $0) },
            fault: .notPositive(.drawingMonths)),
        Edge(
            testDescription: "No years to keep the ledger", terms: { try .terms(keepYears: -$0) },
            fault: .notPositive(.keepYears)),
        Edge(
            testDescription: "Posts that sum to the grant",
            terms: { try .terms(project: .kroner(202_000) + .ore(Int64($0))) },
            fault: .postsAboveGrant(posts: .kroner(952_000) + .ore(1), grant: .kroner(952_000))),
        Edge(
            testDescription: "Caps that sum to the citizens' post",
            terms: { try .terms(places: 1, cap: .kroner(750_000) + .ore(Int64($0))) },
            fault: .placesAboveCitizens(needed: .kroner(750_000) + .ore(1), citizens: .kroner(750_000))),
        Edge(
            testDescription: "Places that use up the citizens' post", terms: { try .terms(places: 15 + $0) },
            fault: .placesAboveCitizens(needed: .kroner(800_000), citizens: .kroner(750_000))),
        Edge(
            testDescription: "A window of one day",
            terms: { try .terms(firstDay: Day.release.advanced(by: $0), lastDay: .release) },
            fault: .windowReversed(first: Day.release.advanced(by: 1), last: .release)),
        Edge(
            testDescription: "Payments up to the window's last day",
            terms: { try .terms(settleBy: Day.windowEnd.advanced(by: -$0)) },
            fault: .settledBeforeEnd(settleBy: Day.windowEnd.advanced(by: -1), last: .windowEnd)),
    ]

    @Test("Posts beyond all amounts are above the grant too")
    func refusesEndlessPosts() {
        let most = Amount.ore(Amount.limit)
        #expect(throws: Programme.Fault.postsAboveGrant(posts: nil, grant: most)) {
            try Programme.terms(grant: most, citizens: most, project: .ore(1), cap: nil)
        }
    }

    @Test("Caps beyond all amounts are above the citizens' post too")
    func refusesEndlessCaps() {
        #expect(throws: Programme.Fault.placesAboveCitizens(needed: nil, citizens: .kroner(750_000))) {
            try Programme.terms(places: .max, cap: .kroner(1))
        }
    }

    @Test("There is a post, and no name stands twice")
    func wantsDistinctNames() throws {
        let project = Programme.Post(name: "project", budget: .kroner(1))
        let citizens = Programme.Post(name: .citizens, budget: .kroner(750_000))
        #expect(throws: Programme.Fault.noPost) { try Programme.terms(posts: []) }
        #expect(throws: Programme.Fault.doubled("project")) {
            try Programme.terms(posts: [citizens, project, project])
        }
        #expect(throws: Programme.Fault.doubled("job")) { try Programme.terms(areas: ["job", "life", "job"]) }
        #expect(throws: Programme.Fault.noArea) { try Programme.terms(areas: []) }
        #expect(try Programme.terms(posts: [citizens]).posts == [citizens])
    }

    @Test("Without a cap there may be any number of places")
    func allowsManyPlaces() throws {
        #expect(try Programme.terms(places: 100_000, cap: nil).places == 100_000)
    }

    @Test("A post's budget is found by its name")
    func findsBudget() throws {
        let programme = try Programme.terms()
        #expect(programme.budget(of: .citizens) == .kroner(750_000))
        #expect(programme.budget(of: "project") == .kroner(202_000))
        #expect(programme.budget(of: "wages") == nil)
    }
}
