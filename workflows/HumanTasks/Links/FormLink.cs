using ACip.Workflows.Languages;

namespace ACip.Workflows.HumanTasks.Links;

/// <summary>A link to a short form of a capability's own, which is filled in and handed in as one.</summary>
/// <param name="Draft">What was typed and waits for a code; null for nothing.</param>
public abstract record FormLink(LinkedTask Linked, LinkDraft? Draft) : TaskLink
{
    public sealed override LinkedTask Task => Linked;

    /// <summary>Names of the form's fields.</summary>
    public abstract IReadOnlySet<string> Fields { get; }

    /// <summary>What keeps it from being handed in, for people; null for nothing.</summary>
    public abstract Text? Problem(IReadOnlyDictionary<string, string> fields);
}
