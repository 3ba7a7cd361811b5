using System.Text.Json.Nodes;
using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;

namespace ACip.Tests.Scenarios.Auditing;

/// <summary>Mails that look as if an event had caused them: of another thing, by another way, or to somebody else.</summary>
internal static class UnwantedMailPlants
{
    private const string Here = "somebody-here",
        Another = "somebody-else",
        Officer = "officer-one";

    public static Task<(string, string)> OfAnotherReportAsync(Planting world) =>
        OfReportAsync(
            world,
            period => new AuditEntry(AuditKind.ReportMissed, period),
            (plan, _) => $"{plan}-19990101-19990331-missed-{Here}"
        );

    public static Task<(string, string)> ToAnotherAsync(Planting world) =>
        OfReportAsync(
            world,
            period => new AuditEntry(AuditKind.ReportMissed, period),
            (plan, period) => $"{plan}-{period}-missed-{Another}"
        );

    public static Task<(string, string)> ToWhoDidItAsync(Planting world) =>
        OfReportAsync(world, period => Drafted(period, Here, "page:1"), (plan, period) => $"{plan}-{period}-overtaken1-{Here}");

    /// <summary>Whoever answers by mail has an acknowledgement of their own.</summary>
    public static Task<(string, string)> EnteredByMailAsync(Planting world) =>
        OfReportAsync(world, period => Drafted(period, Another, "mail:5"), (plan, period) => $"{plan}-{period}-entered-5-1-0-3-{Here}");

    public static Task<(string, string)> ReleasedFileAsync(Planting world) =>
        OfReportAsync(
            world,
            period => new AuditEntry(AuditKind.EvidenceKept, period, new PersonId(Officer), "released"),
            (plan, period) => $"{plan}-{period}-rejected-0123456789abcdef"
        );

    /// <summary>A plan's suspension tells of the reports that end with it.</summary>
    public static async Task<(string, string)> EndedWithItsPlanAsync(Planting world)
    {
        (string stream, string key, JsonObject report) = world.First("report|", one => one["endedBy"] is null);
        await world.CommitAsync(
            stream,
            key,
            one =>
                one["endedBy"] = new JsonObject
                {
                    ["by"] = Officer,
                    ["at"] = world.Now,
                    ["reason"] = "Floods.",
                }
        );
        string plan = report["plan"]!.GetValue<string>();
        await world.RecordAsync(
            stream,
            new AuditEntry(AuditKind.ReportWaived, key["report|".Length..], new PersonId(Officer), "Floods."),
            new AuditEntry(AuditKind.PlanSuspended, plan, new PersonId(Officer), "Floods.")
        );
        return await MailAsync(world, stream, $"{plan}-{key["report|".Length..]}-ended-{Here}");
    }

    /// <summary>What a coordinator finds in a review is told to nobody.</summary>
    public static Task<(string, string)> FindingsAsync(Planting world) =>
        OfReportAsync(
            world,
            _ => new AuditEntry(AuditKind.PlanReviewed, "the plan", new PersonId(Another), "page:1"),
            (plan, _) => $"{plan}-status99-{Here}"
        );

    public static Task<(string, string)> MovedTaskAsync(Planting world) =>
        OfReportAsync(
            world,
            _ => new AuditEntry(AuditKind.TaskMoved, "the task", new PersonId(Officer), Here),
            (plan, _) => $"{plan}-moved-1-{Here}"
        );

    /// <summary>A copy of what somebody's figures were taken to mean, to a person who has nothing to do with them.</summary>
    public static async Task<(string, string)> CopyOfPageAsync(Planting world)
    {
        (string stream, _, JsonObject task) = world.First("task|", one => one["report"] is not null || one["kind"] is not null);
        string id = task["id"]!.GetValue<string>();
        await world.RecordAsync(stream, new AuditEntry(AuditKind.PlanCommented, "the plan", new PersonId(Another), "B1"));
        return await MailAsync(world, stream, $"{id}-page-1-abcdef012345-20270101000000-{Here}", id);
    }

    public static async Task<(string, string)> AnotherMessageAsync(Planting world)
    {
        (string stream, string key, _) = world.First("received|");
        await world.RecordAsync(
            stream,
            new AuditEntry(AuditKind.MailDiscarded, key["received|".Length..], new PersonId(Officer), "Not yours.")
        );
        return await MailAsync(world, stream, "discarded-" + new string('f', 24));
    }

    /// <summary>Of the sender's message, to somebody else.</summary>
    public static async Task<(string, string)> ToAnotherThanTheSenderAsync(Planting world)
    {
        (string stream, string key, _) = world.First("received|");
        string message = key["received|".Length..];
        await world.RecordAsync(stream, new AuditEntry(AuditKind.MailDiscarded, message, new PersonId(Officer), "Not yours."));
        return await MailAsync(world, stream, "discarded-" + message[..24]);
    }

    public static async Task<(string, string)> AnotherAbsenceAsync(Planting world)
    {
        (string stream, string key, _) = world.First("person|");
        await world.RecordAsync(
            stream,
            new AuditEntry(AuditKind.SubstituteNamed, key, new PersonId(Another), $"{Here} 2027-05-01–2027-05-08")
        );
        return await MailAsync(world, stream, $"substitute-{Another}-{Here}-20270501-1");
    }

    /// <summary>It went to its readers.</summary>
    public static async Task<(string, string)> ReadReportAsync(Planting world)
    {
        (string stream, string key, JsonObject report) = world.First(
            "donor-report|",
            one => one["versions"]?[0]?["mails"] is JsonArray { Count: > 0 }
        );
        string period = key["donor-report|".Length..];
        await world.RecordAsync(stream, new AuditEntry(AuditKind.DonorReportIssued, period, null, "version 1"));
        return await MailAsync(world, stream, $"{report["agreement"]}-unread-{period}-v1-{Here}");
    }

    public static async Task<(string, string)> ReleasedProofAsync(Planting world)
    {
        (string stream, _, _) = world.First("recommendation");
        await world.RecordAsync(stream, new AuditEntry(AuditKind.RecommendationFileKept, "one", new PersonId(Officer), "released"));
        return await MailAsync(world, stream, $"{stream}-rejected-0123456789abcdef-{Here}");
    }

    private static AuditEntry Drafted(string period, string by, string source) =>
        new(AuditKind.ReportDrafted, period, new PersonId(by), source);

    private static async Task<(string, string)> OfReportAsync(
        Planting world,
        Func<string, AuditEntry> beside,
        Func<string, string, string> key
    )
    {
        (string stream, string row, JsonObject report) = world.First("report|");
        string period = row["report|".Length..];
        await world.RecordAsync(stream, beside(period));
        return await MailAsync(world, stream, key(report["plan"]!.GetValue<string>(), period));
    }

    private static async Task<(string, string)> MailAsync(Planting world, string stream, string key, string? task = null)
    {
        (_, _, JsonObject mail) = world.First("mail|", one => one["codeNumber"] is null && one["state"]?.GetValue<string>() == "Sent");
        var copy = (JsonObject)mail.DeepClone();
        copy["key"] = key;
        copy["to"] = Here;
        copy["at"] = world.Now;
        copy["task"] = task;
        copy.Remove("notices");
        await world.AddAsync(stream, "mail|" + key, copy);
        return (stream, "mail|" + key);
    }
}
