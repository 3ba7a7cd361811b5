using FunctionsSimulator.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FunctionsSimulator.SignIn;

/// <summary><c>/.auth/…</c>: the paths that App Service offers, with a page on which one picks who to be.</summary>
internal sealed class SignInRoutes(ISignInPeople people, SignInStandIn standIn, SessionCookie session)
{
    private const string LoginPath = "/.auth/login/local";

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(LoginPath, (Delegate)ShowAsync);
        routes.MapPost(LoginPath, (Delegate)SignInAsync);
        // what a link to the genuine provider's page would lead to
        routes.MapGet("/.auth/login/aad", (HttpContext context) => Results.LocalRedirect(LoginPath + context.Request.QueryString));
        routes.MapMethods("/.auth/logout", ["GET", "POST"], (Delegate)SignOut);
        routes.MapGet("/.auth/me", (Delegate)MeAsync);
    }

    /// <summary>Only paths of this server: a link must not lead elsewhere in our name.</summary>
    public static string LocalPath(string? asked) =>
        asked is ['/'] or ['/', not ('/' or '\\'), ..] && !asked.Any(char.IsControl) ? asked : "/";

    private async Task<IResult> ShowAsync(HttpContext context)
    {
        string returnTo = LocalPath(context.Request.Query["post_login_redirect_uri"]);
        IReadOnlyList<SignInPerson> all = await people.ListAsync(context.RequestAborted);
        SignInPerson? now = await standIn.SignedInAsync(context);
        IEnumerable<string> rows = all.Select(p =>
            Html.Of(
                $"""
                <tr><th scope="row">{p.Name}</th><td>{p.Email}</td><td>{string.Join(", ", p.Roles)}</td>
                <td><button name="person" value="{p.Id}" aria-label="Sign in as {p.Name}">Sign in</button></td></tr>
                """
            )
        );
        return Html.Page(
            "Sign in",
            (
                now is null
                    ? "<p>Nobody is signed in.</p>"
                    : Html.Of($"<p>You are signed in as <strong>{now.Name}</strong>. <a href=\"/.auth/logout\">Sign out</a></p>")
            )
                + (
                    all.Count == 0
                        ? "<p>There is nobody to sign in as: configuration section <code>Local:People</code> is empty.</p>"
                        : Html.Of($"<form method=\"post\"><input type=\"hidden\" name=\"return\" value=\"{returnTo}\">")
                            + "<table><caption>Who do you want to be?</caption><thead><tr><th scope=\"col\">Name</th><th scope=\"col\">E-mail</th><th scope=\"col\">Roles</th><td></td></tr></thead><tbody>"
                            + string.Concat(rows)
                            + "</tbody></table></form>"
                )
        );
    }

    private async Task<IResult> SignInAsync(HttpContext context)
    {
        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (await standIn.FindAsync(form["person"], context.RequestAborted) is not { } person)
        {
            return Html.Page(
                "Nobody has that name",
                "<p>That person is not here. <a href=\"/.auth/login/local\">Choose again</a></p>",
                StatusCodes.Status400BadRequest
            );
        }

        session.Write(context, person.Id);
        return Results.LocalRedirect(LocalPath(form["return"]));
    }

    private static IResult SignOut(HttpContext context)
    {
        SessionCookie.Clear(context);
        return Results.LocalRedirect(LocalPath(context.Request.Query["post_logout_redirect_uri"]));
    }

    private async Task<IResult> MeAsync(HttpContext context) =>
        await standIn.SignedInAsync(context) is { } person
            ? Results.Json(
                new[]
                {
                    new
                    {
                        provider_name = "aad",
                        user_id = person.Email,
                        user_claims = ClientPrincipal.Claims(person),
                    },
                }
            )
            : Results.StatusCode(StatusCodes.Status401Unauthorized);
}
