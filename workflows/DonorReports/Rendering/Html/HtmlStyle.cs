namespace ACip.Workflows.DonorReports.Rendering.Html;

internal static class HtmlStyle
{
    public const string Sheet = """
        :root{--ink:#1b2733;--soft:#51606e;--line:#c5ced6;--blue:#0b5394;--pale:#eef3f8}
        *{box-sizing:border-box}body{font:16px/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif;color:var(--ink);background:#fff;max-width:68rem;margin:0 auto;padding:1rem}
        h1{font-size:1.8rem;line-height:1.2;margin:.6em 0 .2em}h2{font-size:1.3rem;margin:2em 0 .5em;border-bottom:2px solid var(--blue);padding-bottom:.2em}h3{font-size:1.05rem;margin:1.4em 0 .4em}
        .sub{color:var(--soft);margin:0}.banner{position:sticky;top:0;z-index:1;background:#7a0019;color:#fff;font-weight:700;text-align:center;margin:0;padding:.35rem;letter-spacing:.04em}
        a{color:var(--blue)}nav ol{columns:2;padding-left:1.4em;margin:0}nav h2{border:0;margin:1.2em 0 .3em;font-size:1rem}
        .wide{overflow-x:auto;margin:1em 0}table{min-width:36rem;border-collapse:collapse;width:100%;font-size:.9rem}caption{text-align:left;font-weight:600;padding:.3em 0}
        .h{position:absolute;width:1px;height:1px;padding:0;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
        th,td{border:1px solid var(--line);padding:.35em .5em;text-align:left;vertical-align:top;overflow-wrap:break-word}thead th{background:var(--pale)}tbody th{font-weight:400}
        .n{text-align:right;font-variant-numeric:tabular-nums;overflow-wrap:normal}blockquote{margin:.8em 0;padding:.2em 0 .2em 1em;border-left:4px solid var(--line)}blockquote p{margin:0}blockquote footer{color:var(--soft);font-size:.9rem}
        figure{margin:1.2em 0}figcaption{font-weight:600}svg{width:100%;max-width:44rem;height:auto;display:block}svg text{font:12px system-ui,sans-serif;fill:var(--ink);paint-order:stroke;stroke:#fff;stroke-width:3px}details{color:var(--soft);font-size:.9rem}
        .sign p{margin:1.6em 0}.notes{font-size:.9rem}sup{line-height:0}sup a{padding:0 .15em}:target{background:#fff4c2}
        @media(max-width:40rem){nav ol{columns:1}}
        @page{size:A4;margin:18mm 15mm}@media print{body{font-size:9.5pt;line-height:1.35;max-width:none;padding:0}table{min-width:0;font-size:8.5pt}th,td{padding:.15em .4em}h2{margin-top:1.2em}svg{max-width:32rem}nav{display:none}.banner{position:static;-webkit-print-color-adjust:exact;print-color-adjust:exact}h2,h3,caption{break-after:avoid}tr,figure,blockquote{break-inside:avoid}thead{display:table-header-group;break-after:avoid}tbody tr:first-child{break-before:avoid}.wide{overflow:visible;padding-right:1px}.wide:not(:has(tbody tr:nth-child(12))),section:has(>h3){break-inside:avoid}p:has(+.wide){break-after:avoid}.new{break-before:page}a{color:inherit;text-decoration:none}}
        """;

    /// <summary>In the margin of each printed page, whichever page somebody copies.</summary>
    public const string MarkOnPrintedPages = "@page{@top-center{content:\"FICTIONAL SAMPLE DATA\";color:#7a0019;font:700 10pt sans-serif}}";
}
