import Phrases

/// The style sheet of every page: for paper first, then for the screen, light or dark as the reader's system is set.
enum Sheet {
    /// Makes the sheet, with the texts for the margins of every printed page.
    /// - Parameters:
    ///   - title: printed at the head of the page.
    ///   - anchor: printed at its foot, beside the page number.
    static func sheet(title: String, anchor: String, language: Language) -> CSS {
        let page = Phrase(da: "Side ", en: "Page ")[language]
        let of = Phrase(da: " af ", en: " of ")[language]
        return """
            @page {
              size: A4; margin: 18mm 14mm 20mm;
              @top-left { content: \(title); \(margins) }
              @bottom-left { content: \(anchor); \(margins) font-family: monospace; font-size: 6.5pt; }
              @bottom-right { content: \(page) counter(page) \(of) counter(pages); \(margins) }
            }
            \(colours)
            \(text)
            \(tables)
            \(pictures)
            \(paper)
            """
    }

    private static let margins: CSS = "font-family: sans-serif; font-size: 8pt; color: #444; white-space: nowrap;"

    private static let colours: CSS = """
        :root {
          color-scheme: light;
          --paper: #fff; --ink: #1b1f23; --soft: #555b63; --rule: #c3c8ce; --shade: #f1f3f5; --link: #0b5394;
          --spent: #1b5e8c; --released: #a04e00; --approved: #4d6b2f; --rest: #6b727a; --warn: #8a3b00;
        }
        @media screen and (prefers-color-scheme: dark) {
          :root {
            color-scheme: dark;
            --paper: #14171a; --ink: #e9ebed; --soft: #adb5bd; --rule: #454c54; --shade: #1f2429; --link: #8cc4f5;
            --spent: #6db3e2; --released: #f0a35e; --approved: #a9cc7f; --rest: #8f98a1; --warn: #ffb27a;
          }
        }
        """

    private static let text: CSS = """
        * { box-sizing: border-box; }
        html { background: var(--paper); color: var(--ink); -webkit-text-size-adjust: 100%; }
        body {
          margin: 0 auto; padding: 1.25rem 1rem 3rem; max-width: 68rem; overflow-wrap: break-word;
          font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
        }
        h1 { margin: 0; font-size: 1.9rem; line-height: 1.2; }
        h2 { margin: 2.5rem 0 .5rem; padding-top: .5rem; border-top: 2px solid var(--ink); font-size: 1.3rem; }
        h3 { margin: 1.5rem 0 .25rem; font-size: 1.05rem; }
        p { margin: .5rem 0; max-width: 44rem; }
        a { color: var(--link); }
        code, .anchor { font-family: ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; }
        code { font-size: .9em; overflow-wrap: anywhere; }
        .sub { margin: .25rem 0 0; color: var(--soft); font-size: 1.1rem; }
        .answer { font-size: 1.2rem; font-weight: 600; }
        .note { color: var(--soft); font-size: .9rem; }
        .attention { padding: 0; list-style: none; }
        .attention li { margin: .35rem 0; padding: .4rem .75rem; border-left: 4px solid var(--warn);
          background: var(--shade); max-width: 44rem; }
        nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.1rem; margin: 1.25rem 0 0; padding: 0;
          list-style: none; font-size: .95rem; }
        nav a { display: inline-block; padding: .2rem 0; }
        dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .3rem 1.25rem; margin: .75rem 0; }
        dt { color: var(--soft); }
        dd { margin: 0; }
        .anchor { overflow-wrap: anywhere; }
        .aloud { font-size: 1.05rem; line-height: 1.8; max-width: 34rem; }
        .amount { white-space: nowrap; font-variant-numeric: tabular-nums; }
        :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
        .sign { display: grid; grid-template-columns: 1fr 1fr; gap: 2.5rem 2rem; margin: 1.5rem 0 2rem; }
        .sign h3 { margin: 0; }
        .sign p { margin: 2.6rem 0 0; padding-top: .2rem; border-top: 1px solid var(--ink); color: var(--soft);
          font-size: .9rem; }
        footer { margin-top: 2.5rem; padding-top: .75rem; border-top: 1px solid var(--rule); font-size: .9rem; }
        @media (max-width: 34rem) {
          h1 { font-size: 1.55rem; }
          dl { grid-template-columns: minmax(0, 1fr); gap: 0; }
          dd { margin-bottom: .5rem; }
          .sign { grid-template-columns: minmax(0, 1fr); }
        }
        """

