using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;

namespace FunctionsSimulator.Pages;

/// <summary>The platform's own few pages: plain HTML, no script.</summary>
internal static class Html
{
    private const string Style = """
        body{font:1.05rem/1.5 system-ui,sans-serif;max-width:52rem;margin:0 auto;padding:1rem;color:#1b1b1b;background:#fff}
        table{border-collapse:collapse;margin:1rem 0}caption{text-align:left;font-weight:600;padding:.3rem 0}
        th,td{text-align:left;padding:.35rem .8rem .35rem 0;border-bottom:1px solid #767676;vertical-align:top}
        button,input{font:inherit;padding:.3rem .8rem;margin:.15rem .3rem .15rem 0}a{color:#0b5394}
        :focus-visible{outline:3px solid #0b5394;outline-offset:2px}form{display:block;margin:.6rem 0}
        """;

    /// <summary>Every hole is encoded.</summary>
    public static string Of(Encoded html) => html.ToString();

    /// <param name="body">HTML, encoded already.</param>
    public static IResult Page(string title, string body, int status = StatusCodes.Status200OK) =>
        new Written(
            Of(
                $"<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{title} – local platform</title>"
            )
                + $"<style>{Style}</style></head><body><nav aria-label=\"Platform\"><a href=\"/local\">Local platform</a></nav><main>"
                + Of($"<h1>{title}</h1>")
                + body
                + "</main></body></html>",
            status
        );

    public static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("dddd d MMMM yyyy, HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    private sealed class Written(string html, int status) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            HttpResponse response = httpContext.Response;
            response.StatusCode = status;
            response.Headers.ContentSecurityPolicy =
                "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'";
            response.Headers.CacheControl = "no-store";
            response.ContentType = "text/html; charset=utf-8";
            return response.WriteAsync(html, httpContext.RequestAborted);
        }
    }

    [InterpolatedStringHandler]
    internal readonly struct Encoded(int literalLength, int formattedCount)
    {
        private readonly StringBuilder text = new(literalLength + (formattedCount * 16));

        public void AppendLiteral(string literal) => text.Append(literal);

        public void AppendFormatted(object? value) =>
            text.Append(HtmlEncoder.Default.Encode(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""));

        public override string ToString() => text.ToString();
    }
}
