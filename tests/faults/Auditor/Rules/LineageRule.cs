using System.Text.Json.Nodes;
using ACip.Tests.Faults.Auditor.Json;
using ACip.Tests.Faults.Auditor.Stored;

namespace ACip.Tests.Faults.Auditor.Rules;

/// <summary>Every accepted observation goes back to what somebody said: to an entry of a submission that was accepted, to an item accepted
/// of one that was sent back, or to a restatement in force; with its value and source, and the source is there. And what was accepted is
/// all there.</summary>
internal sealed class LineageRule : IRule
{
    private static readonly string[] Figure = ["value", "reached", "date", "missingReason", "narrative"],
        Compared = [.. Figure, "by", "at", "source"];

    public string Name => "lineage";

    public IEnumerable<Finding> Check(StoredProgramme programme) =>
        programme.Plans.SelectMany(stream =>
            stream
                .List("observed|")
                .SelectMany(row =>
                    row.Fact.List("observations").SelectMany(observation => Backwards(programme, stream, row.Key, row.Fact, observation))
                )
                .Concat(Forwards(stream))
        );

    private IEnumerable<Finding> Backwards(
        StoredProgramme programme,
        StoredStream stream,
        string key,
        JsonObject accepted,
        JsonNode observation
    )
    {
        string id = observation.Text("id") ?? "";
        string number = id[(id.LastIndexOf(':') + 1)..];
        var origin = number.StartsWith("restated-", StringComparison.Ordinal)
            ? Origin.Restated(stream, observation, number["restated-".Length..])
            : Origin.Submitted(stream, observation, number);
        if (origin is null)
        {
            yield return Of(stream, key, $"{id} goes back to nothing that was accepted.");
            yield break;
        }

        if (origin.Decision.Text("by") != accepted.Text("by") || origin.Decision.Instant("at") != accepted.Instant("at"))
        {
            yield return Of(stream, key, $"{id} was accepted by {accepted.Text("by")}; the decision says {origin.Decision.Text("by")}.");
        }

        foreach (
            string name in (origin.IsOverwritten ? Figure : Compared).Where(name =>
                !CanonicalText.Same(observation[name], origin.Said[name])
            )
        )
        {
            yield return Of(
                stream,
                key,
                $"{id} has {name} {observation[name]}; what was said has {origin.Said[name]?.ToString() ?? "none"}."
            );
        }

        if (!Values(observation).SequenceEqual(Values(origin.Said)))
        {
            yield return Of(stream, key, $"{id} has other groups than what was said.");
        }

        if (Source(programme, stream, observation, origin) is { } missing)
        {
            yield return Of(stream, key, $"{id}: {missing}");
        }

        if (
            stream.Find(key)!.Event is { } at
            && stream.Events.FirstOrDefault(link => link.Sequence == at) is var told
            && told?.Kind is not ("ReportAccepted" or "ReportReturned" or "FigureRestated")
        )
        {
            yield return Of(stream, key, $"{id} came with event {at}, which is no decision.");
        }
    }

    /// <returns>What is missing; null: it is all there.</returns>
    private static string? Source(StoredProgramme programme, StoredStream stream, JsonNode observation, Origin origin)
    {
        string source = observation.Text("source") ?? "";
        string what = source[(source.IndexOf(':') + 1)..];
        if (source.StartsWith("measured:survey:", StringComparison.Ordinal))
        {
            return programme.Stream("programme").Find("survey|" + what["survey:".Length..]) is null ? $"there is no {what}." : null;
        }

        if (source.StartsWith("measured:pmm:", StringComparison.Ordinal))
        {
            string administration = stream.Fact("plan").Text("administration") ?? "";
            string year = what["pmm:".Length..];
            return programme.Streams.Any(one =>
                one.Name.Equals("pmm-" + administration, StringComparison.OrdinalIgnoreCase) && one.Find("assessment|" + year) is not null
            )
                ? null
                : $"there is no assessment of {year}.";
        }

        if (source.StartsWith("mail:", StringComparison.Ordinal))
        {
            JsonObject? note = programme.NotesOf(what).FirstOrDefault();
            if (note is null)
            {
                return $"no row tells of its mail {what}.";
            }

            if (
                !programme.Blobs(CountsRule.Container).Contains(what)
                && !programme.IsExcused(CountsRule.Container, what, note.Instant("at") ?? default)
            )
            {
                return $"its mail {what} is not kept.";
            }
        }

        // whichever way it came in, the chain tells of it: who, for which period, from where
        return origin.IsTold(stream, observation.Text("by"), source)
            ? null
            : $"no event tells that {observation.Text("by")} gave it by {source}.";
    }

    private IEnumerable<Finding> Forwards(StoredStream stream)
    {
        HashSet<string> ids =
        [
            .. stream.List("observed|").SelectMany(row => row.Fact.List("observations")).Select(one => one.Text("id") ?? ""),
        ];
        foreach ((string key, JsonObject report) in stream.List("report|"))
        {
            JsonObject? plan = stream.Fact(FormattableString.Invariant($"plan-version|{report.Count("planVersion"):D4}"));
            HashSet<string> asked = [.. plan.List("indicators").Concat(plan.List("benchmarks")).Select(one => one.Text("code") ?? "")];
            HashSet<string> taken = [];
            foreach (JsonNode submission in report.List("submissions"))
            {
                JsonObject? decision = submission.Part("decision");
                if (decision.Is("accepted") && report.List("submissions").Any(one => OpenedAgain(one, submission)))
                {
                    taken.ExceptWith(SaidSince(report, submission));
                }

                string[] now = decision.Is("accepted")
                    ? [.. report.Entries("entries").Select(entry => entry.Key).Except(taken)]
                    : [.. decision.Texts("acceptedItems")];
                taken.UnionWith(now);
                foreach (string item in now.Where(asked.Contains))
                {
                    string id = $"{report.Text("plan")}:{key["report|".Length..]}:{item}:{submission.Count("number")}";
                    if (!ids.Contains(id))
                    {
                        yield return Of(
                            stream,
                            key,
                            $"{item} was accepted with submission {submission.Count("number")}, and there is no {id}."
                        );
                    }
                }
            }
        }
    }

    /// <summary>An earlier submission that was accepted and then opened again.</summary>
    private static bool OpenedAgain(JsonNode one, JsonNode submission) =>
        one.Count("number") < submission.Count("number") && one.Part("takenBack") is not null && one.Part("decision") is not null;

    /// <summary>Items that were answered anew between the submission before and this one.</summary>
    private static IEnumerable<string> SaidSince(JsonObject report, JsonNode submission)
    {
        DateTimeOffset? since = report.List("submissions").Last(one => OpenedAgain(one, submission)).Part("takenBack").Instant("at");
        DateTimeOffset? until = submission.Part("decision").Instant("at");
        return report
            .Entries("entries")
            .Where(entry => entry.Value.Instant("at") is { } at && at > since && at <= until)
            .Select(entry => entry.Key);
    }

    private static decimal[] Values(JsonNode? said) =>
        [.. said.Entries("groups").Select(group => group.Value!.GetValue<decimal>()).Order()];

    private Finding Of(StoredStream stream, string key, string what) => new(Name, stream.Name, key, what);
}
