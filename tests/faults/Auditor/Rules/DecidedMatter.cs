using System.Text.Json.Nodes;
using ACip.Tests.Faults.Auditor.Json;
using ACip.Tests.Faults.Auditor.Stored;

namespace ACip.Tests.Faults.Auditor.Rules;

/// <summary>Something that was handed in, and what was decided on it.</summary>
/// <param name="Yes">Name of the decision's member that says whether it was a yes.</param>
internal sealed record Decided(int Number, JsonObject? Decision, string Yes, IReadOnlyList<string?> Authors);

/// <summary>A row with all that was handed in and decided about one matter.</summary>
internal sealed record DecidedMatter(string Rule, StoredStream Stream, string Key, IReadOnlyList<Decided> All)
{
    /// <summary>Numbers go on without a gap, and only the last can be undecided.</summary>
    /// <param name="undecided">How many may have been taken back before anybody decided.</param>
    public IEnumerable<Finding> Numbered(int undecided)
    {
        for (int place = 0; place < All.Count; place++)
        {
            if (All[place].Number != place + 1)
            {
                yield return Of($"Submission {All[place].Number} stands in place {place + 1}.");
            }

            if (All[place].Decision is null && place < All.Count - 1 && --undecided < 0)
            {
                yield return Of($"Submission {All[place].Number} was never decided, and another followed it.");
            }
        }
    }

    /// <summary>Row and chain tell the same decisions in the same order, and nobody decides on what they wrote.</summary>
    /// <param name="subject">Of the events; null for any.</param>
    /// <param name="yes">Kinds of event that say yes.</param>
    /// <param name="no">The kind that says no.</param>
    public IEnumerable<Finding> Together(string? subject, IReadOnlyList<string> yes, string no)
    {
        string[] stored =
        [
            .. All.Where(one => one.Decision is not null).Select(one => Said(one.Decision.Is(one.Yes), one.Decision.Text("by"))),
        ];
        string[] told =
        [
            .. Stream
                .EventsOf([.. yes, no])
                .Where(link => subject is null || link.Subject == subject)
                .Select(link => Said(link.Kind != no, link.By)),
        ];
        if (!stored.SequenceEqual(told))
        {
            yield return Of($"The row has the decisions [{string.Join(", ", stored)}], the chain [{string.Join(", ", told)}].");
        }

        foreach (Decided one in All)
        {
            if (one.Decision.Text("by") is { } by && one.Authors.Contains(by))
            {
                yield return Of($"{by} decided on number {one.Number}, and wrote a part of it.");
            }
        }
    }

    private static string Said(bool yes, string? by) => $"{(yes ? "yes" : "no")} by {by ?? "nobody"}";

    private Finding Of(string what) => new(Rule, Stream.Name, Key, what);
}
