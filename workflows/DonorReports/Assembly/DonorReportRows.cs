using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.DonorReports;

/// <summary>Row kinds of donor reports, in the agreement's stream: the report, the Secretariat's texts for it, its annexes, and each opening of a link.</summary>
public static class DonorReportRows
{
    public const string Prefix = "donor-report|";

    public static string Key(string period) => Prefix + period;

    public static string TextsKey(string period) => "donor-texts|" + period;

    public static string AnnexPrefix(string period) => $"donor-annex|{period}|";

    public static Task<Row<DonorReportFile>?> FindAsync(ProgrammeTable table, AgreementId agreement, string period, CancellationToken cancellation) =>
        table.FindAsync<DonorReportFile>(StreamId.Of(agreement), Key(period), cancellation);

    public static Task<Row<SecretariatTexts>?> TextsAsync(ProgrammeTable table, DonorReportFile report, CancellationToken cancellation) =>
        table.FindAsync<SecretariatTexts>(report.Stream, TextsKey(report.Period), cancellation);

    public static async Task<IReadOnlyList<ReportAnnex>> AnnexesAsync(ProgrammeTable table, DonorReportFile report, CancellationToken cancellation) =>
        [.. (await table.ListAsync<ReportAnnex>(report.Stream, AnnexPrefix(report.Period), cancellation)).Select(row => row.Value)];
}

/// <summary>What the Secretariat says about the programme as a whole in one donor period. Replaced as a whole.</summary>
public sealed record SecretariatTexts(PersonId By, DateTimeOffset At, IReadOnlyList<Narrative> Narratives, IReadOnlyList<Deviation> Deviations, IReadOnlyList<Risk> Risks);

/// <summary>A file that an officer adds, such as the financial annex.</summary>
public sealed record ReportAnnex(AnnexFile File, PersonId By, DateTimeOffset At);
