using System.Security.Cryptography;
using System.Text.Json.Nodes;
using ACip.Tests.Faults.Auditor.Json;
using ACip.Tests.Faults.Auditor.Stored;

namespace ACip.Tests.Faults.Auditor.Rules;

/// <summary>What a donor was given says what was accepted: its observations are accepted ones with the same values, its figures follow from
/// them, and nothing in it is of an administration that the grant does not fund.</summary>
internal sealed class DonorReportsRule : IRule
{
    private const string Container = "donor-reports";

    private static readonly string[] Compared =
    [
        "plan",
        "planVersion",
        "item",
        "period",
        "value",
        "reached",
        "date",
        "narrative",
        "missingReason",
        "groups",
        "by",
        "source",
        "restates",
    ];

    public string Name => "donor-reports";

    public IEnumerable<Finding> Check(StoredProgramme programme) =>
        from stream in programme.Streams
        from report in stream.List("donor-report|")
        from version in report.Fact.List("versions")
        where version.Text("issuedAt") is not null
        from finding in Version(programme, report.Fact, version)
        select finding;

    private IEnumerable<Finding> Version(StoredProgramme programme, JsonObject report, JsonNode version)
    {
        string folder = version.Text("folder") ?? "",
            name = folder + "/snapshot.json";
        if (programme.Blob(Container, name) is not { } bytes)
        {
            return [new Finding(Name, Container, name, "The report was issued, and its snapshot is not kept.")];
        }

        if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != version.Text("snapshotSha256"))
        {
            return [new Finding(Name, Container, name, "The snapshot is not the one that was issued.")];
        }

        JsonNode snapshot = JsonNode.Parse(bytes)!;
        var accepted = AcceptedValues.Of(programme);
        return Funded(programme, report, version, snapshot, name)
            .Concat(snapshot.List("plans").SelectMany(plan => Observations(accepted, plan, name)))
            .Concat(Figures(programme, accepted, snapshot, folder));
    }

    /// <summary>By the agreement as it stands, unless it was changed since; then as it stood in the snapshot.</summary>
    private IEnumerable<Finding> Funded(StoredProgramme programme, JsonObject report, JsonNode version, JsonNode snapshot, string name)
    {
        StoredStream register = programme.Stream("programme");
        StoredRow? row = register.Find("agreement|" + report.Text("agreement"));
        DateTimeOffset changed = register.Events.FirstOrDefault(link => link.Sequence == row?.Event)?.At ?? default;
        JsonNode? agreement = changed <= version.Instant("assembledAt") ? row?.Fact : snapshot["head"].Part("agreement");
        HashSet<string> funded = [.. agreement.Texts("administrations")];
        JsonNode? head = snapshot["head"];
        IEnumerable<(string Where, string? Administration)> named = head.List("administrations")
            .Select(one => ("list of administrations", one.Text("id")))
            .Concat(snapshot.List("plans").Select(plan => ($"plan {plan.Text("plan")}", plan.Text("administration"))))
            .Concat(head.List("gaps").Select(gap => ("list of gaps", gap.Text("administration"))))
            .Concat(head.List("deliveries").Select(held => ("events", held.Text("administration"))))
            .Concat(head.List("narratives").Select(text => ("texts", text.Text("administration"))));
        return from one in named
            where one.Administration is not null && !funded.Contains(one.Administration)
            select new Finding(Name, Container, name, $"{one.Administration} stands in its {one.Where}, and the grant does not fund it.");
    }

    private IEnumerable<Finding> Observations(AcceptedValues accepted, JsonNode plan, string name)
    {
        IEnumerable<JsonNode?> all = plan.List("observations")
            .Concat(plan.List("restatements").SelectMany(one => new[] { one["old"], one["new"] }).OfType<JsonNode>());
        foreach (JsonNode? one in all)
        {
            JsonObject? observation = one.Part("observation");
            string id = observation.Text("id") ?? "";
            if (accepted.Find(id) is not { } stored)
            {
                yield return new Finding(Name, Container, name, $"{id} stands in it, and was never accepted.");
                continue;
            }

            foreach (string member in Compared.Where(member => !CanonicalText.Same(observation?[member], stored.Observation[member])))
            {
                yield return new Finding(
                    Name,
                    Container,
                    name,
                    $"{id} has {member} {observation?[member]?.ToJsonString() ?? "none"} in it; accepted was {stored.Observation[member]?.ToJsonString() ?? "none"}."
                );
            }

            if (one.Text("acceptedBy") != stored.By || one.Instant("acceptedAt") != stored.At)
            {
                yield return new Finding(Name, Container, name, $"{id} was accepted by {stored.By}; it says {one.Text("acceptedBy")}.");
            }
        }
    }

    private IEnumerable<Finding> Figures(StoredProgramme programme, AcceptedValues accepted, JsonNode snapshot, string folder)
    {
        var figures = new DonorFigures(programme, accepted, snapshot);
        foreach (string name in programme.Blobs(Container).Where(name => name.StartsWith(folder + "/", StringComparison.Ordinal)))
        {
            IEnumerable<(string Key, string What)> wrong =
                name.EndsWith("/report.json", StringComparison.Ordinal) ? figures.Compare(JsonNode.Parse(programme.Blob(Container, name)!)!)
                : name.EndsWith("/observations.csv", StringComparison.Ordinal)
                    ? figures.Compare(CsvTable.Read(programme.Blob(Container, name)!))
                : [];
            foreach ((string key, string what) in wrong)
            {
                yield return new Finding(Name, Container, name, $"{key}: {what}");
            }
        }
    }
}
