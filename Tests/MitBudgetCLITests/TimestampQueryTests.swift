import Foundation
import Testing

@testable import MitBudgetCLI
@testable import MitBudgetStore

@Suite("A query for a time stamp, made by the command")
struct TimestampQueryTests {
    @Test("It is that of the latest entry, with a new nonce each time, in a file for its owner alone")
    func file() throws {
        let world = try TestWorld()
        #expect(world.run(["init", "--administrator", "admin"]).status == 0)
        var queries: [Data] = []
        for name in ["one.tsq", "two.tsq"] {
            let run = world.run(["anchor", "--timestamp-query", world.folder + "/" + name])
            #expect(run.status == 0 && run.heads.before == run.heads.after, "\(run.error)")
            let anchor = try #require(run.heads.after.flatMap(Anchor.init(text:)))
            #expect(run.output.hasPrefix(anchor.text + "\n"))
            let path = world.folder + "/" + name
            let query = try Data(contentsOf: URL(filePath: path))
            let nonce = Array(query.dropLast(3).suffix(8))
            #expect(query.suffix(3) == Data([0x01, 0x01, 0xFF]))
            #expect(Array(query) == anchor.timestampQuery(nonce: nonce))
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
            queries.append(query)
        }
        #expect(queries[0] != queries[1])
    }
}
