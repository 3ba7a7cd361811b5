using System.Globalization;
using System.Text.RegularExpressions;
using ACip.Functions.Pages.Frame;
using ACip.Functions.Pages.Surveys;
using ACip.Workflows.Languages;
using ACip.Workflows.Surveys;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace ACip.Tests.Unit.Functions;

/// <summary>What surveys say, on the dashboard: at most thirty lines, and all of them in the file.</summary>
public sealed class SurveyMovementsTests
{
    [Theory]
    [InlineData(30, "", 30, false)]
    [InlineData(31, "", 30, true)]
    [InlineData(31, "?take=movements.csv", 31, false)]
    public async Task What_is_cut_off_is_said_and_is_in_the_file(int groups, string query, int rows, bool said)
    {
        CipsMovement[] movements =
        [
            .. from owner in Enumerable.Range(1, groups)
            from factor in new[] { 3, 4 }
            select new CipsMovement(
                new CipsScore("2026", factor, $"group {owner.ToString(CultureInfo.InvariantCulture)}", 40, 50 + factor, 45, 60)
                {
                    Owner = "GH",
                },
                null,
                CipsDirection.First
            ),
        ];

        string html = await RenderAsync(movements, query);

        Assert.Equal(rows, Regex.Count(html, "<th scope=\"row\""));
        Assert.Equal(said, html.Contains($"The first {rows} of {groups};", StringComparison.Ordinal));
    }

    private static async Task<string> RenderAsync(CipsMovement[] movements, string query)
    {
        var page = new PageContext("/", query, Language.En, false, null, false, DateTimeOffset.UnixEpoch);
        await using ServiceProvider none = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(none, NullLoggerFactory.Instance);
        var parameters = new Dictionary<string, object?>
        {
            [nameof(SurveyMovements.Page)] = page,
            [nameof(SurveyMovements.Movements)] = movements,
        };
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<SurveyMovements>(ParameterView.FromDictionary(parameters))).ToHtmlString()
        );
    }
}
