using System.Text.Json.Nodes;
using ACip.Tests.Faults.Auditor.Json;
using ACip.Tests.Faults.Auditor.Stored;

namespace ACip.Tests.Faults.Auditor.Rules;

/// <summary>What an accepted observation goes back to.</summary>
/// <param name="Said">The entry: what somebody gave.</param>
/// <param name="Decision">By which it was accepted.</param>
/// <param name="Subject">What the events of giving it are about.</param>
internal sealed record Origin(JsonNode Said, JsonObject Decision, string Subject, IReadOnlyList<string> Kinds)
{
    /// <summary>What was said was changed since, after the report was opened again: who had said it, and when, is told by the chain
    /// alone.</summary>
    public bool IsOverwritten { get; private init; }

    private static readonly string[] Given = ["ReportDrafted", "ReportSubmitted", "ReportNil"];

    /// <summary>An officer's proposal tells its reason where an answer tells its source.</summary>
    public bool IsTold(StoredStream stream, string? by, string source) =>
        stream.EventsOf([.. Kinds]).Any(link => link.Subject == Subject && link.By == by && (Kinds != Given || link.Reason == source));

    /// <returns>Null where no submission of that number was accepted, nor this item of it.</returns>
    public static Origin? Submitted(StoredStream stream, JsonNode observation, string number)
    {
        (string period, string item) = (observation.Text("period") ?? "", observation.Text("item") ?? "");
        JsonObject? report = stream.Fact("report|" + period);
        JsonObject? decision = report
            .List("submissions")
            .FirstOrDefault(one => FormattableString.Invariant($"{one.Count("number")}") == number)
            .Part("decision");
        return
            decision is not null
            && (decision.Is("accepted") || decision.Texts("acceptedItems").Contains(item))
            && report.Part("entries").Part(item) is { } entry
            ? entry.Instant("at") > decision.Instant("at")
                ? SaidBefore(report, entry, number) is { } before
                    ? new Origin(before, decision, period, Given) { IsOverwritten = true }
                    : null
                : new Origin(entry, decision, period, Given)
            : null;
    }

    /// <summary>What stood there when the round after a submission began.</summary>
    private static JsonObject? SaidBefore(JsonObject? report, JsonNode entry, string number)
    {
        int round =
            1
            + report
                .List("submissions")
                .Where(one => one.Count("number") <= int.Parse(number, System.Globalization.CultureInfo.InvariantCulture))
                .Count(one => one.Part("takenBack") is not null || one.Part("decision") is { } decided && !decided.Is("accepted"));
        return entry.List("sentBack").FirstOrDefault(one => one.Count("round") >= round).Part("answer");
    }

    /// <returns>Null where no restatement of that number is in force that has this item and replaces what the observation says.</returns>
    public static Origin? Restated(StoredStream stream, JsonNode observation, string number)
    {
        (string period, string item) = (observation.Text("period") ?? "", observation.Text("item") ?? "");
        (string key, JsonObject? restatement) = stream
            .List($"restatement|{period}:")
            .FirstOrDefault(row => FormattableString.Invariant($"{row.Fact.Count("number")}") == number);
        JsonNode? restated = restatement.List("items").FirstOrDefault(one => one.Text("item") == item);
        string replaced = restated.Text("restates") ?? $"{observation.Text("plan")}:{period}:{item}:gap";
        return
            restatement.Part("decision") is { } decision
            && decision.Is("accepted")
            && restated.Part("now") is { } now
            && observation.Text("restates") == replaced
            ? new Origin(now, decision, key["restatement|".Length..], ["RestatementProposed"])
            : null;
    }
}
