using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using ACip.Local.Cli.Platform;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Audit;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.DonorReports.Verification;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Sample;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;
using ACip.Workflows.Verification;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.DurableTask;

namespace ACip.Tests.Scenarios.DonorReports;

/// <summary>The platform with two administrations whose year 2026 is reported and accepted, at a moment after the cut-off of Norad's report
/// on it.</summary>
public sealed class ReportedYear : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2027, 3, 15, 9, 0, 0, TimeSpan.Zero);
    private static readonly PersonId Reviewer = new("approver-one");

    private LocalPlatform? platform;

    public static AgreementId Agreement { get; } = new("norad-acip-2026");

    public static DonorReportRef Report { get; } = new(Agreement, new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31));

    public static string EvidenceSha256 { get; } =
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes("minutes of a meeting")));

    public LocalPlatform Platform => platform!;

    public ProgrammeTable Table => Service<ProgrammeTable>();

    public TableClient Rows => Service<TableServiceClient>().GetTableClient(ProgrammeTable.Name);

    public T Service<T>()
        where T : notnull => Platform.Get<T>();

    public BlobContainerClient Container(string name) => Service<BlobServiceClient>().GetBlobContainerClient(name);

    public async Task InitializeAsync()
    {
        platform = await LocalPlatform.StartAsync([
            "--Local:Port=0",
            "--Local:Azurite=Memory",
            "--Local:Quiet=true",
            "--Local:Clock:StandsStill=true",
            $"--Local:Clock:Start={Now.ToString("O", CultureInfo.InvariantCulture)}",
            "--Local:Seed=donor-reports",
            "--Mail:PublicUrl=https://acip.example",
        ]);
        await Service<SampleProgramme>().LoadAsync(2, ProgrammeSeed.FirstDay, CancellationToken.None);
        await Container("evidence").CreateIfNotExistsAsync();
        await Container("evidence").GetBlobClient(EvidenceSha256).UploadAsync(new BinaryData("minutes of a meeting"), overwrite: true);
        foreach (
            PlanListing listing in (await Service<ProgrammeDirectory>().ReadAsync(CancellationToken.None)).Plans.Values.OrderBy(
                plan => plan.Id.Value,
                StringComparer.Ordinal
            )
        )
        {
            await ReportAsync(listing);
        }
    }

    public async Task DisposeAsync()
    {
        await Platform.DisposeAsync();
    }

    /// <summary>Runs the report's workflow until it waits for somebody or ends.</summary>
    public async Task RunAsync()
    {
        await Platform.Workflows.ScheduleNewOrchestrationInstanceAsync(
            nameof(DonorReportAssembly),
            Report,
            new StartOrchestrationOptions(Report.InstanceId)
        );
        await Platform.Busy.QuietAsync();
    }

    public async Task<DonorReportRecord> FileAsync() =>
        (await DonorReportRows.FindAsync(Table, Agreement, Report.Period, CancellationToken.None))!.Value;

    public async Task<IReadOnlyList<AuditKind>> AuditAsync() => [.. (await TrailAsync()).Select(link => link.Kind)];

    public Task<IReadOnlyList<AuditEvent>> TrailAsync() => AuditRows.ReadAsync(Table, StreamId.Of(Agreement), CancellationToken.None);

    /// <returns>Kind and place of what verification of the newest version finds.</returns>
    public async Task<IReadOnlyList<(FindingKind Kind, string Where)>> VerifyAsync() =>
        [
            .. (
                await Service<StoredReportVerification>().VerifyAsync(Agreement, Report.Period, null, CancellationToken.None)
            )!.Findings.Select(finding => (finding.Kind, finding.Where)),
        ];

    public Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string path,
        string person,
        object? json = null,
        string? csv = null,
        string? ifMatch = null
    ) =>
        SendAsync(
            method,
            path,
            person,
            json is not null ? JsonContent.Create(json)
                : csv is not null ? new StringContent(csv, Encoding.UTF8, "text/csv")
                : null,
            ifMatch
        );

    public Task<HttpResponseMessage> PostAsync(string path, string person, HttpContent content) =>
        SendAsync(HttpMethod.Post, path, person, content, null);

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string person, HttpContent? content, string? ifMatch)
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(Platform.BaseUrl) };
        using var request = new HttpRequestMessage(method, path);
        request.Content = content;
        if (person.Length > 0)
        {
            request.Headers.Add("X-Local-Sign-In", person);
        }

        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        HttpResponseMessage answer = await http.SendAsync(request);
        await answer.Content.LoadIntoBufferAsync();
        await Platform.Busy.QuietAsync();
        return answer;
    }

    /// <summary>Facts as the workflows leave them after a year: an approved plan, four locked reports, their accepted figures, an event for
    /// each.</summary>
    private async Task ReportAsync(PlanListing listing)
    {
        var stream = StreamId.Of(listing.Id);
        Row<PlanRecord> file = (await PlanRows.FindAsync(Table, listing.Id, CancellationToken.None))!;
        ActionPlan plan = (await PlanRows.DraftAsync(Table, listing.Id, CancellationToken.None))!.Value;
        ReportingPeriod[] periods = [.. Enumerable.Range(0, 4).Select(quarter => Quarter(new DateOnly(2026, 1 + (3 * quarter), 1)))];
        var approved = new PlanRound(
            1,
            new PersonId("coordinator"),
            Now.AddYears(-2),
            new EntrySource("api:test"),
            "",
            new PlanDecision(true, Reviewer, Now.AddYears(-2), null, new Dictionary<string, string>())
        );
        await CommitAsync(
            new UnitOfWork(stream)
                .Add(PlanRows.VersionKey(1), plan)
                .Replace(
                    file,
                    file.Value with
                    {
                        State = PlanState.Active,
                        Version = 1,
                        Rounds = [approved],
                        Periods = periods,
                        ReportsStarted = periods.Length,
                    }
                )
                .Record(new AuditEntry(AuditKind.PlanApproved, listing.Id.Value, Reviewer))
        );
        foreach (ReportingPeriod period in periods)
        {
            var report = ReportRecord.NotDue(listing.Id, listing.Administration, period, 1) with { State = ReportState.Locked };
            Observation[] figures =
            [
                .. plan
                    .Indicators.Where(one => one.DonorLink is not null && one.Measure is Measure.Percentage or Measure.Unit)
                    .Select(
                        (one, place) =>
                            new Observation(
                                $"{listing.Id}:{period.Key}:{one.Code}:1",
                                listing.Id,
                                1,
                                one.Code,
                                period.Key,
                                10 + place + period.End.Month,
                                null,
                                null,
                                null,
                                new Dictionary<string, decimal>(),
                                place == 0 ? [EvidenceSha256] : [],
                                new PersonId($"coordinator-{listing.Administration.Value.ToLowerInvariant()}"),
                                period.Due,
                                new EntrySource("mail:test")
                            )
                    ),
            ];
            await CommitAsync(
                new UnitOfWork(stream)
                    .Add(ReportRows.Key(period.Key), report)
                    .Add(ReportRows.ObservationKey(period.Key, 1), new AcceptedFigures(Reviewer, Now, figures))
                    .Record(new AuditEntry(AuditKind.ReportAccepted, period.Key.Value, Reviewer))
            );
        }
    }

    private async Task CommitAsync(UnitOfWork unit) => Assert.True(await Table.TryCommitAsync(unit, CancellationToken.None));

    private static ReportingPeriod Quarter(DateOnly start)
    {
        DateOnly end = start.AddMonths(3).AddDays(-1);
        return new ReportingPeriod(start, end, At(end.AddDays(1)), At(end.AddDays(30)), At(end.AddDays(60)));
    }

    private static DateTimeOffset At(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
