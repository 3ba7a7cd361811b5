using ACip.Functions.Authorization;
using ACip.Functions.Pages.Dashboard;
using ACip.Functions.Pages.DonorReports;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.Programme;

namespace ACip.Functions.Pages.Lists;

/// <summary>What the lists of one page are made from, read once: the search goes through all of them.</summary>
/// <param name="kept">True: as it was read last, which is of the last seconds; false: as it stands now.</param>
public sealed class ListFacts(
    PageContext page,
    ProgrammeRegister register,
    ProgrammeQuery programme,
    DonorReportQuery donorReports,
    bool kept
)
{
    private Task<KeptFacts>? facts;

    public PageContext Page { get; } = page;

    public ProgrammeRegister Register { get; } = register;

    public DateOnly Today { get; } = DateOnly.FromDateTime(page.Now.UtcDateTime);

    /// <summary>When the oldest part read so far was read; null if all of it was read just now.</summary>
    public DateTimeOffset? SeenAt => facts is { IsCompletedSuccessfully: true } read ? read.Result.SeenAt : null;

    /// <summary>Of the plans that the reader may read.</summary>
    public async Task<ProgrammeFacts> ProgrammeAsync(CancellationToken cancellation) => (await (facts ??= ReadAsync(cancellation))).Facts;

    public async Task<IReadOnlyList<DonorReportRow>> DonorReportsAsync(CancellationToken cancellation) =>
        kept
            ? DonorReportListEndpoint.Rows(Page, (await ProgrammeAsync(cancellation)).DonorReports)
            : DonorReportListEndpoint.Rows(Page, await donorReports.ListAsync(Today, cancellation));

    private async Task<KeptFacts> ReadAsync(CancellationToken cancellation) =>
        kept
            ? await programme.KeptAsync(cancellation, MayRead)
            : new KeptFacts(await programme.ReadFactsAsync(cancellation, MayRead), null);

    private bool MayRead(PlanListing listing) => Page.Person is { } person && PlanReadPolicy.MayRead(person, listing.Administration, Today);
}
