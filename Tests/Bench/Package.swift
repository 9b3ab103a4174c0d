// swift-tools-version: 6.2
import PackageDescription

// Benchmarks: a package of their own, so that building and testing Daftar never pay for them. `make bench` runs them.
let package = Package(
    name: "bench",
    dependencies: [.package(name: "daftar", path: "../..")],
    targets: [
        .executableTarget(
            name: "bench",
            dependencies: [
                .product(name: "Daftar", package: "daftar"), .product(name: "DaftarStore", package: "daftar"),
            ])
    ]
)
