using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ACip.Functions.Pages.Frame;
using ACip.Functions.Pages.Lists;
using ACip.Workflows.Languages;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ACip.Functions.Api.Lists;

/// <summary>A list as a file: one column for each member of its records, including nested ones (<c>period.start</c>), the same in every
/// language. Several values in a cell are separated by semicolons.</summary>
internal static class ListExport
{
    public static bool Is(string format) => format is "csv" or "xlsx";

    public static string TypeOf(string format) => ListFile.TypeOf($"list.{format}")!;

    /// <summary>The columns of a shape, as the API document describes it.</summary>
    public static IReadOnlyList<string> Columns(Type record) => [.. Columns(JsonShape.Of(record), "")];

    /// <returns>What stands at this place of a record.</returns>
    public static ListCell Cell(JsonElement record, string column)
    {
        JsonElement at = record;
        foreach (string part in column.Split('.'))
        {
            if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(part, out at))
            {
                return ListCell.Nothing;
            }
        }

        return at.ValueKind switch
        {
            JsonValueKind.Null or JsonValueKind.Undefined => ListCell.Nothing,
            JsonValueKind.Number when at.TryGetDecimal(out decimal number) => ListCell.Of(number, at.GetRawText()),
            JsonValueKind.String
                when DateOnly.TryParseExact(
                    at.GetString(),
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out DateOnly day
                ) => ListCell.Of(day),
            JsonValueKind.String => new ListCell(at.GetString()!),
            JsonValueKind.Array when at.EnumerateArray().All(one => one.ValueKind is JsonValueKind.String or JsonValueKind.Number) =>
                new ListCell(string.Join("; ", at.EnumerateArray().Select(one => one.ToString()))),
            _ => new ListCell(at.GetRawText()),
        };
    }

    private static IEnumerable<string> Columns(JsonNode shape, string before) =>
        shape["properties"] is not JsonObject members
            ? [before.TrimEnd('.')]
            : members.SelectMany(member =>
                member.Value is JsonObject inner ? Columns(inner, $"{before}{member.Key}.") : [before + member.Key]
            );
}

/// <param name="all">In the order in which they are written.</param>
internal sealed class ListExport<T>(IReadOnlyList<T> all, string format) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        PageContext page = await httpContext
            .RequestServices.GetRequiredService<PageFrame>()
            .OpenAsync(httpContext.Request, httpContext.RequestAborted);
        string[] columns = [.. ListExport.Columns(typeof(T))];
        string name = httpContext.Request.Path.Value!.Split('/')[^1];
        byte[] file = ListFile.Write(
            $"list.{format}",
            Text.Same(name),
            new ProgrammeList([.. columns.Select(column => new ListColumn(column, Text.Same(column)))], []),
            all.Select(one => JsonSerializer.SerializeToElement(one, JsonAnswer.Options))
                .Select(one => new ListRow("", null, [.. columns.Select(column => ListExport.Cell(one, column))])),
            page
        );
        await Results.File(file, ListExport.TypeOf(format), $"{name}-{DayText.Day(page.Now)}.{format}").ExecuteAsync(httpContext);
    }
}
