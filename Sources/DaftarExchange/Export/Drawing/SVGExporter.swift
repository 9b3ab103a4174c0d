public import Daftar

/// The events over time as a picture (SVG 1.1): for a README, a slide, a paper. It knows light and dark, and asks for nothing
/// from outside.
public struct SVGExporter: WholeExporter {
    private let context: ExportContext
    private var drawing: TimelineDrawing?

    public init(_ context: ExportContext) { self.context = context }

    public static let mostEvents = 5000
    private static let width = 880

    public mutating func survey(_ events: [RecordedEvent]) {
        drawing = TimelineDrawing(events, width: SVGExporter.width)
    }

    public var head: [UInt8] {
        var svg = Markup()
        let inner = drawing?.height ?? 40, height = inner + 92
        svg.raw("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(SVGExporter.width)\" height=\"\(height)\" ")
        svg.raw("viewBox=\"0 0 \(SVGExporter.width) \(height)\" role=\"img\" aria-labelledby=\"title desc\">\n")
        svg.element("title", "id=\"title\"", text: context.title)
        svg.element("desc", "id=\"desc\"", text: drawing?.words ?? "No event with a date.")
        svg.element("style") { $0.raw(SVGExporter.style) }
        svg.raw("<rect width=\"100%\" height=\"100%\" rx=\"6\" fill=\"var(--paper)\"/>\n")
        svg.raw("<svg x=\"16\" y=\"8\" width=\"\(SVGExporter.width - 32)\" height=\"\(inner)\" overflow=\"visible\">\n")
        drawing?.append(isLinked: false, to: &svg)
        svg.raw("</svg>\n<g transform=\"translate(16 \(inner + 18))\">\n")
        DrawingLegend.append(y: 0, to: &svg)
        appendOrigin(to: &svg)
        svg.raw("</g>\n</svg>\n")
        return svg.bytes
    }

    public var tail: [UInt8] { [] }

    public func append(_ events: ArraySlice<RecordedEvent>, after previous: RecordedEvent?, to bytes: inout [UInt8]) {}

    /// Of what it is a picture.
    private func appendOrigin(to svg: inout Markup) {
        let undrawn = drawing.map { $0.undrawn > 0 ? " \($0.undrawn) without a date." : "" } ?? ""
        let lines = [
            "\(context.originText), \(context.sizeText) entries, root \(context.rootText)",
            "Events: \(context.filter).\(undrawn) Licence: \(context.licence). \(ExportContext.caveat)",
        ]
        for (i, line) in lines.enumerated() {
            svg.element("text", "class=\"note\" y=\"\(34 + 18 * i)\"", text: line)
        }
    }

    private static let style = """

        svg{\(DrawingStyle.light);font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
        @media (prefers-color-scheme:dark){svg{\(DrawingStyle.dark)}}
        \(DrawingStyle.sheet)
        svg .key{fill:var(--text);font-size:12px}
        svg .note{fill:var(--muted);font-size:11px}

        """
}
