using System.Globalization;
using System.Text;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging;
using ACip.Workflows.Messaging.Tokens;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace ACip.Functions.Authorization;

/// <summary>Says that a form was given to whoever posts it: an HMAC of the configured secret over person, form and day.</summary>
/// <remarks>Not ASP.NET Core's antiforgery: a Functions app has no pipeline for it, and key rings differ between instances.</remarks>
public sealed class CsrfToken(IOptions<MailOptions> options, TimeProvider clock)
{
    /// <summary>Name of the hidden field.</summary>
    public const string Field = "csrf";

    private const string Purpose = "acip form 1";

    /// <param name="whose">Id of the person signed in, or the hash of the link that led here.</param>
    /// <param name="form">What the form decides, such as the path that it is posted to.</param>
    public string For(string whose, string form) => Derive(whose, form, Today);

    /// <summary>True for a token of today or of yesterday: a form may lie open over midnight.</summary>
    public bool Holds(string whose, string form, string? token) =>
        KeyedHash.Same(Derive(whose, form, Today), token) | KeyedHash.Same(Derive(whose, form, Today.AddDays(-1)), token);

    /// <returns>The posted form, or null where it cannot be read, was not given to this person by us, or holds more in one field than
    /// anybody types.</returns>
    public async Task<IFormCollection?> ReadFormAsync(HttpRequest request, string whose, string form, CancellationToken cancellation)
    {
        try
        {
            IFormCollection? posted = request.HasFormContentType ? await request.ReadFormAsync(cancellation) : null;
            return
                posted is not null
                && Holds(whose, form, posted[Field])
                && posted.All(field => field.Value.All(text => text?.Length <= TextBounds.Field))
                ? posted
                : null;
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or BadHttpRequestException or IOException)
        {
            return null;
        }
    }

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    private string Derive(string whose, string form, DateOnly day) =>
        KeyedHash.Hex(
            Encoding.UTF8.GetBytes(options.Value.TokenSecret),
            Purpose,
            whose,
            form,
            day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        )[..32];
}
