// swift-tools-version: 6.2
import PackageDescription

/// One setting for all of our own code: the strictest that the toolchain has, warnings are errors.
let strict: [SwiftSetting] = [
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
    name: "daftar",
    products: [
        .library(name: "Daftar", targets: ["Daftar"]),
        .library(name: "DaftarStore", targets: ["DaftarStore"]),
        .library(name: "DaftarExchange", targets: ["DaftarExchange"]),
        .executable(name: "daftar", targets: ["daftar"]),
    ],
    dependencies: [
        // SQLite with its statements, transactions and full-text search made safe in Swift. Only DaftarStore/Database sees it.
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        // libyaml's scanner with line and column of each node. Only DaftarExchange/Authoring sees it.
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        // The command line as everybody knows it: help, errors, completions.
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        // `swift package generate-documentation`: nothing of it is linked.
        .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
    ],
    targets: [
        .systemLibrary(
            name: "COpenSSL", path: "Sources/COpenSSL", pkgConfig: "libcrypto",
            providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]),
        .target(name: "Daftar", dependencies: ["COpenSSL"], swiftSettings: strict),
        .target(
            name: "DaftarStore",
            dependencies: [
                "Daftar", .product(name: "GRDB", package: "GRDB.swift"),
                // SQLite's own functions, to bind bytes without boxing them: a batch binds millions.
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .target(
            name: "DaftarExchange", dependencies: ["Daftar", .product(name: "Yams", package: "Yams")],
            swiftSettings: strict),
        .target(
            name: "DaftarCommand",
            dependencies: [
                "Daftar", "DaftarStore", "DaftarExchange",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            // What `daftar bundle` packs for those who check without us; a file by itself, so that Python can run it here too.
            resources: [.embedInCode("Kit/check.py"), .embedInCode("Kit/formats.py")], swiftSettings: strict),
        .executableTarget(name: "daftar", dependencies: ["DaftarCommand"], swiftSettings: strict),
        // COpenSSL: keys made from a fixed seed, which the library itself never does.
        .testTarget(name: "DaftarTests", dependencies: ["Daftar", "COpenSSL"], swiftSettings: strict),
        // What the crash tests of the store kill: one append, as a process of its own.
        .executableTarget(
            name: "append-probe", dependencies: ["DaftarStore", "Daftar"], path: "Tests/AppendProbe",
            swiftSettings: strict),
        .testTarget(
            name: "DaftarStoreTests", dependencies: ["DaftarStore", "Daftar", "append-probe"], swiftSettings: strict),
        .testTarget(
            name: "DaftarExchangeTests",
            dependencies: ["DaftarExchange", "Daftar", .product(name: "Yams", package: "Yams")],
            exclude: ["Data"],
            swiftSettings: strict),
        .testTarget(
            name: "DaftarCommandTests", dependencies: ["DaftarCommand", "DaftarStore", "DaftarExchange", "Daftar"],
            swiftSettings: strict),
    ]
)
