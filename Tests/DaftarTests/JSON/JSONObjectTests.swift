import Daftar
import Testing

@Suite("An object's members")
struct JSONObjectTests {
    private static let keys = ["a", "b", "B", "a.b", "_sd", "...", "withheld-and-longer-than-a-word", "-9", "0"]

    @Test("are those of a dictionary, whatever is set and taken away")
    func likeADictionary() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<200 {
            var object = JSONObject(), known: [String: JSONValue] = [:]
            for step in 0..<30 {
                guard let key = Self.keys.randomElement(using: &random) else { continue }
                if Bool.random(using: &random) {
                    (object[key], known[key]) = (.integer(step), .integer(step))
                } else {
                    #expect(object.removeValue(forKey: key) == known.removeValue(forKey: key))
                }
                #expect(object[key] == known[key])
            }
            #expect(object.count == known.count)
            #expect(object == JSONObject(known.shuffled().map { ($0.key, $0.value) }))
            #expect(object.keys == known.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
            #expect(object.allSatisfy { known[$0.key] == $0.value })
        }
    }

    @Test("keep their own value where others are added")
    func adding() {
        let object: JSONObject = ["b": 1, "a": 2]
        #expect(object.adding(["b": 3, "c": 4]) == ["a": 2, "b": 1, "c": 4])
        #expect(object.filter { $0.key == "b" } == ["b": 1])
        #expect(object.mapValues { _ in "x" } == ["a": "x", "b": "x"])
        #expect(JSONObject(["en": "text"]) == ["en": "text"])
    }
}
