import MitBudget

// Documents, managers' approvals and other ledgers' anchors.
extension RandomWalk {
    /// A document attached or taken off, an approval, or an anchor of another ledger.
    mutating func ofDocuments(on book: Book) -> Command {
        let entries = book.movements.values.map(\.entry).sorted()
        let entry = chance(10) ? EntryNumber(Int64(number(1...Int(book.head.value) + 1))) : some(of: entries)
        guard let entry else { return .witness(Testimony(origin: voucher(), entry: 1, hash: Self.hash)) }
        let proof: DocumentProof = chance(3) ? .payment : .receipt
        switch number(0...9) {
        case 0...4:
            let bytes = chance(12) ? [0] : Array("Bilag \(number(1...12))".utf8)
            return .attach(.file(DocumentFile(bytes)), to: entry, as: proof)
        case 5, 6:
            let attached = entries.flatMap(book.documents).map(\.number)
            return .detach(some(of: attached) ?? entry, as: proof, reason: words(), erasing: chance(3))
        case 7:
            return .approveVouchers(.entries([entry] + (some(of: entries).map { [$0] } ?? [])))
        case 8 where chance(2):
            let payments = [entry, some(of: entries) ?? entry].map {
                Confirmation.Payment(entry: $0, line: number(2...40))
            }
            return .confirm(Confirmation(statement: Self.hash, payments: payments))
        case 8: return .approveVouchers(.through(today.advanced(by: -number(0...40))))
        default: return .witness(Testimony(origin: voucher(), entry: entry, hash: Self.hash))
        }
    }

    /// A text corrected: nearly always one that is there, a second time now and then.
    mutating func ofTexts(on book: Book) -> Command {
        let entry = EntryNumber(Int64(number(1...Int(book.head.value) + (chance(20) ? 1 : 0)))) ?? .opening
        let places = book.entry(entry)?.event.correctable.map(\.place) ?? []
        let place = chance(15) ? .note : some(of: places) ?? .reason
        return .correct(entry, place, text: place == .caseNumber ? caseNumber() : words(), reason: words())
    }

    private mutating func some<Element>(of elements: [Element]) -> Element? {
        elements.isEmpty ? nil : elements[number(0...elements.count - 1)]
    }
}
