using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace FunctionsSimulator.SignIn;

/// <summary>Stands in for App Service Authentication (requests without a sign-in pass): tells the application who signed in, and nobody
/// else can.</summary>
internal sealed class SignInStandIn(ISignInPeople people, SessionCookie session, IConfiguration configuration)
{
    /// <summary>For tests and scripts, instead of the cookie: a person's id. The server answers on loopback only.</summary>
    public const string Header = "X-Local-Sign-In";

    /// <summary>As App Service sets it where it signs people in; the application believes the headers only then.</summary>
    public const string Enabled = "WEBSITE_AUTH_ENABLED";

    /// <summary>Unless the application's settings say otherwise.</summary>
    public bool IsOn => configuration[Enabled] is not { } said || (bool.TryParse(said, out bool on) && on);

    public async Task ApplyAsync(HttpContext context, RequestDelegate next)
    {
        IHeaderDictionary headers = context.Request.Headers;
        ClientPrincipal.Strip(headers);
        string asked = headers[Header].ToString();
        headers.Remove(Header);
        if (IsOn)
        {
            SignInPerson? person = await FindAsync(asked.Length > 0 ? asked : session.Read(context.Request), context.RequestAborted);
            if (person is not null)
            {
                ClientPrincipal.Send(headers, person);
            }
            else if (asked.Length > 0)
            {
                await Results
                    .Text($"{Header}: nobody here has the id '{asked}'.", statusCode: StatusCodes.Status401Unauthorized)
                    .ExecuteAsync(context);
                return;
            }
        }

        await next(context);
    }

    public async Task<SignInPerson?> FindAsync(string? id, CancellationToken cancellation) =>
        string.IsNullOrEmpty(id) ? null : (await people.ListAsync(cancellation)).FirstOrDefault(p => p.Id == id);

    public Task<SignInPerson?> SignedInAsync(HttpContext context) => FindAsync(session.Read(context.Request), context.RequestAborted);
}
