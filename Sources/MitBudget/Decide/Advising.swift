/// The remedies for a refusal. The rules have let each of them pass.
/// - Parameters:
///   - refusal: what ``decide(_:by:on:once:in:)`` threw.
///   - command: the refused command.
///   - actor: who gave it.
///   - today: the local day.
///   - view: the ledger as it stands.
public func remedies(
    for refusal: Refusal, to command: Command, by actor: StaffID, on today: Day, in view: any LedgerView
) -> [Remedy] {
    Adviser(view: view, actor: actor, today: today, command: command).remedies(for: refusal)
}

/// Finds remedies by putting other commands to the rules.
struct Adviser {
    let view: any LedgerView
    let actor: StaffID
    let today: Day
    let command: Command

    func remedies(for refusal: Refusal) -> [Remedy] {
        switch refusal {
        case .outsideWindow, .futureDay, .outOfOrder, .drawingOver, .periodClosed: days(refusal)
        case .participantWithdrawn: enrolment
        case .planBelowReleased(let item, let requested, let released):
            retraction(of: item, from: released, to: requested)
        case .planNotPending(let reference): drafting(of: reference)
        case .planNotApproved(let reference): approval(of: reference) ?? drafting(of: reference)
        case .itemUnknown(let reference, let item): items(of: reference, without: item)
        case .itemExceeded(let item, _, let available): most(available) + enlarging(item)
        case .releaseExceeded(let item, let requested, let available, let releasable):
            // More released money does not help where the budget period has no room for it.
            if let room = periodRoom(for: item.participant), room < requested {
                most(min(available, room))
            } else {
                most(available) + releasing(requested - available, of: releasable, on: item)
            }
        case .capExceeded(_, _, let available), .postExceeded(_, _, let available), .grantExceeded(_, let available),
            .periodBudgetExceeded(_, _, _, let available), .voucherExceeded(_, _, let available, _),
            .refundExceeds(_, _, let available), .repayExceeds(_, let available):
            most(available)
        case .retractExceeds(let item, _, let available): most(available) + disbursements(on: item)
        case .samePerson: releaseByAnother
        case .voucherUsed(let voucher, let entry): view.use(of: voucher)?.lines.count == 1 ? reversal(of: entry) : []
        case .notReversible(let entry, let obstacle): undoing(entry, obstacle)
        case .paidTooLate(_, let settleBy): [.paid(by: settleBy)]
        case .notPermitted(.lastAdministrator): anotherAdministrator
        case .amountNotPositive(_, all: let item?): enlarging(item)
        case .noRecipients, .placesTaken, .participantUnknown, .planIncomplete, .planOverCap, .voucherTotalDiffers,
            .alreadyReversed, .ownExpense, .voucherUnknown, .evidenceKnown, .evidenceType, .termsBelowUsed,
            .notPersonal,
            .resultUnknown, .textUnknown, .caseTaken, .onceUsed, .personalNumber, .textTooLong, .amountNotPositive,
            .postUnknown,
            .staffTaken, .retentionRunning, .staffUnknown, .notPermitted:
            []
        }
    }

    /// Why the rules would refuse another command by any caller; `nil` where they let it pass.
    /// - Parameter close: another last day of the closed period to suppose.
    func refusal(of other: Command, waiving waived: Rule? = nil, supposing close: Day? = nil) -> Refusal? {
        var inquiry = Inquiry(view: view, actor: actor, today: today, supposing: close)
        do throws(Refusal) {
            _ = try inquiry.answer(to: other)
            return nil
        } catch {
            return error.rule == waived ? nil : error
        }
    }

    /// The first day on which a command would pass: today, the given day, or the nearest day that fits.
    func day(for make: (Day) -> Command, waiving waived: Rule? = nil) -> Day? {
        let days = [today, command.day, nearestDay(to: today, for: make(today))]
        return days.compactMap(\.self).first { refusal(of: make($0), waiving: waived) == nil }
    }

    /// The nearest day that all rules on days allow, found by following their bounds.
    func nearestDay(to day: Day, for command: Command) -> Day? {
        var day = day
        // Three bounds may lead up, down and up again. A fourth would mean going in circles.
        for _ in 0..<4 {
            guard let refusal = refusal(of: command.on(day)) else { return day }
            if case .outOfOrder(.reopeningWithoutClose, _, _) = refusal { return nil }
            guard let nearer = refusal.nearestDay else { return day }
            day = nearer
        }
        return nil
    }

    /// The day as a remedy names it; `nil` where it is today.
    func named(_ day: Day) -> Day? { day == today ? nil : day }

    /// The remedy, to be asked of another role where the actor may not give its command.
    private func given(_ remedy: Remedy, by command: Command) -> Remedy {
        other(for: command).map { .asking($0, remedy) } ?? remedy
    }

    /// The role that may give a command; `nil` where the actor may give it.
    func other(for command: Command) -> Role? {
        let roles = command.roles(in: view)
        if let own = view.staff(actor)?.role, roles.contains(own) { return nil }
        return Role.allCases.first(where: roles.contains)
    }
}

