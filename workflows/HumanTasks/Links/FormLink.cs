using ACip.Workflows.Languages;

namespace ACip.Workflows.HumanTasks.Links;

/// <summary>A link to a capability's own short form, which is filled in and submitted as a whole.</summary>
/// <param name="Draft">What was typed and waits for a code; null for nothing.</param>
public abstract record FormLink(LinkedTask Linked, LinkDraft? Draft) : TaskLink
{
    public sealed override LinkedTask Task => Linked;

    /// <summary>Names of the form's fields.</summary>
    public abstract IReadOnlySet<string> Fields { get; }

    /// <summary>What stands for each of its questions.</summary>
    /// <param name="known">True: in a browser that is known to be the person's.</param>
    public abstract IReadOnlyList<StandingPart> Parts(bool known);

    /// <summary>The reason, in words for people, why the form cannot be submitted; null if it can.</summary>
    public abstract Text? Problem(IReadOnlyDictionary<string, string> fields);
}
