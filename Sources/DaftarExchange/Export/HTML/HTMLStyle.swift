import Daftar

/// How the page looks. It is within the page, and its hash is all that the page's policy lets style anything.
enum HTMLStyle {
    static let sheet = """

        :root{\(DrawingStyle.light)}
        @media (prefers-color-scheme:dark){:root{\(DrawingStyle.dark)}}
        \(base)
        \(DrawingStyle.sheet)
        \(picture)
        \(event)
        \(media)

        """

    /// For a Content-Security-Policy: `sha256-…`.
    static let hash = "sha256-\(Hash.sha256(Array(sheet.utf8)).base64)"

    private static let base = """
        *{box-sizing:border-box}
        html{font:100%/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif;\
        background:var(--paper);color:var(--text);-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
        body{max-width:60rem;margin:0 auto;padding:1.5rem 1rem 4rem;overflow-wrap:anywhere}
        h1{font-size:clamp(1.55rem,1.2rem + 1.6vw,2.2rem);line-height:1.2;font-weight:700;margin:0 0 .5rem}
        h2{font-size:1.35rem;line-height:1.2;margin:3rem 0 0;padding-bottom:.35rem;border-bottom:2px solid var(--text)}
        h3{font-size:1.08rem;line-height:1.35;font-weight:600;margin:0 0 .25rem;max-width:42rem}
        p,ol,ul,dl,dd{margin:0}
        a{color:var(--ink)}
        .whole{white-space:nowrap}
        a:focus-visible,summary:focus-visible{outline:2px solid var(--ink);outline-offset:2px}
        code{font:.86em/1.4 ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
        .skip{position:absolute;left:-99rem}
        .skip:focus{position:static}
        .lead{color:var(--muted);max-width:42rem}
        .caveat{margin:1rem 0 0;padding:.5rem .8rem;border-left:3px solid var(--ink);max-width:42rem}
        .private{margin:0 0 1rem;padding:.6rem .8rem;border:2px solid var(--bad);color:var(--bad);font-weight:600}
        nav ul{display:flex;flex-wrap:wrap;gap:.1rem .9rem;list-style:none;padding:0;margin:1.2rem 0 0}
        nav a{display:inline-block;padding:.2rem 0;font-variant-numeric:tabular-nums}
        footer{margin-top:4rem;padding-top:1rem;border-top:2px solid var(--text);font-size:.92rem}
        footer h2{border:0;margin:0 0 .6rem;padding:0;font-size:1.1rem}
        footer p{margin-top:.8rem;max-width:42rem}
        """

    private static let picture = """
        figure{margin:1.8rem 0 0}
        figure>svg{display:block;overflow:visible}
        figcaption{margin-top:.6rem;font-size:.86rem;color:var(--muted);display:flex;flex-wrap:wrap;gap:.2rem 1.1rem}
        figcaption span{display:inline-flex;align-items:center;gap:.4rem}
        svg a:hover .day,svg a:hover .lasted,svg a:hover .within{stroke:var(--text)}
        """

    private static let event = """
        article{padding:1.5rem 0;border-bottom:1px solid var(--rule)}
        article:target{box-shadow:-.6rem 0 0 -.35rem var(--ink)}
        .when{font-weight:600;font-variant-numeric:tabular-nums}
        .when small{display:block;font-weight:400;color:var(--muted);font-size:.82rem;line-height:1.4}
        .kind{color:var(--muted);font-size:.9rem;margin-bottom:.4rem}
        .also{color:var(--muted)}
        h3+.also{margin:-.1rem 0 .25rem;max-width:42rem}
        .mark{margin:.3rem 0;padding-left:.6rem;border-left:3px solid var(--muted);font-size:.92rem}
        .mark.bad{border-color:var(--bad);color:var(--bad);font-weight:600}
        .mark.caution{border-color:var(--caution);color:var(--caution)}
        .summary{white-space:pre-line;max-width:42rem}
        .sources{font-size:.9rem;padding-left:1.4rem;margin-top:.7rem;max-width:42rem}
        .sources li{padding:.1rem 0}
        .sources li::marker{color:var(--muted);font-variant-numeric:tabular-nums}
        .note{color:var(--muted)}
        details{margin-top:.6rem;font-size:.92rem;max-width:42rem}
        summary{cursor:pointer;color:var(--ink);width:fit-content;padding:.15rem 0}
        dl{display:grid;grid-template-columns:max-content 1fr;gap:.3rem .9rem;margin-top:.4rem}
        dt{color:var(--muted)}
        dd+dd{grid-column:2}
        blockquote{margin:.2rem 0;padding:.3rem .7rem;background:var(--tint);border-radius:4px}
        .proof{margin-top:.7rem;color:var(--muted);font-size:.82rem}
        """

    private static let media = """
        @media (min-width:46rem){
        body{padding:3rem 2rem 6rem}
        article{display:grid;grid-template-columns:12rem 1fr;column-gap:1.5rem}
        }
        @media (max-width:45.99rem){
        svg .minor,svg text.minor{display:none}
        .when{margin-bottom:.3rem}
        .when small{display:inline;margin-left:.4rem}
        dl{display:block}
        dt{margin-top:.5rem}
        }
        @media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
        @media print{
        :root{\(DrawingStyle.light);--paper:#fff}
        html{font-size:9.5pt}
        body{max-width:none;padding:0}
        nav,.skip,summary{display:none}
        details::details-content{content-visibility:visible;display:block;height:auto}
        h2,h3,.when,.kind{break-after:avoid}
        article{padding:.8rem 0;break-inside:auto}
        li,dd,figure{break-inside:avoid}
        a{color:inherit}
        .sources a::after{content:" <" attr(href) ">";color:var(--muted);font-size:.9em}
        @page{margin:18mm 16mm}
        }
        """
}
