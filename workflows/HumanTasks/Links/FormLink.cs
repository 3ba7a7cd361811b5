using ACip.Workflows.Languages;

namespace ACip.Workflows.HumanTasks.Links;

/// <summary>A link to a capability's own short form, which is filled in and submitted as a whole.</summary>
/// <param name="Draft">What was typed and waits for a code; null for nothing.</param>
public abstract record FormLink(LinkedTask Linked, LinkDraft? Draft) : TaskLink
{
    public sealed override LinkedTask Task => Linked;

    /// <summary>Names of the form's fields.</summary>
    public abstract IReadOnlySet<string> Fields { get; }

    /// <summary>The reason, in words for people, why the form cannot be submitted; null if it can.</summary>
    public abstract Text? Problem(IReadOnlyDictionary<string, string> fields);
}
