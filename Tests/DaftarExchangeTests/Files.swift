import Foundation

/// The files beside the tests.
enum Files {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Data")

    static func file(_ name: String) -> [UInt8] {
        (try? [UInt8](Data(contentsOf: folder.appending(path: name)))) ?? []
    }

    static let huawei = file("huawei.yaml")
}
