using ACip.Workflows.Languages;

namespace ACip.Functions.Pages.Frame.Items;

/// <summary>One field of the form: where it stands in the item, what it is called.</summary>
/// <param name="Path">Property of the item's JSON, <c>baseline/value</c> for one within an object.</param>
/// <param name="Optional">True: left empty it is null, or an empty list.</param>
/// <param name="Choices">Values and words; a choice only.</param>
public sealed record ItemField(
    string Path,
    ItemFieldKind Kind,
    Text Label,
    bool Optional = false,
    Text? Hint = null,
    IReadOnlyList<(string Value, Text Text)>? Choices = null
)
{
    public string Id => "f-" + Path.Replace('/', '-');
}
