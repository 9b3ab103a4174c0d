/// How the picture looks, on the page and by itself: two inks on a paper, by day and by night.
enum DrawingStyle {
    /// The colours: text and what carries meaning stand out at 4.5:1 or more (WCAG 2.2, 1.4.3), shapes at 3:1.
    static let light = """
        --paper:#fdfcf9;--text:#1c1e21;--muted:#565b62;--rule:#d9d6cf;--tint:#f4f1ea;--ink:#1f5a86;--bad:#a3260f;--caution:#7a4d00
        """
    static let dark = """
        --paper:#15181b;--text:#e8e6e1;--muted:#a4abb2;--rule:#33383d;--tint:#1f2428;--ink:#7db7ea;--bad:#ff9b86;--caution:#f0be70
        """

    /// For elements below `svg`.
    static let sheet = """
        svg .tick{fill:var(--muted);font-size:11px;text-anchor:middle}
        svg tspan.tick,svg .first{text-anchor:start}
        svg .last{text-anchor:end}
        svg .lane{fill:var(--text);font-size:12px;font-weight:600}
        svg .rule{stroke:var(--rule)}
        svg .grid{stroke:var(--rule);stroke-dasharray:1 3}
        svg .m{--c:var(--ink);color:var(--c)}
        svg .m.bad{--c:var(--bad)}
        svg .m.caution{--c:var(--caution)}
        svg .day{fill:var(--c);stroke:var(--paper)}
        svg .bad .day{fill:var(--paper);stroke:var(--c);stroke-width:2}
        svg .lasted,svg .within,svg .hatch{stroke-width:8;stroke-linecap:round;stroke:var(--c)}
        svg .within{stroke-opacity:.25}
        svg .hatch{stroke:url(#hatch)}
        svg .fade.unsure{opacity:.55}
        svg stop{stop-color:var(--ink)}
        svg #hatch path{stroke:var(--ink)}
        """

    /// What marks are filled with.
    static func appendDefinitions(to svg: inout Markup) {
        svg.raw(
            """
            <defs><pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse">\
            <path d="M-1 1l2-2M0 4l4-4M3 5l2-2"/></pattern>\
            <linearGradient id="later"><stop offset="0"/><stop offset="1" stop-opacity="0"/></linearGradient>\
            <linearGradient id="earlier"><stop offset="0" stop-opacity="0"/><stop offset="1"/></linearGradient></defs>

            """)
    }
}
