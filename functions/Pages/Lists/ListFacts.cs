using ACip.Functions.Authorization;
using ACip.Functions.Pages.Dashboard;
using ACip.Functions.Pages.DonorReports;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.Programme;

namespace ACip.Functions.Pages.Lists;

/// <summary>What the lists of one page are made from, read once: the search goes through all of them.</summary>
public sealed class ListFacts(PageContext page, ProgrammeRegister register, ProgrammeQuery programme, DonorReportQuery donorReports)
{
    private Task<ProgrammeFacts>? facts;

    public PageContext Page { get; } = page;

    public ProgrammeRegister Register { get; } = register;

    public DateOnly Today { get; } = DateOnly.FromDateTime(page.Now.UtcDateTime);

    /// <summary>Of the plans that the reader may read.</summary>
    public Task<ProgrammeFacts> ProgrammeAsync(CancellationToken cancellation) =>
        facts ??= programme.ReadFactsAsync(
            cancellation,
            listing => Page.Person is { } person && PlanReadPolicy.MayRead(person, listing.Administration, Today)
        );

    public async Task<IReadOnlyList<DonorReportRow>> DonorReportsAsync(CancellationToken cancellation) =>
        DonorReportListEndpoint.Rows(Page, await donorReports.ListAsync(Today, cancellation));
}
