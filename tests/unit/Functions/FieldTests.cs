using ACip.Functions.Pages.Frame;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace ACip.Tests.Unit.Functions;

/// <summary>A browser takes the first choice of a list in which none is selected, and the form would save what nobody chose.</summary>
public sealed class FieldTests
{
    [Theory]
    [InlineData("quarterly", "quarterly", 2)]
    [InlineData("every full moon", "every full moon", 3)] // not offered: it stays until somebody chooses, or a rule refuses it
    [InlineData("", null, 2)]
    [InlineData(null, null, 2)]
    public async Task What_stands_is_selected_whether_it_is_offered_or_not(string? stands, string? selected, int choices)
    {
        string html = await RenderAsync(stands);

        Assert.Equal(choices, html.Split("<option").Length - 1);
        Assert.Equal(
            selected is null ? [] : [$"value=\"{selected}\" selected"],
            html.Split("<option ")
                .Skip(1)
                .Select(option => option.Split('>')[0])
                .Where(option => option.EndsWith("selected", StringComparison.Ordinal))
        );
    }

    private static async Task<string> RenderAsync(string? stands)
    {
        await using ServiceProvider none = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(none, NullLoggerFactory.Instance);
        var parameters = new Dictionary<string, object?>
        {
            [nameof(Field.Id)] = "f",
            [nameof(Field.Name)] = "frequency",
            [nameof(Field.Label)] = "How often",
            [nameof(Field.Value)] = stands,
            [nameof(Field.Choices)] = new[] { ("yearly", "Every year"), ("quarterly", "Every quarter") },
        };
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<Field>(ParameterView.FromDictionary(parameters))).ToHtmlString()
        );
    }
}
