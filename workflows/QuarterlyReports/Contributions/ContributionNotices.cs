using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Notices;

namespace ACip.Workflows.QuarterlyReports.Contributions;

/// <summary>Tells a colleague which part of the report is asked of them, with a form for that part.</summary>
/// <param name="By">Name of who asks, and who hands the report in.</param>
public sealed record AskForPart(About.Report About, string By, DateTimeOffset Due, MailForm Items, Uri Page) : Asking
{
    public override Text Subject => Texts.PartAskedSubject(administration: About.Administration, period: ReportWords.Period(About));

    public override Uri? Link => Page;

    public override MailForm? Form(Language language) => Items;

    public override IReadOnlyList<Text> Paragraphs(Func<Language, DateWords> dates) =>
        [
            Texts.PartAskedOfYou(name: By),
            Texts.PartAskedUntil(due: Text.For(language => dates(language).Deadline(Due))),
            Texts.PartAskedHow(name: By),
        ];
}

/// <summary>Tells whoever assigned parts who was asked for what, and what waits for an officer.</summary>
/// <param name="Name">Of the colleague; null where the address is not registered yet.</param>
/// <param name="Address">As it was written, where it is not registered; else null.</param>
public sealed record PartAsked(
    About.Report About,
    IReadOnlyList<string> Items,
    string? Name,
    string? Address,
    DateTimeOffset Due,
    Uri? Page
) : Notice
{
    public override DateTimeOffset? ReadBy => null;

    public override Uri? Link => Page;

    public override Text Subject => Texts.PartIsAskedSubject(administration: About.Administration, period: ReportWords.Period(About));

    public override IReadOnlyList<Text> Paragraphs(Func<Language, DateWords> dates) =>
        Name is { } name
            ?
            [
                Texts.PartIsAskedOf(name: name, items: TextArgument.List(Items), due: Text.For(language => dates(language).Deadline(Due))),
                Texts.PartYouHandIn,
            ]
            : [Texts.PartWaitsForOfficer(address: Address ?? "", items: TextArgument.List(Items)), Texts.PartYouHandIn];
}

/// <summary>Tells a colleague that these items are not asked of them any more.</summary>
public sealed record PartTakenBack(About.Report About, string By, IReadOnlyList<string> Items) : Notice
{
    public override DateTimeOffset? ReadBy => null;

    public override Text Subject => Texts.PartTakenBackSubject(administration: About.Administration, period: ReportWords.Period(About));

    public override IReadOnlyList<Text> Paragraphs(Func<Language, DateWords> dates) =>
        [Texts.PartTakenBackBy(name: By, items: TextArgument.List(Items)), Texts.PartTakenBackKept];
}

/// <summary>Tells a colleague that their part ends with somebody else's answer.</summary>
/// <param name="By">Name of who has answered.</param>
/// <param name="Items">Those that were not in yet.</param>
/// <param name="HandedIn">True: the whole report was handed in; false: just these items were answered.</param>
public sealed record PartOvertaken(About.Report About, string By, IReadOnlyList<string> Items, bool HandedIn) : Notice
{
    public override DateTimeOffset? ReadBy => null;

    public override Text Subject => Texts.PartTakenBackSubject(administration: About.Administration, period: ReportWords.Period(About));

    public override IReadOnlyList<Text> Paragraphs(Func<Language, DateWords> dates) =>
        [
            HandedIn
                ? Texts.PartOvertakenByHandIn(name: By, items: TextArgument.List(Items))
                : Texts.PartOvertakenByAnswer(name: By, items: TextArgument.List(Items)),
            Texts.PartTakenBackKept,
            Texts.PartWriteToCoordinator(name: By),
        ];
}

/// <summary>Tells the coordinators that a colleague has answered, what was received and what is missing.</summary>
/// <param name="Words">What they wrote besides; null for nothing.</param>
public sealed record PartCameIn(
    About.Report About,
    string Name,
    IReadOnlyList<string> Items,
    IReadOnlyList<string> Missing,
    string? Words,
    Uri? Page
) : Notice
{
    public override Uri? Link => Page;

    public override Text Subject => Texts.PartCameInSubject(administration: About.Administration, period: ReportWords.Period(About));

    public override IReadOnlyList<Text> Paragraphs(Func<Language, DateWords> dates)
    {
        var all = new List<Text>();
        if (Items.Count > 0)
        {
            all.Add(Texts.PartCameIn(name: Name, items: TextArgument.List(Items)));
        }

        if (Words is { } words)
        {
            all.Add(Texts.PartCameWithWords(name: Name, words: words));
        }

        all.Add(Missing.Count == 0 ? Texts.PartsAreAllIn : Texts.PartsNotInYet(items: TextArgument.List(Missing)));
        all.Add(Texts.PartYouHandIn);
        return all;
    }
}

/// <summary>Asks the officers to register an unknown contributor, or to refuse.</summary>
public sealed record AskToRegister(About.Report About, string By, string Address, IReadOnlyList<string> Items, Uri Page) : Asking
{
    public override Text Subject =>
        Texts.RegisterContributorSubject(administration: About.Administration, period: ReportWords.Period(About));

    public override Uri? Link => Page;

    public override IReadOnlyList<Text> Paragraphs(Func<Language, DateWords> dates) =>
        [Texts.RegisterContributorAsked(name: By, address: Address, items: TextArgument.List(Items)), Texts.RegisterContributorHow];
}

/// <summary>Tells whoever asked that an officer did not register the address.</summary>
public sealed record ContributorRefused(About.Report About, IReadOnlyList<string> Items, string By, string Reason, Uri? Page) : Notice
{
    public override DateTimeOffset? ReadBy => null;

    public override Uri? Link => Page;

    public override Text Subject =>
        Texts.ContributorRefusedSubject(administration: About.Administration, period: ReportWords.Period(About));

    public override IReadOnlyList<Text> Paragraphs(Func<Language, DateWords> dates) =>
        [
            Texts.ContributorRefused(name: By, items: TextArgument.List(Items)),
            Texts.TimeReason(reason: Reason),
            Texts.ContributorRefusedNext,
        ];
}
