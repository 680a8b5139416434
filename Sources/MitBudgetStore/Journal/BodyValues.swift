import MitBudget

// The values that a body names by a reference.
extension BodyReader {
    mutating func staff(_ key: StaticString) throws(NotAsWritten) -> StaffID {
        try reference(key) { text throws(Malformed) in try StaffID(text) }
    }

    mutating func account() throws(NotAsWritten) -> AccountName {
        try reference("account") { text throws(Malformed) in try AccountName(text) }
    }

    mutating func role() throws(NotAsWritten) -> Role { try code("role") }

    mutating func voucher(_ key: StaticString = "voucher") throws(NotAsWritten) -> VoucherReference {
        try reference(key) { text throws(Malformed) in try VoucherReference(text) }
    }

    mutating func voucherTotal() throws(NotAsWritten) -> Amount? {
        try isNext("voucherTotalOre") ? try amount("voucherTotalOre") : nil
    }

    mutating func result(_ key: StaticString) throws(NotAsWritten) -> ResultCode {
        try reference(key) { text throws(Malformed) in try ResultCode(code: text) }
    }

    mutating func figure() throws(NotAsWritten) -> Figure {
        try reference("value") { text throws(Malformed) in
            guard let figure = Figure(text: text) else { throw .figure(text) }
            return figure
        }
    }

    mutating func post() throws(NotAsWritten) -> PostName {
        try reference("post") { text throws(Malformed) in try PostName(text) }
    }
}
