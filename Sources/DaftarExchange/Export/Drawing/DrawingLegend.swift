/// What the shapes of the picture mean.
enum DrawingLegend {
    struct Item {
        let words: String
        /// Drawn into 34 by 10 pixels.
        let shape: String
    }

    static let items = [
        Item(words: "a known day", shape: #"<circle class="day" cx="17" cy="5" r="4"/>"#),
        Item(words: "it lasted", shape: #"<line class="lasted" x1="5" x2="29" y1="5" y2="5"/>"#),
        Item(
            words: "some time within",
            shape:
                #"<line class="within" x1="5" x2="29" y1="5" y2="5"/><line class="hatch" x1="5" x2="29" y1="5" y2="5"/>"#
        ),
        Item(
            words: "start or end not known",
            shape: #"<rect class="fade" x="2" y="1" width="30" height="8" fill="url(#later)"/>"#),
    ]

    /// Beside each other, from the left edge on.
    static func append(y: Int, to svg: inout Markup) {
        var x = 0
        for item in items {
            svg.raw("<g class=\"m\" transform=\"translate(\(x) \(y))\">\(item.shape)")
            svg.raw("<text class=\"key\" x=\"40\" y=\"9\">\(item.words)</text></g>\n")
            x += 64 + 7 * item.words.count
        }
    }
}
