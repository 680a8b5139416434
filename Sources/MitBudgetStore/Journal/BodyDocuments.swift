import MitBudget

// The bodies of entries on documents and approvals. Members are written and read in order of key.
extension Body {
    static func write(_ attachment: Attachment, to writer: inout BodyWriter) {
        writer.add("entry", attachment.entry)
        // A document without a seal would stand in the journal for ever.
        if case .sealed(let seal) = attachment.document {
            writer.add("evidence") { evidence in
                evidence.add("bytes", Int64(seal.size))
                evidence.add("evidence", seal.evidence)
                evidence.add("proof", attachment.proof.rawValue)
                evidence.add("seal", seal.hash)
                evidence.add("type", seal.type.rawValue)
            }
        }
        if let citizen = attachment.participant { writer.add("participant", citizen) }
    }

    static func write(_ detachment: Detachment, to writer: inout BodyWriter) {
        writer.add("attachment", detachment.attachment)
        writer.add("entry", detachment.entry)
        if detachment.erases { writer.addTrue("erased") }
        writer.add("evidence", detachment.evidence)
        if let citizen = detachment.participant { writer.add("participant", citizen) }
        writer.add("proof", detachment.proof.rawValue)
        writer.add("reason", detachment.reason)
    }

    static func write(_ testimony: Testimony, to writer: inout BodyWriter) {
        writer.add("anchor", testimony.anchor)
        writer.add("origin", testimony.origin)
    }

    static func write(_ confirmation: Confirmation, to writer: inout BodyWriter) {
        writer.add("entries", confirmation.payments.map(\.entry.value))
        writer.add("lines", confirmation.payments.map { Int64($0.line) })
        writer.add("statement", confirmation.statement)
    }

    static func confirmation(_ body: inout BodyReader) throws(BodyReader.NotAsWritten) -> Confirmation {
        let (entries, lines) = (try body.entries("entries"), try body.integers("lines"))
        guard entries.count == lines.count else { throw BodyReader.NotAsWritten() }
        let payments = zip(entries, lines).map { Confirmation.Payment(entry: $0, line: Int($1)) }
        return Confirmation(statement: try body.digest("statement"), payments: payments)
    }

    static func attachment(_ body: inout BodyReader) throws(BodyReader.NotAsWritten) -> Attachment {
        let entry = try body.entry("entry")
        let (proof, seal) = try body.object("evidence") { body throws(BodyReader.NotAsWritten) in
            let (size, evidence) = (try body.count("bytes"), try body.integer("evidence"))
            let (proof, hash): (DocumentProof, String) = (try body.code("proof"), try body.digest("seal"))
            return (
                proof, SealedDocument(hash: hash, evidence: evidence, size: size, type: try body.code("type"))
            )
        }
        return Attachment(
            entry: entry, participant: try body.participantIfGiven(), proof: proof, document: .sealed(seal))
    }

    static func detachment(_ body: inout BodyReader) throws(BodyReader.NotAsWritten) -> Detachment {
        let (attachment, entry) = (try body.entry("attachment"), try body.entry("entry"))
        let (erases, evidence) = (try body.isTrue("erased"), try body.integer("evidence"))
        let (citizen, proof): (ParticipantReference?, DocumentProof) = (
            try body.participantIfGiven(), try body.code("proof")
        )
        return Detachment(
            attachment: attachment, entry: entry, participant: citizen, proof: proof, evidence: evidence,
            erases: erases, reason: try body.seal("reason"))
    }

    static func testimony(_ body: inout BodyReader) throws(BodyReader.NotAsWritten) -> Testimony {
        guard let anchor = Anchor(text: try body.text("anchor")) else { throw BodyReader.NotAsWritten() }
        let origin = try body.reference("origin") { text throws(Malformed) in try VoucherReference(text) }
        return Testimony(origin: origin, entry: anchor.number, hash: anchor.hash.hex)
    }
}

extension BodyReader {
    fileprivate mutating func participantIfGiven() throws(NotAsWritten) -> ParticipantReference? {
        try isNext("participant") ? try participant() : nil
    }
}
