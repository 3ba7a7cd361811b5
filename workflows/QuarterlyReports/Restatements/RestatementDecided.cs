using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Notices;

namespace ACip.Workflows.QuarterlyReports.Restatements;

/// <summary>Tells that a restatement was approved or refused. No values: the page has both.</summary>
/// <param name="Items">Codes.</param>
/// <param name="By">The approver's name.</param>
/// <param name="Reason">For the restatement, or why it is refused; null where an item is sensitive, since it may repeat the value.</param>
public sealed record RestatementDecided(
    About.Report About,
    bool Approved,
    IReadOnlyList<string> Items,
    string By,
    string? Reason,
    Uri? Page
) : Notice
{
    public override DateTimeOffset? ReadBy => null;

    public override Uri? Link => Page;

    public override Text Subject =>
        Approved
            ? Texts.RestatementApprovedSubject(administration: About.Administration, period: ReportWords.Period(About))
            : Texts.RestatementRefusedSubject(administration: About.Administration, period: ReportWords.Period(About));

    public override IReadOnlyList<Text> Paragraphs(Func<Language, DateWords> dates)
    {
        TextArgument items = TextArgument.List(Items);
        Text period = ReportWords.Period(About);
        return
        [
            Approved
                ? Texts.RestatementApprovedBy(name: By, items: items, period: period)
                : Texts.RestatementRefusedBy(name: By, items: items, period: period),
            Reason is { } reason ? Texts.TimeReason(reason: reason) : Texts.RestatementReasonNotMailed,
            .. Approved ? [Texts.RestatementApprovedNext] : Array.Empty<Text>(),
        ];
    }
}
