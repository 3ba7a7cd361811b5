using ACip.Workflows.Languages;

namespace ACip.Workflows.QuarterlyReports;

/// <summary>Something that a coordinator is asked before, or after, submitting. A question and never a refusal: the figure may be
/// right.</summary>
/// <param name="Rule">Stable name, the same in the API, on the page and in mail.</param>
/// <param name="Item">Code of the indicator, benchmark or narrative section.</param>
public sealed record ReportQuestion(string Rule, string Item, Text Text)
{
    /// <summary>True: about a figure that looks otherwise than expected; false: about something that is not there.</summary>
    public bool IsAboutFigure =>
        Rule
            is not (
                "value-missing"
                or "benchmark-missing"
                or "narrative-missing"
                or "evidence-missing"
                or "status-missing"
                or "status-why-missing"
            );
}
