using System.Text.Json.Nodes;
using ACip.Tests.Faults.Auditor.Json;
using ACip.Tests.Faults.Auditor.Stored;

namespace ACip.Tests.Faults.Auditor.Rules;

/// <summary>Decisions on a plan: round by round, the first of two approvals too.</summary>
internal static class PlanDecisions
{
    private const string Key = "plan";

    public static IEnumerable<Finding> Check(string rule, StoredStream stream)
    {
        if (stream.Fact(Key) is not { } plan)
        {
            return [];
        }

        IReadOnlyList<JsonNode> rounds = plan.List("rounds");
        var matter = new DecidedMatter(
            rule,
            stream,
            Key,
            [.. rounds.Select(round => new Decided(round.Count("number"), round.Part("decision"), "approved", [round.Text("submittedBy")]))]
        );
        return rounds
            .Where(IsByOne)
            .Select(round => new Finding(
                rule,
                stream.Name,
                Key,
                $"Round {round.Count("number")} was approved twice by one person, or by who handed it in."
            ))
            .Concat(matter.Numbered(stream.EventsOf("PlanRevisionWithdrawn").Count()))
            .Concat(matter.Together(null, ["PlanApproved", "PlanRevisionApproved"], "PlanReturned"))
            .Concat(Own(rule, stream));
    }

    private static bool IsByOne(JsonNode round)
    {
        JsonObject? decision = round.Part("decision");
        return round
            .List("approvals")
            .Any(first =>
                first.Text("by") == round.Text("submittedBy") || (decision.Is("approved") && first.Text("by") == decision.Text("by"))
            );
    }

    /// <summary>Whoever drafted or handed in what is decided, since the last approval, as the chain tells it.</summary>
    private static IEnumerable<Finding> Own(string rule, StoredStream stream)
    {
        var authors = new HashSet<string>(StringComparer.Ordinal);
        foreach (StoredEvent link in stream.Events)
        {
            switch (link.Kind)
            {
                case "PlanDrafted" or "PlanSubmitted" or "PlanRevisionOpened" when link.By is not null:
                    authors.Add(link.By);
                    break;
                case "PlanApproved" or "PlanRevisionApproved" or "PlanFirstApproval" or "PlanReturned":
                    if (link.By is { } by && authors.Contains(by))
                    {
                        yield return new Finding(rule, stream.Name, link.Row.Key, $"{by} decided on a plan of which they wrote a part.");
                    }

                    if (link.Kind is "PlanApproved" or "PlanRevisionApproved")
                    {
                        authors.Clear();
                    }

                    break;
            }
        }
    }
}
