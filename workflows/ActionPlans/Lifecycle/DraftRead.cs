using ACip.Workflows.Storage;

namespace ACip.Workflows.ActionPlans.Lifecycle;

/// <summary>What is known of the draft that somebody had before them when they handed it in.</summary>
/// <param name="Said">When the mail was sent; null where they looked at a page.</param>
/// <param name="Draft">The tag of the draft on the page.</param>
public readonly record struct DraftRead(DateTimeOffset? Said, AsRead Draft)
{
    public static DraftRead OfMail(DateTimeOffset said) => new(said, AsRead.Anything);

    public static DraftRead OfPage(string tag) => new(null, AsRead.Of(tag));
}
