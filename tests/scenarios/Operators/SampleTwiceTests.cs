using System.Net;
using System.Text.Json;
using ACip.Tests.Scenarios.Harness;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.Sample;
using ACip.Workflows.Storage;
using Microsoft.DurableTask.Client;

namespace ACip.Tests.Scenarios.Operators;

/// <summary>The sample programme is loaded again, for more administrations than before.</summary>
public sealed class SampleTwiceTests
{
    [Fact]
    public async Task A_second_load_adds_what_is_missing_says_so_and_its_plans_run()
    {
        await using RunningProgramme programme = await RunningProgramme.StartAsync(3);
        ProgrammeRegister before = await ReadAsync(programme);

        JsonElement answer = await LoadAsync(programme, 25, HttpStatusCode.OK);
        await programme.Platform.Busy.QuietAsync();

        ProgrammeRegister after = await ReadAsync(programme);
        Assert.Equal((3, 25), (before.Administrations.Count, after.Administrations.Count));
        Assert.Equal(25, after.Plans.Count);
        Assert.Equal(22, answer.GetProperty("added").GetProperty("administration").GetArrayLength());
        Assert.Equal(22, answer.GetProperty("added").GetProperty("plan").GetArrayLength());
        Assert.All(
            after.Agreements.Values,
            agreement =>
                Assert.Equal(
                    ProgrammeSeed.Load().Agreements.Single(one => one.Id == agreement.Id).Administrations.Order(Ids),
                    agreement.Administrations.Order(Ids)
                )
        );
        Assert.All(before.People.Values, person => Assert.Equal(person.Email, after.People[person.Id].Email));
        await programme.Platform.AdvanceAsync(TimeSpan.FromDays(5));
        Assert.Equal(
            25,
            programme
                .Platform.Mail.List()
                .Where(mail => mail.CustomArgs.GetValueOrDefault("kind") == "DraftingTask")
                .Select(mail => mail.CustomArgs["stream"])
                .Distinct()
                .Count()
        );
        Assert.Empty(await FailedAsync(programme));

        JsonElement nothing = await LoadAsync(programme, 25, HttpStatusCode.OK);
        Assert.Empty(nothing.GetProperty("added").EnumerateObject());
    }

    [Fact]
    public async Task A_real_programme_takes_no_fictional_data()
    {
        await using RunningProgramme programme = await RunningProgramme.StartAsync(1);
        var table = programme.Get<ProgrammeTable>();
        Row<SampleMark> mark = (await table.FindAsync<SampleMark>(StreamId.Programme, ProgrammeRows.Sample, CancellationToken.None))!;
        Assert.True(await table.TryCommitAsync(new UnitOfWork(StreamId.Programme).Delete(mark), CancellationToken.None));

        JsonElement refusal = await LoadAsync(programme, 3, HttpStatusCode.Conflict);

        Assert.Equal("/problems/programme-in-use", refusal.GetProperty("type").GetString());
        Assert.Single((await ReadAsync(programme)).Administrations);
    }

    private static Comparer<AdministrationId> Ids { get; } =
        Comparer<AdministrationId>.Create((a, b) => string.CompareOrdinal(a.Value, b.Value));

    private static Task<ProgrammeRegister> ReadAsync(RunningProgramme programme) =>
        ProgrammeRows.ReadAsync(programme.Get<ProgrammeTable>(), CancellationToken.None);

    private static async Task<List<string>> FailedAsync(RunningProgramme programme)
    {
        var failed = new List<string>();
        await foreach (
            OrchestrationMetadata one in programme.Platform.Workflows.GetAllInstancesAsync(
                new OrchestrationQuery(Statuses: [OrchestrationRuntimeStatus.Failed])
            )
        )
        {
            failed.Add(one.InstanceId);
        }

        return failed;
    }

    private static async Task<JsonElement> LoadAsync(RunningProgramme programme, int administrations, HttpStatusCode expected)
    {
        using var http = new HttpClient { BaseAddress = new Uri(programme.Platform.BaseUrl) };
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            $"api/programme/sample?administrations={administrations}&start=2026-01-01"
        );
        request.Headers.Add("x-functions-key", programme.Platform.MasterKey);
        using HttpResponseMessage answer = await http.SendAsync(request);
        string body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expected, $"{answer.StatusCode}: {body}");
        return JsonDocument.Parse(body).RootElement.Clone();
    }
}
