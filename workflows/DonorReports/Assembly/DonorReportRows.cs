using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.DonorReports;

/// <summary>Row kind of donor reports, in the agreement's stream.</summary>
public static class DonorReportRows
{
    public const string Prefix = "donor-report|";

    public static string Key(string period) => Prefix + period;

    public static Task<Row<DonorReportFile>?> FindAsync(ProgrammeTable table, AgreementId agreement, string period, CancellationToken cancellation) =>
        table.FindAsync<DonorReportFile>(StreamId.Of(agreement), Key(period), cancellation);
}
