namespace ACip.Tests.Browser.Matrix;

/// <summary>What a page is asked about itself, each answered by what is wrong.</summary>
internal static class PageFaults
{
    /// <summary>A place of a text that nothing was put in, or a text that nobody has translated yet.</summary>
    public const string Unfilled = """
        () => [...document.querySelectorAll('body *')].filter(e => !e.closest('script, style, code, pre, textarea'))
          .flatMap(e => [...[...e.childNodes].filter(n => n.nodeType === 3).map(n => n.textContent),
            ...['title', 'alt', 'aria-label', 'placeholder'].map(name => e.getAttribute(name) ?? '')])
          .filter(text => /\{[a-z]\w*[,}]|⟦|⟧|\?\?\?|\bundefined\b|\bSystem\.[A-Z]|ACip\.[A-Z]/.test(text)).map(text => text.trim().slice(0, 100))
        """;

    /// <summary>Wider than the screen, or a title of which a part cannot be read.</summary>
    public const string CutOff = """
        () => {
          const found = [], wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
          if (wide > 0) { found.push(`${wide} px wider than the screen`); }
          for (const e of document.querySelectorAll('h1, h2, h3, h4, legend, summary, caption, th, label, button, dt, a')) {
            const style = getComputedStyle(e), box = e.getBoundingClientRect();
            if (!box.width || e.closest('.vh, .skip, thead')) { continue; }
            const cut = style.overflowX !== 'visible' && e.scrollWidth > e.clientWidth + 1;
            const beyond = !e.closest('.wide') && (box.right > document.documentElement.clientWidth + 1 || box.left < -1);
            if (cut || beyond) { found.push(`cut off: <${e.localName}> ${e.textContent.trim().slice(0, 80)}`); }
          }
          return found;
        }
        """;
}
