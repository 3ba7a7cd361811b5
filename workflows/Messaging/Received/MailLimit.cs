using System.Globalization;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Messaging.Received;

/// <summary>How many mails of a kind a sender has caused in a stream today: whoever forges a hundred mails must not make us send a hundred. Kept for a week.</summary>
[OutsideChain(Prefix, "Counts mails within a day; what was received and what was sent stands elsewhere.")]
public sealed record MailLimit(int Count)
{
    public const string Prefix = "mail-limit|";

    /// <summary>Of one sender, in one stream, on one day.</summary>
    public const int OfASender = 3;

    /// <summary>Of all senders together, in one stream, on one day: the list of mails set aside says the rest.</summary>
    public const int OfAll = 40;

    private const string Everybody = "all";

    /// <summary>Counts one more in the unit, if there may be one more.</summary>
    /// <param name="sender">Stands in a key: an id, or a hash.</param>
    /// <returns>False: no mail is to be sent, and nothing was counted.</returns>
    public static async Task<bool> TryCountAsync(ProgrammeTable table, UnitOfWork unit, string kind, string sender, DateTimeOffset now, CancellationToken cancellation)
    {
        string Key(string who) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{now.UtcDateTime:yyyyMMdd}|{kind}|{who}");
        Row<MailLimit>? own = await table.FindAsync<MailLimit>(unit.Stream, Key(sender), cancellation);
        Row<MailLimit>? all = await table.FindAsync<MailLimit>(unit.Stream, Key(Everybody), cancellation);
        if (own?.Value.Count >= OfASender || all?.Value.Count >= OfAll)
        {
            return false;
        }

        unit.Put(Key(sender), own, new MailLimit((own?.Value.Count ?? 0) + 1)).Put(Key(Everybody), all, new MailLimit((all?.Value.Count ?? 0) + 1));
        return true;
    }
}
