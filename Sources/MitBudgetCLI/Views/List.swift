import JSON
import MitBudget
import MitBudgetReports
import MitBudgetStore
import Phrases

/// A list of as many elements as there are, and how one of them is printed.
struct List<Element> {
    /// What the list is called in JSON.
    let name: String
    let json: (Element) -> JSON
    let columns: [Table.Column]
    let row: (Element) -> [String]
    /// What is said where there is none.
    let none: Phrase
}

extension Session {
    /// Prints a list, holding one element at a time.
    /// - Parameter elements: hands them over; asked twice for a table, whose columns are as wide as their widest cell.
    func print<Element>(
        _ list: List<Element>, of elements: ((Element) -> Void) throws(LedgerFailure) -> Void
    ) throws(LedgerFailure) {
        if settings.format == .json {
            put("{\"\(list.name)\":[")
            var isFirst = true
            try elements { element in
                put((isFirst ? "" : ",") + list.json(element).compact)
                isFirst = false
            }
            return print("]}")
        }
        let count = try Table.write(
            list.columns, style: style,
            rows: { body throws(LedgerFailure) in try elements { element in body(list.row(element)) } }, to: put)
        if count == 0 { print(list.none) }
    }
}
