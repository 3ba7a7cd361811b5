using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Notices;
using ACip.Workflows.Time;

namespace ACip.Workflows.DonorReports.Assembly;

/// <summary>Tells the officers that a report is issued, and that nobody is there to read it for its donor.</summary>
public sealed record IssuedToNobody(string Donor, DateOnly Start, DateOnly End, Uri Page) : Notice
{
    public override DateTimeOffset? ReadBy => null;

    public override Uri? Link => Page;

    public override Text Subject => Texts.IssuedToNobodySubject(donor: Donor);

    public override IReadOnlyList<Text> Paragraphs(Func<Language, DateWords> dates) =>
        [Texts.IssuedToNobody(donor: Donor, range: Text.For(language => dates(language).Range(Start, End)))];
}
