using ACip.Workflows.Languages;

namespace ACip.Functions.Pages.Frame;

/// <summary>The languages that an officer may choose for a person, each with whether a speaker has read its texts.</summary>
internal static class LanguageChoice
{
    public static IReadOnlyList<(string Value, string Label)> Of(PageContext page) =>
        [.. Language.OfMail.Select(one => (one.ToString(), one.Reviewed ? one.Name : page.Say(Texts.LanguageNotReviewed(name: one.Name))))];
}
