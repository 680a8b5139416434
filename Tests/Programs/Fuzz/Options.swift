/// The options of the campaign.
struct Options {
    static let usage = """
        Fuzz [--seconds N | --cases N] [--seed S] [--case K [--keep FILE]] [--rehearse trap|hang|silence]
          --seconds   how long; 10 unless told
          --cases     how many, however long they take
          --seed      where chance begins; another each time unless told
          --case      only that case of the seed
          --keep      where to write what that case feeds the product
          --rehearse  does in case 10 what must not happen, to see that it is noticed
        """

    struct Complaint: Error {
        let text: String
    }

    /// The kinds of rehearsal.
    enum Rehearsal: String {
        case trap, hang, silence
    }

    var seconds = 10
    var cases: UInt64?
    var seed = UInt64.random(in: 1...999_999_999)
    var only: UInt64?
    var keep: String?
    var rehearsal: Rehearsal?

    init(_ arguments: [String]) throws(Complaint) {
        var rest = arguments[...]
        while let name = rest.popFirst() {
            guard let value = rest.popFirst() else { throw Complaint(text: "\(name) needs a value") }
            switch name {
            case "--seconds": seconds = try Self.number(value, of: name)
            case "--cases": cases = try Self.number(value, of: name)
            case "--seed": seed = try Self.number(value, of: name)
            case "--case": only = try Self.number(value, of: name)
            case "--keep": keep = value
            case "--rehearse":
                guard let named = Rehearsal(rawValue: value) else { throw Complaint(text: "\(name) \(value)?") }
                rehearsal = named
            default: throw Complaint(text: "\(name)?")
            }
        }
    }

    private static func number<Number: FixedWidthInteger>(
        _ text: String, of name: String
    ) throws(Complaint) -> Number {
        guard let number = Number(text), number >= 0 else {
            throw Complaint(text: "\(name) needs a whole number")
        }
        return number
    }
}
