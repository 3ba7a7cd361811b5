using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using ACip.Local.Mail;
using ACip.Tests.Faults.Auditor;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using ACip.Workflows.Verification;

namespace ACip.Tests.Scenarios.Life;

/// <summary>What a person enters or sends is taken as it is, or refused in words: never taken for something else, and never
/// dropped.</summary>
public sealed class NothingInSilenceTests
{
    private const string Grant = "agreements/norad-acip-2026";

    private static readonly byte[] Photograph =
        "%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n"u8.ToArray();

    [Fact]
    public async Task What_is_none_of_a_form_s_choices_is_refused_and_a_file_by_mail_is_kept_or_its_sender_told_why_not()
    {
        await using LifeWorld world = await LifeWorld.StartAsync(1);
        string home = (await world.GetAsync($"api/{Grant}")).GetProperty("administrations")[0].GetString()!.ToLowerInvariant();
        await RefuseUnknownChoicesAsync(world, $"plans/{home}-2026");
        await KeepFilesAsync(world, home);
        Assert.Equal([], (await world.Inner.Platform.Get<StreamVerification>().VerifyAllAsync(CancellationToken.None)).Findings);
        Assert.Equal([], await StorageAudit.RunAsync(world.Inner.Platform.Storage!));
    }

    [Fact]
    public async Task Everybody_who_was_invited_is_told_that_a_workshop_is_cancelled()
    {
        await using LifeWorld world = await LifeWorld.StartAsync(2);
        await world.PostAsync(
            "api/events",
            new
            {
                id = "workshop",
                kind = "Workshop",
                title = "Workshop on integrity",
                start = "2026-05-04",
                end = "2026-05-06",
                place = "Accra",
                invited = new[] { "AF", "ET" },
                keyFactors = new[] { 7 },
            }
        );
        await world.Inner.Platform.Busy.QuietAsync();

        await world.SubmitAsync("/events/workshop", new("act", "cancel"), new("reason", "The hall is flooded."));

        LocalMessage[] told =
        [
            .. world
                .Inner.Platform.Mail.List()
                .Where(mail => mail.Subject.EndsWith("Cancelled: Workshop on integrity", StringComparison.Ordinal)),
        ];
        Assert.Equal(["coordinator.af", "coordinator.et"], told.Select(mail => mail.Recipient.Email.Split('@')[0]).Order());
        Assert.All(told, mail => Assert.Contains("Reason: The hall is flooded.", mail.Text, StringComparison.Ordinal));
        Assert.Equal([], await StorageAudit.RunAsync(world.Inner.Platform.Storage!));
    }

    private static async Task RefuseUnknownChoicesAsync(LifeWorld world, string plan)
    {
        await RefusedAsync(
            world,
            $"/{Grant}",
            $"/{Grant}/obligations",
            ("act", "enter"),
            ("obligation", "hearsay"),
            ("kind", "Hearsay"),
            ("title", "A hearsay report"),
            ("due", "2026-12-01")
        );
        Assert.Equal(0, (await world.GetAsync($"api/{Grant}/obligations")).GetProperty("items").GetArrayLength());
        (string, string)[] found =
        [
            ("act", "enter"),
            ("id", "hearsay"),
            ("found", "2026-01-20"),
            ("finding", "Found by hearsay."),
            ("wanted", "Look into it."),
            ("due", "2026-06-30"),
        ];
        await RefusedAsync(world, $"/{plan}", $"/{plan}/recommendations", [.. found, ("source", "Hearsay"), ("owner", "secretariat")]);
        await RefusedAsync(world, $"/{plan}", $"/{plan}/recommendations", [.. found, ("source", "Audit"), ("owner", "somebody")]);
        Assert.Equal(0, (await world.GetAsync($"api/{plan}/recommendations")).GetProperty("items").GetArrayLength());

        (string, string)[] entry = [("id", "one"), ("title", "One"), ("start", "2026-03-02"), ("end", "2026-03-04"), ("place", "Oslo")];
        await RefusedAsync(world, "/multilateral", "/multilateral", [.. entry, ("act", "event"), ("kind", "Party"), ("invited", "AF")]);
        (string, string)[] result = [("code", "R1"), ("statement", "Known"), ("unit", "people"), ("baseline", "0"), ("target", "9")];
        await RefusedAsync(world, "/multilateral", "/multilateral", [.. entry, .. result, ("act", "initiative"), ("reach", "Galactic")]);
        (string, string)[] version = [("version", "1"), ("issued", "2026-01-05"), ("changes", "First")];
        await RefusedAsync(world, "/multilateral", "/multilateral", [.. entry, .. version, ("act", "instrument"), ("kind", "Song")]);
        await RefusedAsync(
            world,
            "/multilateral",
            "/multilateral",
            ("act", "expert"),
            ("person", "expert-one"),
            ("languages", "En"),
            ("languages", "Klingon"),
            ("from", "2026-03-02"),
            ("until", "2026-12-31")
        );
        await RefusedAsync(
            world,
            "/onboarding",
            "/onboarding",
            ("act", "donor"),
            ("id", "new-donor"),
            ("name", "New donor"),
            ("iati", "XX-1"),
            ("language", "Klingon"),
            ("contact", "Somebody"),
            ("email", "somebody@donor.example")
        );
        Assert.DoesNotContain("New donor", await world.PageAsync("/onboarding"), StringComparison.Ordinal);
    }

