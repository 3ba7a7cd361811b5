using ACip.Workflows.Languages;

namespace ACip.Workflows.QuarterlyReports;

/// <summary>A question to the coordinator before or after submission. Never a refusal, because the figure may be right.</summary>
/// <param name="Rule">Stable name, the same in the API, on the page and in mail.</param>
/// <param name="Item">Code of the indicator, benchmark or narrative section.</param>
public sealed record ReportQuestion(string Rule, string Item, Text Text)
{
    /// <summary>True for a figure that looks unexpected; false for something missing.</summary>
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
