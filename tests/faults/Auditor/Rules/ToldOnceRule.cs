using System.Text.Json.Nodes;
using ACip.Tests.Faults.Auditor.Json;
using ACip.Tests.Faults.Auditor.Stored;

namespace ACip.Tests.Faults.Auditor.Rules;

/// <summary>What people did to a report beside deciding on it, one by one or many at once (more time, parts asked of others and taken back,
/// an end without figures), stands as often in its row as in the chain, by the same people; and whoever stands in for somebody was
/// named.</summary>
internal sealed class ToldOnceRule : IRule
{
    public string Name => "told-once";

    public IEnumerable<Finding> Check(StoredProgramme programme) =>
        programme.Streams.SelectMany(stream => stream.List("report|").SelectMany(row => Report(stream, row)).Concat(Absences(stream)));

    private IEnumerable<Finding> Report(StoredStream stream, (string Key, JsonObject Fact) row)
    {
        IReadOnlyList<JsonNode> parts = row.Fact.List("contributions");
        return Compare("more time", Of(row.Fact.List("extensions")), "DueDateExtended")
            .Concat(Compare("parts asked for", Of(parts), "ContributionAsked"))
            .Concat(
                Compare(
                    "parts taken back",
                    Of(parts.Select(part => part.Part("ended")).Where(end => end.Text("outcome") == "TakenBack")),
                    "ContributionTakenBack"
                )
            )
            .Concat(Ended());

        IEnumerable<Finding> Compare(string what, string[] stored, string kind)
        {
            string[] told = [.. Events(kind).Select(link => link.By).OfType<string>().Order(StringComparer.Ordinal)];
            if (!stored.SequenceEqual(told))
            {
                yield return new Finding(
                    Name,
                    stream.Name,
                    row.Key,
                    $"Of {what} the row has [{string.Join(", ", stored)}], the chain [{string.Join(", ", told)}]."
                );
            }
        }

        IEnumerable<Finding> Ended()
        {
            if (row.Fact.Part("endedBy").Text("by") is { } by && Events("ReportWaived", "ReportNil").Count(link => link.By == by) != 1)
            {
                yield return new Finding(Name, stream.Name, row.Key, $"{by} ended it without figures, and the chain does not say so once.");
            }
        }

        IEnumerable<StoredEvent> Events(params string[] kinds) => stream.EventsOf(kinds).Where(link => row.Key == "report|" + link.Subject);
    }

    private IEnumerable<Finding> Absences(StoredStream stream) =>
        from row in stream.List("person|")
        from absence in row.Fact.List("absences")
        let substitute = absence.Text("substitute")
        where
            !stream
                .EventsOf("SubstituteNamed")
                .Any(link => link.Subject == row.Key && link.Reason?.StartsWith(substitute + " ", StringComparison.Ordinal) == true)
        select new Finding(Name, stream.Name, row.Key, $"{substitute} stands in for them, and no event names them.");

    /// <summary>Who did it, where it was not the platform.</summary>
    private static string[] Of(IEnumerable<JsonNode?> done) =>
        [.. done.Select(one => one.Text("by")).OfType<string>().Order(StringComparer.Ordinal)];
}
