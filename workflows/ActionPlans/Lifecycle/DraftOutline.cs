using System.Globalization;
using System.Net;
using System.Text;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Programme;

namespace ACip.Workflows.ActionPlans.Lifecycle;

/// <summary>A summary of the plan for the drafting mail: what is measured, from which baseline, to which target.</summary>
public static class DraftOutline
{
    public static MailForm Write(ActionPlan plan)
    {
        var text = new StringBuilder();
        var html = new StringBuilder("<table>");
        foreach (PlanResult result in plan.Results)
        {
            text.Append(CultureInfo.InvariantCulture, $"{result.Code}  {result.Statement}\n");
            html.Append(
                CultureInfo.InvariantCulture,
                $"<tr><th scope=\"row\">{Encode(result.Code)}</th><th>{Encode(result.Statement)}</th><th></th></tr>"
            );
            foreach (Indicator indicator in plan.Indicators.Where(i => i.Result == result.Code && !i.Sensitive))
            {
                string span = Span(indicator);
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"   {indicator.Code}  {indicator.Statement}{(span.Length > 0 ? $" ({span})" : "")}\n"
                );
                html.Append(
                    CultureInfo.InvariantCulture,
                    $"<tr><td>{Encode(indicator.Code)}</td><td>{Encode(indicator.Statement)}</td><td>{Encode(span)}</td></tr>"
                );
            }

            foreach (Benchmark benchmark in plan.Benchmarks.Where(b => b.Result == result.Code))
            {
                text.Append(CultureInfo.InvariantCulture, $"   {benchmark.Code}  {benchmark.Statement} ({benchmark.Due:yyyy-MM-dd})\n");
                html.Append(
                    CultureInfo.InvariantCulture,
                    $"<tr><td>{Encode(benchmark.Code)}</td><td>{Encode(benchmark.Statement)}</td><td>{benchmark.Due:yyyy-MM-dd}</td></tr>"
                );
            }
        }

        return new MailForm(text.ToString(), html.Append("</table>").ToString());
    }

    /// <returns>The statement of an indicator, benchmark or result; empty where there is none of that code.</returns>
    public static string Label(ActionPlan plan, string code) =>
        plan.Indicators.FirstOrDefault(i => i.Code == code)?.Statement
        ?? plan.Benchmarks.FirstOrDefault(b => b.Code == code)?.Statement
        ?? plan.Results.FirstOrDefault(r => r.Code == code)?.Statement
        ?? "";

    private static string Span(Indicator indicator)
    {
        string unit = indicator.Measure == Measure.Percentage ? "%" : indicator.Unit;
        string? from = indicator.Baseline.Value?.ToString("0.##", CultureInfo.InvariantCulture);
        string? to = indicator.Targets.LastOrDefault()?.Value?.ToString("0.##", CultureInfo.InvariantCulture);
        return to is null ? "" : $"{from ?? "?"} → {to} {unit}";
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
