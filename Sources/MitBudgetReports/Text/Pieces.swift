/// What is printed, gathered and handed on in large pieces, each of which ends where something written ends: no
/// character and no line's end is ever torn apart.
final class Pieces {
    private var bytes: [UInt8] = []
    private let sink: (String) -> Void

    /// - Parameter sink: takes the pieces, in order.
    init(to sink: @escaping (String) -> Void) {
        self.sink = sink
        bytes.reserveCapacity(Self.size + 4096)
    }

    /// Writes text.
    func write(_ text: String) {
        write { $0.append(contentsOf: text.utf8) }
    }

    /// Writes a piece of a page.
    func write(_ html: HTML) {
        write { $0.append(contentsOf: html.bytes) }
    }

    /// Has whole lines or records appended as UTF-8.
    func write(_ append: (inout [UInt8]) -> Void) {
        append(&bytes)
        if bytes.count >= Self.size { finish() }
    }

    /// Hands on what is left.
    func finish() {
        guard !bytes.isEmpty else { return }
        sink(String(decoding: bytes, as: UTF8.self))
        bytes.removeAll(keepingCapacity: true)
    }

    private static let size = 65_536
}
