using ACip.Functions.Pages.DonorReports;
using ACip.Functions.Pages.Frame;
using ACip.Tests.Unit.Finance;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Primitives;

namespace ACip.Tests.Unit.Functions.DonorReports;

public sealed class FirstTextsTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("  \n\n ", 0)]
    [InlineData("One text.", 1)]
    [InlineData("One text\nof two lines.", 1)]
    [InlineData("The first.\r\n\r\nThe second.\n\n\n\nThe third.", 3)]
    public void An_empty_line_parts_one_text_from_the_next(string typed, int texts) =>
        Assert.Equal(texts, FirstTextsTyped.Read(typed, [], []).Count);

    [Fact]
    public void A_choice_that_is_saved_as_it_was_shown_stays()
    {
        string[] chosen = ["One paragraph.\r\n\r\n\r\nAnd  another.", "Short.", "One paragraph."];
        string[] stands = [.. chosen.Select(Translation.KeyOf), Translation.KeyOf("No longer in the report.")];
        Assert.Equal(stands, FirstTextsTyped.Read(FirstTextsTyped.Write(chosen), ["Other words.", .. chosen], stands));
    }

    [Fact]
    public void What_the_form_could_not_show_stays_and_what_it_showed_can_go()
    {
        string[] stands = [Translation.KeyOf("Shown."), Translation.KeyOf("Not in the report now.")];
        Assert.Equal(stands, FirstTextsTyped.Read("", [], stands)); // there is no version yet
        Assert.Equal([Translation.KeyOf("New."), stands[1]], FirstTextsTyped.Read("New.", ["Shown.", "New."], stands));
        Assert.Empty(FirstTextsTyped.Read(" ", ["Shown."], stands)); // empty leaves the order to the programme
    }

    /// <summary>Each look joins paragraphs; beyond the longest text of the report it would join nearly all of them each time, and 6,000
    /// paragraphs took hours. What is joined is seen by the memory that it needs.</summary>
    [Fact]
    public void No_more_paragraphs_are_joined_than_a_text_of_the_report_has()
    {
        string typed = string.Concat(Enumerable.Range(0, 1200).Select(at => (char)('a' + at % 26) + "\n\n"));
        FirstTextsTyped.Read("a", ["One.\n\nTwo."], []);
        long before = GC.GetAllocatedBytesForCurrentThread();
        IReadOnlyList<string> read = FirstTextsTyped.Read(typed, ["One.\n\nTwo.", "c\n\nd"], []);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000_000);
        Assert.Equal(25, read.Count);
        Assert.Contains(Translation.KeyOf("c\n\nd"), read);
    }

    [Fact]
    public async Task What_a_colleague_has_chosen_stands_above_what_was_typed()
    {
        const string Path = "/donor-reports/sample-1/20250101-20251231/first";
        GrantAgreement agreement = Books.Agreement;
        DonorReportRecord report = DonorSchedule.Begin(
            agreement,
            new DonorReportRef(agreement.Id, new DateOnly(2025, 1, 1), new DateOnly(2025, 12, 31))
        );
        var typed = new FormCollection(
            new Dictionary<string, StringValues>
            {
                ["first"] = "Typed.",
                ["seen"] = "read",
                ["act"] = "first",
            }
        );
        var page = new PageContext(Path, "", Language.En, false, null, false, DateTimeOffset.UnixEpoch)
        {
            Refused = RefusedForm.AsTyped(Path, typed, StatusCodes.Status412PreconditionFailed),
        };
        await using ServiceProvider none = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(none, NullLoggerFactory.Instance);
        Dictionary<string, object?> parameters = new()
        {
            [nameof(FirstTexts.Page)] = page,
            [nameof(FirstTexts.Report)] = new DonorReportReadModel(
                new Row<DonorReportRecord>("", report, default),
                agreement,
                Books.Register
            ),
            [nameof(FirstTexts.Token)] = "token",
            [nameof(FirstTexts.Chosen)] = new[] { "A colleague's choice." },
        };
        string html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<FirstTexts>(ParameterView.FromDictionary(parameters))).ToHtmlString()
        );
        Assert.Contains(">Typed.</textarea>", html, StringComparison.Ordinal);
        Assert.Contains("<li>A colleague&#x27;s choice.</li>", html, StringComparison.Ordinal);
    }
}
