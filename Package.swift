// swift-tools-version:6.2
import PackageDescription

/// Swift 6 mode, and a warning stops the build: what the compiler doubts, a user should not meet.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "mitbudget",
    products: [
        .executable(name: "mitbudget", targets: ["mitbudget"])
    ],
    targets: [
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),

        .systemLibrary(name: "CFiles"),

        // Know nothing of budgets.
        .target(name: "Files", dependencies: ["CFiles"], swiftSettings: strict),
        .target(name: "SQLite", dependencies: ["CSQLite"], swiftSettings: strict),
        .target(name: "JSON", swiftSettings: strict),
        .target(name: "Phrases", swiftSettings: strict),
        .target(name: "Arguments", dependencies: ["Phrases"], swiftSettings: strict),

        // The ledger.
        .target(name: "MitBudget", swiftSettings: strict),
        .target(
            name: "MitBudgetStore", dependencies: ["MitBudget", "SQLite", "JSON", "Files"], swiftSettings: strict),
        .target(name: "MitBudgetReports", dependencies: ["MitBudget", "JSON", "Phrases"], swiftSettings: strict),
        .target(
            name: "MitBudgetCLI",
            dependencies: [
                "MitBudget", "MitBudgetStore", "MitBudgetReports", "Arguments", "JSON", "Phrases", "SQLite", "Files",
            ],
            resources: [.embedInCode("Demo/Courses"), .embedInCode("Handover/check-journal.sh")],
            swiftSettings: strict),
        .executableTarget(name: "mitbudget", dependencies: ["MitBudgetCLI"], swiftSettings: strict),

        // What several test targets share.
        .target(
            name: "TestSupport", dependencies: ["MitBudget", "Arguments", "Phrases"], path: "Tests/TestSupport",
            swiftSettings: strict),
        // Reads the pages that reports are, as strictly as a parser can.
        .target(name: "PageReading", path: "Tests/PageReading", swiftSettings: strict),

        .testTarget(name: "SQLiteTests", dependencies: ["SQLite"], swiftSettings: strict),
        .testTarget(name: "FilesTests", dependencies: ["Files", "SQLite", "TestSupport"], swiftSettings: strict),
        .testTarget(name: "JSONTests", dependencies: ["JSON", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "ArgumentsTests", dependencies: ["Arguments", "Phrases", "TestSupport"], swiftSettings: strict),
        .testTarget(name: "MitBudgetTests", dependencies: ["MitBudget", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "MitBudgetStoreTests",
            dependencies: [
                "MitBudgetStore", "MitBudgetReports", "MitBudget", "SQLite", "CSQLite", "JSON", "Phrases", "Files",
                "TestSupport", "PageReading",
            ],
            swiftSettings: strict),
        // Measures the program from outside; see there why it is a process of its own.
        .executableTarget(name: "MemoryMeter", path: "Tests/Programs/MemoryMeter", swiftSettings: strict),
        // Injects faults under the ledger; a process of its own too.
        .executableTarget(
            name: "FaultCampaign",
            dependencies: ["MitBudgetStore", "MitBudget", "SQLite", "CSQLite", "Files", "TestSupport"],
            path: "Tests/Programs/FaultCampaign", swiftSettings: strict),
        // Feeds the product damaged files; a process of its own, so that a trap is seen by whoever started it.
        .executableTarget(
            name: "Fuzz",
            dependencies: ["MitBudgetCLI", "MitBudgetStore", "MitBudget", "JSON", "SQLite", "Files", "TestSupport"],
            path: "Tests/Programs/Fuzz", swiftSettings: strict),
        // Runs the examples that the documents show; plays the program at a desk where nothing is left to chance.
        .executableTarget(
            name: "Examples", dependencies: ["MitBudgetCLI", "MitBudget", "TestSupport"],
            path: "Tests/Programs/Examples", swiftSettings: strict),
        // Measures the program beside others; a process of its own, and a small one.
        .executableTarget(
            name: "Bench", dependencies: ["MitBudget"], path: "Tests/Programs/Bench", swiftSettings: strict),
        .testTarget(
            name: "ProcessTests",
            dependencies: [
                "MitBudget", "MitBudgetStore", "SQLite", "TestSupport", "mitbudget", "MemoryMeter", "FaultCampaign",
                "Fuzz",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "MitBudgetReportsTests",
            dependencies: ["MitBudgetReports", "MitBudget", "JSON", "Phrases", "PageReading"],
            swiftSettings: strict),
        .testTarget(
            name: "MitBudgetCLITests",
            dependencies: [
                "MitBudgetCLI", "MitBudget", "MitBudgetStore", "Arguments", "JSON", "Phrases", "SQLite", "Files",
                "mitbudget", "TestSupport", "PageReading",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "TransferTests",
            dependencies: [
                "MitBudgetCLI", "MitBudget", "MitBudgetStore", "Arguments", "JSON", "Phrases", "SQLite", "Files",
                "TestSupport",
            ],
            swiftSettings: strict),
        .testTarget(name: "TidyTests", swiftSettings: strict),
        .testTarget(
            name: "DocsTests",
            dependencies: [
                "MitBudgetCLI", "MitBudget", "MitBudgetReports", "MitBudgetStore", "Arguments", "TestSupport",
                "Examples",
            ],
            swiftSettings: strict),
    ]
)
