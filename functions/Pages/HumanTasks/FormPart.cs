using ACip.Workflows.Languages;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.ReplyParsing;

namespace ACip.Functions.Pages.HumanTasks;

/// <summary>A collapsible part of the long form: figures, benchmarks, words.</summary>
/// <param name="IsOptional">True: nothing in it has to be answered, and it begins folded.</param>
internal sealed record FormPart(Text Heading, IReadOnlyList<FormItem> Items, bool IsOptional)
{
    /// <summary>Those that have items; the items keep their order.</summary>
    public static IReadOnlyList<FormPart> Of(IReadOnlyList<FormItem> items)
    {
        ILookup<string, FormItem> by = items.ToLookup(item =>
            NarrativeSection.All.FirstOrDefault(section => section.Code == item.Code) is { } section
                ? section.Required
                    ? "words"
                    : "more"
                : item.Kind is FormItemKind.ResultStatus or FormItemKind.ActivityStatus
                    ? "status"
                    : item.Kind == FormItemKind.YesNo
                        ? "benchmarks"
                        : "figures"
        );
        return
        [
            .. new[]
            {
                new FormPart(Texts.PartFigures, [.. by["figures"]], false),
                new FormPart(Texts.PartBenchmarks, [.. by["benchmarks"]], false),
                new FormPart(Texts.PartStatus, [.. by["status"]], false),
                new FormPart(Texts.PartWords, [.. by["words"]], false),
                new FormPart(Texts.PartMore, [.. by["more"]], true),
            }.Where(part => part.Items.Count > 0),
        ];
    }
}
