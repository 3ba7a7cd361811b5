using ACip.Functions.Pages.ActionPlans.Drafting;
using ACip.Functions.Pages.Frame;
using ACip.Functions.Pages.Frame.Items;
using ACip.Workflows.ActionPlans.Drafting;

namespace ACip.Functions.Pages.ActionPlans;

/// <summary>What differs between two versions of a plan, in the words of the form that it was written in.</summary>
internal static class ChangeWords
{
    /// <summary>Of targets/2027-12-31/value: the field's own name, and the day.</summary>
    /// <returns>Null where no form has such a field.</returns>
    public static string? Field(PageContext page, string section, string path) =>
        section == DraftSections.Header && path == "version" ? page.Say(Lists.Texts.Version) // counted, and in no form
        : Find(section, path) is not { } field ? null
        : path.Split('/') is [_, var of, "value"] && field.Path != path ? $"{page.Say(field.Label)}, {of}"
        : page.Say(field.Label);

    /// <summary>What was chosen, in words; anything else as it stands.</summary>
    public static string? Value(PageContext page, string section, string path, string? value) =>
        Find(section, path)?.Choices?.FirstOrDefault(choice => choice.Value == value) is { Text: { } words } ? page.Say(words) : value;

    private static ItemField? Find(string section, string path)
    {
        IReadOnlyList<ItemField> fields = DraftFields.Of(section, null);
        return fields.FirstOrDefault(field => field.Path == path)
            ?? fields.FirstOrDefault(field => path.StartsWith($"{field.Path}/", StringComparison.Ordinal));
    }
}
