using System.Collections.Concurrent;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using ACip.Workflows.Surveys;

namespace ACip.Functions.Pages.Dashboard;

/// <summary>Reads the overview. Every row is read by its key, several at a time, and of a plan no more than the end of its chain while
/// nothing has changed.</summary>
/// <remarks>Pages that only show something take what is kept in memory (<see cref="KeptReading{T}"/>) and say as of when; forms, the API
/// and whoever decides read what stands.</remarks>
public sealed class ProgrammeQuery(
    ProgrammeTable table,
    ProgrammeDirectory directory,
    PlanReading plans,
    ProgrammeReading programme,
    OverviewComposition composition,
    TimeProvider clock
)
{
    private const int AtOnce = 12;

    private volatile Composed? last;

    /// <summary>Who else had written, as it was seen last.</summary>
    private volatile WriterMarksSeen? writers;

    /// <summary>As it stands now.</summary>
    /// <param name="only">Which plans; null for all.</param>
    public async Task<ProgrammeOverview> ReadAsync(CancellationToken cancellation, Func<PlanListing, bool>? only = null) =>
        (await ReadFactsAsync(cancellation, only)).Overview;

    /// <inheritdoc cref="ReadAsync"/>
    public async Task<ProgrammeFacts> ReadFactsAsync(CancellationToken cancellation, Func<PlanListing, bool>? only = null)
    {
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        var read = new ConcurrentBag<ReadPlan>();
        await Parallel.ForEachAsync(
            register.Plans.Values.Where(only ?? (_ => true)),
            Several(cancellation),
            async (listing, token) =>
            {
                if ((await plans.ReadAsync(listing.Id, token)).Value.Plan is { } plan)
                {
                    read.Add(plan);
                }
            }
        );
        return composition.Of(register, [.. read], (await programme.ReadAsync(register, cancellation)).Value, clock.GetUtcNow());
    }

    /// <summary>As it was read last: what this process has written since is in it, what another worker wrote at most 30 seconds
    /// later.</summary>
    /// <inheritdoc cref="ReadAsync"/>
    internal async Task<KeptFacts> KeptAsync(CancellationToken cancellation, Func<PlanListing, bool>? only = null)
    {
        DateTimeOffset now = clock.GetUtcNow();
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        plans.Prune(register.Plans);
        PlanListing[] wanted = [.. register.Plans.Values.Where(only ?? (_ => true))];
        var seen = new Seen<KeptPlan>?[wanted.Length];
        var due = new List<int>();
        for (int at = 0; at < wanted.Length; at++)
        {
            if ((seen[at] = plans.Kept(wanted[at].Id)) is null)
            {
                due.Add(at);
            }
        }

        Seen<ReadProgramme>? kept = programme.Kept(register);
        WriterMarksSeen? look = null;
        if (due.Count > 0 || kept is null)
        {
            bool mayStand = (kept is null && programme.MayStand) || due.Exists(at => plans.MayStand(wanted[at].Id));
            look = writers;
            if (mayStand || look is null)
            {
                // only a look of this very view confirms what others have read meanwhile
                WriterMarksSeen own = writers = look = await table.Writers.LookAsync(cancellation);
                kept ??= programme.Confirm(register, own, now);
                due.RemoveAll(at => (seen[at] = plans.Confirm(wanted[at].Id, own, now)) is not null);
            }
        }

        Task<Seen<ReadProgramme>> reading = kept is { } known ? Task.FromResult(known) : programme.ReadAsync(register, cancellation, look);
        await Parallel.ForEachAsync(
            due,
            Several(cancellation),
            async (at, token) => seen[at] = await plans.ReadAsync(wanted[at].Id, token, look)
        );
        Seen<ReadProgramme> rest = await reading;
        DateTimeOffset oldest = seen.Select(one => one!.Value.At).Append(rest.At).Min();
        return new KeptFacts(
            Compose(register, [.. seen.Select(one => one!.Value.Value.Plan).OfType<ReadPlan>()], rest.Value, now),
            oldest < now ? oldest : null
        );
    }

    /// <summary>How scores moved that surveys published for the programme, kept likewise.</summary>
    internal Task<Seen<IReadOnlyList<CipsMovement>>> MovementsAsync(CancellationToken cancellation) =>
        programme.MovementsAsync(cancellation);

    private static ParallelOptions Several(CancellationToken cancellation) =>
        new() { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };

    /// <summary>Of the same readings the same is composed, until something falls due.</summary>
    private ProgrammeFacts Compose(ProgrammeRegister register, ReadPlan[] read, ReadProgramme rest, DateTimeOffset now)
    {
        if (last is { } before && before.IsOf(register, read, rest) && before.From <= now && now <= before.Until)
        {
            return before.Facts;
        }

        ProgrammeFacts facts = composition.Of(register, read, rest, now);
        if (read.Length == register.Plans.Count)
        {
            last = new Composed(register, read, rest, now, OverviewComposition.SameUntil(facts, now), facts);
        }

        return facts;
    }

    private sealed record Composed(
        ProgrammeRegister Register,
        ReadPlan[] Plans,
        ReadProgramme Rest,
        DateTimeOffset From,
        DateTimeOffset Until,
        ProgrammeFacts Facts
    )
    {
        public bool IsOf(ProgrammeRegister register, ReadPlan[] plans, ReadProgramme rest) =>
            ReferenceEquals(Register, register)
            && ReferenceEquals(Rest, rest)
            && Plans.Length == plans.Length
            && Plans.Zip(plans).All(pair => ReferenceEquals(pair.First, pair.Second));
    }
}

/// <param name="SeenAt">When storage last said the oldest of it; null where all of it was read just now.</param>
internal sealed record KeptFacts(ProgrammeFacts Facts, DateTimeOffset? SeenAt);
