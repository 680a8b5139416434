/// One difference between the terms before an amendment and after it.
public struct TermsChange: Equatable, Sendable {
    /// The key of the programme file.
    public let field: Programme.Field
    /// The keys inside it, such as the post's name; empty where the whole key changed.
    public let path: [String]
    /// What it was; `nil` where the terms had nothing there.
    public let from: Value?
    /// What it is; `nil` where the terms have nothing there any more.
    public let to: Value?

    /// A value of a programme file.
    public enum Value: Equatable, Sendable {
        /// Money.
        case amount(Amount)
        /// A day.
        case day(Day)
        /// A count.
        case number(Int)
        /// Yes or no.
        case truth(Bool)
        /// A measured figure.
        case figure(Figure)
        /// Words or a code.
        case text(Exactly)
        /// Several words or codes, in order.
        case list([Exactly])
        /// A result that is counted, with its target in per cent if it has one.
        case share(percent: Int?)
    }

    /// The keys as one: `posts.project`, `lastDay`.
    public var key: String { ([field.rawValue] + path).joined(separator: ".") }
}

extension Programme {
    /// What changes from these terms to others, in the order of the programme file. Lists of days and amounts are
    /// compared by their first day, so that a change in one of them is one change.
    public func changes(to other: Programme) -> [TermsChange] {
        Field.allCases.flatMap { field in
            let (leaves, others) = (leaves(of: field), other.leaves(of: field))
            let before = Dictionary(leaves.map { ($0.path, $0.value) }, uniquingKeysWith: { first, _ in first })
            let after = Dictionary(others.map { ($0.path, $0.value) }, uniquingKeysWith: { first, _ in first })
            let paths = leaves.map(\.path) + others.map(\.path).filter { before[$0] == nil }
            return paths.compactMap { path -> TermsChange? in
                let (from, to) = (before[path], after[path])
                guard from != to else { return nil }
                return TermsChange(field: field, path: path.map(\.text), from: from, to: to)
            }
        }
    }

    /// All that the terms say, in the order of the programme file, each as a change from nothing. The recipient and the
    /// thresholds of findings are left out where they are the usual ones.
    public var statements: [TermsChange] {
        let usual: [Field] =
            (recipient == .citizen ? [.recipient] : []) + (thresholds == Thresholds() ? [.findings] : [])
        return Field.allCases.filter { !usual.contains($0) }.flatMap { field in
            leaves(of: field).map { TermsChange(field: field, path: $0.path.map(\.text), from: nil, to: $0.value) }
        }
    }

    private typealias Leaf = (path: [Exactly], value: TermsChange.Value)

