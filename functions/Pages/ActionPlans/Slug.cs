namespace ACip.Functions.Pages.ActionPlans;

/// <summary>Validates ids from an address: what cannot be a storage key is reported as not found instead of causing an error.</summary>
internal static class Slug
{
    public static bool Is(string text) =>
        text.Length is > 0 and <= 100 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}
