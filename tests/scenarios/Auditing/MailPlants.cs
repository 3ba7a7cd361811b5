using System.Text;
using System.Text.Json.Nodes;
using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;

namespace ACip.Tests.Scenarios.Auditing;

/// <summary>Mail received and lost, or written for no reason.</summary>
internal static class MailPlants
{
    public static async Task<(string, string)> RemoveMailAsync(Planting world)
    {
        (string stream, string key, JsonObject note) = world.First("received|");
        await world.SetAsync("received-mail", note["blob"]!.GetValue<string>(), null);
        return (stream, key);
    }

    public static async Task<(string, string)> UnknownMailAsync(Planting world)
    {
        string name = new('a', 40);
        await world.SetAsync("received-mail", name, Encoding.ASCII.GetBytes("a mail that was never read"));
        return ("received-mail", name);
    }

    public static async Task<(string, string)> SecondNoteAsync(Planting world)
    {
        (string stream, _, JsonObject note) = world.First("received|", one => one["verdict"]!.GetValue<string>() == "Answer");
        await world.AddAsync(stream, "received|" + new string('b', 64), (JsonObject)note.DeepClone());
        return ("received-mail", note["blob"]!.GetValue<string>());
    }

    public static async Task<(string, string)> RemoveOutgoingAsync(Planting world)
    {
        (string stream, string key, JsonObject task) = world.First("task|", one => one["steps"] is JsonArray { Count: > 0 });
        await world.RemoveAsync(stream, "mail|" + task["steps"]![0]!["mails"]![0]);
        return (stream, key);
    }

    public static async Task<(string, string)> NoCauseAsync(Planting world)
    {
        (string stream, _, JsonObject mail) = world.First("mail|", one => one["task"] is not null);
        var copy = (JsonObject)mail.DeepClone();
        copy["key"] = "nobody-asked";
        await world.AddAsync(stream, "mail|nobody-asked", copy);
        return (stream, "mail|nobody-asked");
    }

    public static async Task<(string, string)> NeverAskedAsync(Planting world)
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

    /// <summary>Of what an officer did to a plan, and of what the clock did to a report.</summary>
    public static async Task<(string, string)> NeverToldOfPlanAsync(Planting world)
    {
        (string stream, _, JsonObject report) = world.First("report|");
        string plan = report["plan"]!.GetValue<string>();
        await world.RecordAsync(stream, new AuditEntry(AuditKind.PlanSuspended, plan, new PersonId("officer-one"), "Floods."));
        return (stream, "plan");
    }

    public static async Task<(string, string)> NeverToldOfReportAsync(Planting world)
    {
        (string stream, string key, _) = world.First("report|");
        await world.RecordAsync(stream, new AuditEntry(AuditKind.ReportMissed, key["report|".Length..]));
        return (stream, key);
    }

    /// <summary>Its workflow has some days to tell all who were written to about it.</summary>
    public static async Task<(string, string)> NeverToldOfEventAsync(Planting world)
    {
        (string stream, string key, JsonObject held) = world.First("event");
        await world.RecordAsync(
            stream,
            new AuditEntry(AuditKind.EventCancelled, held["id"]!.GetValue<string>(), new PersonId("officer-one"), "Floods.")
        );
        await world.RecordLaterAsync(TimeSpan.FromDays(3), "inbox", new AuditEntry(AuditKind.RepairAsked, "check"));
        return (stream, key);
    }
}
