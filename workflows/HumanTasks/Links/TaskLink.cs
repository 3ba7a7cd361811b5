using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Programme;

namespace ACip.Workflows.HumanTasks.Links;

/// <summary>What a link in a task mail leads to. Capabilities derive from it for their own pages.</summary>
public abstract record TaskLink
{
    /// <summary>Null if the link leads nowhere.</summary>
    public virtual LinkedTask? Task => null;

    /// <summary>No task has this link's token.</summary>
    public sealed record Unknown : TaskLink;

    /// <summary>A task that can no longer be answered here.</summary>
    public record Closed(LinkedTask Linked, LinkClosed Why) : TaskLink
    {
        /// <summary>Why the task takes no more answers; null if only its outcome is known.</summary>
        public Text? Cause { get; init; }

        public override LinkedTask Task => Linked;
    }

    /// <summary>A task that is answered in free words by replying to the mail.</summary>
    public sealed record ByReply(LinkedTask Linked) : TaskLink
    {
        public override LinkedTask Task => Linked;
    }

    /// <summary>A task decided elsewhere or by somebody else; this page only says so.</summary>
    /// <param name="Page">Where one signs in and decides; null where this person decides nothing.</param>
    public sealed record Elsewhere(LinkedTask Linked, string? Page) : TaskLink
    {
        public override LinkedTask Task => Linked;
    }
}

/// <param name="TimeZone">IANA name: moments are shown in it.</param>
/// <param name="Until">Until when answers are taken.</param>
public sealed record LinkedTask(
    TaskRef Ref,
    HumanTaskRecord Task,
    Person Person,
    About About,
    string TimeZone,
    DateTimeOffset Until,
    bool Fictional
)
{
    /// <summary>The contact whom the person can turn to; null if the programme has none.</summary>
    public Person? Contact { get; init; }
}

public enum LinkClosed
{
    Expired,
    HandedIn,
    Accepted,
    Decided,
    Missed,

    /// <summary>A contribution that others have submitted meanwhile, or that was withdrawn.</summary>
    PartOver,
}
