using System.Text;
using System.Text.Json;
using ACip.Local.Mail;
using ACip.Workflows.DonorReports;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.DonorReports.RegisterImports;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.Surveys;
using ACip.Workflows.Surveys.Results;
using ACip.Workflows.Surveys.Waves;
using Xunit.Abstractions;

namespace ACip.Tests.Scenarios.Surveys;

/// <summary>Two waves of 25 administrations, from the tablets' files to the donor report: what was planted is in it, what was not is not
/// claimed, what is hidden stays hidden in every export.</summary>
public sealed class TwoWavesTests(ITestOutputHelper output)
{
    private static readonly FrameStratum[] Frame =
    [
        new("officials", "hq", "HQ", 500, 120),
        new("officials", "border", "Border", 700, 120),
        new("officials", "islands", "Islands", 20, 8),
        new("private-sector", "all", "All", 4000, 150),
    ];

    [Fact]
    public async Task Planted_effects_reach_the_donor_report_and_hidden_cells_no_export()
    {
        await using SurveyWorld world = await SurveyWorld.StartAsync(25);
        ProgrammeRegister register = await world.Platform.Get<ProgrammeDirectory>().ReadAsync(CancellationToken.None);
        string[] administrations = [.. register.Administrations.Keys.Select(id => id.Value).Order(StringComparer.Ordinal)];
        Assert.Equal(25, administrations.Length);
        var chance = new Random(11);
        await SurveyAsync(world, administrations, "2025", new DateOnly(2026, 3, 2), factor => 0, chance);
        await SurveyAsync(
            world,
            administrations,
            "2026",
            new DateOnly(2026, 4, 27),
            factor =>
                factor == 3 ? 1
                : factor == 8 ? -1
                : 0,
            chance
        );

        IReadOnlyList<CipsScore> scores = await world
            .Platform.Get<PublishedScoresQuery>()
            .ReadAsync(PublishedTo.Donors, CancellationToken.None);
        CipsMovement[] officials = [.. CipsMovement.Latest(scores).Where(movement => movement.Now.Group == "officials")];
        Assert.Equal(250, officials.Length);
        Assert.All(
            officials.Where(movement => movement.Now.KeyFactor == 3),
            movement => Assert.Equal(CipsDirection.Up, movement.Direction)
        );
        Assert.All(
            officials.Where(movement => movement.Now.KeyFactor == 8),
            movement => Assert.Equal(CipsDirection.Down, movement.Direction)
        );
        int falseFamilies = officials
            .Where(movement => movement.Now.KeyFactor is not (3 or 8))
            .GroupBy(movement => movement.Now.Owner)
            .Count(family => family.Any(movement => movement.Direction is CipsDirection.Up or CipsDirection.Down));
        output.WriteLine($"{falseFamilies} of 25 administrations with a movement that was not planted");
        Assert.True(falseFamilies <= 5); // 5 % of 25, and three standard errors

        // the report of a donor: whose score it is, both intervals, how far it moved and how certain
        // finished scores of the programme were imported with the sample: where they stand nothing is pooled beside them
        await world
            .Platform.Get<RegisterStore>()
            .ImportAsync(
                RegisterKind.Cips,
                "wave,key_factor,group,n,mean,low,high\n"u8.ToArray(),
                null,
                CancellationToken.None,
                mayBeEmpty: true
            );
        GrantAgreement agreement = register.Agreements[new AgreementId("norad-acip-2026")];
        string path = Path.GetTempFileName();
        File.Delete(path);
        using (var spool = new PlanSpool(path))
        {
            var report = new DonorReportRecord(
                agreement.Id,
                new DateOnly(2026, 1, 1),
                new DateOnly(2026, 12, 31),
                "2026",
                default,
                default,
                DonorReportState.Assembling,
                []
            );
            (DonorSnapshot snapshot, _) = await world.Platform.Get<SnapshotBuilder>().BuildAsync(report, spool, CancellationToken.None);
            HashSet<string> funded = [.. agreement.Administrations.Select(one => one.Value)];
            Assert.All(snapshot.Head.Cips.Where(score => score.Owner is not null), score => Assert.Contains(score.Owner!, funded));
            Assert.Equal(funded.Count * 2 * 2 * 10, snapshot.Head.Cips.Count(score => score.Owner is not null));
            string html = Encoding.UTF8.GetString(
                DonorReport
                    .Render(snapshot, Language.En)
                    .Parts.First(part => part.FileName.EndsWith(".html", StringComparison.Ordinal))
                    .Bytes
            );
            string first = register.Administrations[agreement.Administrations[0]].Name;
            Assert.Contains($"{first}, customs officials", html, StringComparison.Ordinal);
            Assert.Contains("…", html, StringComparison.Ordinal);

            // the programme's own score: of the administrations in this report alone, for nobody has published to everybody; the planted
            // effects are its as well
            CipsScore[] programme = [.. snapshot.Head.Cips.Where(score => score.Administrations is not null)];
            Assert.Equal(2 * 2 * 10, programme.Length);
            Assert.All(programme, score => Assert.Equal((funded.Count, (string?)null), (score.Administrations!.Value, score.Owner)));
            CipsMovement[] moved =
            [
                .. CipsMovement
                    .Latest(programme)
                    .Where(movement => movement.Now.Group == "officials" && movement.Direction is CipsDirection.Up or CipsDirection.Down),
            ];
            Assert.Equal(
                [(3, CipsDirection.Up), (8, CipsDirection.Down)],
                moved.Where(movement => movement.Now.KeyFactor is 3 or 8).Select(movement => (movement.Now.KeyFactor, movement.Direction))
            );
            Assert.Contains("the mean of administrations, each counting the same", html, StringComparison.Ordinal);
            Assert.Contains("the administrations of this agreement together, customs officials", html, StringComparison.Ordinal);
        }

        using (HttpResponseMessage dashboard = await world.SendAsync(HttpMethod.Get, "", "officer-one"))
        {
            Assert.Contains(
                "The programme (25 administrations), 2026",
                await dashboard.Content.ReadAsStringAsync(),
                StringComparison.Ordinal
            );
        }

        File.Delete(path);
        await NothingHiddenShowsAsync(world, administrations[0]);
    }

