using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace ACip.Functions.Pages.Frame;

/// <summary>A page as an HTTP answer.</summary>
internal sealed class PageResult(Type component, IReadOnlyDictionary<string, object?> parameters, int status) : IResult
{
    /// <summary>Accents stay as they are: written as entities they make a French page a tenth longer.</summary>
    private static readonly ServiceProvider Services = new ServiceCollection()
        .AddSingleton(
            HtmlEncoder.Create(
                UnicodeRanges.BasicLatin,
                UnicodeRanges.Latin1Supplement,
                UnicodeRanges.LatinExtendedA,
                UnicodeRanges.Arabic,
                UnicodeRanges.GeneralPunctuation,
                UnicodeRanges.Arrows,
                UnicodeRanges.MathematicalOperators
            )
        )
        .BuildServiceProvider();

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        byte[] html = Encoding.UTF8.GetBytes(await RenderAsync());
        HttpResponse response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = html.Length;
        response.Headers.ContentSecurityPolicy = PageHeaders.Policy;
        response.Headers.Vary = "Accept-Language, Cookie";
        await response.Body.WriteAsync(html, httpContext.RequestAborted);
    }

    public async Task<string> RenderAsync()
    {
        await using var renderer = new HtmlRenderer(Services, NullLoggerFactory.Instance);
        string body = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync(component, ParameterView.FromDictionary(parameters.ToDictionary()))).ToHtmlString()
        );
        return "<!DOCTYPE html>\n" + TurnedPage.Of(body.ReplaceLineEndings("\n").Trim()) + "\n";
    }
}
