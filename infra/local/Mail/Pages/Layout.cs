using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace ACip.Local.Mail.Pages;

/// <summary>What all pages of the inbox have in common.</summary>
internal static class Layout
{
    // a mail's own HTML stands in a frame without scripts and fetches nothing: whoever reads it tells nobody
    private const string Policy =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self'; form-action 'self'; frame-ancestors 'none'";

    public static IResult Page(HttpResponse response, string title, Markup body, int status = StatusCodes.Status200OK)
    {
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        // not no-referrer: a browser then sends Origin: null with its own forms
        response.Headers["Referrer-Policy"] = "same-origin";
        response.Headers.CacheControl = "no-store";
        Markup page = Markup.Of(
            $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title} · Local mail</title>
            <style>{Style.Sheet}</style>
            </head>
            <body>
            <a class="skip" href="#main">Skip to content</a>
            <p class="banner" role="note"><strong>Local mail service:</strong> nothing leaves this machine.</p>
            {body}
            </body>
            </html>

            """
        );
        return Results.Text(page.ToString(), "text/html; charset=utf-8", Encoding.UTF8, status);
    }

    public static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>The latest delivery status of a message, as a word and a colour.</summary>
    public static Markup State(IReadOnlyList<DeliveryEvent> events)
    {
        string name = events.Count == 0 ? "accepted" : events[^1].Name;
        string tone = name switch
        {
            "delivered" => "good",
            "bounce" or "dropped" or "spamreport" => "bad",
            _ => "open",
        };
        return Markup.Of($"""<span class="state {tone}">{name}</span>""");
    }
}