    /// <summary>Of the islands eight were asked and five answered: no export has a figure of theirs, and none follows from the
    /// others.</summary>
    private static async Task NothingHiddenShowsAsync(SurveyWorld world, string administration)
    {
        var wave = new WaveId($"{administration.ToLowerInvariant()}-2026");
        WaveResults stored = (await world.ResultsAsync(wave))!;
        Assert.Empty(stored.Of("officials")!.Strata.Single(stratum => stratum.Code == "islands").Factors);
        // the whole is shown, so that one of the two large strata must be hidden with the islands
        Assert.Single(stored.Of("officials")!.Strata, stratum => stratum.Factors.Count > 0);
        foreach (string who in new[] { $"coordinator-{administration.ToLowerInvariant()}", "officer-one", "approver-one" })
        {
            using HttpResponseMessage csv = await world.SendAsync(HttpMethod.Get, $"api/surveys/{wave}/scores", who);
            string text = await csv.Content.ReadAsStringAsync();
            Assert.DoesNotContain(",islands,", text, StringComparison.Ordinal);
            JsonElement json = await world.ReadAsync(wave, who);
            JsonElement islands = json.GetProperty("scores")
                .GetProperty("groups")
                .EnumerateArray()
                .First(group => group.GetProperty("group").GetString() == "officials")
                .GetProperty("strata")
                .EnumerateArray()
                .Single(stratum => stratum.GetProperty("code").GetString() == "islands");
            Assert.Equal(0, islands.GetProperty("factors").GetArrayLength());
            using HttpResponseMessage page = await world.SendAsync(HttpMethod.Get, $"surveys/{wave}", who);
            Assert.DoesNotContain("Islands", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    private static async Task SurveyAsync(
        SurveyWorld world,
        string[] administrations,
        string label,
        DateOnly opens,
        Func<int, int> shift,
        Random chance
    )
    {
        foreach (string administration in administrations)
        {
            await world.PrepareAsync(administration, label, opens, opens.AddDays(10), Frame);
        }

        await world.Platform.AdvanceToAsync(new DateTimeOffset(opens, new TimeOnly(18, 0), TimeSpan.Zero));
        foreach (string administration in administrations)
        {
            var wave = new WaveId($"{administration.ToLowerInvariant()}-{label}");
            byte[] file = SurveyWorld.File(
                [(Frame[0], 100), (Frame[1], 100), (Frame[2], 5), (Frame[3], 120)],
                (_, factor) => Math.Clamp(2 + chance.Next(3) + shift(factor), 1, 5)
            );
            using HttpResponseMessage taken = await world.ImportAsync(wave, file);
            Assert.True(taken.IsSuccessStatusCode, await taken.Content.ReadAsStringAsync());
        }

        await world.Platform.AdvanceToAsync(new DateTimeOffset(opens.AddDays(13), new TimeOnly(12, 0), TimeSpan.Zero));
        foreach (
            LocalMessage ask in world
                .Platform.Mail.List()
                .Where(mail =>
                    mail.CustomArgs.GetValueOrDefault("kind") == "Asking"
                    && mail.CustomArgs["stream"].EndsWith($"-{label}", StringComparison.Ordinal)
                )
                .DistinctBy(mail => mail.CustomArgs["stream"])
                .ToArray()
        )
        {
            await world.Platform.Mail.ReplyAsync(ask.Id, new InboundReply { Text = "PUBLISH: DONORS", Spf = "pass" });
        }

        await world.Platform.Busy.QuietAsync();
        await world.Platform.AdvanceAsync(TimeSpan.FromDays(1));
    }
}
