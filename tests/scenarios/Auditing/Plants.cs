using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;

namespace ACip.Tests.Scenarios.Auditing;

/// <summary>A fault, and where the auditor has to find it.</summary>
/// <param name="Rule">Of the auditor.</param>
/// <param name="PlantAsync">Puts it there; gives stream (or container) and key of what must be named.</param>
internal sealed record Plant(string Rule, Func<Planting, Task<(string Stream, string Key)>> PlantAsync);

/// <summary>One fault of each kind that the auditor knows, by name.</summary>
internal static class Plants
{
    public static IReadOnlyDictionary<string, Plant> All { get; } =
        new Dictionary<string, Plant>
        {
            ["an event that says otherwise"] = new("chains", ChangeEventAsync),
            ["an event that is gone"] = new("chains", RemoveEventAsync),
            ["a head of an earlier day"] = new("chains", HeadAsync),
            ["a row that was changed by hand"] = new("chains", ChangeRowAsync),
            ["a row that is gone"] = new("chains", RemoveRowAsync),
            ["a decision by who wrote it"] = new("decisions", OwnDecisionAsync),
            ["a decision told twice"] = new("decisions", TwiceAsync),
            ["a decision that no event tells"] = new("decisions", UndecidedAsync),
            ["a submission in another's place"] = new("decisions", NumberAsync),
            ["a mail that is not kept"] = new("counts", RemoveMailAsync),
            ["a mail of which nobody knows"] = new("counts", UnknownMailAsync),
            ["a mail that counts twice"] = new("counts", SecondNoteAsync),
            ["an accepted value that nobody gave"] = new("lineage", ValueAsync),
            ["a value from a mail that never came"] = new("lineage", SourceAsync),
            ["a value accepted of a report that was not"] = new("lineage", NotAcceptedAsync),
            ["an accepted value that is lost"] = new("lineage", LostAsync),
            ["a reminder that was never written"] = new("mails", RemoveOutgoingAsync),
            ["a mail without a cause"] = new("mails", NoCauseAsync),
            ["a task that nobody was asked to do"] = new("mails", NeverAskedAsync),
            ["another value in a donor's report"] = new("donor-reports", SnapshotValueAsync),
            ["an administration that the grant does not fund"] = new("donor-reports", NotFundedAsync),
            ["a figure that does not follow"] = new("donor-reports", FigureAsync),
            ["an observation listed otherwise"] = new("donor-reports", ListedAsync),
        };

    private static async Task<(string, string)> ChangeEventAsync(Planting world)
    {
        (string stream, string key, _) = world.First("audit|", link => link["reason"] is not null);
        await world.OverwriteAsync(stream, key, link => link["reason"] = "another one");
        return (stream, key);
    }

    private static async Task<(string, string)> RemoveEventAsync(Planting world)
    {
        string stream = world.First("plan-version|").Stream;
        await world.RemoveAsync(stream, "audit|00000003");
        return (stream, "audit|00000004");
    }

    private static async Task<(string, string)> HeadAsync(Planting world)
    {
        string stream = world.First("plan-version|").Stream;
        await world.OverwriteAsync(stream, "audit-head", head => head["sequence"] = 1);
        return (stream, "audit-head");
    }

    private static async Task<(string, string)> ChangeRowAsync(Planting world)
    {
        (string stream, string key, _) = world.First("person|");
        await world.OverwriteAsync(stream, key, person => person["language"] = "Es");
        return (stream, key);
    }

    private static async Task<(string, string)> RemoveRowAsync(Planting world)
    {
        (string stream, string key, _) = world.First("evidence|");
        await world.RemoveAsync(stream, key);
        return (stream, key);
    }

    private static async Task<(string, string)> OwnDecisionAsync(Planting world)
    {
        (string stream, string key, _) = Accepted(world);
        await world.CommitAsync(stream, key, report => Last(report)["decision"]!["by"] = Last(report)["by"]!.GetValue<string>());
        return (stream, key);
    }

