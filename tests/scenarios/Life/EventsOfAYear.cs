using ACip.Workflows.Multilateral;
using ACip.Workflows.Multilateral.Delivery;

namespace ACip.Tests.Scenarios.Life;

/// <summary>What serves all administrations, and the events of the year: entered, planned, held.</summary>
internal static class EventsOfAYear
{
    private const int Events = 10;

    public static async Task EnterAsync(LifeWorld world)
    {
        await world.PutNewAsync(
            "api/multilateral/initiatives/ac-ei",
            new
            {
                id = "ac-ei",
                title = "Integrity in Eastern and Southern Africa",
                reach = "Regional",
                start = "2026-01-01",
                end = "2027-12-31",
                administrations = Array.Empty<string>(),
                results = new[]
                {
                    new
                    {
                        code = "I1",
                        statement = "Customs administrations have a joint code of conduct",
                        unit = "administrations",
                        baseline = 0,
                        target = 6,
                        figures = Array.Empty<object>(),
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
        await world.SubmitAsync(
            "/multilateral",
            new("act", "figure"),
            new("result", "ac-ei|I1"),
            new("on", "2026-02-20"),
            new("value", "4"),
            new("source", "Minutes of the regional forum")
        );
        await world.SubmitAsync(
            "/multilateral",
            new("act", "instrument"),
            new("id", "internal-control"),
            new("kind", "Curriculum"),
            new("title", "Internal control curriculum"),
            new("version", "2.0"),
            new("issued", "2026-01-15"),
            new("changes", "A module on risk registers"),
            new("factors", "6")
        );
        await world.PutNewAsync(
            "api/multilateral/experts/expert-one",
            new
            {
                person = "expert-one",
                keyFactors = new[] { 6, 7 },
                languages = new[] { "En", "Fr" },
                available = new[] { new { from = "2026-01-01", until = "2026-12-31" } },
            }
        );
    }

    public static async Task PlanEventsAsync(LifeWorld world, string[] homes)
    {
        string who = await world.PageAsync(
            $"/multilateral?administration={homes[0]}&factors=6,8&language=En&start=2026-05-04&end=2026-05-08"
        );
        Assert.Contains("knows 1 of 2 key factors asked for: 6", who, StringComparison.Ordinal);
        Assert.Contains("is available on these days", who, StringComparison.Ordinal);
        await world.SubmitAsync(
            "/multilateral",
            new("act", "event"),
            new("id", "mission"),
            new("kind", "ExpertMission"),
            new("title", "Review of internal audit"),
            new("start", "2026-05-04"),
            new("end", "2026-05-08"),
            new("place", "Head office"),
            new("invited", homes[0]),
            new("factors", "6"),
            new("expert", "expert-one"),
            new("terms", "Review the internal audit charter and propose a plan.")
        );
        for (int number = 2; number <= Events; number++)
        {
            await world.PostAsync(
                "api/events",
                new
                {
                    id = $"workshop-{number}",
                    kind = number % 3 == 0 ? "ELearning" : "Workshop",
                    title = $"Workshop on integrity {number}",
                    start = $"2026-05-{number:00}",
                    end = $"2026-05-{number + 1:00}",
                    place = "Online",
                    invited = number == 2 ? homes : [homes[number % 2]],
                    keyFactors = new[] { 7 },
                    initiative = "ac-ei",
                    instrument = number == 2 ? "internal-control" : null,
                }
            );
        }

        Assert.Contains("Review the internal audit charter", world.Mail("event-mission", "", "Notice").Text, StringComparison.Ordinal);
    }

    /// <summary>Registered by mail and by page, one silent; afterwards who came, by mail.</summary>
    public static async Task HoldEventsAsync(LifeWorld world, string[] homes)
    {
        await world.Inner.ReplyAsync(world.Mail("event-mission", $"coordinator.{homes[0]}"), "T1: yes\nT2: 3\nT3: 2");
        await world.Inner.ReplyAsync(
            world.Mail("event-workshop-2", $"coordinator.{homes[0]}"),
            "T1: yes\nT2: 4\nT3: 5\nT4: Risk registers"
        );
        await world.AnswerByPageAsync(
            world.Mail("event-workshop-2", $"coordinator.{homes[1]}"),
            new KeyValuePair<string, string>("v-T1", "no")
        );
        for (int number = 3; number <= Events; number++)
        {
            await world.Inner.ReplyAsync(world.Mail($"event-workshop-{number}", "coordinator"), "T1: yes\nT2: 1\nT3: 1");
        }

        await world.ToAsync(2026, 5, 14);
        await world.Inner.ReplyAsync(world.Mail("event-mission", $"coordinator.{homes[0]}"), "P1: 3\nP2: 2\nE1: 5\nE2: The audit plan");
        await world.Inner.ReplyAsync(
            world.Mail("event-workshop-2", $"coordinator.{homes[0]}"),
            "P1: 4\nP2: 4\nP3: 1\nE1: 4\nE2: The risk register\nU1: yes"
        );
        for (int number = 3; number <= Events; number++)
        {
            await world.Inner.ReplyAsync(world.Mail($"event-workshop-{number}", "coordinator"), "P1: 1\nP2: 1\nE1: 4");
        }

        EventReadModel[] held = [.. await world.Inner.Platform.Get<MultilateralQuery>().EventsAsync(CancellationToken.None)];
        Assert.Equal(Events, held.Length);
        Assert.Equal(Events - 1, held.Count(one => one.Event.State == DeliveryState.Held)); // one still waits for who was silent
        Assert.Equal(
            (4, 4, 1),
            held.Single(one => one.Event.Id == "workshop-2").Delivered.Select(row => (row.Women, row.Men, row.NotStated)).Single()
        );
        string page = await world.PageAsync("/events/workshop-2");
        Assert.Contains("The risk register", page, StringComparison.Ordinal);
    }
}
