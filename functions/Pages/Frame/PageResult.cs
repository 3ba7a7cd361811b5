using System.Collections.Concurrent;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using ACip.Workflows.Messaging;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace ACip.Functions.Pages.Frame;

/// <summary>A page as an HTTP answer.</summary>
internal sealed partial class PageResult(Type component, IReadOnlyDictionary<string, object?> parameters, int status) : IResult
{
    /// <summary>Accents and marks stay as they are: written as entities they make a French page a tenth longer.</summary>
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(
        UnicodeRanges.BasicLatin,
        UnicodeRanges.Latin1Supplement,
        UnicodeRanges.LatinExtendedA,
        UnicodeRanges.Arabic,
        UnicodeRanges.GeneralPunctuation,
        UnicodeRanges.Arrows,
        UnicodeRanges.MathematicalOperators,
        UnicodeRanges.GeometricShapes, // marks of states
        UnicodeRanges.Dingbats
    );

    /// <summary>By the name of the rehearsal; one deployment has one.</summary>
    private static readonly ConcurrentDictionary<string, ServiceProvider> Services = new(StringComparer.Ordinal);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        string text = await RenderSmallAsync(httpContext.RequestServices.GetService<IOptions<MailOptions>>()?.Value.Rehearsal ?? "");
        if (Lists is { } page)
        {
            if (
                httpContext.Request.Query[TakenTable.Query].ToString() is { Length: > 0 } asked
                && TakenTable.Of(Whole(text), page, asked) is { } file
            )
            {
                await file.ExecuteAsync(httpContext);
                return;
            }

            text = TakenTable.WithLinks(text, page);
        }

        byte[] html = Bytes(text);
        HttpResponse response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = html.Length;
        response.Headers.ContentSecurityPolicy = PageHeaders.PolicyOf(text);
        response.Headers.Vary = "Accept-Language, Cookie";
        await response.Body.WriteAsync(html, httpContext.RequestAborted);
    }

    /// <summary>Of a page that somebody sees who is signed in, and that may have lists; else null.</summary>
    private PageContext? Lists =>
        status == StatusCodes.Status200OK && parameters.GetValueOrDefault("Page") is PageContext { Person: not null } page
            ? page with
            {
                Query = Asked().Replace(page.Query, "").TrimStart('&') is { Length: > 0 } rest ? $"?{rest.TrimStart('?')}" : "",
            }
            : null;

    [GeneratedRegex(@"[?&](take|done)=[^&]*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Asked();

    /// <param name="rehearsal">Name of a deployment that is not in production, which stands on every page; empty for none.</param>
    public async Task<string> RenderAsync(string rehearsal = "") => Whole(await RenderSmallAsync(rehearsal));

    /// <summary>With its place for what is kept, which is put in as it was written.</summary>
    private async Task<string> RenderSmallAsync(string rehearsal)
    {
        string body = await MarkupAsync(component, parameters.ToDictionary(), rehearsal);
        return "<!DOCTYPE html>\n" + TurnedPage.Of(body.ReplaceLineEndings("\n").Trim()) + "\n";
    }

    private PagePart? Part => parameters.Values.OfType<PagePart>().FirstOrDefault();

    private string Whole(string text) => Part is { } part ? text.Replace(PagePart.Place, part.Html, StringComparison.Ordinal) : text;

    private byte[] Bytes(string text) =>
        Part is { } part && text.IndexOf(PagePart.Place, StringComparison.Ordinal) is >= 0 and var at
            ? [.. Encoding.UTF8.GetBytes(text[..at]), .. part.Utf8, .. Encoding.UTF8.GetBytes(text[(at + PagePart.Place.Length)..])]
            : Encoding.UTF8.GetBytes(text);

    /// <summary>A part of pages that is kept, with what is done to every page.</summary>
    /// <param name="page">Of any reader who sees the same.</param>
    public static async Task<PagePart> PartAsync<TPart>(PageContext page, Dictionary<string, object?> parameters)
        where TPart : IComponent
    {
        string html = await MarkupAsync(typeof(TPart), new Dictionary<string, object?>(parameters) { ["Page"] = page }, "");
        html = TurnedPage.Of(html.ReplaceLineEndings("\n").Trim(), page.Language.DirectionIfTurned is not null);
        return new PagePart(TakenTable.WithLinks(html, page));
    }

    private static async Task<string> MarkupAsync(Type component, Dictionary<string, object?> parameters, string rehearsal)
    {
        await using var renderer = new HtmlRenderer(Services.GetOrAdd(rehearsal, ServicesOf), NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync(component, ParameterView.FromDictionary(parameters))).ToHtmlString()
        );
    }

    private static ServiceProvider ServicesOf(string rehearsal) =>
        new ServiceCollection().AddSingleton(Encoder).AddCascadingValue(_ => new Rehearsal(rehearsal)).BuildServiceProvider();
}

/// <summary>A deployment that is not in production, by its name; empty in production.</summary>
public sealed record Rehearsal(string Name);

/// <summary>Part of a page that is kept as it was written. The page says <see cref="Place"/> where it stands.</summary>
public sealed class PagePart(string html)
{
    /// <summary>What people type cannot look so: it is encoded.</summary>
    internal const string Place = "<!--kept-->";

    public static MarkupString Here { get; } = new(Place);

    internal string Html => html;

    internal byte[] Utf8 { get; } = Encoding.UTF8.GetBytes(html);
}
