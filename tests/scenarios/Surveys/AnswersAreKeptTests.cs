using System.Text;
using ACip.Local.Azurite;
using ACip.Local.Faults;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging;
using ACip.Workflows.Storage;
using ACip.Workflows.Surveys.Imports;
using ACip.Workflows.Surveys.Questionnaires;
using ACip.Workflows.Surveys.Responses;
using ACip.Workflows.Surveys.Waves;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace ACip.Tests.Scenarios.Surveys;

/// <summary>An answer that was thanked for is counted once, wherever mixing or an import was interrupted, and whatever came
/// meanwhile.</summary>
public sealed class AnswersAreKeptTests : IAsyncLifetime, IAsyncDisposable
{
    private static readonly MailOptions Options = new() { TokenSecret = "a secret of more than thirty-two characters" };

    private static readonly SurveyWaveRecord Wave = new(
        new WaveId("af-2026"),
        new AdministrationId("AF"),
        "2026",
        Questionnaire.Shipped,
        SurveyWorld.Frame,
        new DateOnly(2026, 3, 2),
        new DateOnly(2026, 3, 20),
        WaveState.Collecting,
        null
    );

    private static readonly DateOnly Day = new(2026, 3, 3);

    private AzuriteProcess? azurite;
    private ProgrammeTable? table;
    private ResponseStore? store;
    private int given;

    private ProgrammeTable Table => table!;

    private ResponseStore Store => store!;

    private SlipMixing Mixing => new(Store, Microsoft.Extensions.Options.Options.Create(Options));

    private ImportActivities Imports => new(Table, Store);

    public async Task InitializeAsync()
    {
        azurite = await AzuriteProcess.StartAsync(new AzuriteOptions { InMemory = true });
        (table, store) = Over(azurite.ConnectionString);
        await table.CreateAsync(CancellationToken.None);
        await ((IStorageStep)store).PrepareAsync(CancellationToken.None);
        var unit = new UnitOfWork(Wave.Id.Stream);
        Assert.True(await table.TryCommitAsync(unit.Add(WaveRows.File, Wave), CancellationToken.None));
    }

    /// <summary>The commit behind the first mixing was lost: an officer's file had changed the row. Meanwhile more people answer.</summary>
    [Fact]
    public async Task A_day_that_is_mixed_twice_loses_nobody_s_answer()
    {
        await GiveAsync(12);
        Assert.Equal(12, await MixAsync(final: false));
        await GiveAsync(11);
        Assert.Equal(23, await MixAsync(final: false));
        await GiveAsync(3);
        Assert.Equal(23, await MixAsync(final: false)); // too few for a batch: they wait
        Assert.Equal(26, await MixAsync(final: true));
        await AllInOneAsync(26, "web");
    }

    [Fact]
    public async Task A_day_that_was_left_in_the_middle_when_the_survey_closed_keeps_back_nothing()
    {
        string[] begun = await GiveAsync(12);
        await Store.PutAsync(
            $"mixing/{Wave.Id}.json",
            BinaryData.FromObjectAsJson(
                new
                {
                    batch = $"web-{Day:yyyy-MM-dd}",
                    slips = begun,
                    days = Array.Empty<string>(),
                }
            ),
            CancellationToken.None
        );
        await GiveAsync(4);

        Assert.Equal(16, await MixAsync(final: true));
        await AllInOneAsync(16, "web");
    }

    /// <summary>Tables were restored to a day before the survey closed; blobs were not.</summary>
    [Fact]
    public async Task A_survey_that_closes_again_takes_up_what_came_since()
    {
        await GiveAsync(12);
        Assert.Equal(12, await MixAsync(final: true));
        Assert.Equal(12, await MixAsync(final: true));
        await GiveAsync(5);
        Assert.Equal(17, await MixAsync(final: true));
        await AllInOneAsync(17, "web.2");
    }

