using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.MoreTime;
using ACip.Workflows.ReplyParsing;

namespace ACip.Workflows.QuarterlyReports.Contributions;

/// <summary>Who can be asked for which part of a report, how much of it has been answered, and what an answer can change. Pure.</summary>
public static class ContributionRules
{
    /// <summary>Whoever ends the report ends the tasks of open parts in one commit, and tells each colleague: each is three of its hundred
    /// rows.</summary>
    internal const int MostOpen = 20;

    private const int Most = 60,
        LongestAddress = 254;

    public static IReadOnlyList<AssignedPart> Of(ReportRecord report) => report.Contributions ?? [];

    public static IReadOnlyList<ContributorRequest> Wanted(ReportRecord report) => report.ContributorRequests ?? [];

    public static AssignedPart? Find(ReportRecord report, int number) => Of(report).FirstOrDefault(one => one.Number == number);

    /// <summary>Whether the part can be answered: it was not withdrawn, and the report is with the administration.</summary>
    public static bool IsOpen(ReportRecord report, AssignedPart part) => part.Ended is null && MoreTimeRules.IsOpen(report);

    public static bool Waits(ReportRecord report, ContributorRequest request) => request.Decision is null && MoreTimeRules.IsOpen(report);

    /// <summary>Items answered since the part was assigned, by whomever.</summary>
    public static IReadOnlyList<string> In(ReportRecord report, AssignedPart part) =>
        [.. part.Items.Where(code => report.Entries.GetValueOrDefault(code) is { } entry && entry.At >= part.At)];

    public static IReadOnlyList<string> Missing(ReportRecord report, AssignedPart part) => [.. part.Items.Except(In(report, part))];

    /// <summary>Parts whose answer is awaited.</summary>
    public static IEnumerable<AssignedPart> Waiting(ReportRecord report) =>
        Of(report).Where(one => one.Ended is null && Missing(report, one).Count > 0);

    /// <summary>Whether the coordinator has answered it since; that answer prevails.</summary>
    public static bool IsOverwritten(ReportRecord report, AssignedPart part, string code) =>
        report.Entries.GetValueOrDefault(code) is { } entry && entry.At >= part.At && entry.By != part.Person;

    /// <summary>The part of an answer that counts: items of this part that nobody else has answered since. Where nothing is to be
    /// reported, the reason applies to each remaining item.</summary>
    /// <returns>Null where nothing can be answered any more.</returns>
    public static ParsedReply? Held(ReportRecord report, int number, ParsedReply said)
    {
        if (Find(report, number) is not { } part || !IsOpen(report, part))
        {
            return null;
        }

        IEnumerable<ReplyFigure> gaps = said.Command is Command.Nil nil
            ? Missing(report, part)
                .Where(code => said.Figures.All(figure => figure.Code != code))
                .Select(code => new ReplyFigure(code, null, null, null, nil.Reason, null, new Dictionary<string, decimal>(), nil.Reason))
            : [];
        return said with
        {
            Command = new Command.Part(),
            Figures =
            [
                .. said.Figures.Concat(gaps).Where(figure => part.Items.Contains(figure.Code) && !IsOverwritten(report, part, figure.Code)),
            ],
        };
    }

    /// <param name="items">What the report asks for and has not accepted.</param>
    /// <returns>Null where these items can be asked of that address.</returns>
    public static CommandResult.Refused? Refuse(
        ReportRecord report,
        IReadOnlyList<FormItem> items,
        IReadOnlyList<string> codes,
        string address,
        Person by
    ) =>
        codes.Count == 0 ? new CommandResult.Refused("part-without-items", "Name the items.")
        : codes.FirstOrDefault(code => items.All(item => item.Code != code)) is { } unknown
            ? new CommandResult.Refused("no-such-item", $"The report asks for no item '{unknown}'.")
        : !IsAddress(address) ? new CommandResult.Refused("not-an-address", "Give one plain e-mail address.")
        : string.Equals(address, by.Email, StringComparison.OrdinalIgnoreCase)
            ? new CommandResult.Refused("part-of-oneself", "What you answer yourself needs no assigning.")
        : Of(report).Count + Wanted(report).Count >= Most ? new CommandResult.Refused("too-many", $"A report has at most {Most} parts.")
        : ContributionTasks.WaitingOf(report).Count >= MostOpen
            ? new CommandResult.Refused("too-many-parts-open", $"At most {MostOpen} parts of a report are open at once.")
        : null;

