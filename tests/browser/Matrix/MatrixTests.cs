using System.Globalization;
using System.Text;
using ACip.Tests.Scenarios.Malformed;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace ACip.Tests.Browser.Matrix;

/// <summary>Every kind of page in every language that it is there in, in the light and in the dark, on a telephone and at a desk:
/// no fault for who cannot see it (best practice included), nothing wider than the screen, no title cut off, no place of a text left
/// unfilled, and light. A fixed sample of that; <c>./matrix</c> takes the whole.</summary>
[Collection(EverythingSite.Name)]
public sealed class MatrixTests(MalformedWorld world, ITestOutputHelper output)
{
    private const int LargestPage = 60_000,
        SampleOf = 5;

    private static readonly (ColorScheme Theme, int Width)[] Looks =
    [
        (ColorScheme.Light, 360),
        (ColorScheme.Dark, 1280),
        (ColorScheme.Light, 1280),
        (ColorScheme.Dark, 360),
    ];

    /// <summary>Of one page in one language; it takes a second or two.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private static bool Whole => Environment.GetEnvironmentVariable("ACIP_MATRIX") == "all";

    [Fact]
    public async Task Every_page_holds_in_every_language_theme_and_width()
    {
        using IPlaywright playwright = await Playwright.CreateAsync();
        await using IBrowser browser = await Chromium.LaunchAsync(playwright);
        IReadOnlyList<KindOfPage> pages = await new PageKinds(world).FindAsync();
        var table = new MatrixTable();
        int told = 0;
        foreach (
            IGrouping<string?, (KindOfPage Page, int At)> person in pages.Select((page, at) => (page, at)).GroupBy(one => one.page.Person)
        )
        {
            IPage browsing = await OpenAsync(browser, person.Key);
            foreach ((KindOfPage page, int at) in person)
            {
                foreach ((string language, (ColorScheme Theme, int Width)[] looks) in Wanted(page, at))
                {
                    Tell($"{page} in {language}");
                    try
                    {
                        table.Add(page, language, await CheckAsync(browsing, page, language, looks, table).WaitAsync(Longest));
                    }
                    catch (Exception failed) when (failed is TimeoutException or PlaywrightException)
                    {
                        table.Add(page, language, [$"cannot be looked at: {failed.Message.Split('\n')[0]}"]);
                        browsing = await OpenAsync(browser, person.Key);
                    }

                    table.Wrong.Skip(told).ToList().ForEach(one => Tell($"  {one}"));
                    told = table.Wrong.Count;
                }
            }

            await browsing.Context.CloseAsync();
        }

        output.WriteLine(table.ToString());
        if (Environment.GetEnvironmentVariable("ACIP_MATRIX_TABLE") is { Length: > 0 } file)
        {
            await File.WriteAllTextAsync(file, table.ToString());
        }

        Assert.True(table.Wrong.Count == 0, $"{table.Wrong.Count}:\n{string.Join('\n', table.Wrong.Take(80))}");
        Assert.InRange(table.Combinations, Whole ? 600 : 15, 10_000);
    }

    /// <summary>The whole takes long: whoever waits sees how far it is.</summary>
    private static void Tell(string what)
    {
        if (Whole && Environment.GetEnvironmentVariable("ACIP_MATRIX_TABLE") is { Length: > 0 } file)
        {
            File.AppendAllText($"{file}.log", what + "\n");
        }
    }

    /// <summary>All, or one combination of every so manieth page: another one of each.</summary>
    private static IEnumerable<(string Language, (ColorScheme, int)[] Looks)> Wanted(KindOfPage page, int at) =>
        Whole ? page.Languages.Select(language => (language, Looks))
        : at % SampleOf == 0 ? [(page.Languages[at / SampleOf % page.Languages.Count], [Looks[at / SampleOf % Looks.Length]])]
        : [];

    private async Task<IPage> OpenAsync(IBrowser browser, string? person)
    {
        Dictionary<string, string> said = person is null ? new() { ["Cookie"] = world.Cookie } : new() { ["X-Local-Sign-In"] = person };
        IBrowserContext context = await browser.NewContextAsync(
            new BrowserNewContextOptions { BaseURL = world.World.Platform.BaseUrl, ExtraHTTPHeaders = said }
        );
        return await context.NewPageAsync();
    }

    private async Task<IReadOnlyList<string>> CheckAsync(
        IPage browsing,
        KindOfPage page,
        string language,
        (ColorScheme Theme, int Width)[] looks,
        MatrixTable table
    )
    {
        IResponse answer = (await browsing.GotoAsync($"{page.Path}?lang={language}"))!;
        byte[] html = await answer.BodyAsync();
        using var client = new HttpClient { BaseAddress = new Uri(world.World.Platform.BaseUrl) };
        int length = html.Length + await PagesTests.SharedAsync(client, html);
        table.Read(page, length);
        List<string> wrong = length <= LargestPage ? [] : [$"{length} bytes"];
        string? tag = await browsing.Locator("html").GetAttributeAsync("lang");
        wrong.AddRange(tag == language ? [] : [$"in {tag}"]);
        foreach (string unfilled in await browsing.EvaluateAsync<string[]>(PageFaults.Unfilled))
        {
            wrong.Add($"unfilled: {unfilled}");
        }

        foreach ((ColorScheme theme, int width) in looks)
        {
            await browsing.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = theme });
            await browsing.SetViewportSizeAsync(width, 900);
            foreach (string fault in await browsing.EvaluateAsync<string[]>(PageFaults.CutOff))
            {
                wrong.Add($"{theme} {width}: {fault}");
            }

            foreach (string fault in await (theme == ColorScheme.Light ? Axe.ViolationsAsync(browsing) : Axe.OfColoursAsync(browsing)))
            {
                wrong.Add($"{theme} {width}: {fault}");
            }

            table.Combinations++;
        }

        return wrong;
    }
}

/// <summary>What was looked at, and what was found.</summary>
internal sealed class MatrixTable
{
    private readonly SortedDictionary<string, (int Pages, int Largest, SortedSet<string> Languages, int Wrong)> kinds = new(
        StringComparer.Ordinal
    );
    private readonly HashSet<KindOfPage> pages = [];

    public int Combinations { get; set; }

    public List<string> Wrong { get; } = [];

    public void Read(KindOfPage page, int length)
    {
        var before = kinds.GetValueOrDefault(page.Kind, (0, 0, new(StringComparer.Ordinal), 0));
        kinds[page.Kind] = (before.Pages + (pages.Add(page) ? 1 : 0), Math.Max(before.Largest, length), before.Languages, before.Wrong);
    }

    public void Add(KindOfPage page, string language, IReadOnlyList<string> wrong)
    {
        if (!kinds.TryGetValue(page.Kind, out var before))
        {
            Read(page, 0);
            before = kinds[page.Kind];
        }

        before.Languages.Add(language);
        kinds[page.Kind] = before with { Wrong = before.Wrong + wrong.Count };
        Wrong.AddRange(wrong.Select(one => $"{page} in {language}: {one}"));
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"{kinds.Count} kinds of page, {pages.Count} pages, {Combinations} combinations, {Wrong.Count} violations"
        );
        text.AppendLine().AppendLine("| page | readers | languages | bytes at most | violations |").AppendLine("|---|---|---|---|---|");
        foreach ((string kind, var one) in kinds)
        {
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| /{kind.Trim('/')} | {one.Pages} | {string.Join(' ', one.Languages)} | {one.Largest} | {one.Wrong} |"
            );
        }

        return text.ToString();
    }
}
