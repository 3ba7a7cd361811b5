using System.Collections.Concurrent;
using ACip.Functions.Pages.Frame;
using ACip.Functions.Pages.ManyAtOnce;
using ACip.Workflows.Languages;
using ACip.Workflows.Surveys;

namespace ACip.Functions.Pages.Dashboard;

/// <summary>What all readers of the dashboard see alike, written once for each language and for what they may follow, for as long as the
/// overview stays the same.</summary>
/// <remarks>At most so many are kept, of the newest overview only; what comes beyond that is written each time.</remarks>
public sealed class DashboardBodies
{
    private const int Most = 24;

    private volatile Kept last = new(null, null);

    internal async Task<PagePart> OfAsync(
        PageContext page,
        ProgrammeOverview overview,
        IReadOnlyList<CipsMovement> movements,
        Quarter? until
    )
    {
        Kept kept = last;
        if (!ReferenceEquals(kept.Overview, overview) || !ReferenceEquals(kept.Movements, movements))
        {
            last = kept = new Kept(overview, movements);
        }

        var key = new Key(page.Language, page.ChosenLanguage, until, page.May(ManyPageEndpoint.Path));
        if (kept.Bodies.TryGetValue(key, out PagePart? known))
        {
            return known;
        }

        PagePart body = await WriteAsync(page, overview, movements, key);
        if (kept.Bodies.Count < Most)
        {
            kept.Bodies[key] = body;
        }

        return body;
    }

    /// <summary>It is given nothing of the reader but what it is kept by.</summary>
    private static Task<PagePart> WriteAsync(
        PageContext page,
        ProgrammeOverview overview,
        IReadOnlyList<CipsMovement> movements,
        Key key
    ) =>
        PageResult.PartAsync<DashboardBody>(
            new PageContext(
                page.Path,
                key.Until is { } quarter ? $"?until={quarter}" : "",
                key.Language,
                key.ChosenLanguage,
                null,
                page.Fictional,
                overview.AsOf
            )
            {
                May = path => path == ManyPageEndpoint.Path && key.MayDoMany,
            },
            new Dictionary<string, object?>
            {
                [nameof(DashboardBody.Overview)] = overview,
                [nameof(DashboardBody.Movements)] = movements,
                [nameof(DashboardBody.Until)] = key.Until,
            }
        );

    private sealed record Key(Language Language, bool ChosenLanguage, Quarter? Until, bool MayDoMany);

    private sealed class Kept(ProgrammeOverview? overview, IReadOnlyList<CipsMovement>? movements)
    {
        public ProgrammeOverview? Overview => overview;

        public IReadOnlyList<CipsMovement>? Movements => movements;

        public ConcurrentDictionary<Key, PagePart> Bodies { get; } = new();
    }
}
