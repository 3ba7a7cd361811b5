using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Notices;

namespace ACip.Workflows.QuarterlyReports.MoreTime;

/// <summary>Tells whoever asked for more time that the officers have the request, and what applies until they decide.</summary>
public sealed record TimeAsked(About.Report About, DateOnly Day, string Reason, DateTimeOffset Due, Uri? Page) : Notice
{
    public override DateTimeOffset? ReadBy => null;

    public override Uri? Link => Page;

    public override Text Subject => Texts.TimeAskedSubject(administration: About.Administration, period: ReportWords.Period(About));

    public override IReadOnlyList<Text> Paragraphs(Func<Language, DateWords> dates) =>
        [
            Texts.TimeAskedFor(day: Text.For(language => dates(language).Day(Day)), reason: Reason),
            Texts.TimeAskedUntilThen(due: Text.For(language => dates(language).Deadline(Due))),
        ];
}

/// <summary>Tells an administration's coordinators that an officer granted or refused more time.</summary>
/// <param name="Asked">The day that was asked for; null where nobody had asked.</param>
/// <param name="Given">False: the due date stays.</param>
public sealed record TimeDecided(About.Report About, bool Given, DateOnly? Asked, DateTimeOffset Due, string By, string Reason, Uri? Page)
    : Notice
{
    public override DateTimeOffset? ReadBy => null;

    public override Uri? Link => Page;

    public override Text Subject =>
        Given
            ? Texts.TimeGivenSubject(administration: About.Administration, period: ReportWords.Period(About))
            : Texts.TimeNotGivenSubject(administration: About.Administration, period: ReportWords.Period(About));

    public override IReadOnlyList<Text> Paragraphs(Func<Language, DateWords> dates)
    {
        Text due = Text.For(language => dates(language).Deadline(Due));
        var all = new List<Text> { Given ? Texts.TimeGivenUntil(name: By, due: due) : Texts.TimeNotGiven(name: By, due: due) };
        if (Asked is { } day)
        {
            all.Add(Texts.TimeWasAskedFor(day: Text.For(language => dates(language).Day(day))));
        }

        all.Add(Texts.TimeReason(reason: Reason));
        if (!Given)
        {
            all.Add(Texts.TimeNotGivenNext);
        }

        return all;
    }
}

/// <summary>Tells the officers that an administration asks for more time, which one click grants.</summary>
public sealed record AskMoreTime(About.Report About, string By, DateOnly Day, string Reason, DateTimeOffset Due, Uri Page) : Asking
{
    public override Text Subject => Texts.DecideMoreTimeSubject(administration: About.Administration, period: ReportWords.Period(About));

    public override Uri? Link => Page;

    public override IReadOnlyList<Text> Paragraphs(Func<Language, DateWords> dates) =>
        [
            Texts.DecideMoreTimeAsked(
                name: By,
                day: Text.For(language => dates(language).Day(Day)),
                due: Text.For(language => dates(language).Deadline(Due))
            ),
            Texts.TimeReason(reason: Reason),
            Texts.DecideMoreTimeHow,
        ];
}
