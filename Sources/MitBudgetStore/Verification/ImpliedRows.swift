import MitBudget
import SQLite

/// The projection rows that the entries imply: the accounts of the replay, in the columns of the file and in order of
/// key. ``Projection`` and the triggers wrote the stored rows in SQL and take no part in these, so each side exposes
/// the other's mistakes.
struct ImpliedRows {
    /// After the entries that the rules allow.
    let allowed: Accounts
    /// After all entries: every movement of money counts in the totals.
    let all: Accounts
    private var programme: Programme { all.programme }
    private let references: [ParticipantReference]

    init(_ replay: Replay) {
        (allowed, all) = (replay.allowed, replay.accounts)
        let terms = all.programme
        references = (0..<all.enrolled).compactMap { terms.reference($0 + 1) }
    }

    /// The one row of the programme.
    var terms: [[Value]] {
        var counted = Standing.Citizens()
        for reference in references {
            guard let account = all.account(of: reference) else { continue }
            counted.count(Standing.Participant(account, under: programme))
        }
        return [
            row(
                1, programme.id.text, all.amendments.last?.entry.value ?? 1,
                (all.amendedOn ?? programme.firstDay).iso, programme.grant.ore, programme.places, programme.cap?.ore,
                programme.firstDay.iso, programme.lastDay.iso, all.received.ore, all.repaid.ore, all.placesTaken,
                counted.enrolled, counted.withdrawn, counted.waiting, counted.growth.ore, allowed.closedThrough?.iso)
        ]
    }

    var posts: [[Value]] {
        programme.posts.enumerated().map { index, post in
            row(post.name.text, index + 1, post.budget.ore) + (all.posts[post.name] ?? .zero).values
        }
    }

    var staff: [[Value]] {
        allowed.staff.values.sorted { $0.id < $1.id }.map { member in
            let employment = allowed.employments[member.id]
            return row(
                member.id.text, member.role.rawValue, member.account.text, member.name?.words,
                employment?.added.value, employment?.ended?.value)
        }
    }

    var logins: [[Value]] {
        allowed.logins.sorted { $0.key < $1.key }.flatMap { id, logins in
            logins.map { row(id.text, $0.entry.value, $0.account.text) }
        }
    }

    var periods: [[Value]] { allowed.closes.map { row($0.entry.value, $0.kind.rawValue, $0.through.iso) } }
    var ceilings: [[Value]] {
        programme.periodCeilings.map { row($0.period.firstDay.iso, $0.post, $0.period.lastDay.iso, $0.most.ore) }
    }

    var days: [[Value]] {
        all.days.flatMap { post, days in days.map { (day: $0.key, post: post, total: $0.value) } }
            .sorted { ($0.day, $0.post) < ($1.day, $1.post) }
            .map { row($0.day.iso, $0.post.text, $0.total.disbursed.ore, $0.total.incurred.ore) }
    }
    /// The documents that were attached.
    static func attachments(_ replay: Replay) -> [[Value]] {
        replay.documents.all.map { document, detached in
            let seal: SealedDocument? = if case .sealed(let seal) = document.attachment.document { seal } else { nil }
            return row(
                document.number.value, document.attachment.entry.value, document.attachment.proof.rawValue,
                seal?.type.rawValue, seal?.size, document.evidence, detached?.value)
        }
    }

    /// The first approval of each disbursement and expense.
    static func approvals(_ replay: Replay) -> [[Value]] {
        replay.approvals.sorted { $0.key < $1.key }.map { row($0.key.value, $0.value.value) }
    }

    /// The first extract that showed each entry as paid.
    static func confirmations(_ replay: Replay) -> [[Value]] {
        replay.confirmations.sorted { $0.key < $1.key }.map { row($0.key.value, $0.value.entry.value, $0.value.line) }
    }

    /// The texts that were corrected.
    static func corrections(_ replay: Replay) -> [[Value]] {
        replay.corrections.map { entry, correction in
            row(
                entry.value, correction.entry.value, correction.place.field.rawValue, correction.place.item?.value,
                correction.text.words, correction.reason.words)
        }
    }

    var places: [[Value]] { all.placeChanges.items.map { row($0.day.iso, $0.sum) } }
}

// The rows on citizens, of whom there may be many: each is made when it is asked for.
extension ImpliedRows {
    var participants: AnyIterator<[Value]> { AnyIterator(references.lazy.compactMap(participant).makeIterator()) }

    var plans: AnyIterator<[Value]> {
        rows { reference, citizen in
            citizen.plans.map { plan in
                let (version, record) = (plan.version, plan.record)
                return row(
                    reference, record.version, record.state.rawValue, record.agreedOn.iso, record.drafted.value,
                    record.decided?.entry.value, record.decided?.day.iso, record.decided?.by.text, record.total.ore,
                    version.goal.words, version.wishes.words, version.purpose.words)
            }
        }
    }

    var planItems: AnyIterator<[Value]> {
        rows { reference, citizen in
            citizen.plans.map(\.version).flatMap { version in
                version.items.sorted { $0.number < $1.number }.map { item in
                    row(
                        reference, version.number, item.number.value, item.area.text, item.amount.ore, item.text.words)
                }
            }
        }
    }

    var results: AnyIterator<[Value]> {
        rows { reference, citizen in
            citizen.results.map { row(reference, $0.entry.value, $0.result?.text, $0.day.iso) }
        }
    }

    var items: AnyIterator<[Value]> {
        rows { reference, citizen in
            citizen.items.values.sorted { $0.number < $1.number }.map { item in
                let total = all.item(item.number, of: citizen.account.reference)
                return row(
                    reference, item.number.value, item.area.text, item.isInForce ? 1 : 0, total?.firstRelease?.iso)
                    + (total?.balance ?? .zero).values
            }
        }
    }

    private func participant(_ reference: ParticipantReference) -> [Value]? {
        guard let citizen = allowed.participant(reference), let enrolment = citizen.enrolment else { return nil }
        let account = citizen.account
        let withdrawn: (day: Day, cause: WithdrawalCause)? =
            if case .withdrawn(let day, let cause) = account.state { (day, cause) } else { nil }
        return row(
            reference.text, reference.number, enrolment.entry.value, account.enrolledOn.iso, citizen.withdrawal?.value,
            withdrawn?.day.iso, withdrawn?.cause.rawValue, account.versions, account.items, account.approved?.version,
            account.pending?.version, account.firstApproval?.iso)
            + (all.account(of: reference)?.balance ?? .zero).values
            + row(enrolment.name, enrolment.caseNumber, citizen.result?.text)
    }

    private func rows(
        _ rows: @escaping (_ reference: String, Accounts.Participant) -> [[Value]]
    ) -> AnyIterator<[Value]> {
        let citizens = references.map(\.text).enumerated()
            .sorted { $0.element.utf8.lexicographicallyPrecedes($1.element.utf8) }
        return AnyIterator(
            citizens.lazy.flatMap { index, text in
                allowed.participant(references[index]).map { rows(text, $0) } ?? []
            }.makeIterator())
    }
}

private func row<each Column: Bindable>(_ columns: repeat each Column) -> [Value] {
    var values: [Value] = []
    repeat values.append((each columns).sqliteValue)
    return values
}

extension Balance {
    fileprivate var values: [Value] { row(approved.ore, released.ore, disbursed.ore) }
}
