using ACip.Functions.Pages.Dashboard;
using ACip.Functions.Pages.DonorReports;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.Programme;

namespace ACip.Functions.Pages.Lists;

/// <summary>All lists, each for whom it is.</summary>
public sealed class ProgrammeLists(
    IEnumerable<IProgrammeList> lists,
    ProgrammeDirectory directory,
    ProgrammeQuery programme,
    DonorReportQuery donorReports
)
{
    public IReadOnlyList<IProgrammeList> For(PageContext page) => [.. lists.Where(list => list.May(page))];

    /// <returns>Null where there is none of this name, or none for this reader.</returns>
    public IProgrammeList? Find(string name, PageContext page) => For(page).FirstOrDefault(list => list.Name == name);

    public IProgrammeList Named(string name) => lists.First(list => list.Name == name);

    /// <summary>For a page, which shows what was read last.</summary>
    public async Task<ListFacts> FactsAsync(PageContext page, CancellationToken cancellation) =>
        new(page, await directory.ReadAsync(cancellation), programme, donorReports, kept: true);

    /// <summary>For a program, which is told what stands.</summary>
    public async Task<ListFacts> ExactFactsAsync(PageContext page, CancellationToken cancellation) =>
        new(page, await directory.ReadAsync(cancellation), programme, donorReports, kept: false);
}
