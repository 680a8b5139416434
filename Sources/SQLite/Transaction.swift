extension Connection {
    /// When a transaction takes its lock.
    public enum Transaction: Sendable {
        /// At the first read or write: for reading from one unchanging state.
        case deferred
        /// At once, and for writing, so that nothing read in it can change before it commits.
        case immediate
    }

    /// Does work that is recorded whole or not at all: any throw rolls back, a failed commit too, and no transaction is
    /// left open. One inside another is refused by SQLite.
    ///
    /// The closure must say what it throws: `{ () throws(StoreFailure) in … }`.
    /// - Throws: what the body throws, and the database's failure carried as that type.
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

    /// Does work that is recorded whole or not at all, as the other `transaction` does.
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
        // SQLite has already rolled back by itself after the gravest failures, such as a full disk.
        guard isInTransaction else { return }
        // With a transaction open ROLLBACK has nothing left to fail on, and the first failure is the one to tell.
        _ = try? run("ROLLBACK")
    }
}
