import JSON
import MitBudget
import MitBudgetReports
import MitBudgetStore
import Phrases

/// A list of any length, and how to print each element.
struct List<Element> {
    let name: String
    let json: (Element) -> JSON
    let columns: [Table.Column]
    let row: (Element) -> [String]
    /// Printed if the list is empty.
    let none: Phrase
    /// What JSON says after the list, once that is printed.
    var more: () -> [JSON.Member] = { [] }
}

extension Session {
    /// Prints a list, holding one element at a time.
    /// - Parameter elements: hands the elements over; called twice for a table, to measure the columns and to print.
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
            let more = list.more().map { ",\"\($0.key)\":\($0.value.compact)" }
            return print("]" + more.joined() + "}")
        }
        let count = try Table.write(
            list.columns, style: style,
            rows: { body throws(LedgerFailure) in try elements { element in body(list.row(element)) } }, to: put)
        if count == 0 { print(list.none) }
    }
}
