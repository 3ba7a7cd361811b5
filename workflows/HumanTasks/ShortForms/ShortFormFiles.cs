using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Mime;

namespace ACip.Workflows.HumanTasks.ShortForms;

/// <summary>A file that came with an answer by mail, and may be kept.</summary>
internal sealed record AnswerFile(AttachmentFinding Finding, ReadOnlyMemory<byte> Content);

/// <summary>Where a capability keeps files that come with answers.</summary>
internal interface IAnswerFiles
{
    /// <summary>Stores the bytes before any row, so that a row never names a file that is missing.</summary>
    Task StoreAsync(IReadOnlyList<AnswerFile> files, CancellationToken cancellation);
}

/// <summary>The outcome for each file in a reply: it is stored, or its sender is told why not.</summary>
internal sealed record ShortFormFiles(IReadOnlyList<FileLine> Lines, IReadOnlyList<AnswerFile> Kept)
{
    public static ShortFormFiles None { get; } = new([], []);

    /// <param name="takes">False: the question takes no files.</param>
    public static ShortFormFiles Of(IReadOnlyList<ReceivedFile> files, bool takes, Language language)
    {
        var lines = new List<FileLine>();
        var kept = new List<AnswerFile>();
        foreach ((AttachmentFinding finding, ReceivedFile file) in AttachmentRules.Judge(files).Zip(files))
        {
            string? refusal = finding.Refusal ?? (takes ? null : AttachmentReasons.NoneTaken);
            if (refusal == AttachmentReasons.Decoration)
            {
                continue; // a logo in a signature is nothing that the person sent us
            }

            lines.Add(new FileLine(finding.Name, refusal is null ? null : AttachmentReasons.Text(refusal).In(language)));
            if (refusal is null && kept.TrueForAll(one => one.Finding.Sha256 != finding.Sha256))
            {
                kept.Add(new AnswerFile(finding, file.Content));
            }
        }

        return new ShortFormFiles(lines, kept);
    }
}
