/// What of the grant is unspent at the end of a period, and where it goes.
public struct Unspent: Equatable, Sendable {
    /// What the unspent money means.
    public enum Meaning: Equatable, Sendable {
        /// The window is still open: the money waits to be spent.
        case waiting(Amount)
        /// The window is over: the money goes back to the funder.
        case toReturn(Amount)
        /// The grantee spent more than it has received, so it has paid in advance.
        case paidInAdvance(Amount)
    }

    /// What the funder has promised.
    public let grant: Amount
    /// What came in of the grant.
    public let received: Amount
    /// What was spent, net.
    public let spent: Amount
    /// What was paid back to the funder.
    public let repaid: Amount
    /// Whether the period reaches the window's last day.
    public let isAtEnd: Bool

    /// Makes a summary from the money received, spent and paid back.
    public init(grant: Amount, received: Amount, spent: Amount, repaid: Amount, isAtEnd: Bool) {
        self.grant = grant
        self.received = received
        self.spent = spent
        self.repaid = repaid
        self.isAtEnd = isAtEnd
    }

    /// Received − spent − repaid; negative where more was spent than came in.
    public var notSpent: Amount { received - spent - repaid }

    /// What ``notSpent`` means.
    public var meaning: Meaning {
        if notSpent < .zero { return .paidInAdvance(.zero - notSpent) }
        return isAtEnd ? .toReturn(notSpent) : .waiting(notSpent)
    }

    /// What goes back to the funder: nothing before the window's last day.
    public var toReturn: Amount {
        switch meaning {
        case .toReturn(let amount): amount
        case .waiting, .paidInAdvance: .zero
        }
    }

    /// What is still to come in: the rest of the grant as told, if any. Once the window is over, only what was paid in
    /// advance.
    public var toReceive: Amount {
        switch meaning {
        case _ where !isAtEnd: max(grant - received, .zero)
        case .paidInAdvance(let amount): amount
        case .waiting, .toReturn: .zero
        }
    }
}
