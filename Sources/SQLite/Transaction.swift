extension Connection {
    /// When a transaction takes its lock.
    public enum Transaction: Sendable {
        /// At the first read or write; for reading from one unchanging state.
        case deferred
        /// At once and for writing, so that nothing read in the transaction can change before it commits.
        case immediate
    }

    /// Does work that takes effect completely or not at all. Any throw and any failed commit roll back, and no
    /// transaction stays open. SQLite refuses a transaction inside another.
    ///
    /// The closure must state what it throws: `{ () throws(StoreFailure) in … }`.
    /// - Throws: what the body throws; a failure of the database is wrapped in the same type.
    @discardableResult
    public func transaction<Output, Failure: CarriesSQLiteFailure>(
        _ kind: Transaction, _ body: () throws(Failure) -> Output
    ) throws(Failure) -> Output {
        try Failure.carrying(try begin(kind))
        do throws(Failure) {
            let result = try body()
            try Failure.carrying(try commit())
            return result
        } catch {
            rollBack()
            throw error
        }
    }

    /// Does work that takes effect completely or not at all, as the other `transaction` does.
    /// - Throws: what the body throws, or a ``SQLiteFailure``.
    @discardableResult
    public func transaction<Output, Failure: Error>(
        _ kind: Transaction, _ body: () throws(Failure) -> Output
    ) throws -> Output {
        try begin(kind)
        do {
            let result = try body()
            try commit()
            return result
        } catch {
            rollBack()
            throw error
        }
    }

    private func begin(_ kind: Transaction) throws(SQLiteFailure) {
        switch kind {
        case .deferred: try run("BEGIN DEFERRED")
        case .immediate: try run("BEGIN IMMEDIATE")
        }
    }

    private func commit() throws(SQLiteFailure) {
        try run("COMMIT")
    }

    private func rollBack() {
        // SQLite has already rolled back after the gravest failures, such as a full disk.
        guard isInTransaction else { return }
        // In an open transaction ROLLBACK cannot fail, and the caller needs the first failure.
        _ = try? run("ROLLBACK")
    }
}
