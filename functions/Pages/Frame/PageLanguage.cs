using ACip.Workflows.Languages;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ACip.Functions.Pages.Frame;

/// <summary>Which language to answer in: ?lang=, else what the browser asks for, else the person's own, else English.</summary>
internal static class PageLanguage
{
    public static Language? Chosen(HttpRequest request) => Read(request.Query["lang"]);

    public static Language For(HttpRequest request, Language? own)
    {
        if (Chosen(request) is { } chosen)
        {
            return chosen;
        }

        return StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out IList<StringWithQualityHeaderValue>? wanted)
            ? wanted
                .OrderByDescending(one => one.Quality ?? 1)
                .Select(one => Read(one.Value.Value))
                .FirstOrDefault(language => language is not null)
                ?? own
                ?? Language.En
            : own ?? Language.En;
    }

    /// <summary>fr, fr-CA and FR all are French.</summary>
    private static Language? Read(string? tag) => Language.Find(tag) is { } known && known.Entry.Uses.Contains("pages") ? known : null;
}
