import Foundation
import Testing

/// The folders of a module depend in one direction: a file names only types of its own folder and of earlier ones.
struct FolderTests {
    static let modules: [(name: String, folders: [String])] = [
        ("MitBudget", ["Values", "Terms", "Rules", "Ledger", "Decide", "Overviews", "Reconciling"]),
        (
            "MitBudgetStore",
            [
                "Basics", "Terms", "Journal", "Schema", "File", "Tables", "Recording", "Bulk", "Reading",
                "Verification", "Keeping",
            ]
        ),
    ]

    @Test(arguments: modules)
    func `Folders depend one way`(module: String, folders: [String]) throws {
        let files = try SourceFile.all(in: ["Sources/\(module)"])
        var folderOfType: [String: Int] = [:]
        for file in files {
            let folder = try #require(folders.firstIndex(of: Self.folder(of: file)), "\(file.path): which folder?")
            for type in Self.typesDeclared(in: file) { folderOfType[type] = folder }
        }
        // Without types the test could find no fault.
        #expect(folderOfType.count > 50)
        for file in files {
            let own = try #require(folders.firstIndex(of: Self.folder(of: file)))
            let names = Set(file.code.matches(of: #/\b[A-Z]\w+/#).map { String($0.output) })
            let later = names.filter { folderOfType[$0] ?? 0 > own }
            #expect(later == [], "\(file.path) names types of folders that come after its own")
        }
    }

    private static func folder(of file: SourceFile) -> String {
        String(file.path.split(separator: "/").dropFirst(2).dropLast().first ?? "")
    }

    /// The types that other files may name: neither private nor nested ones.
    private static func typesDeclared(in file: SourceFile) -> [String] {
        let declaration = #/(?m)^(?:public |final |indirect )*(?:struct|class|enum|protocol|typealias) (\w+)/#
        return file.code.matches(of: declaration).map { String($0.output.1) }
    }
}
