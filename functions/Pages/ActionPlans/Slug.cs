namespace ACip.Functions.Pages.ActionPlans;

/// <summary>Ids from an address: what storage would not take as a key is not there, rather than an error.</summary>
internal static class Slug
{
    public static bool Is(string text) =>
        text.Length is > 0 and <= 100 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}