extension Wording {
    /// Stands for a text that someone has still to write; the rules on texts do not check it.
    fileprivate static let unwritten = Wording.seal(Seal(hash: "", words: 0))
}

// Days.
extension Adviser {
    private func days(_ refusal: Refusal) -> [Remedy] {
        guard let asked = command.day else { return [] }
        let reopening = refusal.rule == .periodClosed ? reopening(for: asked, then: nil) : []
        guard let day = nearestDay(to: asked, for: command) else {
            // All days that the other rules allow are closed.
            if !reopening.isEmpty { return reopening }
            return refusal.nearestDay.map { self.reopening(for: $0, then: $0) } ?? []
        }
        return [.day(day, day > asked ? .earliest : .latest, dating(on: day, refusal))] + paying(on: day) + reopening
    }

    /// The remedy of another day of payment, which another day may make necessary.
    private func paying(on day: Day) -> [Remedy] {
        guard case .paidTooLate(_, let settleBy)? = refusal(of: command.on(day)) else { return [] }
        return [.paid(by: settleBy)]
    }

    /// The dating with both days, where an expense was paid long after it was incurred.
    private func dating(on day: Day, _ refusal: Refusal) -> Remedy.Dating {
        guard case .purchase(let paid) = command.dating else { return command.dating }
        guard refusal.rule == .outsideWindow || refusal.rule == .drawingOver, paid > day, paid <= today,
            view.programme.settleBy.map({ paid <= $0 }) ?? true
        else { return .event }
        return .purchase(paid: paid)
    }

    private func reopening(for day: Day, then other: Day?) -> [Remedy] {
        if case .closePeriod = command { return [] }
        let through = day.advanced(by: -1)
        let reopening = Command.reopenPeriod(through: through, reason: .unwritten)
        guard refusal(of: reopening) == nil, refusal(of: command.on(day), supposing: through) == nil else { return [] }
        return [.reopen(through: through, by: self.other(for: reopening), then: other)]
    }
}

// People and plans.
extension Adviser {
    /// The remedy of enrolling again. It starts today, since an earlier day would be false.
    private var enrolment: [Remedy] {
        refusal(of: .enrol(name: nil, caseNumber: nil, on: today)) == nil ? [.enrol] : []
    }

    private var anotherAdministrator: [Remedy] {
        for number in 2...999 {
            if let id = try? StaffID("administrator-\(number)"), view.staff(id) == nil {
                return [.addAdministrator(id)]
            }
        }
        return []
    }

    private func approval(of reference: ParticipantReference) -> [Remedy]? {
        guard let waiting = view.participant(reference)?.pending else { return nil }
        return day { .approve(reference, on: $0) }.map {
            [.approve(reference, version: waiting.version, on: named($0))]
        } ?? []
    }

    private func drafting(of reference: ParticipantReference) -> [Remedy] {
        lastAgreement(with: reference).map { [.draft(reference, by: named($0))] } ?? []
    }

    /// The latest day on which a plan could still be agreed; citizen and caseworker find its items.
    private func lastAgreement(with reference: ParticipantReference) -> Day? {
        guard let account = view.participant(reference), !account.isWithdrawn else { return nil }
        let plan = PlanProposal(agreedOn: today, goal: nil, wishes: nil, purpose: nil, items: [])
        let last = nearestDay(to: today, for: .draft(reference, plan))
        // Money of a plan agreed on after the drawing right is over can never be released.
        guard let last, let end = account.firstApproval.flatMap(view.programme.drawingEnd), end < last else {
            return last
        }
        return nearestDay(to: end, for: .draft(reference, plan)).flatMap { $0 <= end ? $0 : nil }
    }

    private func items(of reference: ParticipantReference, without item: ItemNumber) -> [Remedy] {
        guard let account = view.participant(reference) else { return [] }
        if let waiting = account.pending,
            view.items(ofVersion: waiting.version, of: reference).contains(where: { $0.number == item }),
            let approval = approval(of: reference), !approval.isEmpty
        {
            return approval
        }
        return account.approved.map { [.showPlan(reference, version: $0.version)] } ?? []
    }

    private func retraction(of item: ItemReference, from released: Amount, to requested: Amount) -> [Remedy] {
        guard let account = view.item(item.number, of: item.participant) else { return [] }
        let spent = account.balance.disbursed
        let amount = released - max(requested, spent)
        guard amount > .zero, let day = day(for: { retract(amount, of: item, on: $0) }) else { return [] }
        return [.retract(item, amount, on: named(day), leaving: requested < spent ? spent : nil)]
    }

    private func retract(_ amount: Amount, of item: ItemReference, on day: Day) -> Command {
        .retract(item.participant, item: item.number, amount: amount, reason: .unwritten, on: day)
    }
}

// Amounts.
extension Adviser {
    private func most(_ available: Amount) -> [Remedy] {
        guard available > .zero, let smaller = command.about(available), refusal(of: smaller) == nil else { return [] }
        return [.amount(available)]
    }

