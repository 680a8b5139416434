/// The options of the benchmark.
struct Options {
    static let usage = """
        Bench [--output FILE] [--tiny | --huge | --check] [--only NAME,…] [--runs N] [--seed S] [--limit SECONDS]
              [--program FILE] [--scratch FOLDER] [--keep yes]
          --output   the document to write; Docs/Performance.md unless told. What stands between its markers is kept
          --tiny     small programmes and one run, to see that all of it works; the document goes to the scratch folder
          --huge     measures 10,000,000 disbursements as well
          --check    counts instructions only; fails where one is over a tenth above the document's
          --only     small, evidence, bulk, growth, writers, instructions: only these, told and not written
          --runs     how often each thing is run; 5 unless told
          --limit    after how many seconds another's program is stopped; 300 unless told
          --scratch  where the ledgers are made; beside the program unless told
          --keep     yes leaves the scratch folder's contents
        """

    enum Mode { case whole, tiny, huge, check }
    enum Part: String, CaseIterable { case small, evidence, bulk, growth, writers, instructions }

    var mode = Mode.whole
    var output = "Docs/Performance.md"
    var parts = Set(Part.allCases)
    var runs: Int?
    var seed: UInt64 = 5
    var limit: UInt32 = 300
    var program: String?
    var scratch: String?
    var keeps = false

    init(_ arguments: [String]) throws(Trouble) {
        var rest = arguments[...]
        while let name = rest.popFirst() {
            switch name {
            case "--tiny": mode = .tiny
            case "--huge": mode = .huge
            case "--check": mode = .check
            default:
                guard let value = rest.popFirst() else { throw .usage("\(name) needs a value") }
                try set(name, value)
            }
        }
    }

    private mutating func set(_ name: String, _ value: String) throws(Trouble) {
        switch name {
        case "--output": output = value
        case "--runs": runs = try Self.number(value, of: name)
        case "--seed": seed = try Self.number(value, of: name)
        case "--limit": limit = try Self.number(value, of: name)
        case "--program": program = value
        case "--scratch": scratch = value
        case "--keep": keeps = value == "yes"
        case "--only":
            parts = []
            for piece in value.split(separator: ",") {
                guard let part = Part(rawValue: String(piece)) else { throw .usage("\(name) \(piece)?") }
                parts.insert(part)
            }
        default: throw .usage("\(name)?")
        }
    }

    private static func number<Number: FixedWidthInteger>(
        _ text: String, of name: String
    ) throws(Trouble) -> Number {
        guard let number = Number(text), number > 0 else { throw .usage("\(name) needs a whole number above 0") }
        return number
    }
}
