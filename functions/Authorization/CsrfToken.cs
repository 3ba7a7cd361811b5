using System.Globalization;
using System.Text;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging;
using ACip.Workflows.Messaging.Tokens;
using ACip.Workflows.Programme;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace ACip.Functions.Authorization;

/// <summary>Says that a form was given to whoever posts it: an HMAC of the configured secret over person, form and day.</summary>
/// <remarks>Not ASP.NET Core's antiforgery: a Functions app has no pipeline for it, and key rings differ between instances.</remarks>
public sealed class CsrfToken(IOptions<MailOptions> options, TimeProvider clock)
{
    /// <summary>Name of the hidden field.</summary>
    public const string Field = "csrf";

    private const string Purpose = "acip form 1";

    private const int MostFields = 10_000;

    /// <param name="whose">Id of the person signed in, or the hash of the link that led here.</param>
    /// <param name="form">What the form decides, such as the path that it is posted to.</param>
    public string For(string whose, string form) => Derive(whose, form, Today);

    /// <summary>True for a token of today or of yesterday: a form may lie open over midnight.</summary>
    public bool Holds(string whose, string form, string? token) =>
        KeyedHash.Same(Derive(whose, form, Today), token) | KeyedHash.Same(Derive(whose, form, Today.AddDays(-1)), token);

    /// <param name="keeps">Forms that say themselves what is too long in them, beside the field, and keep the rest: those of a report,
    /// which may have more fields than others.</param>
    /// <returns>The posted form, or null where it cannot be read or was not given to this person by us.</returns>
    /// <exception cref="FormTooLargeException">It is ours, and holds more in one field than can be taken.</exception>
    public async Task<IFormCollection?> ReadFormAsync(
        HttpRequest request,
        string whose,
        string form,
        CancellationToken cancellation,
        Predicate<IFormCollection>? keeps = null
    )
    {
        IFormCollection? posted;
        try
        {
            posted = request.HasFormContentType ? await ReadAsync(request, manyFields: keeps is not null, cancellation) : null;
        }
        catch (Exception unreadable)
            when (unreadable is InvalidDataException or IOException and not BadHttpRequestException { StatusCode: 413 })
        {
            return null;
        }

        if (posted is null || !Holds(whose, form, posted[Field]))
        {
            return null;
        }

        return keeps?.Invoke(posted) == true || posted.All(field => field.Value.All(text => text?.Length <= TextBounds.Field))
            ? posted
            : throw new FormTooLargeException();
    }

    private static Task<IFormCollection> ReadAsync(HttpRequest request, bool manyFields, CancellationToken cancellation)
    {
        if (manyFields && request.HttpContext.Features.Get<IFormFeature>()?.Form is null)
        {
            request.HttpContext.Features.Set<IFormFeature>(new FormFeature(request, new FormOptions { ValueCountLimit = MostFields }));
        }

        return request.ReadFormAsync(cancellation);
    }

    private DateOnly Today => clock.UtcToday();

    private string Derive(string whose, string form, DateOnly day) =>
        KeyedHash.Hex(
            Encoding.UTF8.GetBytes(options.Value.TokenSecret),
            Purpose,
            whose,
            form,
            day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        )[..32];
}

/// <summary>A form of ours holds more in one field than can be taken. Whoever typed it reads that, and not that the form was too
/// old.</summary>
public sealed class FormTooLargeException() : Exception("A field of a form is too long.");
