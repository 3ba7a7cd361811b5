using System.Text.Json.Nodes;
using ACip.Tests.Faults.Auditor.Json;
using ACip.Tests.Faults.Auditor.Stored;

namespace ACip.Tests.Faults.Auditor.Rules;

/// <summary>Each decision stands once in its row and once in the chain, by the same person in the same order; each submission has at most one,
/// only the last can be without; and nobody decides on what they wrote.</summary>
internal sealed class DecisionsRule : IRule
{
    public string Name => "decisions";

    public IEnumerable<Finding> Check(StoredProgramme programme) =>
        programme.Streams.SelectMany(stream =>
            Plan(stream).Concat(Reports(stream)).Concat(Restatements(stream)).Concat(DonorReports(stream))
        );

    private IEnumerable<Finding> Plan(StoredStream stream)
    {
        if (stream.Fact("plan") is not { } plan)
        {
            return [];
        }

        Decided[] rounds =
        [
            .. plan.List("rounds")
                .Select(round => new Decided(round.Count("number"), round.Part("decision"), "approved", [round.Text("submittedBy")])),
        ];
        IEnumerable<Finding> first =
            from round in plan.List("rounds")
            let approvals = round.List("approvals")
            where
                approvals.Any(one => one.Text("by") == round.Text("submittedBy"))
                || (round.Part("decision").Is("approved") && approvals.Any(one => one.Text("by") == round.Part("decision").Text("by")))
            select Of(stream, "plan", $"Round {round.Count("number")} was approved twice by one person, or by who handed it in.");
        return first
            .Concat(Numbered(stream, "plan", rounds, stream.EventsOf("PlanRevisionWithdrawn").Count()))
            .Concat(OwnPlans(stream))
            .Concat(
                Together(
                    stream,
                    "plan",
                    rounds,
                    link =>
                        link.Kind is "PlanApproved" or "PlanRevisionApproved" ? true
                        : link.Kind == "PlanReturned" ? false
                        : null
                )
            );
    }

    /// <summary>Whoever drafted or handed in what is decided, since the last approval, as the chain tells it.</summary>
    private IEnumerable<Finding> OwnPlans(StoredStream stream)
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
                        yield return Of(stream, link.Row.Key, $"{by} decided on a plan of which they wrote a part.");
                    }

                    if (link.Kind is "PlanApproved" or "PlanRevisionApproved")
                    {
                        authors.Clear();
                    }

                    break;
            }
        }
    }

    private IEnumerable<Finding> Reports(StoredStream stream)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach ((string key, JsonObject report) in stream.List("report|"))
        {
            string period = key["report|".Length..];
            told.Add(period);
            Decided[] submissions = [.. report.List("submissions").Select(one => Submission(one, report))];
            IEnumerable<Finding> findings = Numbered(stream, key, submissions, undecided: 0)
                .Concat(
                    Together(
                        stream,
                        key,
                        submissions,
                        link =>
                            link.Subject != period ? null
                            : link.Kind == "ReportAccepted" ? true
                            : link.Kind == "ReportReturned" ? false
                            : null
                    )
                );
            foreach (Finding finding in findings)
            {
                yield return finding;
            }
        }

        foreach (StoredEvent link in stream.EventsOf("ReportAccepted", "ReportReturned").Where(link => !told.Contains(link.Subject)))
        {
            yield return Of(
                stream,
                link.Row.Key,
                $"Event {link.Sequence} tells of a decision on report {link.Subject}, and there is no such report."
            );
        }
    }

    /// <summary>What was said or noted after a decision does not make it one on one's own words.</summary>
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

    private IEnumerable<Finding> Restatements(StoredStream stream)
    {
        foreach (
            IGrouping<string, (string Key, JsonObject Fact)> period in stream
                .List("restatement|")
                .GroupBy(row => row.Fact.Text("period") ?? "")
        )
        {
            Decided[] all =
            [
                .. period
                    .OrderBy(row => row.Fact.Part("decision").Instant("at") ?? DateTimeOffset.MaxValue)
                    .Select(row => new Decided(row.Fact.Count("number"), row.Fact.Part("decision"), "accepted", [row.Fact.Text("by")])),
            ];
            foreach (
                Finding finding in Together(
                    stream,
                    $"restatement|{period.Key}",
                    all,
                    link =>
                        link.Subject != period.Key ? null
                        : link.Kind == "FigureRestated" ? true
                        : link.Kind == "RestatementReturned" ? false
                        : null
                )
            )
            {
                yield return finding;
            }
        }
    }

    private IEnumerable<Finding> DonorReports(StoredStream stream) =>
        from row in stream.List("donor-report|")
        let period = row.Key["donor-report|".Length..]
        from finding in Together(
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
            ],
            link =>
                link.Subject != period ? null
                : link.Kind == "DonorReportApproved" ? true
                : link.Kind == "DonorReportReturned" ? false
                : null
        )
        select finding;

    /// <param name="undecided">How many may have been taken back before anybody decided.</param>
    private IEnumerable<Finding> Numbered(StoredStream stream, string key, Decided[] all, int undecided)
    {
        for (int place = 0; place < all.Length; place++)
        {
            if (all[place].Number != place + 1)
            {
                yield return Of(stream, key, $"Submission {all[place].Number} stands in place {place + 1}.");
            }

            if (all[place].Decision is null && place < all.Length - 1 && --undecided < 0)
            {
                yield return Of(stream, key, $"Submission {all[place].Number} was never decided, and another followed it.");
            }
        }
    }

    /// <param name="yesOrNo">What an event decides of this; null: nothing.</param>
    private IEnumerable<Finding> Together(StoredStream stream, string key, Decided[] all, Func<StoredEvent, bool?> yesOrNo)
    {
        string[] stored =
        [
            .. all.Where(one => one.Decision is not null).Select(one => Said(one.Decision.Is(one.Yes), one.Decision.Text("by"))),
        ];
        string[] told = [.. stream.Events.Where(link => yesOrNo(link) is not null).Select(link => Said(yesOrNo(link) == true, link.By))];
        if (!stored.SequenceEqual(told))
        {
            yield return Of(
                stream,
                key,
                $"The row has the decisions [{string.Join(", ", stored)}], the chain [{string.Join(", ", told)}]."
            );
        }

        foreach (Decided one in all)
        {
            if (one.Decision.Text("by") is { } by && one.Authors.Contains(by))
            {
                yield return Of(stream, key, $"{by} decided on number {one.Number}, and wrote a part of it.");
            }
        }
    }

    private static string Said(bool yes, string? by) => $"{(yes ? "yes" : "no")} by {by ?? "nobody"}";

    private Finding Of(StoredStream stream, string key, string what) => new(Name, stream.Name, key, what);

    /// <param name="Yes">Name of the member that says whether it was a yes.</param>
    private sealed record Decided(int Number, JsonObject? Decision, string Yes, IReadOnlyList<string?> Authors);
}
