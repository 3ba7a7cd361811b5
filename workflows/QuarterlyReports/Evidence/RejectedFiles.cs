using ACip.Workflows.Languages;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Workbook;
using ACip.Workflows.Storage;

namespace ACip.Workflows.QuarterlyReports.Evidence;

/// <summary>Files that an officer rejected and that are sent once more: the same bytes are not kept.</summary>
internal static class RejectedFiles
{
    public static Text WhyAgain => Texts.FileRejectedBefore;

    public static async Task<IReadOnlyList<KeptFile>> AmongAsync(
        ProgrammeTable table,
        ReportRef report,
        IReadOnlyList<KeptFile> files,
        CancellationToken cancellation
    )
    {
        if (files.Count == 0)
        {
            return [];
        }

        HashSet<string> rejected =
        [
            .. (await EvidenceFile.ListAsync(table, report, cancellation))
                .Where(file => file.State == EvidenceState.Rejected)
                .Select(file => file.Sha256),
        ];
        return [.. files.Where(file => rejected.Contains(file.Finding.Sha256))];
    }

    /// <summary>The reply without them; each is named with why.</summary>
    public static async Task<ReadReply> WithoutAsync(
        ProgrammeTable table,
        ReportRef report,
        ReadReply read,
        Language language,
        CancellationToken cancellation
    ) => Without(read, await AmongAsync(table, report, read.Kept, cancellation), language);

    internal static ReadReply Without(ReadReply read, IReadOnlyList<KeptFile> rejected, Language language) =>
        rejected.Count == 0
            ? read
            : read with
            {
                Kept = [.. read.Kept.Except(rejected)],
                Files =
                [
                    .. read.Files.Select(line =>
                        line.Refusal is null && rejected.Any(file => file.Finding.Name == line.Name)
                            ? line with
                            {
                                Refusal = WhyAgain.In(language),
                            }
                            : line
                    ),
                ],
            };
}
