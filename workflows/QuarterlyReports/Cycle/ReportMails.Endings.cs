using System.Globalization;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Contributions;
using ACip.Workflows.QuarterlyReports.MoreTime;
using ACip.Workflows.QuarterlyReports.Tasks;
using ACip.Workflows.Storage;

namespace ACip.Workflows.QuarterlyReports.Cycle;

/// <summary>Tells all whom it concerns that a report, or a colleague's part of it, ends otherwise than by their own answer.</summary>
public sealed partial class ReportMails
{
    /// <summary>Tells those who speak for the administration, whom the report was asked of, and who waits for a decision or was asked for a
    /// part, that an officer has ended the report without figures.</summary>
    /// <param name="before">With the parts that are open.</param>
    internal async Task<MailsOfStream?> EndedAsync(
        UnitOfWork unit,
        ReportRecord before,
        bool isNil,
        OfficerEnding ending,
        CancellationToken cancellation
    )
    {
        ProgrammeRegister register = await directory.ReadForAsync(before.Administration, cancellation);
        var ended = new ReportEnded(ReportTasks.About(before, register), isNil, Placeholders.NameOf(ending.By), ending.Reason);
        IEnumerable<PersonId> concerned = (await ReportPeople.OfAsync(table, before, register, Today, cancellation)).Union(
            await WaitingAsync(before, register, cancellation)
        );
        return await writer.WriteAllAsync(unit, ended, concerned.Where(one => one != ending.By), KeyOf(before, "ended"), cancellation);
    }

    /// <summary>Tells that the report's lock has come without one: its administration, whoever was asked for a part or had asked the
    /// Secretariat for something, and officers, who alone can still add to it.</summary>
    /// <param name="read">The report's tasks.</param>
    internal async Task<MailsOfStream?> MissedAsync(UnitOfWork unit, ReportRecord before, FoundRows read, CancellationToken cancellation)
    {
        ProgrammeRegister register = await directory.ReadForAsync(before.Administration, cancellation);
        IEnumerable<PersonId> ours = (await ReportPeople.OfAsync(read, before, register, Today)).Union(
            await WaitingAsync(before, register, cancellation)
        );
        var missed = new ReportMissed(ReportTasks.About(before, register), before.Period.Locks, null)
        {
            HasAccepted = before.AcceptedItems.Count > 0,
            HasMore = before.Entries.Values.Any(one => one.Source.Way != EntryWay.Measured && !before.AcceptedItems.Contains(one.Item)),
            HadAsked = Askers(before).Any(),
        };
        PersonId[] told = [.. register.StillOf(before.Administration, ours, Today)];
        ReportMissed toOfficers = missed with { Page = writer.Page($"plans/{before.Plan}/reports/{before.Period.Key}") };
        IEnumerable<PersonId> officers = register.Holding(Role.ProgrammeOfficer, Today).Except(told);
        return MailsOfStream.Together(
            await writer.WriteAllAsync(unit, missed, told, KeyOf(before, "missed"), cancellation),
            await writer.WriteAllAsync(unit, toOfficers, officers, KeyOf(before, "missed"), cancellation)
        );
    }

    /// <summary>Tells whoever was asked for a part that it ends with somebody else's answer: the report was handed in, or what they were
    /// asked for was answered.</summary>
    internal async Task<MailsOfStream?> OvertakenAsync(
        UnitOfWork unit,
        ReportRecord before,
        ReportRecord after,
        PersonId by,
        CancellationToken cancellation
    )
    {
        bool handedIn = after.State == ReportState.Submitted;
        AssignedPart[] ended =
        [
            .. ContributionRules.Waiting(before).Where(part => handedIn || ContributionRules.Missing(after, part).Count == 0),
        ];
        if (ended.Length == 0)
        {
            return null;
        }

        ProgrammeRegister register = await directory.ReadForAsync(before.Administration, cancellation);
        MailsOfStream? told = null;
        foreach (AssignedPart part in ended)
        {
            IReadOnlyList<string> items = ContributionRules.Missing(before, part);
            var overtaken = new PartOvertaken(ReportTasks.About(before, register), Placeholders.NameOf(by), items, handedIn);
            IEnumerable<PersonId> people = await ContributionTasks.PeopleAsync(table, before, part, (register, Today), cancellation);
            string mark = string.Create(CultureInfo.InvariantCulture, $"overtaken{part.Number}");
            told = MailsOfStream.Together(
                told,
                await writer.WriteAllAsync(unit, overtaken, people.Where(one => one != by), KeyOf(before, mark), cancellation)
            );
        }

        return told;
    }

    /// <summary>Who had asked the Secretariat for something that is not decided, and colleagues who were asked for a part.</summary>
    private async Task<IEnumerable<PersonId>> WaitingAsync(ReportRecord report, ProgrammeRegister register, CancellationToken cancellation)
    {
        IEnumerable<PersonId> waiting = register.StillOf(report.Administration, Askers(report), Today);
        foreach (AssignedPart part in ContributionRules.Waiting(report))
        {
            waiting = waiting.Union(await ContributionTasks.PeopleAsync(table, report, part, (register, Today), cancellation));
        }

        return waiting;
    }

    private static IEnumerable<PersonId> Askers(ReportRecord report) =>
        [
            .. MoreTimeRules.Waiting(report) is { } time ? [time.By] : Array.Empty<PersonId>(),
            .. ContributionRules.Wanted(report).Where(one => one.Decision is null).Select(one => one.By),
        ];

    private static string KeyOf(ReportRecord report, string mark) => $"{report.Plan}-{report.Period.Key}-{mark}";
}
