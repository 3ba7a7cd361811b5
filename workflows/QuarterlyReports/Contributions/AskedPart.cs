using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Storage;

namespace ACip.Workflows.QuarterlyReports.Contributions;

/// <summary>Who asks whom for what.</summary>
public sealed record AskedPart(ReportRef Report, IReadOnlyList<string> Items, string Address, PersonId By, EntrySource Source)
{
    public AsRead AsRead { get; init; }

    /// <summary>When it was asked for; null for now.</summary>
    public DateTimeOffset? Arrived { get; init; }

    /// <summary>Of the message that asks: names the mail that confirms it once more; null where the page shows it.</summary>
    public string? Key { get; init; }
}

/// <param name="Begin">The question to the colleague or to the officers, to be begun; null where nothing waits.</param>
public sealed record PartAskedResult(CommandResult Result, TaskRef? Begin)
{
    /// <summary>Mails about a person registered in the same step; null if there are none.</summary>
    public MailsOfStream? Registered { get; init; }
}