    private static let tables: CSS = """
        .scroll { overflow-x: auto; margin: .5rem 0 1rem; position: relative; }
        table { border-collapse: collapse; font-size: .95rem; line-height: 1.35; }
        table.wide { font-size: .87rem; width: 100%; }
        caption { padding: .25rem 0; text-align: left; color: var(--soft); font-size: .9rem; }
        th, td { padding: .28rem .6rem; text-align: left; vertical-align: top; }
        th:first-child, td:first-child { padding-left: 0; }
        th:last-child, td:last-child { padding-right: 0; }
        .wide th, .wide td { padding-left: .4rem; padding-right: .4rem; }
        .wide th:first-child { padding-left: 0; }
        .wide td:last-child { padding-right: 0; }
        thead th { border-bottom: 1.5px solid var(--ink); vertical-align: bottom; font-weight: 600; }
        tbody th { font-weight: 400; }
        tbody tr { border-bottom: 1px solid var(--rule); }
        tbody.totals { border-top: 1.5px solid var(--ink); }
        tbody.totals th, tbody.totals td { font-weight: 600; }
        .figure, .code { white-space: nowrap; font-variant-numeric: tabular-nums; }
        th.figure, td.figure { text-align: right; }
        thead th.figure { white-space: normal; }
        .long { overflow-wrap: anywhere; font-variant-numeric: tabular-nums; min-width: 6.5em; }
        .figure:not(:first-child) + :is(.long, .code, .words) { padding-left: 1.1em; }
        .line { display: block; white-space: nowrap; }
        tbody th.words { min-width: 5em; }
        .prose { min-width: 16rem; }
        tr:has(.picture) > th.words { min-width: 8em; }
        @media screen and (max-width: 34rem) {
          tr:has(.picture) > th.words { min-width: 6.5em; }
          table { font-size: .85rem; } table.wide { font-size: .8rem; }
          th, td { padding-left: .3rem; padding-right: .3rem; }
        }
        """

    private static let pictures: CSS = """
        figure { margin: 1rem 0; }
        figure > svg { display: block; width: 100%; max-width: 46rem; height: auto; }
        figcaption { color: var(--soft); font-size: .9rem; max-width: 46rem; }
        .legend { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: .4rem 0; padding: 0; list-style: none;
          font-size: .9rem; }
        .legend li { display: flex; align-items: baseline; }
        .legend svg { flex: none; width: 1.9em; height: .85em; margin-right: .45em; }
        svg text { fill: var(--soft); font-size: 9.5px; font-variant-numeric: tabular-nums;
          font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
        td.picture { width: 100%; min-width: 4.5rem; }
        td.picture svg { display: block; width: 100%; height: 16px; margin-top: .1rem; overflow: visible; }
        .frame { fill: none; stroke: var(--rest); stroke-width: 1; }
        .spent { fill: var(--spent); } .spent-line { fill: none; stroke: var(--spent); stroke-width: 2; }
        .spent-line { stroke-linejoin: round; } .spent-under { fill: var(--spent); opacity: .3; }
        .other-line { fill: none; stroke: var(--rest); stroke-width: 1.4; stroke-linejoin: round; }
        .other-under { fill: var(--rest); opacity: .14; }
        .period { fill: var(--spent); fill-opacity: .11; stroke: var(--spent); stroke-opacity: .4;
          stroke-width: .7; }
        .released { fill: url(#hatch); stroke: var(--released); stroke-width: 1; }
        .approved { fill: url(#dots); stroke: var(--approved); stroke-width: 1; }
        .rest { fill: none; stroke: var(--rest); stroke-width: 1; }
        .hatching { stroke: var(--released); stroke-width: 2.4; } .dot { fill: var(--approved); }
        .grid { stroke: var(--rule); stroke-width: .7; } .axis { stroke: var(--ink); stroke-width: 1; }
        .grant { stroke: var(--ink); stroke-width: 1.4; stroke-dasharray: 6 3; }
        .window { stroke: var(--soft); stroke-width: 1; }
        .recent { fill: none; stroke: var(--released); stroke-width: 1.6; stroke-dasharray: 2 3; }
        .overall { fill: none; stroke: var(--approved); stroke-width: 1.6; stroke-dasharray: 8 3 2 3; }
        .defs { position: absolute; width: 0; height: 0; }
        @media screen and (max-width: 34rem) { figure svg text { font-size: 15px; } }
        """

    private static let paper: CSS = """
        @media print {
          html { font-size: 9.5pt; } body { padding: 0; max-width: none; }
          * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
          nav { display: none; } a { color: inherit; text-decoration: none; }
          h1, h2, h3, caption, .lead { break-after: avoid; }
          h2 { margin-top: 1.6rem; }
          .scroll { overflow: visible; }
          thead { display: table-header-group; break-after: avoid; }
          tbody:first-of-type > tr:first-child, tbody.totals > tr { break-before: avoid; }
          tr, figure, dl, .sign, .whole { break-inside: avoid; }
          p, li { orphans: 3; widows: 3; }
          table { font-size: 8.5pt; } table.wide { font-size: 7pt; width: 100%; }
          th, td { padding-top: 1.6pt; padding-bottom: 1.6pt; }
          .wide th, .wide td { padding-left: 2pt; padding-right: 2pt; }
          .long { min-width: 0; }
          figure > svg { max-width: 108mm; }
        }
        """
}
