using System.Net;
using ACip.Tests.Scenarios.ActionPlans;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace ACip.Tests.Scenarios.DonorReports;

/// <summary>What officers write for a report before it is made.</summary>
public sealed class OfficersTextsTests : IAsyncLifetime
{
    private const string Path = "api/donor-reports/norad-acip-2026/20260101-20261231";

    private static readonly DonorReportRef Report = new(
        new AgreementId("norad-acip-2026"),
        new DateOnly(2026, 1, 1),
        new DateOnly(2026, 12, 31)
    );

    private PlanWorld world = null!;

    public async Task InitializeAsync() => world = await PlanWorld.StartAsync(1);

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task Nobody_writes_over_what_they_have_not_read()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await world.GetAsync("officer-one", $"{Path}/texts")).Status);
        (await PutTextsAsync("officer-one", "By one.", null, isNew: true)).Is(HttpStatusCode.OK);
        (await PutTextsAsync("officer-two", "By two.", null, isNew: true)).Is(HttpStatusCode.PreconditionFailed);
        string read = (await world.GetAsync("officer-two", $"{Path}/texts")).Tag!;
        (await PutTextsAsync("officer-one", "By one again.", read)).Is(HttpStatusCode.OK);
        (await PutTextsAsync("officer-two", "By two.", read)).Is(HttpStatusCode.PreconditionFailed);
        (await world.SendAsync("officer-two", HttpMethod.Put, $"{Path}/choice", new { first = new[] { "Some words." } }, read)).Is(
            HttpStatusCode.PreconditionFailed
        );
        Answer stands = await world.GetAsync("officer-two", $"{Path}/texts");
        Assert.Equal("By one again.", stands.Json["narratives"]![0]!["text"]!.GetValue<string>());

        // what was read is written back as it is
        (await world.SendAsync("officer-two", HttpMethod.Put, $"{Path}/texts", stands.Json, stands.Tag)).Is(HttpStatusCode.OK);
        (await PutTextsAsync("officer-two", "Whatever stands.", null)).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task On_the_page_each_text_stands_for_itself()
    {
        string? none = SecretariatTags.OfText([], NarrativePart.Sustainability, Language.En);
        Assert.IsType<CommandResult.Recorded>(await WriteAsync(NarrativePart.Sustainability, "It stays.", none));
        Assert.IsType<CommandResult.Recorded>(await WriteAsync(NarrativePart.LessonsLearned, "Begin early.", none));
        IReadOnlyList<Narrative> read = (await TextsAsync()).Narratives;
        string? seen = SecretariatTags.OfText(read, NarrativePart.Sustainability, Language.En);
        Assert.IsType<CommandResult.Recorded>(await WriteAsync(NarrativePart.Sustainability, "It stays for long.", seen));
        Assert.Same(CommandResult.Refused.ChangedMeanwhile, await WriteAsync(NarrativePart.Sustainability, "It stays, so we think.", seen));
        Assert.Equal(
            ["Begin early.", "It stays for long."],
            (await TextsAsync()).Narratives.Select(one => one.Text).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task While_a_version_is_being_made_nothing_is_taken_that_would_not_be_in_it()
    {
        GrantAgreement agreement = (await world.Service<ProgrammeDirectory>().ReadAsync(CancellationToken.None)).Agreements[
            Report.Agreement
        ];
        DonorReportRecord begun = DonorSchedule.Begin(agreement, Report) with { MakingSince = PlanWorld.Begins };
        string key = DonorReportRows.Key(Report.Period);
        Assert.True(await world.Table.TryCommitAsync(new UnitOfWork(begun.Stream).Add(key, begun), CancellationToken.None));
        Assert.Equal("donor-report-assembled", (await PutTextsAsync("officer-one", "Too late.", null)).Is(HttpStatusCode.Conflict).Rule);
        (await world.SendAsync("officer-one", HttpMethod.Put, $"{Path}/annexes/late.pdf", new byte[] { 1 })).Is(HttpStatusCode.Conflict);

        // what was being made has failed, and a plan's report was reopened meanwhile
        DonorReportNextAction next = await ActivatorUtilities
            .CreateInstance<DonorReportActivities>(world.Service<IServiceProvider>())
            .TakeDonorReportStep(Report, CancellationToken.None);
        Assert.Equal((DonorReportState.Assembling, false), (next.State, next.Assemble));
        (await PutTextsAsync("officer-one", "In time.", null)).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_translation_more_than_a_report_keeps_is_refused_and_none_is_lost()
    {
        (await TranslateAsync([.. Enumerable.Range(0, DonorReportEditingService.MostTranslations)])).Is(HttpStatusCode.OK);
        Assert.Equal("translations-full", (await TranslateAsync(1000)).Is(HttpStatusCode.Conflict).Rule);
        (await TranslateAsync(3)).Is(HttpStatusCode.OK); // it stands already
        Assert.Equal(DonorReportEditingService.MostTranslations, (await TextsAsync()).Translations!.Count);
    }

    [Fact]
    public async Task More_texts_than_can_come_first_are_refused_and_none_is_cut_off()
    {
        DonorReportEditingService editing = world.Service<DonorReportEditingService>();
        ReportEdit edit = new(Report.Agreement, Report.Period, new PersonId("officer-one"));
        string[] chosen = [.. Enumerable.Range(0, DonorReportEditingService.MostTranslations + 1).Select(number => $"key {number}")];
        var refused = Assert.IsType<CommandResult.Refused>(await editing.PreferAsync(edit, chosen, CancellationToken.None));
        Assert.Equal("There are too many of these. At most 200.", RefusalRules.WordsOf(refused).En);
        Assert.IsType<CommandResult.Recorded>(await editing.PreferAsync(edit, chosen[1..], CancellationToken.None));
        Assert.Equal(DonorReportEditingService.MostTranslations, (await TextsAsync()).Preferred!.Count);
    }

    private Task<Answer> TranslateAsync(params int[] which) =>
        world.SendAsync(
            "officer-one",
            HttpMethod.Put,
            $"{Path}/translations",
            new
            {
                translations = which.Select(number => new
                {
                    original = $"Words {number}",
                    language = "Fr",
                    text = $"Mots {number}",
                }),
            }
        );

    private Task<Answer> PutTextsAsync(string person, string text, string? ifMatch, bool isNew = false) =>
        world.SendAsync(
            person,
            HttpMethod.Put,
            $"{Path}/texts",
            new
            {
                narratives = new[]
                {
                    new
                    {
                        section = "Summary",
                        language = "En",
                        text,
                    },
                },
            },
            ifMatch,
            isNew
        );

    private Task<CommandResult> WriteAsync(NarrativePart section, string text, string? seen) =>
        world
            .Service<DonorReportEditingService>()
            .WriteTextAsync(
                new ReportEdit(
                    Report.Agreement,
                    Report.Period,
                    new PersonId("officer-one"),
                    seen is null ? AsRead.Nothing : AsRead.Of(seen)
                ),
                new Narrative(section, Language.En, text, null),
                CancellationToken.None
            );

    private async Task<SecretariatTexts> TextsAsync() =>
        (await world.Service<DonorReportEditingService>().TextsAsync(Report.Agreement, Report.Period, CancellationToken.None))!.Value;
}
