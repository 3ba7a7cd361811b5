using ACip.Local.Azurite;
using ACip.Workflows.Audit;
using ACip.Workflows.Finance;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Onboarding;
using ACip.Workflows.Programme;
using ACip.Workflows.Serialization;
using ACip.Workflows.Storage;
using Azure.Data.Tables;

namespace ACip.Tests.Scenarios.Life;

/// <summary>The books of a grant as they are stored: the days of a period can be mended, and no money is counted twice.</summary>
public sealed class BooksTests : IAsyncLifetime, IAsyncDisposable
{
    private static readonly PersonId Officer = new("officer-one");

    private AzuriteProcess? azurite;

    public async Task InitializeAsync()
    {
        azurite = await AzuriteProcess.StartAsync(new AzuriteOptions { InMemory = true });
        await Table().CreateAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_period_with_a_wrong_last_day_is_mended_where_it_stands()
    {
        AgreementId grant = await GrantAsync(0);
        FinanceService books = Books();
        FinancialPeriod wrong = Period(grant, "2026-01-01", "2026-12-31");
        Assert.NotNull((await books.SaveAsync(wrong, AsRead.Nothing, Officer, CancellationToken.None)).Saved);

        FinancialPeriod right = wrong with { End = new DateOnly(2026, 6, 30) };
        Assert.True((await SaveAsync(AsRead.Of("what stood there earlier"))).IsStale);
        Assert.NotNull((await SaveAsync(AsRead.Of(ContentTag.Of(wrong)))).Saved);
        Assert.Equal([right.Period], (await books.ListAsync(grant, CancellationToken.None)).Select(one => one.Period));
        Assert.True((await SaveAsync(AsRead.Of(ContentTag.Of(wrong)))).IsStale);

        FinancialPeriod next = Period(grant, "2026-07-01", "2026-12-31");
        Assert.NotNull((await books.SaveAsync(next, AsRead.Nothing, Officer, CancellationToken.None)).Saved);
        RegisterResult<FinancialPeriod> overlapping = await books.SaveAsync(
            next with
            {
                Start = right.End,
            },
            next.Period,
            AsRead.Of(ContentTag.Of(next)),
            Officer,
            CancellationToken.None
        );
        Assert.Equal("finance-overlap", Assert.Single(overlapping.Problems).Rule);
        Assert.Equal(2, (await books.ListAsync(grant, CancellationToken.None)).Count);

        Task<RegisterResult<FinancialPeriod>> SaveAsync(AsRead asRead) =>
            books.SaveAsync(right, wrong.Period, asRead, Officer, CancellationToken.None);
    }

    /// <summary>Each in a process of their own, at the same moment.</summary>
    [Fact]
    public async Task Of_two_officers_who_enter_the_same_days_only_one_is_taken()
    {
        FinanceService one = Books(),
            other = Books();
        for (int number = 0; number < 12; number++)
        {
            AgreementId grant = await GrantAsync(number);
            RegisterResult<FinancialPeriod>[] saved = await Task.WhenAll(
                one.SaveAsync(Period(grant, "2026-01-01", "2026-06-30"), AsRead.Nothing, Officer, CancellationToken.None),
                other.SaveAsync(Period(grant, "2026-04-01", "2026-12-31"), AsRead.Nothing, Officer, CancellationToken.None)
            );
            Assert.Single(saved, result => result.Saved is not null);
            Assert.Equal("finance-overlap", Assert.Single(saved.Single(result => result.Saved is null).Problems).Rule);
            Assert.Single(await one.ListAsync(grant, CancellationToken.None));
        }
    }

    public async Task DisposeAsync() => await (azurite?.DisposeAsync() ?? ValueTask.CompletedTask);

    ValueTask IAsyncDisposable.DisposeAsync() => new(DisposeAsync());

    private ProgrammeTable Table() => new(new TableServiceClient(azurite!.ConnectionString), TimeProvider.System);

    private FinanceService Books()
    {
        ProgrammeTable table = Table();
        return new FinanceService(table, new ProgrammeDirectory(table, TimeProvider.System));
    }

    private async Task<AgreementId> GrantAsync(int number)
    {
        var grant = new GrantAgreement(
            new AgreementId($"grant-{number}"),
            $"SAM-26/{number}",
            new DonorId("norad"),
            "Integrity in customs",
            new DateOnly(2026, 1, 1),
            new DateOnly(2027, 12, 31),
            [],
            new LogicModel([], []),
            new ReportSchedule(new DateOnly(2026, 1, 1), 12, 90, DonorTemplate.Norad, [Language.En])
        );
        UnitOfWork unit = new UnitOfWork(StreamId.Programme)
            .Add(ProgrammeRows.Key(grant.Id), grant)
            .Record(new AuditEntry(AuditKind.ProgrammeChanged, ProgrammeRows.Key(grant.Id), null));
        Assert.True(await Table().TryCommitAsync(unit, CancellationToken.None));
        return grant.Id;
    }

    private static FinancialPeriod Period(AgreementId grant, string start, string end) =>
        new(
            grant,
            DateOnly.Parse(start, System.Globalization.CultureInfo.InvariantCulture),
            DateOnly.Parse(end, System.Globalization.CultureInfo.InvariantCulture),
            "NOK",
            [new FinancialLine(Components.Management, 100, null, 100, 95)],
            new FinancialTotals(100, 100, 95, 5)
        );
}
