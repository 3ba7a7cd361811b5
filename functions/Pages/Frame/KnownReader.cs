using ACip.Workflows.Languages;
using Microsoft.AspNetCore.Http;

namespace ACip.Functions.Pages.Frame;

/// <summary>Whom this request is answered to, as far as it was known: where it ends early nobody can be asked any more.</summary>
/// <param name="Back">Path of a page that they can open; null where the request does not say.</param>
internal sealed record KnownReader(Language Language, string? Back = null)
{
    private static readonly object Key = new();

    public void Remember(HttpContext context) => context.Items[Key] = this;

    /// <returns>Null where nobody has been asked yet.</returns>
    public static KnownReader? In(HttpContext context) => context.Items[Key] as KnownReader;
}
