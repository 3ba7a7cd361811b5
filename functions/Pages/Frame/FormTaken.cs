using ACip.Workflows.Languages;
using Microsoft.AspNetCore.Http;

namespace ACip.Functions.Pages.Frame;

/// <summary>A form that was taken, and what its page says about it at once: it is shown instead of being led to.</summary>
/// <param name="Back">Path of the page that the form stands on.</param>
public sealed record FormTaken(string Back, IReadOnlyList<Text> Words)
{
    private static readonly object Key = new();

    /// <summary>Of this request: whoever opens the page next shows it.</summary>
    public void Remember(HttpContext context) => context.Items[Key] = this;

    /// <returns>Null where nothing is to be said.</returns>
    public static FormTaken? In(HttpContext context) => context.Items[Key] as FormTaken;
}