    private func leaves(of field: Field) -> [Leaf] {
        func leaf(_ value: TermsChange.Value?, _ path: String...) -> [Leaf] {
            value.map { [(path.map(Exactly.init), $0)] } ?? []
        }
        func list(_ texts: [String], _ path: String...) -> [Leaf] {
            texts.isEmpty ? [] : [(path.map(Exactly.init), .list(texts.map(Exactly.init)))]
        }
        func titles(_ title: Title, _ path: String...) -> [Leaf] {
            [
                ((path + ["da"]).map(Exactly.init), .text(Exactly(title.danish.string))),
                ((path + ["en"]).map(Exactly.init), .text(Exactly(title.english.string))),
            ]
        }
        switch field {
        case .programme: return leaf(.text(Exactly(id.text)))
        case .title: return titles(title)
        case .grantee: return leaf(.text(Exactly(grantee.string)))
        case .funder: return leaf(.text(Exactly(funder.string)))
        case .grant: return leaf(.amount(grant))
        case .posts: return posts.flatMap { leaf(.amount($0.budget), $0.name.text) }
        case .recipient:
            guard let recipient else { return [] }
            let (danish, english) = (recipient.danish, recipient.english)
            return leaf(.text(Exactly(recipient.prefix.text)), "prefix")
                + leaf(.truth(recipient.isPersonal), "personal")
                + list([danish.one, danish.theOne, danish.many, danish.theMany], "da")
                + list([english.one, english.many], "en")
        case .places: return leaf(places.map(TermsChange.Value.number))
        case .cap: return leaf(cap.map(TermsChange.Value.amount))
        case .firstDay: return leaf(.day(firstDay))
        case .lastDay: return leaf(.day(lastDay))
        case .areas: return list(areas.map(\.text))
        case .drawingMonths: return leaf(drawingMonths.map(TermsChange.Value.number))
        case .separateReleaser: return leaf(.truth(separateReleaser))
        case .settleBy: return leaf(settleBy.map(TermsChange.Value.day))
        case .keepYears: return leaf(.number(keepYears))
        case .budgetPeriods:
            return budgetPeriods.flatMap { period in
                leaf(.day(period.lastDay), period.firstDay.iso, "lastDay")
                    + leaf(period.cap.map(TermsChange.Value.amount), period.firstDay.iso, "cap")
                    + period.posts.flatMap { leaf(.amount($0.budget), period.firstDay.iso, "posts", $0.name.text) }
            }
        case .results: return results.flatMap(\.leaves).map { ($0.path.map(Exactly.init), $0.value) }
        case .instalments:
            // Of several on a day, the second and later ones have their number after it.
            return Dictionary(grouping: instalments, by: \.day).sorted { $0.key < $1.key }.flatMap { day, due in
                due.enumerated().map { index, instalment in
                    let path = [day.iso] + (index > 0 ? [String(index + 1)] : [])
                    return (path.map(Exactly.init), .amount(instalment.amount))
                }
            }
        case .proof: return list(proof.map(\.rawValue))
        case .names: return names.all.flatMap { titles($0.title, $0.code.text) }
        case .findings:
            return leaf(.number(thresholds.lateDays), "lateDays")
                + leaf(.number(thresholds.duplicateDays), "duplicateDays")
                + leaf(.number(thresholds.idlePlanDays), "idlePlanDays")
                + leaf(.number(thresholds.idleReleaseDays), "idleReleaseDays")
                + leaf(.number(thresholds.rushPercent), "rushPercent")
                + leaf(.number(thresholds.changePercent), "changePercent")
                + leaf(.amount(thresholds.changeAmount), "changeAmount")
        }
    }
}

extension Programme.Outcome {
    fileprivate var leaves: [(path: [String], value: TermsChange.Value)] {
        switch aim {
        case .share(let percent): [([code.text], .share(percent: percent))]
        case .figure(let target):
            [
                ([code.text, "from"], .figure(target.from)),
                ([code.text, target.isMost ? "atMost" : "atLeast"], .figure(target.aim)),
                ([code.text, "by"], .day(target.by)),
            ]
        }
    }
}

// The finding `unapproved-change`.
extension Programme {
    /// Whether other terms differ from these so much that the funder must have approved it.
    public func needsApproval(for other: Programme) -> Bool { !changesToApprove(in: other).isEmpty }

    /// The changes to other terms that the funder must have approved: a post moved by more than the thresholds of these
    /// terms, the last day moved, or a term changed that says what is checked.
    /// - Source: the funder's handbook: changes to a project's frame need prior written approval.
    public func changesToApprove(in other: Programme) -> [TermsChange] {
        changes(to: other).filter { change in
            switch change.field {
            case .lastDay, .proof, .findings, .separateReleaser, .settleBy, .keepYears: true
            case .posts: isLarge(change)
            case .programme, .title, .grantee, .funder, .grant, .recipient, .places, .cap, .firstDay, .areas,
                .drawingMonths, .budgetPeriods, .results, .instalments, .names:
                false
            }
        }
    }

    /// Whether a post's budget moves by more than the thresholds.
    private func isLarge(_ change: TermsChange) -> Bool {
        func budget(_ value: TermsChange.Value?) -> Amount {
            if case .amount(let amount)? = value { amount } else { .zero }
        }
        let (before, after) = (budget(change.from), budget(change.to))
        let moved = before < after ? after - before : before - after
        return moved > thresholds.changeAmount
            || Int128(moved.ore) * 100 > Int128(before.ore) * Int128(thresholds.changePercent)
    }
}
