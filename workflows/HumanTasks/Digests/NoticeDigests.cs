using ACip.Workflows.HumanTasks.Settings;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Notices;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Workflows.HumanTasks.Digests;

/// <summary>Writes the digests that are due from the notices held back for them. Runs three times a day, so that it meets the working
/// hours of every zone.</summary>
/// <remarks>A missed run is made up for, and an interrupted one loses nothing: what is held stays held until a digest names it.</remarks>
public sealed class NoticeDigests(
    ProgrammeTable table,
    ProgrammeDirectory directory,
    CycleSettingsService settings,
    OutboxIndex outbox,
    MailWriter writer,
    TimeProvider clock
)
{
    /// <summary>Most notices in one mail. The rest comes in further mails.</summary>
    private const int Most = 60;

    [Function(nameof(NoticeDigests))]
    public async Task Run(
        [TimerTrigger("0 0 0,8,16 * * *", UseMonitor = true)] TimerInfo timer,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        if (timer.IsPastDue)
        {
            await SendWrittenAsync(workflows, cancellation);
        }

        IReadOnlyList<HeldNotice> held = await outbox.ListHeldAsync(cancellation);
        if (held.Count == 0)
        {
            return;
        }

        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        CycleSettings rules = await settings.ReadAsync(cancellation);
        var digests = (await table.ListAsync<SentDigest>(SentDigest.Stream, SentDigest.Prefix, cancellation)).ToDictionary(
            row => row.Key,
            StringComparer.Ordinal
        );
        foreach (IGrouping<PersonId, HeldNotice> notices in held.GroupBy(notice => notice.To))
        {
            if (register.People.TryGetValue(notices.Key, out Person? person))
            {
                Row<SentDigest>? last = digests.GetValueOrDefault(SentDigest.RowKey(person.Id));
                WorkingCalendar calendar = CalendarOf(person, register, rules);
                HeldNotice[] due = await DueAsync(person, last, [.. notices.OrderBy(notice => notice.At)], calendar, rules, cancellation);
                await TellAsync(workflows, person, last, due, calendar, cancellation);
            }
            else
            {
                await outbox.RemoveHeldAsync(notices, cancellation);
            }
        }
    }

    /// <summary>Sends what an interrupted run had written, without waiting for the daily reconciliation.</summary>
    private async Task SendWrittenAsync(DurableTaskClient workflows, CancellationToken cancellation)
    {
        IReadOnlyList<UnsettledMail> unsettled = await outbox.ListAsync(cancellation);
        string[] written = [.. unsettled.Where(one => one.Mail.Stream == SentDigest.Stream).Select(one => one.Mail.Key)];
        if (written.Length > 0)
        {
            await workflows.DispatchAsync(new MailsOfStream(SentDigest.Stream, written), "digest", cancellation);
        }
    }

    /// <returns>What is to be told now; empty where no digest is due.</returns>
    private async Task<HeldNotice[]> DueAsync(
        Person person,
        Row<SentDigest>? last,
        IReadOnlyList<HeldNotice> held,
        WorkingCalendar calendar,
        CycleSettings rules,
        CancellationToken cancellation
    )
    {
        DateTimeOffset now = clock.GetUtcNow();
        HeldNotice[] told = [.. held.Where(notice => last?.Value.Covers.Contains(notice.Mail.Key) == true)];
        await SettleAsync([.. told.Select(notice => new HeldMail(notice, null, null))], "digest", cancellation);
        // what comes up at this very moment may stand here by now or not: it comes with the next one, on every host
        HeldNotice[] fresh = [.. held.Except(told).Where(notice => notice.At < now)];
        NoticePace pace = NoticePaces.Of(person, calendar.DayOf(now));
        ReminderPolicy hours = rules.Policy(null);
        return fresh.Length > 0 && DigestSchedule.IsDue(pace, calendar, (hours.SendFrom, hours.SendUntil), last?.Value.At, fresh[0].At, now)
            ? fresh
            : [];
    }

    /// <summary>Tells all that is due, in as many mails as it takes: what is left would wait for the next day or week.</summary>
    private async Task TellAsync(
        DurableTaskClient workflows,
        Person person,
        Row<SentDigest>? last,
        HeldNotice[] due,
        WorkingCalendar calendar,
        CancellationToken cancellation
    )
    {
        bool hasPages = person.SignsIn(calendar.DayOf(clock.GetUtcNow()));
        foreach ((int number, HeldNotice[] some) in due.Chunk(Most).Index())
        {
            HeldMail[] mails = await Task.WhenAll(some.Select(notice => LookAsync(notice, cancellation)));
            await SettleAsync([.. mails.Where(mail => mail.Line is null)], "settled meanwhile", cancellation);
            HeldMail[] covered = [.. mails.Where(mail => mail.Line is not null)];
            if (covered.Length == 0)
            {
                continue;
            }

            if (await WriteAsync(person, covered, last, hasPages, number, cancellation) is not { } written)
            {
                return; // another run was faster
            }

            await workflows.DispatchAsync(written, "digest", cancellation);
            last = await table.FindAsync<SentDigest>(SentDigest.Stream, SentDigest.RowKey(person.Id), cancellation);
        }
    }

    private async Task<MailsOfStream?> WriteAsync(
        Person person,
        HeldMail[] covered,
        Row<SentDigest>? last,
        bool hasPages,
        int number,
        CancellationToken cancellation
    )
    {
        DateTimeOffset now = clock.GetUtcNow();
        var digest = new Digest(
            [.. covered.Select(one => one.Line!)],
            hasPages ? writer.Page("notices") : null,
            [.. covered.Select(one => $"{one.Notice.Mail.Stream}~{one.Notice.Mail.Key}")]
        );
        var unit = new UnitOfWork(SentDigest.Stream);
        unit.Put(SentDigest.RowKey(person.Id), last, new SentDigest(now, [.. covered.Select(one => one.Notice.Mail.Key)]));
        string name = $"digest-{person.Id}-{now:yyyyMMddHHmm}{(number == 0 ? "" : $"-{number}")}";
        if (
            await writer.WriteAsync(unit, new NewMail(digest, person.Id, name), cancellation) is not { } key
            || !await table.TryCommitAsync(unit, cancellation)
        )
        {
            return null;
        }

        await SettleAsync(covered, "digest", cancellation);
        return new MailsOfStream(unit.Stream, [key]);
    }

    /// <summary>The line for this notice in the digest; none if the notice was sent meanwhile or no longer matters.</summary>
    private async Task<HeldMail> LookAsync(HeldNotice notice, CancellationToken cancellation)
    {
        string key = OutgoingMail.RowKey(notice.Mail.Key);
        Row<OutgoingMail>? mail = await table.FindAsync<OutgoingMail>(notice.Mail.Stream, key, cancellation);
        if (
            mail is not { Value: { State: OutgoingState.Held, Digest: { } line } waiting }
            || await IsOverAsync(waiting, notice.Mail.Stream, cancellation)
        )
        {
            return new HeldMail(notice, mail, null);
        }

        return new HeldMail(
            notice,
            mail,
            waiting.Task is { } task
                ? line with
                {
                    Link = line.Link?.Replace(Placeholders.LinkToken, Placeholders.LinkTokenOf(task), StringComparison.Ordinal),
                }
                : line
        );
    }

    /// <summary>True if what the mail asks for is done or no longer wanted, so that nobody needs to be told.</summary>
    private async Task<bool> IsOverAsync(OutgoingMail mail, StreamId stream, CancellationToken cancellation) =>
        mail is { Kind: MailKind.ReviewTask or MailKind.Reminder or MailKind.Escalation, Task: { } task }
        && await TaskRows.FindAsync(table, new TaskRef(stream, task), cancellation) is not { Value.State: TaskState.Open };

    private async Task SettleAsync(IReadOnlyCollection<HeldMail> mails, string how, CancellationToken cancellation)
    {
        await Task.WhenAll(mails.GroupBy(one => one.Notice.Mail.Stream).Select(stream => SettleStreamAsync(stream, how, cancellation)));
        await outbox.RemoveHeldAsync(mails.Select(one => one.Notice), cancellation);
    }

    /// <summary>Settles all notices of a stream in one commit, or one by one if something has changed since they were read.</summary>
    private async Task SettleStreamAsync(IGrouping<StreamId, HeldMail> mails, string how, CancellationToken cancellation)
    {
        var unit = new UnitOfWork(mails.Key);
        foreach (HeldMail one in mails)
        {
            if (one.Row is { Value.State: OutgoingState.Held } row)
            {
                unit.Replace(row, Settled(row.Value, how));
            }
        }

        if (mails.Any(one => one.Row is null) || (unit.Actions.Count > 0 && !await table.TryCommitAsync(unit, cancellation)))
        {
            await SettleEachAsync(mails, how, cancellation);
        }
    }

    private async Task SettleEachAsync(IEnumerable<HeldMail> mails, string how, CancellationToken cancellation)
    {
        foreach (MailRef mail in mails.Select(one => one.Notice.Mail))
        {
            await table.DecideAsync(
                async () =>
                    await table.FindAsync<OutgoingMail>(mail.Stream, OutgoingMail.RowKey(mail.Key), cancellation)
                        is { Value.State: OutgoingState.Held } row
                        ? (new UnitOfWork(mail.Stream).Replace(row, Settled(row.Value, how)), true)
                        : ((UnitOfWork?)null, false),
                cancellation
            );
        }
    }

    private OutgoingMail Settled(OutgoingMail mail, string how) =>
        mail with
        {
            State = OutgoingState.InDigest,
            Detail = how,
            SentAt = clock.GetUtcNow(),
        };

    /// <param name="Row">As it was read; null where it was not.</param>
    /// <param name="Line">Null where nobody has to be told.</param>
    private sealed record HeldMail(HeldNotice Notice, Row<OutgoingMail>? Row, DigestLine? Line);

    private WorkingCalendar CalendarOf(Person person, ProgrammeRegister register, CycleSettings rules) =>
        DigestSchedule.HomeOf(person, clock.UtcToday()) is { } home
        && register.Administrations.TryGetValue(home, out Administration? administration)
            ? rules.CalendarOf(administration)
            : rules.Secretariat;
}
