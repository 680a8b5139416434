/// Gathers output and hands it on in pieces of about 64 KiB. Each piece ends where a write ended, so no piece splits a
/// character or a line end.
final class Pieces {
    private var bytes: [UInt8] = []
    private let sink: (String) -> Void

    /// - Parameter sink: takes the pieces, in order.
    init(to sink: @escaping (String) -> Void) {
        self.sink = sink
        bytes.reserveCapacity(Self.size + 4096)
    }

    func write(_ text: String) {
        write { $0.append(contentsOf: text.utf8) }
    }

    func write(_ html: HTML) {
        write { $0.append(contentsOf: html.bytes) }
    }

    /// Lets `append` add whole lines or records as UTF-8.
    func write(_ append: (inout [UInt8]) -> Void) {
        append(&bytes)
        if bytes.count >= Self.size { finish() }
    }

    /// Hands on the rest.
    func finish() {
        guard !bytes.isEmpty else { return }
        sink(String(decoding: bytes, as: UTF8.self))
        bytes.removeAll(keepingCapacity: true)
    }

    private static let size = 65_536
}