    /// <summary>The form comes back with what was typed, and says that one of the list is to be chosen.</summary>
    private static async Task RefusedAsync(LifeWorld world, string page, string action, params (string Name, string Value)[] fields)
    {
        using HttpResponseMessage answer = await world.PostFormAsync(page, action, null, fields);
        string said = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{action}: {answer.StatusCode} {string.Join(", ", fields)}");
        Assert.Contains("Choose one of the list.", said, StringComparison.Ordinal);
    }

    private static Task RecommendAsync(LifeWorld world, string plan) =>
        world.PostAsync(
            $"api/{plan}/recommendations",
            new
            {
                id = "registers",
                source = "MonitoringVisit",
                found = "2026-01-05",
                finding = "Two offices keep no register.",
                wanted = "Keep a register in every office.",
                ofSecretariat = false,
                due = "2026-06-30",
            }
        );

    private static async Task KeepFilesAsync(LifeWorld world, string home)
    {
        string plan = $"plans/{home}-2026";
        await RecommendAsync(world, plan);
        LocalMessage asked = world.Mail($"recommendation-{home}-2026-registers", "coordinator");
        await ReplyAsync(world, asked, "V1: yes", ("register.pdf", Photograph), ("run.exe", "MZ\0\0"u8.ToArray()));
        string told = world.Mail($"recommendation-{home}-2026-registers", "coordinator", "Acknowledgement").Text;
        Assert.Contains("register.pdf", told, StringComparison.Ordinal);
        Assert.Matches(@"run\.exe[^\n]*\n?[^\n]*Files of this kind are not accepted", told);

        // in part, and the file is there all the same; nobody opens it before it is checked
        string page = await world.PageAsync($"/{plan}");
        string file = Regex.Match(page, "name=\"file\" value=\"([0-9a-f]{64})\"").Groups[1].Value,
            path = $"{plan}/recommendations/registers/files/{file}";
        Assert.Contains("register.pdf", page, StringComparison.Ordinal);
        Assert.DoesNotContain("run.exe", page, StringComparison.Ordinal);
        using HttpResponseMessage early = await world.Inner.SendAsync(HttpMethod.Get, path, LifeWorld.Officer);
        Assert.Equal(HttpStatusCode.NotFound, early.StatusCode);
        using HttpResponseMessage clean = await world.PostFormAsync(
            $"/{plan}",
            $"/{plan}/recommendations",
            null,
            ("act", "clean"),
            ("recommendation", "registers"),
            ("file", file)
        );
        Assert.Equal(HttpStatusCode.SeeOther, clean.StatusCode);
        using HttpResponseMessage opened = await world.Inner.SendAsync(HttpMethod.Get, path, LifeWorld.Officer);
        Assert.Equal(Photograph, await opened.Content.ReadAsByteArrayAsync());

        await ReplyAsync(world, asked, "V2: Every office has one.", ("register.pdf", Photograph)); // the same file is there once
        Assert.Contains("Every office has one.", await world.PageAsync($"/{plan}"), StringComparison.Ordinal);
        Assert.Equal(
            1,
            (await world.GetAsync($"api/{plan}/recommendations")).GetProperty("items")[0].GetProperty("files").GetArrayLength()
        );
        await RejectAsync(world, asked, plan);
        await CloseAsync(world, plan);
    }