    [Fact]
    public async Task A_file_goes_only_once_its_end_is_written()
    {
        ImportRef import = await UploadAsync(File(40));
        await Imports.BeginImport(import, CancellationToken.None);
        await using StorageProxy proxy = await StorageProxy.StartAsync(azurite!.ConnectionString);
        var seen = new List<ImportState>();
        proxy.Watch = async (call, moment) =>
        {
            if (moment == CallMoment.Before && call is { Service: "Blob", Method: "DELETE" })
            {
                seen.Add((await ProgressAsync(import)).State);
            }
        };
        (ProgrammeTable watched, ResponseStore blobs) = Over(proxy.ConnectionString);
        ImportProgress done = await new ImportActivities(watched, blobs).TakePart(import, CancellationToken.None);

        Assert.Equal((ImportState.Done, 40), (done.State, done.Rows));
        Assert.Equal([ImportState.Done, ImportState.Done], seen);
        Assert.Null((await ProgressAsync(import)).Blob);
    }

    [Fact]
    public async Task A_file_that_was_left_when_its_end_was_written_goes_when_the_step_is_repeated()
    {
        ImportRef import = await UploadAsync(File(40));
        Row<ImportProgress> row = await RowAsync(import);
        var unit = new UnitOfWork(Wave.Id.Stream);
        unit.Replace(row, row.Value with { State = ImportState.Done });
        Assert.True(await Table.TryCommitAsync(unit, CancellationToken.None));

        Assert.Equal(ImportState.Done, (await Imports.TakePart(import, CancellationToken.None)).State);
        Assert.Null((await ProgressAsync(import)).Blob);
        Assert.Empty(await Store.ListAsync("uploads/", CancellationToken.None));
    }

    /// <summary>Whoever heard no answer sends the last part again.</summary>
    [Fact]
    public async Task A_last_part_that_is_sent_twice_does_not_take_the_file_from_its_import()
    {
        var service = new ImportService(Table, Store, TimeProvider.System);
        for (int sent = 0; sent < 2; sent++)
        {
            using var part = new MemoryStream(File(40));
            CommandResult result = await service.ReceivePartAsync(
                Wave.Id,
                "tablets",
                1,
                isLast: true,
                part,
                new PersonId("officer"),
                CancellationToken.None
            );
            Assert.Equal(sent == 0, result is CommandResult.Recorded);
        }

        ImportProgress waiting = Assert.Single(await service.ListAsync(Wave.Id, CancellationToken.None));
        var import = new ImportRef(Wave.Id, waiting.Sha256);
        await Imports.BeginImport(import, CancellationToken.None);
        Assert.Equal(40, (await Imports.TakePart(import, CancellationToken.None)).Rows);
    }

    [Fact]
    public async Task A_file_in_which_no_line_ends_is_refused_instead_of_read_for_ever()
    {
        ImportRef import = await UploadAsync([.. File(1), .. Enumerable.Repeat((byte)'1', 9 << 20)]);
        ImportProgress now = await Imports.BeginImport(import, CancellationToken.None);
        for (int part = 0; part < 4 && now.State == ImportState.Running; part++)
        {
            now = await Imports.TakePart(import, CancellationToken.None);
        }

        Assert.Equal((ImportState.Refused, "survey-file-damaged"), (now.State, now.Problem));
    }