    /// <summary>The report with these items assigned to that person only.</summary>
    /// <returns>Also the parts that have nothing left, and so end.</returns>
    public static (ReportRecord After, IReadOnlyList<AssignedPart> Over) Asked(ReportRecord report, AssignedPart part)
    {
        var all = new List<AssignedPart>();
        var over = new List<AssignedPart>();
        foreach (AssignedPart one in Of(report))
        {
            string[] left = [.. one.Items.Except(part.Items)];
            if (one.Ended is not null || left.Length == one.Items.Count)
            {
                all.Add(one);
                continue;
            }

            AssignedPart changed =
                left.Length > 0 ? one with { Items = left } : one with { Ended = new PartEnd(PartOutcome.TakenBack, part.By, part.At) };
            all.Add(changed);
            over.AddRange(changed.Ended is null ? [] : [changed]);
        }

        return (report with { Contributions = [.. all, part] }, over);
    }

    /// <summary>Whether somebody else was asked for one of these items after this had arrived.</summary>
    /// <param name="arrived">Null for now.</param>
    /// <param name="source">Of what asks: one message may ask for several parts, and may be worked on twice.</param>
    public static bool IsOvertaken(ReportRecord report, IReadOnlyList<string> codes, DateTimeOffset? arrived, EntrySource source) =>
        arrived is { } at
        && (
            Of(report).Any(one => at < (one.Said ?? one.At) && one.Source != source && one.Items.Intersect(codes).Any())
            || Wanted(report).Any(one => at < one.At && one.Source != source && one.Items.Intersect(codes).Any())
        );

    /// <summary>The report without open requests for these items, for which somebody else is asked now.</summary>
    /// <returns>Also the requests that have nothing left, and so end.</returns>
    public static (ReportRecord After, IReadOnlyList<ContributorRequest> Over) Withdrawn(
        ReportRecord report,
        IReadOnlyList<string> codes,
        PersonId by,
        DateTimeOffset at
    )
    {
        var over = new List<ContributorRequest>();
        var all = new List<ContributorRequest>();
        foreach (ContributorRequest one in Wanted(report))
        {
            string[] left = [.. one.Items.Except(codes)];
            bool ends = one.Decision is null && left.Length == 0;
            all.Add(
                one.Decision is not null || left.Length == one.Items.Count ? one
                : ends ? one with { Address = null, Decision = new ContributorDecision(null, null, by, at) }
                : one with { Items = left }
            );
            over.AddRange(ends ? [one] : []);
        }

        return (report.ContributorRequests is null ? report : report with { ContributorRequests = all }, over);
    }

    /// <summary>The report with all open parts and registration requests ended; unchanged if there are none.</summary>
    /// <param name="by">Null: its date has come.</param>
    public static ReportRecord Ended(ReportRecord report, PartOutcome outcome, PersonId? by, DateTimeOffset at) =>
        report with
        {
            Contributions = report.Contributions is null
                ? null
                : [.. Of(report).Select(one => one.Ended is null ? one with { Ended = new PartEnd(outcome, by, at) } : one)],
            ContributorRequests = report.ContributorRequests is null
                ? null
                :
                [
                    .. Wanted(report)
                        .Select(one =>
                            one.Decision is null ? one with { Address = null, Decision = new ContributorDecision(null, null, by, at) } : one
                        ),
                ],
        };

    /// <summary>Why a part takes no more answers, and what can still be done.</summary>
    /// <param name="name">Of a person, for readers.</param>
    /// <returns>Null where it is open.</returns>
    public static IReadOnlyList<Text>? ClosedBecause(ReportRecord report, AssignedPart part, Func<PersonId, string> name, string zone)
    {
        Text Day(DateTimeOffset at) => Text.For(language => new DateWords(language, zone).Moment(at));
        Text? cause = part.Ended switch
        {
            { Outcome: PartOutcome.TakenBack, By: { } by } end => Texts.PartTakenBack(name: name(by), day: Day(end.At)),
            { Outcome: PartOutcome.HandedIn, By: { } by } end => Texts.PartHandedIn(name: name(by), day: Day(end.At)),
            _ => ReportClosureWords.Cause(report, name, zone),
        };
        return cause is null ? null : [cause, Texts.PartWriteToCoordinator(name: name(part.By))];
    }

    private static bool IsAddress(string address) =>
        address.Length <= LongestAddress
        && System.Net.Mail.MailAddress.TryCreate(address, out System.Net.Mail.MailAddress? sound)
        && sound.Address == address;
}
