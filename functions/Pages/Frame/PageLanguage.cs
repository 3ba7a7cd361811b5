using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ACip.Functions.Pages.Frame;

/// <summary>Which language to answer in: ?lang=, else what the browser asks for, else the person's own, else English.</summary>
internal static class PageLanguage
{
    /// <summary>The Secretariat's pages are there in fewer languages than those of coordinators, heads of customs and people without a
    /// role.</summary>
    public static IReadOnlyList<Language> OfferedTo(Person? person) =>
        person is null || person.Roles.All(held => held.Administration is not null) ? Language.OfLinks : Language.OfPages;

    /// <summary>Those of them that pages lead to: the one that translators test by is asked for by its tag.</summary>
    public static IEnumerable<Language> ShownTo(Person? person) => OfferedTo(person).Where(language => !Pseudo.Is(language));

    public static Language? Chosen(HttpRequest request) => Chosen(request, Language.OfLinks);

    public static Language? Chosen(HttpRequest request, IReadOnlyList<Language> offered) => Read(request.Query["lang"], offered);

    public static Language For(HttpRequest request, Person? person)
    {
        IReadOnlyList<Language> offered = OfferedTo(person);
        if (Chosen(request, offered) is { } chosen)
        {
            return chosen;
        }

        Language own = person is not null && offered.Contains(person.Language) ? person.Language : Language.En;
        return StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out IList<StringWithQualityHeaderValue>? wanted)
            ? wanted
                .OrderByDescending(one => one.Quality ?? 1)
                .Select(one => Read(one.Value.Value, offered))
                .FirstOrDefault(language => language is not null)
                ?? own
            : own;
    }

    /// <summary>fr, fr-CA and FR all are French.</summary>
    private static Language? Read(string? tag, IReadOnlyList<Language> offered) =>
        Language.Find(tag) is { } known && offered.Contains(known) ? known : null;
}