    /// <summary>The officer puts it right and sends it again, and nobody is counted twice.</summary>
    [Fact]
    public async Task A_file_that_is_refused_in_its_middle_leaves_nothing_behind()
    {
        byte[] sound = File(1);
        byte[] line = sound[(sound.AsSpan(0, sound.Length - 1).LastIndexOf((byte)'\n') + 1)..];
        IEnumerable<byte> lines = Enumerable.Repeat(line, (ImportActivities.PartBytes / line.Length) + 1).SelectMany(bytes => bytes);
        ImportRef import = await UploadAsync([.. sound, .. lines, .. Enumerable.Repeat((byte)'1', 9 << 20)]);
        await Imports.BeginImport(import, CancellationToken.None);
        ImportProgress now = await Imports.TakePart(import, CancellationToken.None);
        Assert.True(now is { State: ImportState.Running, Rows: > 1000 }); // or the test tests nothing
        for (int part = 0; part < 4 && now.State == ImportState.Running; part++)
        {
            now = await Imports.TakePart(import, CancellationToken.None);
        }

        Assert.Equal((ImportState.Refused, "survey-file-damaged", 0), (now.State, now.Problem, now.Rows));
        Assert.Equal(0, (await Store.TallyAsync(Wave, CancellationToken.None)).Strata.Sum(stratum => stratum.Responses));
        Assert.Empty(await Store.ListAsync("answers/", CancellationToken.None));
        Assert.Empty(await Store.ListAsync("texts/", CancellationToken.None));
    }

    public async Task DisposeAsync() => await (azurite?.DisposeAsync() ?? ValueTask.CompletedTask);

    ValueTask IAsyncDisposable.DisposeAsync() => new(DisposeAsync());

    private static (ProgrammeTable Table, ResponseStore Store) Over(string connection) =>
        (new ProgrammeTable(new TableServiceClient(connection), TimeProvider.System), new ResponseStore(new BlobServiceClient(connection)));

    /// <returns>Names of the slips.</returns>
    private async Task<string[]> GiveAsync(int people)
    {
        byte[] secret = Encoding.UTF8.GetBytes(Options.TokenSecret);
        string[] names = [.. Enumerable.Range(given, people).Select(number => ResponseStore.SlipName(Wave.Id, $"code{number:D3}"))];
        given += people;
        foreach (string name in names)
        {
            var slip = new Slip(0, new string('3', Wave.Questionnaire.Questions.Count), "It is good.");
            await Store.AddAsync(name, BinaryData.FromBytes(SealedSlip.Seal(secret, Wave.Id, slip)), CancellationToken.None);
        }

        return names;
    }

    private async Task<long> MixAsync(bool final) => (await Mixing.MixAsync(Wave, Day, final, CancellationToken.None)).Values.Sum();

    private async Task AllInOneAsync(int people, string batch)
    {
        Assert.Equal(people, (await Store.TallyAsync(Wave, CancellationToken.None)).Strata.Sum(stratum => stratum.Responses));
        Assert.Equal([$"answers/{Wave.Id}/{batch}.txt"], await Store.ListAsync("answers/", CancellationToken.None));
        Assert.Equal([$"texts/{Wave.Id}/{batch}.json"], await Store.ListAsync("texts/", CancellationToken.None));
        Assert.Empty(await Store.ListAsync("slips/", CancellationToken.None));
        Assert.Equal(people, (await Store.ListAsync("used/", CancellationToken.None)).Count);
        Assert.Equal(
            people,
            (await Store.ReadAsync($"answers/{Wave.Id}/{batch}.txt", CancellationToken.None))!
                .ToString()
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Length
        );
    }

    private static byte[] File(int answers) => SurveyWorld.File([(SurveyWorld.Frame[0], answers)], (row, _) => 1 + (row % 5));

    private async Task<ImportRef> UploadAsync(byte[] file)
    {
        var service = new ImportService(Table, Store, TimeProvider.System);
        using var content = new MemoryStream(file);
        Assert.IsType<CommandResult.Recorded>(
            await service.ReceiveAsync(Wave.Id, content, new PersonId("officer"), CancellationToken.None)
        );
        return new ImportRef(Wave.Id, Assert.Single(await service.ListAsync(Wave.Id, CancellationToken.None)).Sha256);
    }

    private async Task<ImportProgress> ProgressAsync(ImportRef import) => (await RowAsync(import)).Value;

    private async Task<Row<ImportProgress>> RowAsync(ImportRef import) =>
        (await Table.FindAsync<ImportProgress>(Wave.Id.Stream, ImportProgress.Key(import.Sha256), CancellationToken.None))!;
}
