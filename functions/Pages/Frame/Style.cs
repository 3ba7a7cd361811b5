namespace ACip.Functions.Pages.Frame;

/// <summary>How pages look. Colours have a contrast of 4.5:1 and more on what they stand on; no state is told by colour alone.</summary>
internal static class Style
{
    public const string Sheet = """
        :root{--ink:#1b2733;--soft:#51606e;--line:#d3dbe2;--blue:#0b5394;--pale:#f3f6f9;--good:#0f5c2e;--good-bg:#e3f3e8;--wait:#7a4b00;--wait-bg:#fdf1d8;--bad:#8a1c1c;--bad-bg:#fbe6e4;--info:#0b4a8f;--info-bg:#e4eef9}
        *{box-sizing:border-box}html{-webkit-text-size-adjust:100%}
        body{font:16px/1.55 system-ui,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif;color:var(--ink);background:#fff;margin:0}
        a{color:var(--blue);text-underline-offset:.15em}a:hover{text-decoration-thickness:.14em}
        :focus-visible{outline:3px solid #0b5394;outline-offset:2px;border-radius:2px}
        .skip{position:absolute;left:-999rem}.skip:focus{left:1rem;top:.5rem;background:#fff;padding:.4rem .8rem;z-index:9}
        .banner{margin:0;max-width:none;background:#7a0019;color:#fff;font-weight:700;text-align:center;padding:.3rem 1rem;letter-spacing:.03em;font-size:.9rem}
        .top{display:flex;flex-wrap:wrap;gap:.3rem 1.6rem;align-items:baseline;padding:.9rem 1.25rem .8rem;border-bottom:1px solid var(--line);max-width:76rem;margin:0 auto}
        .brand{font-weight:700;font-size:1.15rem;color:var(--ink);text-decoration:none;letter-spacing:.01em}.brand span{font-weight:400}
        .top nav{display:flex;flex-wrap:wrap;gap:.2rem 1.1rem}.brand span{margin-left:.25em}.top nav a{text-decoration:none;padding:.15rem 0;border-bottom:2px solid transparent}.top nav a:hover{border-color:var(--line)}
        .top a[aria-current]{color:var(--ink);font-weight:600;border-color:var(--blue)}.langs{margin-left:auto;font-size:.9rem}.who{margin:0;font-size:.9rem}.who span{color:var(--soft);margin-right:.5rem}
        main{max-width:76rem;margin:0 auto;padding:1.25rem 1.25rem 3rem}footer{max-width:76rem;margin:0 auto;padding:1rem 1.25rem 2rem;color:var(--soft);font-size:.85rem;border-top:1px solid var(--line)}footer p{margin:0}
        h1{font-size:1.75rem;line-height:1.2;margin:.6rem 0 .3rem;letter-spacing:-.01em}h2{font-size:1.25rem;line-height:1.3;margin:2.4rem 0 .6rem}h3{font-size:1.02rem;margin:1.6rem 0 .3rem}
        p{margin:.5rem 0;max-width:46rem}.lead{color:var(--soft);margin:0 0 1rem}.soft{color:var(--soft)}.small{font-size:.875rem}.crumbs{font-size:.9rem;margin:0}
        .note{background:var(--info-bg);border-left:4px solid var(--info);padding:.6rem .9rem;margin:1rem 0}.warn{background:var(--wait-bg);border-color:var(--wait)}.done{background:var(--good-bg);border-color:var(--good)}.stop{background:var(--bad-bg);border-color:var(--bad)}
        .tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr));gap:.9rem;margin:1.2rem 0;padding:0;list-style:none}.tiles li{border:1px solid var(--line);border-radius:6px;padding:.8rem 1rem}.tiles b{display:block;font-size:1.7rem;line-height:1.15;font-weight:650;font-variant-numeric:tabular-nums}.tiles span{color:var(--soft);font-size:.9rem}
        .wide{overflow-x:auto;position:relative;margin:.6rem 0;border:1px solid var(--line);border-radius:6px}.wide table{border:0}
        table{border-collapse:collapse;width:100%;font-size:.92rem}caption{text-align:left;color:var(--soft);font-size:.88rem;padding:.5rem .7rem}
        th,td{padding:.45rem .7rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}thead th{font-size:.84rem;color:var(--soft);font-weight:600;background:var(--pale);white-space:nowrap}tbody th{font-weight:600}tbody tr:last-child>*{border-bottom:0}
        .n{text-align:right;font-variant-numeric:tabular-nums}.d{white-space:nowrap}.tight td,.tight th{padding:.3rem .5rem}
        .matrix tbody th{position:sticky;left:0;background:#fff;min-width:8.5rem}.matrix td{white-space:nowrap}.matrix td a{text-decoration:none}.matrix td a:hover{text-decoration:underline}
        .state{display:inline-block;border-radius:4px;padding:.06rem .45rem;font-size:.84rem;white-space:nowrap;background:var(--pale);color:var(--soft)}.state i{font-style:normal;display:inline-block;min-width:1.1em}
        .good{background:var(--good-bg);color:var(--good)}.wait{background:var(--wait-bg);color:var(--wait)}.bad{background:var(--bad-bg);color:var(--bad)}.info{background:var(--info-bg);color:var(--info)}
        .bars td,.bars th{vertical-align:middle}.bar{width:100%;min-width:6rem;height:.7rem;display:block}.spark{width:7rem;height:1.8rem;display:block}
        .code{font-weight:650;white-space:nowrap}.figures td:first-child,.figures tbody th{min-width:16rem}.figures tbody th{font-weight:400}.figures [scope=rowgroup]{background:var(--pale);font-weight:600}.figures td.n{min-width:6rem}.figures thead th{white-space:normal}q{color:var(--soft)}blockquote{margin:.4rem 0;padding:.1rem 0 .1rem .9rem;border-left:3px solid var(--line)}
        ol.rounds{list-style:none;padding:0;margin:.6rem 0;max-width:60rem}ol.rounds>li{border:1px solid var(--line);border-radius:6px;padding:.7rem 1rem;margin:.6rem 0}.rounds h3{margin:0 0 .2rem}.rounds p{margin:.2rem 0}
        form.decide{border:1px solid var(--line);border-radius:6px;padding:.4rem 1.1rem 1.1rem;background:var(--pale);max-width:60rem;margin:1rem 0}label{display:block;font-weight:600;margin:.9rem 0 .2rem}.hint{color:var(--soft);font-size:.875rem;margin:.1rem 0}
        input,textarea,select{font:inherit;min-height:2.6rem;color:inherit;background:#fff;border:1px solid #6b7a88;border-radius:4px;padding:.45rem .6rem;width:100%;max-width:46rem}textarea{min-height:5.5rem}
        .problem{color:var(--bad);font-weight:600;margin:.2rem 0}[aria-invalid]{border-color:var(--bad);border-width:2px}
        .check{font-weight:400}.check input{width:auto;min-height:0;margin-right:.4rem}button,.button{font:inherit;font-weight:600;border:1px solid var(--blue);background:var(--blue);color:#fff;border-radius:4px;padding:.55rem 1.2rem;min-height:2.75rem;cursor:pointer;text-decoration:none;display:inline-block}button.second{background:#fff;color:var(--blue)}.buttons{display:flex;flex-wrap:wrap;gap:.7rem;margin-top:1.2rem}
        details{margin:.6rem 0}summary{cursor:pointer;color:var(--blue);padding:.2rem 0}dl.facts{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1.2rem;margin:.8rem 0}dl.facts dt{color:var(--soft)}dl.facts dd{margin:0;overflow-wrap:anywhere}code{font-size:.86em;overflow-wrap:anywhere}
        .act{border-top:1px solid var(--line);margin:0;max-width:60rem}.act[open]{padding-bottom:1rem}.act summary{padding:.7rem 0}.wrap{white-space:normal}.pre{white-space:pre-line}fieldset.item{border:1px solid var(--line);border-radius:6px;background:#fff;margin:1rem 0;padding:.2rem .9rem .9rem}legend{font-weight:600;padding:0 .3rem}.row{display:grid;grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr));gap:0 1rem}form.inline{display:flex;flex-wrap:wrap;gap:.4rem .8rem;align-items:center;margin:.8rem 0}form.inline label{margin:0}form.inline select{width:auto;max-width:100%}
        .vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
        @media(max-width:44rem){main,.top,footer{padding-left:1rem;padding-right:1rem}.langs{margin-left:0}h1{font-size:1.45rem}.stack thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}.stack tr{display:block;padding:.6rem .8rem;border-bottom:1px solid var(--line)}.stack tr:last-child{border-bottom:0}.stack td,.stack tbody th{display:block;min-width:0!important;border:0;padding:.1rem 0;text-align:left;white-space:normal}.stack [data-label]:not(:empty)::before{content:attr(data-label) ": ";color:var(--soft);font-weight:400}[lang=fr] .stack [data-label]:not(:empty)::before{content:attr(data-label) "\00a0: "}.spark{display:inline-block}dl.facts{grid-template-columns:1fr;gap:0}dl.facts dd{margin-bottom:.5rem}}
        @page{size:A4;margin:16mm 14mm}@media print{body{font-size:10pt}.top nav,.who,.skip,form,.act,.buttons,footer a{display:none}.banner{-webkit-print-color-adjust:exact;print-color-adjust:exact}main,.top,footer{max-width:none;padding-left:0;padding-right:0}.wide{overflow:visible;border:0}.matrix tbody th{position:static}tr,.rounds>li,.tiles li{break-inside:avoid}h2,h3,caption{break-after:avoid}thead{display:table-header-group}a{color:inherit;text-decoration:none}.state{border:1px solid currentColor}details{display:block}details>*{display:block}}
        @media(forced-colors:active){.state,.bar{border:1px solid}}
        """;
}