    private static async Task<(string, string)> TwiceAsync(Planting world)
    {
        (string stream, string key, JsonObject report) = Accepted(world);
        var by = new PersonId(Last(report)["decision"]!["by"]!.GetValue<string>());
        await world.RecordAsync(stream, new AuditEntry(AuditKind.ReportAccepted, key["report|".Length..], by));
        return (stream, key);
    }

    private static async Task<(string, string)> UndecidedAsync(Planting world)
    {
        (string stream, string key, _) = world.First(
            "plan",
            plan => plan["rounds"] is JsonArray { Count: > 0 } rounds && rounds[0]!["decision"] is not null
        );
        await world.CommitAsync(stream, key, plan => ((JsonObject)plan["rounds"]![0]!).Remove("decision"));
        return (stream, key);
    }

    private static async Task<(string, string)> NumberAsync(Planting world)
    {
        (string stream, string key, _) = Accepted(world);
        await world.CommitAsync(stream, key, report => Last(report)["number"] = 9);
        return (stream, key);
    }

    private static async Task<(string, string)> RemoveMailAsync(Planting world)
    {
        (string stream, string key, JsonObject note) = world.First("received|");
        await world.SetAsync("received-mail", note["blob"]!.GetValue<string>(), null);
        return (stream, key);
    }

    private static async Task<(string, string)> UnknownMailAsync(Planting world)
    {
        string name = new('a', 40);
        await world.SetAsync("received-mail", name, Encoding.ASCII.GetBytes("a mail that was never read"));
        return ("received-mail", name);
    }

    private static async Task<(string, string)> SecondNoteAsync(Planting world)
    {
        (string stream, _, JsonObject note) = world.First("received|", one => one["verdict"]!.GetValue<string>() == "Answer");
        await world.AddAsync(stream, "received|" + new string('b', 64), (JsonObject)note.DeepClone());
        return ("received-mail", note["blob"]!.GetValue<string>());
    }

    private static async Task<(string, string)> ValueAsync(Planting world)
    {
        (string stream, string key, _) = world.First("observed|", row => row["observations"]![0]!["value"] is not null);
        await world.CommitAsync(stream, key, row => row["observations"]![0]!["value"] = 4711);
        return (stream, key);
    }

    /// <summary>In what was said and in what was accepted: the two agree, and the mail is in neither place.</summary>
    private static async Task<(string, string)> SourceAsync(Planting world)
    {
        (string stream, string key, JsonObject row) = world.First("observed|", IsSubmitted);
        JsonNode observation = row["observations"]![0]!;
        string source = "mail:" + new string('c', 40);
        await world.CommitAsync(stream, key, one => one["observations"]![0]!["source"] = source);
        await world.CommitAsync(
            stream,
            $"report|{observation["period"]}",
            report => report["entries"]![observation["item"]!.GetValue<string>()]!["source"] = source
        );
        return (stream, key);
    }

    private static async Task<(string, string)> NotAcceptedAsync(Planting world)
    {
        (string stream, string key, _) = world.First("observed|", IsSubmitted);
        await world.CommitAsync(stream, key, row => row["observations"]![0]!["id"] = row["observations"]![0]!["id"] + "1");
        return (stream, key);
    }

    private static async Task<(string, string)> LostAsync(Planting world)
    {
        (string stream, string key, JsonObject row) = world.First("observed|", IsSubmitted);
        await world.CommitAsync(stream, key, one => ((JsonArray)one["observations"]!).RemoveAt(0));
        return (stream, $"report|{row["observations"]![0]!["period"]}");
    }

    private static async Task<(string, string)> RemoveOutgoingAsync(Planting world)
    {
        (string stream, string key, JsonObject task) = world.First("task|", one => one["steps"] is JsonArray { Count: > 0 });
        await world.RemoveAsync(stream, "mail|" + task["steps"]![0]!["mails"]![0]);
        return (stream, key);
    }

    private static async Task<(string, string)> NoCauseAsync(Planting world)
    {
        (string stream, _, JsonObject mail) = world.First("mail|", one => one["task"] is not null);
        var copy = (JsonObject)mail.DeepClone();
        copy["key"] = "nobody-asked";
        await world.AddAsync(stream, "mail|nobody-asked", copy);
        return (stream, "mail|nobody-asked");
    }

