namespace ACip.Local.Mail.Pages;

internal static class Style
{
    public static readonly Markup Sheet = new(
        """
        :root{--ink:#1b2430;--soft:#4d5a69;--line:#d5dbe2;--paper:#fff;--ground:#f3f5f8;--mark:#0b5394}
        *{box-sizing:border-box}
        body{margin:0;font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;color:var(--ink);background:var(--ground)}
        a{color:var(--mark)}
        :focus-visible{outline:3px solid #e69f00;outline-offset:2px}
        .skip{position:absolute;left:-99em}.skip:focus{left:1em;top:.4em;background:#fff;padding:.3em .6em}
        .banner{margin:0;padding:.5em 1.5rem;background:#1b3a57;color:#fff}
        .wrap{max-width:84rem;margin:0 auto;padding:1rem 1.5rem 3rem}
        .split{display:grid;grid-template-columns:minmax(14rem,19rem) minmax(0,1fr);gap:1.5rem}
        h1{font-size:1.5rem;margin:.6rem 0 1rem}h2{font-size:1.1rem;margin:0 0 .6rem}
        .card{background:var(--paper);border:1px solid var(--line);border-radius:8px;padding:1rem 1.2rem;margin-bottom:1.2rem}
        .people{list-style:none;margin:0;padding:0}
        .people a{display:flex;justify-content:space-between;gap:.6em;padding:.4em .6em;border-radius:6px;text-decoration:none;color:inherit;overflow-wrap:anywhere}
        .people a:hover{background:#e9eef4}.people a[aria-current]{background:#dce8f4;font-weight:600}
        .people small,.soft{color:var(--soft)}
        table{border-collapse:collapse;width:100%}
        th{text-align:left;font-size:.85rem;color:var(--soft);font-weight:600}
        th,td{padding:.5em .6em;border-bottom:1px solid var(--line);vertical-align:top}
        td.when{white-space:nowrap;color:var(--soft);font-size:.9rem}
        tr:last-child td{border-bottom:0}
        .state{display:inline-block;padding:0 .6em;border-radius:1em;font-size:.85rem;border:1px solid}
        .good{color:#17603a;background:#e7f5ec}.bad{color:#8f1d1d;background:#fdeaea}.open{color:#6b4a00;background:#fff4d9}
        dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.15em 1em;margin:0}
        dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
        .bodies{display:grid;grid-template-columns:repeat(auto-fit,minmax(20rem,1fr));gap:1rem}
        .bodies>section{min-width:0}
        pre,iframe{width:100%;height:30rem;margin:0;border:1px solid var(--line);border-radius:6px;background:#fff}
        pre{padding:.8em;overflow:auto;white-space:pre-wrap;overflow-wrap:anywhere;font:14px/1.5 ui-monospace,Consolas,monospace}
        details>summary{cursor:pointer;color:var(--mark)}
        details pre{height:auto;max-height:24rem;margin-top:.6em}
        form .row{display:grid;grid-template-columns:repeat(auto-fit,minmax(13rem,1fr));gap:.8rem;margin-bottom:.8rem}
        label{display:block;font-weight:600;font-size:.92rem}
        label.tick{font-weight:400}
        input,select,textarea{width:100%;margin-top:.2em;padding:.45em .6em;font:inherit;font-weight:400;border:1px solid #8793a1;border-radius:6px;background:#fff;color:inherit}
        input[type=checkbox]{width:auto;margin-right:.4em}
        textarea{font:14px/1.5 ui-monospace,Consolas,monospace;resize:vertical}
        button{font:inherit;padding:.45em 1em;border:1px solid var(--mark);border-radius:6px;background:#fff;color:var(--mark);cursor:pointer}
        button.main{background:var(--mark);color:#fff;font-weight:600}
        .ready{display:flex;flex-wrap:wrap;gap:.6rem;align-items:center}
        .note{border-left:4px solid var(--mark);padding:.4em .9em;background:#e9f1f9;margin:0 0 1rem}
        .note.bad{border-color:#8f1d1d}
        @media(max-width:52rem){.split{grid-template-columns:1fr}td.state-cell{display:none}}
        @media print{.banner,form,.skip{display:none}}
        """
    );
}
