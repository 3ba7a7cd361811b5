using System.Security.Cryptography;
using System.Text;
using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.HumanTasks.Undelivered;

/// <summary>Acts on a mail that did not reach its recipient, in the commit that records it: officers are told, and the task shows
/// it.</summary>
public sealed class UndeliveredMail(ProgrammeTable table, ProgrammeDirectory directory, MailWriter writer, TimeProvider clock)
    : IUndelivered
{
    private const int LongestWhy = 300;

    public async Task<IReadOnlyList<string>> RecordAsync(
        UnitOfWork unit,
        OutgoingMail mail,
        OutgoingState state,
        string why,
        CancellationToken cancellation
    )
    {
        DateTimeOffset now = clock.GetUtcNow();
        unit.Record(new AuditEntry(AuditKind.MailBounced, mail.Key, Reason: state.ToString()));
        if (mail.Task is { } task && await TaskRows.FindAsync(table, new TaskRef(unit.Stream, task), cancellation) is { } asked)
        {
            unit.Replace(asked, asked.Value.WithoutReaching(mail.To, now));
        }

        // a notice that bounces itself tells nobody
        if (mail.Kind is MailKind.Bounced or MailKind.Suppressed or MailKind.NeedsPerson)
        {
            return [];
        }

        string person = Placeholders.NameOf(mail.To);
        MailContent content = state is OutgoingState.SpamReported or OutgoingState.Unsubscribed
            ? new Suppressed(person, state == OutgoingState.SpamReported, now, writer.Page($"people/{mail.To}"))
            : new Bounced(person, null, why.Length > LongestWhy ? why[..LongestWhy] : why, now, writer.Page($"people/{mail.To}"));
        string about = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(mail.Key)))[..24];
        var keys = new List<string>();
        foreach (
            PersonId officer in (await directory.ReadAsync(cancellation))
                .Holding(Role.ProgrammeOfficer, DateOnly.FromDateTime(now.UtcDateTime))
                .Where(officer => officer != mail.To)
        )
        {
            // a mail may be delivered and then marked as spam, or bounce days later: each is told
            if (
                await writer.WriteAsync(
                    unit,
                    new NewMail(content, officer, $"{state.ToString().ToLowerInvariant()}-{about}-{officer}"),
                    cancellation
                ) is
                { } key
            )
            {
                keys.Add(key);
            }
        }

        return keys;
    }
}
