using ACip.Workflows.ActionPlans;
using ACip.Workflows.Languages;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Time;

namespace ACip.Local.Cli.Simulation;

/// <summary>What a coordinator says of results and of activities that are due: most go well, some are put off, as the seed says.</summary>
internal sealed class Statuses(Actors actors)
{
    private static readonly Text Works = Spoken.Of(
        "staff follow the new procedure",
        "le personnel suit la nouvelle procédure",
        "el personal sigue el nuevo procedimiento"
    );

    private static readonly Text Waits = Spoken.Of("the budget is not released", "le budget n’est pas débloqué", "falta el presupuesto");

    /// <returns>Lines such as "R3: on track, …".</returns>
    public IEnumerable<string> Lines(ActionPlan plan, ReportingPeriod period, Language language)
    {
        foreach (FormItem item in ReportItems.Of(plan, period))
        {
            double drawn = actors.Draw("stands", plan.Id.Value, item.Code, period.Key.Value);
            string? line = item.Kind switch
            {
                FormItemKind.ResultStatus => drawn < 0.75
                    ? $"{item.Code}: {ItemStatus.OnTrack.Label().In(language)}, {Works.In(language)}"
                    : $"{item.Code}: {ItemStatus.Constrained.Label().In(language)}, {Waits.In(language)}",
                // asked for once, and once more where it was put off
                FormItemKind.ActivityStatus when period.Covers(item.Context.Due!.Value) && drawn < 0.3 =>
                    $"{item.Code}: {ItemStatus.Delayed.Label().In(language)}, {Waits.In(language)}",
                FormItemKind.ActivityStatus when period.Covers(item.Context.Due!.Value) =>
                    $"{item.Code}: {ItemStatus.Done.Label().In(language)} {item.Context.Due:yyyy-MM-dd}",
                _ => null,
            };
            if (line is not null)
            {
                yield return line;
            }
        }
    }
}
