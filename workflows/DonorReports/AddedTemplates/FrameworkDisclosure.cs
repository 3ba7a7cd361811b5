using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Programme;
using ACip.Workflows.Programme.ReportTemplates;

namespace ACip.Workflows.DonorReports.AddedTemplates;

/// <summary>What a template discloses of an agreement's framework: results on the levels that it shows, and no figure about fewer
/// administrations than it allows. Applied to the snapshot, so that every format respects it.</summary>
public static class FrameworkDisclosure
{
    /// <summary>What was said about an indicator that the template leaves out is left out with it.</summary>
    /// <param name="whole">The agreement as it is registered.</param>
    public static IReadOnlyList<Deviation> Of(IReadOnlyList<Deviation> deviations, GrantAgreement whole, ReportTemplate template)
    {
        HashSet<string> shown = [.. Of(whole, template).Framework.Indicators.Select(one => one.Code)];
        return
        [
            .. deviations.Where(one =>
                one.Item is null || shown.Contains(one.Item) || whole.Framework.Indicators.All(indicator => indicator.Code != one.Item)
            ),
        ];
    }

    /// <returns>The agreement itself where the template neither leaves out nor withholds anything.</returns>
    public static GrantAgreement Of(GrantAgreement agreement, ReportTemplate template)
    {
        LogicModel framework = agreement.Framework;
        HashSet<ResultLevel> levels = [.. template.Levels.Select(one => one.Level)];
        int minimum = template.Disclosure.MinimumCell;
        if (framework.Results.All(result => levels.Contains(result.Level)) && framework.Indicators.All(one => one.MinimumCell >= minimum))
        {
            return agreement;
        }

        Dictionary<string, FrameworkResult> all = framework.Results.ToDictionary(result => result.Code);
        FrameworkResult[] shown =
        [
            .. framework.Results.Where(result => levels.Contains(result.Level)).Select(result => result with { Parent = Above(result) }),
        ];
        HashSet<string> codes = [.. shown.Select(result => result.Code)];
        return agreement with
        {
            Framework = framework with
            {
                Results = shown,
                Indicators =
                [
                    .. framework
                        .Indicators.Where(one => codes.Contains(one.Result))
                        .Select(one => one with { MinimumCell = Math.Max(one.MinimumCell, minimum) }),
                ],
            },
        };

        // the nearest result above that is shown
        string? Above(FrameworkResult result)
        {
            FrameworkResult? above = result;
            do
            {
                above = above.Parent is { } parent ? all.GetValueOrDefault(parent) : null;
            } while (above is not null && !levels.Contains(above.Level));

            return above?.Code;
        }
    }
}
