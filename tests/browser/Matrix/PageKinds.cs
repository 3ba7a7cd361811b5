using System.Net;
using System.Text.RegularExpressions;
using ACip.Functions.Pages.Frame;
using ACip.Tests.Scenarios.Malformed;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using Microsoft.Extensions.DependencyInjection;

namespace ACip.Tests.Browser.Matrix;

/// <summary>One page of a kind, as one person sees it.</summary>
/// <param name="Kind">The route; with the address's own word where pages of one route differ by it.</param>
/// <param name="Person">Null: nobody is signed in.</param>
/// <param name="Languages">In which it is there for this person.</param>
internal sealed record KindOfPage(string Kind, string Path, string? Person, IReadOnlyList<string> Languages)
{
    public override string ToString() => $"{Path} as {Person ?? "nobody"}";
}

/// <summary>Every kind of page: whatever links lead to, and what stands behind the links of mails, each once for somebody of the
/// Secretariat, once for a coordinator, once for others.</summary>
internal sealed partial class PageKinds(MalformedWorld world)
{
    /// <summary>Who sees most comes first. A kind is taken once of each group.</summary>
    private static readonly (string Group, string?[] People)[] Readers =
    [
        ("Secretariat", ["officer-two", "approver-two", "auditor", "integrity-officer"]),
        ("administration", ["coordinator-af", "coordinator-et"]),
        ("others", ["reader-norad", null]),
    ];

    /// <summary>Pages of these routes differ by what they are about, so that each address is a kind.</summary>
    private static readonly string[] EachOfItsOwn =
    [
        "lists/{list}",
        "settings/{name}",
        "plans/{planId}",
        "plans/{planId}/draft/{section}",
        "plans/{planId}/reports/{period}",
        "agreements/{id}/framework/{section}/{code}",
    ];

    public async Task<IReadOnlyList<KindOfPage>> FindAsync()
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new Uri(world.World.Platform.BaseUrl),
        };
        ProgrammeRegister register = await world
            .World.Platform.Services.GetRequiredService<ProgrammeDirectory>()
            .ReadAsync(CancellationToken.None);
        var found = new List<KindOfPage>();
        foreach ((_, string?[] people) in Readers)
        {
            HashSet<string> kinds = [];
            foreach (string? person in people)
            {
                string[] languages =
                [
                    .. PageLanguage.ShownTo(person is null ? null : register.People[new PersonId(person)]).Select(language => language.Tag),
                ];
                IEnumerable<string> starts = person is null ? ["/", .. world.LinkPages.Select(link => $"/{link}")] : ["/"];
                foreach ((string kind, string path) in await WalkAsync(http, person, starts))
                {
                    if (kinds.Add(kind))
                    {
                        found.Add(new KindOfPage(kind, path, person, languages));
                    }
                }
            }
        }

        return found;
    }

    private async Task<IReadOnlyList<(string Kind, string Path)>> WalkAsync(HttpClient http, string? person, IEnumerable<string> starts)
    {
        List<string> ahead = [.. starts];
        HashSet<string> kinds = [];
        var found = new List<(string, string)>();
        for (int at = 0; at < ahead.Count; at++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, ahead[at]);
            request.Headers.Add("Accept-Language", "en");
            request.Headers.Add(person is null ? "Cookie" : "X-Local-Sign-In", person ?? world.Cookie);
            using HttpResponseMessage answer = await http.SendAsync(request);
            if (answer.StatusCode != HttpStatusCode.OK || answer.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            found.Add((KindOf(ahead[at]), ahead[at]));
            foreach (Match link in Links().Matches(await answer.Content.ReadAsStringAsync()))
            {
                string to = WebUtility.HtmlDecode(link.Groups[1].Value).Split('#', '?')[0];
                if (!Passed().IsMatch(to) && !ahead.Contains(to) && kinds.Add(KindOf(to)))
                {
                    ahead.Add(to);
                }
            }
        }

        return found;
    }

    private static string KindOf(string path)
    {
        string template =
            Door.All.Where(door => door.Method == HttpMethod.Get && door.Leads(path))
                .OrderBy(door => door.Parameters.Count)
                .FirstOrDefault()
                ?.Template
            ?? path;
        return EachOfItsOwn.Contains(template) ? path.Trim('/') : template;
    }

    /// <summary>What is no page of ours, or a file.</summary>
    [GeneratedRegex(@"^/(\.auth|api|local|admin|script|style|published)(/|$)|\.(csv|xlsx|pdf|docx|xml|json|html)$")]
    private static partial Regex Passed();

    [GeneratedRegex("""href="(/[^"]*)""", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Links();
}
