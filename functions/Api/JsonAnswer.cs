using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ACip.Workflows.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ACip.Functions.Api;

/// <summary>Responses of the JSON API: RFC 9457 for every problem, an ETag on everything that is read.</summary>
internal static class JsonAnswer
{
    /// <summary>Enums and ids are text. Nulls are written, so that every documented member is present.</summary>
    public static JsonSerializerOptions Options { get; } =
        new(JsonSerializerDefaults.Web)
        {
            Converters = { new JsonStringEnumConverter() },
            // numbers are numbers; the default of the web would take strings for them too, and the document would have to say so
            NumberHandling = JsonNumberHandling.Strict,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        };

    /// <summary>The value with a tag of its content, or 304 if the client has it already.</summary>
    public static IResult Read<T>(HttpRequest request, T value) => Read(request, value, (string?)null);

    /// <param name="row">The row that a later decision is made on: its tag stands first in the answer's, which also changes with what else
    /// the answer holds.</param>
    public static IResult Read<T, TRow>(HttpRequest request, T value, Row<TRow> row) => Read(request, value, AsRead.TagOf(row));

    /// <param name="decided">Tag of what a later decision is made on, as <see cref="AsRead"/> compares it; null where none is.</param>
    public static IResult Read<T>(HttpRequest request, T value, string? decided)
    {
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(value, Options);
        string content = Convert.ToHexStringLower(SHA256.HashData(json))[..32];
        var tag = new EntityTagHeaderValue($"\"{(decided is null ? content : $"{decided}{IfMatch.Also}{content}")}\"");
        IHeaderDictionary headers = request.HttpContext.Response.Headers;
        headers.ETag = tag.ToString();
        headers.CacheControl = "private, no-cache";
        return request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false))
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Bytes(json, "application/json; charset=utf-8");
    }

    public static IResult NotFound(string what) => ApiProblem.Of(StatusCodes.Status404NotFound, "not-found", $"There is no such {what}.");
}

/// <summary>One page of a list.</summary>
/// <param name="Next">Give it back as ?after= for the part that follows; null at the end.</param>
public sealed record PageOf<T>(IReadOnlyList<T> Items, string? Next);
