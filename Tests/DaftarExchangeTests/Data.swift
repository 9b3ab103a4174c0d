import Foundation

/// The files beside the tests.
enum Data {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Data")

    static func file(_ name: String) -> [UInt8] {
        (try? [UInt8](Foundation.Data(contentsOf: folder.appending(path: name)))) ?? []
    }

    static let huawei = file("huawei.yaml")
}
