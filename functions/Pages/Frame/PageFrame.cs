using ACip.Functions.Authorization;
using ACip.Functions.Authorization.Routes;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace ACip.Functions.Pages.Frame;

/// <summary>Begins every page: who asks, in which language; and ends it: a component within the common layout as an answer.</summary>
public sealed class PageFrame(SignedInPerson signedIn, ProgrammeDirectory directory, CsrfToken csrf, TimeProvider clock)
{
    public async Task<PageContext> OpenAsync(HttpRequest request, CancellationToken cancellation)
    {
        Person? person = await signedIn.WhoAsync(request, cancellation);
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        QueryString query = QueryString.Create(request.Query.Where(one => one.Key != "lang"));
        var refused = RefusedForm.In(request.HttpContext);
        var said = FormTaken.In(request.HttpContext);
        Language language = PageLanguage.For(request, person);
        new KnownReader(language).Remember(request.HttpContext);
        return new PageContext(
            refused?.Back ?? said?.Back ?? (request.Path.Value is { Length: > 0 } path ? path : "/"),
            refused is null && said is null ? query.Value ?? "" : "",
            language,
            PageLanguage.Chosen(request, PageLanguage.OfferedTo(person)) is not null,
            person,
            register.Fictional,
            clock.GetUtcNow()
        )
        {
            Refused = refused,
            Said = said?.Words ?? [],
            May = link => Reachable.May(link, person, register, clock.UtcToday()),
        };
    }

    /// <param name="parameters">The component's own; <c>Page</c> is added. A component wraps itself in <see cref="Layout"/>.</param>
    public static IResult Show<TPage>(
        PageContext page,
        IReadOnlyDictionary<string, object?>? parameters = null,
        int status = StatusCodes.Status200OK
    )
        where TPage : IComponent =>
        new PageResult(
            typeof(TPage),
            new Dictionary<string, object?>(parameters ?? new Dictionary<string, object?>()) { ["Page"] = page },
            page.Refused is { } refused && status == StatusCodes.Status200OK ? refused.Status : status
        );

    /// <summary>A page that says why not, and what to do now.</summary>
    public static IResult Refuse(PageContext page, int status, string? why = null) =>
        Show<RefusalPage>(
            page,
            new Dictionary<string, object?> { [nameof(RefusalPage.Status)] = status, [nameof(RefusalPage.Why)] = why },
            status
        );

    /// <summary>A file that is larger than can be taken.</summary>
    public static IResult RefuseFile(PageContext page, int largest) =>
        Refuse(page, StatusCodes.Status413PayloadTooLarge, page.Say(Texts.AFileHasAtMost(size: largest >> 20)));

    /// <summary>The same where nobody can be asked any more who it is: it shows nothing of a reader but the language, nor of the
    /// programme. What is posted to is not always a page, so it does not lead back there.</summary>
    /// <param name="most">Characters of the text that was too long.</param>
    public static IResult Refuse(HttpRequest request, int status, int most = TextBounds.Field)
    {
        var reader = KnownReader.In(request.HttpContext);
        string asked = HttpMethods.IsPost(request.Method) || !request.Path.HasValue ? "/" : request.Path.Value;
        return Show<RefusalPage>(
            new PageContext(
                reader?.Back ?? asked,
                "",
                reader?.Language ?? PageLanguage.For(request, null),
                PageLanguage.Chosen(request) is not null,
                null,
                false,
                DateTimeOffset.MinValue
            ),
            new Dictionary<string, object?> { [nameof(RefusalPage.Status)] = status, [nameof(RefusalPage.Most)] = most },
            status
        );
    }

    /// <returns>Null where the person may; otherwise the page that says why not.</returns>
    public static IResult? RefuseUnless(Right right, PageContext page)
    {
        if (page.Person is null)
        {
            return Refuse(page, StatusCodes.Status401Unauthorized);
        }

        DateOnly today = DateOnly.FromDateTime(page.Now.UtcDateTime);
        return Rights.For(right).Any(role => page.Person.Holds(role, today)) ? null : Refuse(page, StatusCodes.Status403Forbidden);
    }

    public static bool May(Right right, PageContext page) => page.Person is not null && RefuseUnless(right, page) is null;

    /// <summary>The hidden field's value for a form that is posted to this path.</summary>
    public string TokenFor(PageContext page, string path) => csrf.For(page.Person!.Id.Value, path);

    /// <returns>The form, or null where it was not given to this person by us.</returns>
    public async Task<IFormCollection?> ReadFormAsync(HttpRequest request, PageContext page, CancellationToken cancellation) =>
        page.Person is { } person ? await csrf.ReadFormAsync(request, person.Id.Value, page.Path, cancellation) : null;
}
