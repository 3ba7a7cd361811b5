using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Mime;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Storage;

namespace ACip.Workflows.QuarterlyReports.Evidence;

/// <summary>Files that an officer rejected and that are sent once more: the same bytes are not taken again.</summary>
internal static class RejectedFiles
{
    /// <summary>Hashes of what was rejected for the report.</summary>
    public static async Task<IReadOnlySet<string>> OfAsync(ProgrammeTable table, ReportRef report, CancellationToken cancellation) =>
        (await EvidenceFile.ListAsync(table, report, cancellation))
            .Where(file => file.State == EvidenceState.Rejected)
            .Select(file => file.Sha256)
            .ToHashSet();

    /// <summary>Which of the files can be kept, in their order, and why the others cannot.</summary>
    /// <param name="rejected">Hashes of what was rejected before.</param>
    public static IReadOnlyList<AttachmentFinding> Judge(IReadOnlyList<ReceivedFile> files, IReadOnlySet<string> rejected) =>
        [
            .. AttachmentRules
                .Judge(files)
                .Select(finding =>
                    finding.Refusal is null && rejected.Contains(finding.Sha256)
                        ? finding with
                        {
                            Refusal = AttachmentReasons.RejectedBefore,
                        }
                        : finding
                ),
        ];
}
