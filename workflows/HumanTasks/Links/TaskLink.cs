using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Programme;

namespace ACip.Workflows.HumanTasks.Links;

/// <summary>What a link in a task mail leads to. Capabilities add what is answered on a page of theirs.</summary>
public abstract record TaskLink
{
    /// <summary>Null where the link leads nowhere.</summary>
    public virtual LinkedTask? Task => null;

    /// <summary>No task has this token.</summary>
    public sealed record Unknown : TaskLink;

    /// <summary>A task that can no longer be answered here.</summary>
    public record Closed(LinkedTask Linked, LinkClosed Why) : TaskLink
    {
        /// <summary>Why it takes no answers any more; null where nothing more is known than how the task ended.</summary>
        public Text? Cause { get; init; }

        public override LinkedTask Task => Linked;
    }

    /// <summary>What is answered in one's own words, by replying to the mail.</summary>
    public sealed record ByReply(LinkedTask Linked) : TaskLink
    {
        public override LinkedTask Task => Linked;
    }

    /// <summary>Something that waits for a decision, or for somebody else; this page only says so.</summary>
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
    /// <summary>Whom the person turns to; null where the programme has nobody.</summary>
    public Person? Contact { get; init; }
}

public enum LinkClosed
{
    Expired,
    HandedIn,
    Accepted,
    Decided,
    Missed,

    /// <summary>A part of something that others have handed in, or taken back.</summary>
    PartOver,
}
