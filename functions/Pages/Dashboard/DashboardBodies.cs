using System.Collections.Concurrent;
using ACip.Functions.Pages.Frame;
using ACip.Functions.Pages.ManyAtOnce;
using ACip.Workflows.Languages;
using ACip.Workflows.Surveys;

namespace ACip.Functions.Pages.Dashboard;

/// <summary>What all readers of the dashboard see alike, written once for each page of administrations, language and for what they may
/// follow, for as long as the overview stays the same.</summary>
/// <remarks>At most so many are kept, of the newest overview only, and those used last. What is narrowed down or taken along as a file is
/// written each time: there are as many of it as readers think of.</remarks>
public sealed class DashboardBodies
{
    private const int Most = 24;

    private readonly Lock emptying = new();
    private long uses;
    private volatile Kept last = new(null, null);

    internal async Task<PagePart> OfAsync(PageContext page, DashboardView view)
    {
        var key = new Key(page.Language, page.ChosenLanguage, view.Query, page.May(ManyPageEndpoint.Path));
        if (!view.IsCommon)
        {
            return await WriteAsync(page, view, key);
        }

        Kept kept = last;
        if (!ReferenceEquals(kept.Overview, view.Of) || !ReferenceEquals(kept.Movements, view.Movements))
        {
            last = kept = new Kept(view.Of, view.Movements);
        }

        if (!kept.Bodies.TryGetValue(key, out Body? body))
        {
            body = new Body(await WriteAsync(page, view, key));
            kept.Bodies[key] = body;
            LetGo(kept);
        }

        body.Used = Interlocked.Increment(ref uses);
        return body.Part;
    }

    private void LetGo(Kept kept)
    {
        lock (emptying)
        {
            while (kept.Bodies.Count > Most)
            {
                kept.Bodies.TryRemove(kept.Bodies.MinBy(one => one.Value.Used).Key, out _);
            }
        }
    }

    /// <summary>It gets nothing about the reader except the cache key.</summary>
    private static Task<PagePart> WriteAsync(PageContext page, DashboardView view, Key key) =>
        PageResult.PartAsync<DashboardBody>(
            new PageContext(page.Path, key.Query, key.Language, key.ChosenLanguage, null, page.Fictional, view.Of.AsOf)
            {
                May = path => path == ManyPageEndpoint.Path && key.MayDoMany,
            },
            new Dictionary<string, object?> { [nameof(DashboardBody.View)] = view }
        );

    private sealed record Key(Language Language, bool ChosenLanguage, string Query, bool MayDoMany);

    private sealed class Body(PagePart part)
    {
        public PagePart Part => part;

        /// <summary>When last, counted in uses. One that is being written is not let go first.</summary>
        public long Used { get; set; } = long.MaxValue;
    }

    private sealed class Kept(ProgrammeOverview? overview, IReadOnlyList<CipsMovement>? movements)
    {
        public ProgrammeOverview? Overview => overview;

        public IReadOnlyList<CipsMovement>? Movements => movements;

        public ConcurrentDictionary<Key, Body> Bodies { get; } = new();
    }
}
