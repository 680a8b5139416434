/// A point in time as the clocks of a place show it, to the minute.
public struct LocalTime: Equatable, Sendable {
    /// The day there.
    public let day: Day
    /// Minutes since midnight.
    public let minute: Int

    /// A moment on the clocks of a place.
    /// - Parameter offset: by how many seconds they are ahead of UTC.
    public init(_ moment: Moment, offset: Int) {
        let local = Moment(seconds: moment.seconds + Int64(offset)) ?? moment
        day = local.day
        minute = Int(local.seconds - Int64(local.day.ordinal) * 86_400) / 60
    }
}
