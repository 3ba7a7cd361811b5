using System.Globalization;
using FunctionsSimulator.Protocol.Messages;
using Google.Protobuf;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace FunctionsSimulator.Http;

/// <summary>Requests and answers inside the protocol's own messages: how a worker without ASP.NET Core takes and gives them.</summary>
internal static class HttpMessages
{
    /// <summary>The request, with all of its body.</summary>
    public static async Task<RpcHttp> ReadAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        var message = new RpcHttp { Method = request.Method, Url = request.GetEncodedUrl() };
        foreach ((string name, Microsoft.Extensions.Primitives.StringValues values) in request.Headers)
        {
            message.NullableHeaders[name.ToLowerInvariant()] = new NullableString { Value = values.ToString() };
        }

        if (body.Length > 0)
        {
            message.Body = new TypedData { Bytes = ByteString.CopyFrom(body.GetBuffer(), 0, (int)body.Length) };
        }

        return message;
    }

    /// <summary>Writes what the function returned: an answer of its own, or a value that becomes one.</summary>
    public static Task WriteAsync(HttpContext context, InvocationResponse answer)
    {
        TypedData? given =
            answer
                .OutputData.Select(output => output.Data)
                .Append(answer.ReturnValue)
                .FirstOrDefault(data => data?.DataCase == TypedData.DataOneofCase.Http)
            ?? answer.ReturnValue;
        return given?.DataCase switch
        {
            TypedData.DataOneofCase.Http => WriteAsync(context.Response, given.Http),
            TypedData.DataOneofCase.String => Results.Text(given.String).ExecuteAsync(context),
            TypedData.DataOneofCase.Json => Results.Text(given.Json, "application/json; charset=utf-8").ExecuteAsync(context),
            TypedData.DataOneofCase.Bytes => Results.Bytes(given.Bytes.ToByteArray()).ExecuteAsync(context),
            TypedData.DataOneofCase.Int => Results.Text(given.Int.ToString(CultureInfo.InvariantCulture)).ExecuteAsync(context),
            TypedData.DataOneofCase.Double => Results.Text(given.Double.ToString(CultureInfo.InvariantCulture)).ExecuteAsync(context),
            _ => Results.NoContent().ExecuteAsync(context),
        };
    }

    private static async Task WriteAsync(HttpResponse response, RpcHttp message)
    {
        response.StatusCode = int.TryParse(message.StatusCode, CultureInfo.InvariantCulture, out int status)
            ? status
            : StatusCodes.Status200OK;
        foreach ((string name, string value) in message.Headers)
        {
            response.Headers[name] = value;
        }

        foreach (RpcHttpCookie cookie in message.Cookies)
        {
            response.Cookies.Append(cookie.Name, cookie.Value, OptionsOf(cookie));
        }

        if (message.Body is { Bytes.IsEmpty: false } body)
        {
            await response.Body.WriteAsync(body.Bytes.Memory, response.HttpContext.RequestAborted);
        }
    }

    private static CookieOptions OptionsOf(RpcHttpCookie cookie) =>
        new()
        {
            Domain = cookie.Domain?.Value,
            Path = cookie.Path?.Value ?? "/",
            Expires = cookie.Expires?.Value?.ToDateTimeOffset(),
            Secure = cookie.Secure?.Value ?? false,
            HttpOnly = cookie.HttpOnly?.Value ?? false,
            MaxAge = cookie.MaxAge is { HasValue: true } age ? TimeSpan.FromSeconds(age.Value) : null,
            SameSite = cookie.SameSite switch
            {
                RpcHttpCookie.Types.SameSite.Lax => SameSiteMode.Lax,
                RpcHttpCookie.Types.SameSite.Strict => SameSiteMode.Strict,
                RpcHttpCookie.Types.SameSite.ExplicitNone => SameSiteMode.None,
                _ => SameSiteMode.Unspecified,
            },
        };
}