    private static async Task<(string, string)> NeverAskedAsync(Planting world)
    {
        (string stream, string key, _) = world.First("task|", one => one["steps"] is JsonArray { Count: 0 } || one["state"] is not null);
        await world.CommitAsync(
            stream,
            key,
            task =>
            {
                task["state"] = "Open";
                task["steps"] = new JsonArray();
                task["askedAt"] = "2026-01-01T00:00:00+00:00";
            }
        );
        return (stream, key);
    }

    private static Task<(string, string)> SnapshotValueAsync(Planting world) =>
        SnapshotAsync(
            world,
            snapshot =>
                snapshot["plans"]!
                    .AsArray()
                    .SelectMany(plan => plan!["observations"]!.AsArray())
                    .First(one => one!["observation"]!["value"] is not null)!["observation"]!["value"] = 4711
        );

    private static Task<(string, string)> NotFundedAsync(Planting world) =>
        SnapshotAsync(
            world,
            snapshot => snapshot["head"]!["gaps"]!.AsArray().Add(new JsonObject { ["administration"] = "ZW", ["reason"] = "NoPlan" })
        );

    /// <summary>The snapshot is another one, and the report's row says so: as if it had been made wrong.</summary>
    private static async Task<(string, string)> SnapshotAsync(Planting world, Action<JsonNode> change)
    {
        (string stream, string key, JsonObject report) = world.First("donor-report|", one => one["state"]!.GetValue<string>() == "Issued");
        string name = report["versions"]![0]!["folder"] + "/snapshot.json";
        JsonNode snapshot = JsonNode.Parse(await world.ReadAsync("donor-reports", name))!;
        change(snapshot);
        byte[] bytes = Encoding.UTF8.GetBytes(snapshot.ToJsonString());
        await world.SetAsync("donor-reports", name, bytes);
        await world.CommitAsync(
            stream,
            key,
            one => one["versions"]![0]!["snapshotSha256"] = Convert.ToHexStringLower(SHA256.HashData(bytes))
        );
        return ("donor-reports", name);
    }

    private static async Task<(string, string)> FigureAsync(Planting world)
    {
        string name = await world.AnyBlobAsync("donor-reports", "/report.json");
        JsonNode report = JsonNode.Parse(await world.ReadAsync("donor-reports", name))!;
        JsonNode figure = report["indicators"]!
            .AsArray()
            .SelectMany(one => one!["figures"]!.AsArray())
            .First(one => one!["state"]!.GetValue<string>() == "Shown")!;
        figure["value"] = figure["value"]!.GetValue<decimal>() + 1;
        await world.SetAsync("donor-reports", name, Encoding.UTF8.GetBytes(report.ToJsonString()));
        return ("donor-reports", name);
    }

    private static async Task<(string, string)> ListedAsync(Planting world)
    {
        string name = await world.AnyBlobAsync("donor-reports", "/observations.csv");
        string[] lines = Encoding.UTF8.GetString(await world.ReadAsync("donor-reports", name)).Split("\r\n");
        int value = Array.IndexOf(lines[0].Split(','), "value"),
            row = Array.FindIndex(lines, 1, line => line.Split(',') is { Length: > 9 } cells && cells[value].Length > 0);
        string[] cells = lines[row].Split(',');
        cells[value] = "4711";
        lines[row] = string.Join(',', cells);
        await world.SetAsync("donor-reports", name, Encoding.UTF8.GetBytes(string.Join("\r\n", lines)));
        return ("donor-reports", name);
    }

    private static (string Stream, string Key, JsonObject Fact) Accepted(Planting world) =>
        world.First(
            "report|",
            report => report["submissions"] is JsonArray { Count: > 0 } && Last(report)["decision"]?["accepted"]?.GetValue<bool>() == true
        );

    private static bool IsSubmitted(JsonObject row) =>
        !row["observations"]![0]!["id"]!.GetValue<string>().Contains("restated", StringComparison.Ordinal);

    private static JsonNode Last(JsonObject report) => report["submissions"]!.AsArray()[^1]!;
}
