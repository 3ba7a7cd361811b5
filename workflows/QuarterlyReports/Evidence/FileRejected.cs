using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Notices;

namespace ACip.Workflows.QuarterlyReports.Evidence;

/// <summary>Tells whoever sent a file that an officer rejected it: it supports no figure any more.</summary>
public sealed record FileRejected(About.Report About, string Name, Uri? Page) : Notice
{
    public override DateTimeOffset? ReadBy => null;

    public override Uri? Link => Page;

    public override Text Subject => Texts.FileRejectedSubject(administration: About.Administration, period: ReportWords.Period(About));

    public override IReadOnlyList<Text> Paragraphs(Func<Language, DateWords> dates) =>
        [Texts.FileWasRejected(file: Name), Texts.FileRejectedInstead];
}
