using System.Net;
using ACip.Local.Mail;
using ACip.Tests.Scenarios.ActionPlans;

namespace ACip.Tests.Scenarios.Malformed;

/// <summary>Of the programme's own life, something of every kind: registers, an event that somebody registered for, a meeting, a topic with
/// a post, a practice, a new Member and a new donor.</summary>
internal static class LifeBehindDoors
{
    public const string Id = "first",
        Year = "2027",
        Donor = "helvetia",
        Member = "BJ";

    /// <param name="narrative">Plan, period and item of something that was accepted in words.</param>
    public static async Task EnterAsync(PlanWorld world, (string Plan, string Period, string Item) narrative)
    {
        await PutAsync(
            world,
            "initiatives",
            Id,
            new
            {
                id = Id,
                title = "A region against corruption",
                reach = "Regional",
                start = "2026-01-01",
                end = "2027-12-31",
                administrations = new[] { "AF" },
                results = new[]
                {
                    new
                    {
                        code = "I1",
                        statement = "A joint code",
                        unit = "codes",
                        figures = new[]
                        {
                            new
                            {
                                on = "2026-12-01",
                                value = 1,
                                source = "minutes",
                            },
                        },
                    },
                },
                themes = new
                {
                    keyFactors = new[] { 7 },
                    uncac = new[] { 8 },
                    sdg16 = new[] { "16.5" },
                },
            }
        );
        await PutAsync(
            world,
            "instruments",
            Id,
            new
            {
                id = Id,
                kind = "Guide",
                title = "A guide",
                versions = new[]
                {
                    new
                    {
                        version = "1",
                        issued = "2026-01-01",
                        changes = "new",
                    },
                },
                themes = new
                {
                    keyFactors = new[] { 6 },
                    uncac = Array.Empty<int>(),
                    sdg16 = Array.Empty<string>(),
                },
            }
        );
        await PutAsync(
            world,
            "uptakes",
            Id,
            new
            {
                id = Id,
                instrument = Id,
                version = "1",
                administration = "AF",
                on = "2026-06-01",
                women = 1,
                men = 1,
                notStated = 0,
            }
        );
        await PutAsync(
            world,
            "experts",
            "expert-one",
            new
            {
                person = "expert-one",
                keyFactors = new[] { 6 },
                languages = new[] { "En" },
                available = Array.Empty<object>(),
            }
        );
        await PostAsync(
            world,
            "api/events",
            new
            {
                id = Id,
                kind = "Workshop",
                title = "A workshop",
                start = "2027-06-01",
                end = "2027-06-02",
                place = "Online",
                invited = new[] { "AF", "GH" },
            }
        );
        await PostAsync(
            world,
            "api/meetings",
            new
            {
                title = "Annual meeting",
                start = "2027-09-01",
                end = "2027-09-02",
                place = "Brussels",
                agenda = "Results",
            }
        );
        await PostAsync(
            world,
            "api/multilateral/topics",
            new
            {
                id = Id,
                title = "Gift registers",
                question = "How?",
                keyFactors = new[] { 7 },
                closes = "2027-12-01",
            }
        );
        await PostAsync(
            world,
            "api/multilateral/practices",
            new
            {
                id = Id,
                plan = narrative.Plan,
                period = narrative.Period,
                item = narrative.Item,
                title = "Procedures",
                keyFactors = new[] { 2 },
            }
        );
        await PostAsync(
            world,
            "api/onboarding/members",
            new
            {
                administration = new
                {
                    id = Member,
                    name = "Benin",
                    wcoRegion = "WCA",
                    donor = "NORAD",
                    language = "Fr",
                    timeZone = "Africa/Porto-Novo",
                    weekend = new[] { "Saturday", "Sunday" },
                    fiscalYearStart = "01-01",
                },
                headName = "Head Example",
                headEmail = "head.bj@customs-bj.example",
                planStart = "2027-07-01",
            }
        );
        await PostAsync(
            world,
            "api/onboarding/donors",
            new
            {
                donor = new
                {
                    id = Donor,
                    name = "Helvetia Fund",
                    iatiReference = "XM-EXAMPLE-HF",
                    language = "En",
                },
                contactName = "Contact Example",
                contactEmail = "contact@helvetia-fund.example",
            }
        );
        await ReplyAsync(world, $"community-{Id}", "We keep it on paper.");
        await ReplyAsync(world, $"event-{Id}", "T1: yes\nT2: 1\nT3: 1");
    }

    private static async Task ReplyAsync(PlanWorld world, string stream, string text)
    {
        LocalMessage asked = world
            .Platform.Mail.List()
            .Last(mail =>
                mail.CustomArgs.GetValueOrDefault("stream") == stream
                && mail.Recipient.Email.StartsWith("coordinator.af", StringComparison.Ordinal)
            );
        await world.Platform.Mail.ReplyAsync(asked.Id, new InboundReply { Text = text, Spf = "pass" });
        await world.Platform.Busy.QuietAsync();
    }

    private static async Task PutAsync(PlanWorld world, string register, string id, object entry) =>
        (await world.SendAsync("officer-two", HttpMethod.Put, $"api/multilateral/{register}/{id}", entry, isNew: true)).Is(
            HttpStatusCode.OK
        );

    private static async Task PostAsync(PlanWorld world, string path, object body)
    {
        (await world.SendAsync("officer-two", HttpMethod.Post, path, body)).Is(HttpStatusCode.OK);
        await world.Platform.Busy.QuietAsync();
    }
}
