using System.Text.Json;
using Microsoft.Playwright;

namespace ACip.Tests.Browser.Keyboard;

/// <summary>Somebody who has a keyboard and nothing else. On the way to whatever they want, each stop is looked at: that it shows,
/// that it comes after the one before, and that it lets go.</summary>
internal sealed class Keys(IPage page)
{
    private const int Most = 600;

    /// <summary>What of the focused element is to be held; "last" remembers the stop before.</summary>
    private const string Stop = """
        target => {
          const at = document.activeElement, last = window.lastStop;
          if (!at || at === document.body) { window.lastStop = null; return { there: false, what: 'body', fault: '' }; }
          const style = getComputedStyle(at), box = at.getBoundingClientRect();
          const shown = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none';
          const faults = [];
          if (!shown) { faults.push('no outline'); }
          if (!box.width || !box.height || box.bottom < 0 || box.top > innerHeight) { faults.push('out of sight'); }
          if (at.tabIndex > 0) { faults.push('out of turn'); }
          if (last && last !== at && !(last.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING)) { faults.push('before the one before'); }
          const stuck = last === at && !(at.localName === 'input' && at.type === 'date') && at.localName !== 'video';
          if (stuck) { faults.push('does not let go'); }
          window.lastStop = at;
          return {
            there: at === target,
            what: `<${at.localName}${at.name ? ' ' + at.name : ''}> ${(at.innerText || at.value || '').trim().slice(0, 40)}`,
            fault: faults.join(', ')
          };
        }
        """;

    private const string ClosedAround = """
        target => {
          let outer = null;
          for (let one = target.closest('details:not([open])'); one; one = one.parentElement.closest('details:not([open])')) {
            if (!(one.querySelector(':scope > summary') === target)) { outer = one; }
          }
          return outer && outer.querySelector(':scope > summary');
        }
        """;

    /// <summary>What was wrong at any stop.</summary>
    public List<string> Faults { get; } = [];

    public int Stops { get; private set; }

    public async Task OpenAsync(string path)
    {
        await page.GotoAsync(path);
        await page.Keyboard.PressAsync("Tab");
        string first = await page.EvaluateAsync<string>("document.activeElement.className");
        Assert.Equal("skip", first);
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        // a page with nothing to press in it leads on to its foot
        Assert.True(
            await page.EvaluateAsync<bool>(
                "document.querySelector('#main').contains(document.activeElement) || !document.querySelector('#main :is(a, button, input, select, textarea, summary, [tabindex])')"
            ),
            $"{path}: the skip link leads past the content"
        );
        await page.EvaluateAsync("window.lastStop = null");
    }

    /// <summary>By Tab alone; what is folded away is opened on the way.</summary>
    public async Task ToAsync(string selector)
    {
        IElementHandle target = (await page.Locator(selector).First.ElementHandleAsync())!;
        for (int deep = 0; deep < 6; deep++)
        {
            if (!await target.EvaluateAsync<bool>($"target => !!({ClosedAround})(target)"))
            {
                break;
            }

            var summary = (IElementHandle)await target.EvaluateHandleAsync(ClosedAround);
            await ToAsync(summary, $"what is folded around {selector}");
            await page.Keyboard.PressAsync("Enter");
        }

        await ToAsync(target, selector);
    }

    /// <summary>Writes into a field, chooses in a list, or ticks: as the field is.</summary>
    public async Task FillAsync(string selector, string value)
    {
        // Tab leads to one of a group of choices, and arrows to the others
        string? group = await page.Locator(selector).First.EvaluateAsync<string?>("one => one.type === 'radio' ? one.name : null");
        await ToAsync(group is null ? selector : await FirstOfAsync(group));
        string kind = await page.EvaluateAsync<string>("document.activeElement.type || document.activeElement.localName");
        switch (kind)
        {
            case "checkbox":
                await page.Keyboard.PressAsync("Space");
                break;
            case "radio":
                await page.Keyboard.PressAsync("Space");
                for (int at = 0; at < 20 && !await page.Locator(selector).First.IsCheckedAsync(); at++)
                {
                    await page.Keyboard.PressAsync("ArrowDown");
                }

                break;
            case "date":
                var day = DateOnly.ParseExact(value, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
                await page.Keyboard.TypeAsync(day.ToString("MMddyyyy", System.Globalization.CultureInfo.InvariantCulture));
                break;
            case "select-one":
                await page.Keyboard.PressAsync("Home");
                for (int at = 0; at < 200 && await ValueAsync() != value; at++)
                {
                    await page.Keyboard.PressAsync("ArrowDown");
                }

                Assert.Equal(value, await ValueAsync());
                break;
            default:
                await page.Keyboard.PressAsync("Control+A");
                await page.Keyboard.TypeAsync(value);
                break;
        }
    }

    public async Task PressAsync(string selector, string key = "Enter")
    {
        await ToAsync(selector);
        await page.EvaluateAsync("window.before = true");
        await page.Keyboard.PressAsync(key);
        for (int wait = 0; wait < 600; wait++)
        {
            await Task.Delay(100);
            try
            {
                if (await page.EvaluateAsync<bool>("!window.before && document.readyState === 'complete'"))
                {
                    return;
                }
            }
            catch (PlaywrightException)
            {
                // one page goes, the next is not here yet
            }
        }

        Assert.Fail($"{page.Url}: {key} at {selector} leads nowhere");
    }

    /// <summary>After a refusal the reader is at what says so.</summary>
    public async Task AtTheFaultAsync()
    {
        Assert.True(
            await page.EvaluateAsync<bool>("!!document.activeElement.closest('.note.stop, [role=alert]')"),
            $"after a refused form the focus is on {await page.EvaluateAsync<string>("document.activeElement.outerHTML.slice(0, 120)")}"
        );
        await page.EvaluateAsync("window.lastStop = null");
    }

    /// <summary>Shift and Tab lead back, stop by stop.</summary>
    public async Task BackAsync()
    {
        string here = await page.EvaluateAsync<string>("document.activeElement.outerHTML");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Shift+Tab");
        Assert.Equal(here, await page.EvaluateAsync<string>("document.activeElement.outerHTML"));
        await page.EvaluateAsync("window.lastStop = null");
    }

    private async Task<string> FirstOfAsync(string group) =>
        await page.Locator($"input[name='{group}']:checked").CountAsync() > 0 ? $"input[name='{group}']:checked" : $"input[name='{group}']";

    private Task<string> ValueAsync() => page.EvaluateAsync<string>("document.activeElement.value");

    private async Task ToAsync(IElementHandle target, string what)
    {
        // it begins where it stands, which is no stop that did not let go
        await page.EvaluateAsync("window.lastStop = null");
        for (int press = 0; press < Most; press++)
        {
            JsonElement stop = (await target.EvaluateAsync<JsonElement>(Stop))!;
            Stops++;
            if (stop.GetProperty("fault").GetString() is { Length: > 0 } fault)
            {
                Faults.Add($"{new Uri(page.Url).AbsolutePath} {stop.GetProperty("what").GetString()}: {fault}");
            }

            if (stop.GetProperty("there").GetBoolean())
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{page.Url}: Tab does not lead to {what}; {string.Join("; ", Faults.Take(5))}");
    }
}