    /// <summary>Whoever sent it reads which file it was; once the recommendation is closed there is nothing to send again.</summary>
    private static async Task RejectAsync(LifeWorld world, LocalMessage asked, string plan)
    {
        byte[] other = [.. Photograph, .. "% of another office"u8];
        await ReplyAsync(world, asked, "V2: Every office has one.", ("other.pdf", other));
        using HttpResponseMessage rejected = await world.PostFormAsync(
            $"/{plan}",
            $"/{plan}/recommendations",
            null,
            ("act", "reject"),
            ("recommendation", "registers"),
            ("file", Convert.ToHexStringLower(SHA256.HashData(other)))
        );
        Assert.Equal(HttpStatusCode.SeeOther, rejected.StatusCode);
        await world.Inner.Platform.Busy.QuietAsync();
        Assert.Contains("other.pdf", Assert.Single(Told(world, "A file was rejected:", "coordinator")).Text, StringComparison.Ordinal);
    }

    /// <summary>Officers read what its owner says, for only they can close it; and the owner reads that they have.</summary>
    private static async Task CloseAsync(LifeWorld world, string plan)
    {
        ProgrammeRegister register = await world.Inner.Platform.Get<ProgrammeDirectory>().ReadNowAsync(CancellationToken.None);
        var today = DateOnly.FromDateTime(world.Inner.Platform.Clock.GetUtcNow().UtcDateTime);
        OutgoingMail[] done =
        [
            .. (
                await world
                    .Inner.Platform.Get<ProgrammeTable>()
                    .ListAsync<OutgoingMail>(
                        new StreamId("recommendation-" + plan["plans/".Length..] + "-registers"),
                        "mail|",
                        CancellationToken.None
                    )
            )
                .Select(row => row.Value)
                .Where(mail => mail.Key.Contains("-answered-", StringComparison.Ordinal)),
        ];
        Assert.Equal( // and none for the same words once more; one of them reads it in a digest
            register.Holding(Role.ProgrammeOfficer, today),
            done.Select(mail => mail.To).OrderBy(one => one.Value, StringComparer.Ordinal)
        );
        Assert.All(done, mail => Assert.Contains("Every office has one.", mail.Text, StringComparison.Ordinal));
        Assert.Single(Told(world, "To be closed:", "officer.one"));
        await world.PostAsync($"api/{plan}/recommendations/registers/closing", new { reason = "Seen in all offices." });
        await world.Inner.Platform.Busy.QuietAsync();
        Assert.Contains("Seen in all offices.", Assert.Single(Told(world, "Closed:", "coordinator")).Text, StringComparison.Ordinal);
    }

    /// <summary>At most one to each person.</summary>
    private static LocalMessage[] Told(LifeWorld world, string subject, string to)
    {
        LocalMessage[] told =
        [
            .. world
                .Inner.Platform.Mail.List()
                .Where(mail =>
                    mail.Recipient.Email.StartsWith(to, StringComparison.Ordinal)
                    && mail.Subject.Contains(subject, StringComparison.Ordinal)
                ),
        ];
        Assert.Equal(told.Length, told.DistinctBy(mail => mail.Recipient.Email).Count());
        return told;
    }

    private static async Task ReplyAsync(LifeWorld world, LocalMessage asked, string text, params (string Name, byte[] Bytes)[] files)
    {
        Delivery delivery = await world.Inner.Platform.Mail.ReplyAsync(
            asked.Id,
            new InboundReply
            {
                Text = text,
                Spf = "pass",
                Attachments = [.. files.Select(file => new InboundAttachment(file.Name, "application/octet-stream", file.Bytes))],
            }
        );
        Assert.Equal(PostState.Taken, delivery.State);
        await world.Inner.Platform.Busy.QuietAsync();
    }
}
