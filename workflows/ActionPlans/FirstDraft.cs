using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;

namespace ACip.Workflows.ActionPlans;

/// <summary>Creates the first draft of a plan, which is never empty.</summary>
public static class FirstDraft
{
    public const int Years = 3;

    /// <summary>A three-year plan from the library. It has words only; the administration fills in baselines and targets.</summary>
    /// <param name="agreement">The agreement whose indicators the draft is linked to; null for none.</param>
    /// <param name="keyFactors">The key factors wanted; null or empty for all.</param>
    public static ActionPlan FromLibrary(
        PlanLibrary library,
        Administration administration,
        GrantAgreement? agreement,
        DateOnly start,
        IReadOnlySet<int>? keyFactors = null
    )
    {
        var chosen = library.Indicators.Where(indicator => keyFactors is not { Count: > 0 } || keyFactors.Contains(indicator.KeyFactor));
        return LibraryPlan.Build(
            library,
            administration,
            agreement,
            start,
            chosen,
            (_, _) => (new Baseline(null, null, null, null, null), [])
        );
    }

    /// <summary>The successor of a plan: it keeps what was measured, and baselines are the last accepted values if there are
    /// any.</summary>
    /// <param name="accepted">The last accepted value and its day, by code of the indicator.</param>
    /// <param name="source">What to name as the source of such a baseline.</param>
    public static ActionPlan FromLast(
        ActionPlan last,
        DateOnly start,
        IReadOnlyDictionary<string, (decimal Value, DateOnly On)> accepted,
        string source
    ) =>
        last with
        {
            Id = IdFor(last.Administration, start),
            Version = 1,
            Start = start,
            End = start.AddYears(Years).AddDays(-1),
            Indicators =
            [
                .. last.Indicators.Select(indicator =>
                    indicator with
                    {
                        Revision = 1,
                        Change = null,
                        DonorLink = null,
                        Baseline =
                            accepted.TryGetValue(indicator.Code, out var known) && !(known.On < indicator.Change?.From)
                                ? new Baseline(known.Value, null, known.On, source, null)
                                : new Baseline(null, null, null, null, null),
                        Targets = [],
                    }
                ),
            ],
            Benchmarks = [],
            Activities = [],
        };

    /// <summary>The plan's id as a slug, because table keys and instance ids allow nothing else.</summary>
    public static PlanId IdFor(AdministrationId administration, DateOnly start) =>
        new(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{administration.Value.ToLowerInvariant()}-{start.Year}"));
}
