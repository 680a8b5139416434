/// Splits a command line as a shell would, as far as transcripts need it: blanks, '…', "…", and `$NAME` outside single
/// quotation marks.
enum ShellWords {
    /// Why a line cannot be split.
    enum Fault: Error, Equatable {
        case openQuotation
        case unknownVariable(String)
    }

    static func split(_ line: String, variables: [String: String] = [:]) throws(Fault) -> [String] {
        var words: [String] = []
        var word: String?
        var quotation: Unicode.Scalar?
        var rest = Substring(line).unicodeScalars
        while let scalar = rest.popFirst() {
            switch (quotation, scalar) {
            case (let mark?, scalar) where mark == scalar: quotation = nil
            case (nil, "'"), (nil, "\""):
                quotation = scalar
                word = word ?? ""
            case (nil, " "):
                if let word { words.append(word) }
                word = nil
            case (nil, "$"), ("\"", "$"):
                let name = rest.prefix { $0 == "_" || ("A"..."Z").contains($0) }
                rest.removeFirst(name.count)
                guard let value = variables[String(name)] else { throw .unknownVariable(String(name)) }
                word = (word ?? "") + value
            default: word = (word ?? "") + String(scalar)
            }
        }
        guard quotation == nil else { throw .openQuotation }
        if let word { words.append(word) }
        return words
    }
}
