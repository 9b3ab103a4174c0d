public import Daftar

/// The events over time as a picture (SVG 1.1): for a README, a slide, a paper. It knows light and dark, and asks for nothing
/// from outside.
public struct SVGExporter: PageExporter {
    private let context: ExportContext

    public init(_ context: ExportContext) { self.context = context }

    public static let mostEvents = 5000
    private static let width = 880

    public func page(_ events: [RecordedEvent]) -> [UInt8] {
        let drawing = TimelineDrawing(events, width: SVGExporter.width)
        let inner = drawing?.height ?? 40, height = inner + 92
        var svg = Markup()
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
        appendOrigin(drawing?.undrawn ?? events.count, to: &svg)
        svg.raw("</g>\n</svg>\n")
        return svg.bytes
    }

    /// Of what it is a picture.
    private func appendOrigin(_ undrawn: Int, to svg: inout Markup) {
        let rest = undrawn > 0 ? " \(undrawn) without a date." : ""
        let lines = [
            "\(context.originText), \(context.sizeText) entries, root \(context.rootText)",
            "Events: \(context.filter).\(rest) Licence: \(context.licence). \(ExportContext.caveat)",
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
