using System.Text.Json.Nodes;
using ACip.Tests.Faults.Auditor.Json;
using ACip.Tests.Faults.Auditor.Stored;

namespace ACip.Tests.Faults.Auditor.Rules;

/// <summary>Each decision stands once in its row and once in the chain, by the same person in the same order; each submission has at most
/// one, only the last can be without; and nobody decides on what they wrote.</summary>
internal sealed class DecisionsRule : IRule
{
    public string Name => "decisions";

    public IEnumerable<Finding> Check(StoredProgramme programme) =>
        programme.Streams.SelectMany(stream =>
            PlanDecisions
                .Check(Name, stream)
                .Concat(Reports(stream))
                .Concat(WithoutReport(stream))
                .Concat(Restatements(stream))
                .Concat(DonorReports(stream))
        );

    private IEnumerable<Finding> Reports(StoredStream stream) =>
        from row in stream.List("report|")
        let matter = new DecidedMatter(
            Name,
            stream,
            row.Key,
            [.. row.Fact.List("submissions").Select(submission => Submission(submission, row.Fact))]
        )
        let recalled = row.Fact.List("submissions").Where(one => one.Part("takenBack") is not null).ToArray()
        from finding in matter
            .Numbered(undecided: recalled.Count(one => one.Part("decision") is null))
            .Concat(matter.Together(Subject(row.Key), ["ReportAccepted"], "ReportReturned"))
            .Concat(TakenBack(stream, row.Key, recalled))
        select finding;

    /// <summary>What was taken back, before a decision or after an acceptance, was so by the person and as often as the chain
    /// says.</summary>
    private IEnumerable<Finding> TakenBack(StoredStream stream, string key, IReadOnlyList<JsonNode> recalled)
    {
        string[] stored =
        [
            .. recalled.Select(one =>
                $"{(one.Part("decision") is null ? "ReportRecalled" : "ReportReopened")} by {one.Part("takenBack").Text("by")}"
            ),
        ];
        string[] told =
        [
            .. stream
                .EventsOf("ReportRecalled", "ReportReopened")
                .Where(link => link.Subject == Subject(key))
                .Select(link => $"{link.Kind} by {link.By}"),
        ];
        if (!stored.SequenceEqual(told))
        {
            yield return new Finding(
                Name,
                stream.Name,
                key,
                $"The row has [{string.Join(", ", stored)}] taken back, the chain [{string.Join(", ", told)}]."
            );
        }
    }

    private IEnumerable<Finding> WithoutReport(StoredStream stream) =>
        from link in stream.EventsOf("ReportAccepted", "ReportReturned")
        where stream.Find("report|" + link.Subject) is null
        select new Finding(
            Name,
            stream.Name,
            link.Row.Key,
            $"It tells of a decision on report {link.Subject}, and there is no such report."
        );

    /// <summary>What was said or noted after a decision does not make it one on one's own words; nor does what was accepted
    /// before.</summary>
    private static Decided Submission(JsonNode submission, JsonObject report)
    {
        JsonObject? decision = submission.Part("decision");
        DateTimeOffset until = decision.Instant("at") ?? DateTimeOffset.MaxValue;
        HashSet<string> before =
        [
            .. report
                .List("submissions")
                .Where(one => one.Count("number") < submission.Count("number"))
                .SelectMany(one => one.Part("decision").Texts("acceptedItems")),
        ];
        return new Decided(
            submission.Count("number"),
            decision,
            "accepted",
            [
                submission.Text("by"),
                .. report
                    .Entries("entries")
                    .Where(entry => entry.Value.Instant("at") <= until && !before.Contains(entry.Key))
                    .Select(entry => entry.Value.Text("by")),
            ]
        );
    }

    private IEnumerable<Finding> Restatements(StoredStream stream) =>
        from period in stream.List("restatement|").GroupBy(row => row.Fact.Text("period") ?? "")
        let matter = new DecidedMatter(
            Name,
            stream,
            "restatement|" + period.Key,
            [
                .. period
                    .OrderBy(row => row.Fact.Part("decision").Instant("at") ?? DateTimeOffset.MaxValue)
                    .Select(row => new Decided(
                        row.Fact.Count("number"),
                        row.Fact.Part("decision"),
                        "accepted",
                        [row.Fact.Text("by"), .. row.Fact.List("items").Select(item => item.Part("now").Text("by"))]
                    )),
            ]
        )
        from finding in matter.Together(period.Key, ["FigureRestated"], "RestatementReturned")
        select finding;

    private IEnumerable<Finding> DonorReports(StoredStream stream) =>
        from row in stream.List("donor-report|")
        let matter = new DecidedMatter(
            Name,
            stream,
            row.Key,
            [
                .. row
                    .Fact.List("versions")
                    .Select(version => new Decided(
                        version.Count("number"),
                        version.Part("decision"),
                        "approved",
                        version.Texts("authors")
                    )),
            ]
        )
        from finding in matter.Together(Subject(row.Key), ["DonorReportApproved"], "DonorReportReturned")
        select finding;

    private static string Subject(string key) => key[(key.IndexOf('|') + 1)..];
}
