using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Notices;

namespace ACip.Workflows.QuarterlyReports.Cycle;

/// <summary>Tells that a report was locked without having been handed in, and what can still be done.</summary>
/// <param name="Page">For officers: the report's page. Null for people of its administration.</param>
public sealed record ReportMissed(About.Report About, DateTimeOffset Locks, Uri? Page) : Notice
{
    /// <summary>Officers may read it a week later: nothing is lost by then.</summary>
    private static readonly TimeSpan OfficersReadWithin = TimeSpan.FromDays(7);

    /// <summary>Whether some of it was accepted before it was sent back.</summary>
    public bool HasAccepted { get; init; }

    /// <summary>Whether anything had come in that was not accepted.</summary>
    public bool HasMore { get; init; }

    /// <summary>Whether the Secretariat had been asked for something about it and had not decided.</summary>
    public bool HadAsked { get; init; }

    public override DateTimeOffset? ReadBy => Page is null ? null : Locks + OfficersReadWithin;

    public override Uri? Link => Page;

    public override Text Subject => Texts.MissedSubject(administration: About.Administration, period: ReportWords.Period(About));

    public override IReadOnlyList<Text> Paragraphs(Func<Language, DateWords> dates)
    {
        var all = new List<Text> { Texts.ClosedMissed(locks: Text.For(language => dates(language).Moment(Locks))) };
        all.AddRange(HasAccepted ? [Texts.MissedAccepted] : []);
        all.AddRange(HasMore ? [Texts.MissedKept] : []);
        all.AddRange(HadAsked ? [Texts.MissedAsked] : []);
        all.Add(Page is null ? Texts.ClosedNextMissing : Texts.MissedForOfficers);
        return all;
    }
}