    private func releasing(_ missing: Amount, of releasable: Amount, on item: ItemReference) -> [Remedy] {
        guard missing > .zero else { return [] }
        guard missing <= releasable else { return enlarging(item) }
        // Money must be released by the day it is spent, so a first release may not come later.
        let isFirst = view.item(item.number, of: item.participant)?.firstRelease == nil
        let date: (Day) -> Day = { [command] day in isFirst ? command.day ?? day : day }
        let release: (Day) -> Command = { day in
            .release(item.participant, item: item.number, amount: missing, on: date(day))
        }
        if let day = day(for: release) {
            return [given(.release(item, missing, on: named(date(day)), byAnother: false), by: release(day))]
        }
        return day(for: release, waiving: .samePerson)
            .map { [.release(item, missing, on: named(date($0)), byAnother: true)] } ?? []
    }

    /// What the ceilings of the budget period on the command's day leave for a recipient; `nil` where none holds.
    private func periodRoom(for reference: ParticipantReference) -> Amount? {
        guard let period = command.day.flatMap(view.programme.budgetPeriod) else { return nil }
        let own = period.cap.map { $0 - view.spending(on: reference, in: period) }
        let line = period.posts.first { $0.name == .citizens }
        let post = line.map { $0.budget - view.spending(on: .citizens, in: period) }
        return [own, post].compactMap(\.self).min().map { max($0, .zero) }
    }

    /// A plan with more on the item, within the cap and the post; otherwise with less on another item.
    private func enlarging(_ item: ItemReference) -> [Remedy] {
        guard let account = view.participant(item.participant),
            let last = lastAgreement(with: item.participant),
            let balance = view.item(item.number, of: item.participant)?.balance
        else { return [] }
        // A waiting version that already has it needs no new plan.
        if let waiting = account.pending, let approval = approval(of: item.participant), !approval.isEmpty,
            view.items(ofVersion: waiting.version, of: item.participant)
                .contains(where: { $0.number == item.number && $0.amount > balance.approved })
        {
            return approval
        }
        let post = (view.programme.budget(of: .citizens) ?? .zero) - view.balance(of: .citizens).approved
        let room = min(view.programme.cap.map { $0 - account.balance.approved } ?? post, post)
        if room > .zero { return [.enlarge(item, upTo: balance.approved + room, by: named(last), others: false)] }
        let unreleased = (account.balance.approved - account.balance.released) - (balance.approved - balance.released)
        guard room == .zero, unreleased > .zero else { return [] }
        return [.enlarge(item, upTo: balance.approved + unreleased, by: named(last), others: true)]
    }

    private var releaseByAnother: [Remedy] {
        guard case .release(let reference, let number, let amount, let day) = command,
            let item = view.item(number, of: reference)
        else { return [] }
        let released = amount ?? item.unreleased
        guard released > .zero else { return [] }
        return [.releaseByAnother(ItemReference(reference, number), released, on: named(day))]
    }
}

// Corrections.
extension Adviser {
    private func reversal(of entry: EntryNumber) -> [Remedy] {
        let reverse: (Day) -> Command = { .reverse(entry, reason: .unwritten, on: $0) }
        return day(for: reverse).map { [.reverse(entry, on: named($0), by: other(for: reverse($0)))] } ?? []
    }

    private func undoing(_ entry: EntryNumber, _ obstacle: Refusal.Obstacle) -> [Remedy] {
        switch obstacle {
        case .noSuchEntry: return []
        case .refunded(let refund):
            return day { .reverse(refund, reason: .unwritten, on: $0) }
                .map { [.reverseRefund(refund, on: named($0))] } ?? []
        case .kind:
            guard let movement = view.movement(entry) else { return [] }
            if movement.kind.isReversible { return reversal(of: entry) }
            guard let reference = movement.participant, let number = movement.item,
                let account = view.item(number, of: reference)
            else { return [] }
            let item = ItemReference(reference, number)
            if movement.kind == .release {
                let amount = min(movement.amount, account.unspent)
                guard amount > .zero, let day = day(for: { retract(amount, of: item, on: $0) }) else { return [] }
                return [given(.undoRelease(item, amount, on: named(day)), by: retract(amount, of: item, on: day))]
            }
            guard movement.kind == .retraction else { return [] }
            return releasing(min(movement.amount, account.unreleased), of: account.unreleased, on: item)
        }
    }

    private func disbursements(on item: ItemReference) -> [Remedy] {
        guard let account = view.item(item.number, of: item.participant), account.balance.disbursed > .zero else {
            return []
        }
        return [.showDisbursements(item.participant)]
    }

    /// The month whose figures a correcting entry changes; `nil` for an entry that corrects nothing.
    func correction(by entry: Entry) -> Correction? {
        guard let original = entry.event.money?.corrected, let day = view.movement(original)?.day else { return nil }
        let couldMove = day != entry.day && refusal(of: command.on(day)) == nil
        return Correction(day: entry.day, original: original, originalDay: day, couldMove: couldMove)
    }
}
