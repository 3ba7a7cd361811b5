using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Notices;
using ACip.Workflows.Messaging.Outbox;

namespace ACip.Workflows.Overviews;

/// <summary>Tells officers what waits for whom, most urgent first.</summary>
public sealed record WeeklyOverview(IReadOnlyList<WaitingFor> Waiting, DateTimeOffset Now, Uri Page) : Notice
{
    /// <summary>The rest stands on the page.</summary>
    private const int Most = 40;

    public override Text Subject
    {
        get
        {
            int late = Waiting.Count(one => one.Due < Now);
            return Texts.WeekSubject(waitingCount: Waiting.Count, late: late);
        }
    }

    public override Uri? Link => Page;

    public override IReadOnlyList<Text> Paragraphs(Func<Language, DateWords> dates) =>
        [
            .. Waiting
                .Take(Most)
                .Select(one =>
                {
                    TextArgument people = one.People.Count == 0 ? "–" : TextArgument.List(one.People.Select(Placeholders.NameOf));
                    return Texts.WeekLine(
                        subject: one.Subject,
                        what: one.What,
                        due: Text.For(eachLanguage => dates(eachLanguage).Deadline(one.Due)),
                        people: people
                    );
                }),
        ];
}
