using ACip.Functions.Pages.Frame;
using ACip.Functions.Pages.Lists;
using Microsoft.AspNetCore.Http;

namespace ACip.Functions.Api.Lists;

/// <summary>Lists that exist both as pages and in the API: searched, filtered and sorted by the same columns and rules
/// (<see cref="ListQuestion"/>).</summary>
public sealed class FilteredLists(PageFrame frame, ProgrammeLists lists)
{
    /// <param name="list">The name of the pages' list.</param>
    /// <param name="all">What this reader may see of it.</param>
    /// <param name="key">Of an item; the list's rows have the same.</param>
    internal async Task<IResult> AnswerAsync<T>(
        HttpRequest request,
        string list,
        IEnumerable<T> all,
        Func<T, string> key,
        CancellationToken cancellation
    )
    {
        IProgrammeList about = lists.Named(list);
        if (Refusal(request, about) is { } refusal)
        {
            return refusal;
        }

        var question = ListQuestion.Read(request.Query, about.Columns);
        if (!question.Asks)
        {
            return ListAnswer.Of(request, all, key, Names(about));
        }

        PageContext page = await frame.OpenAsync(request, cancellation);
        if (!about.May(page))
        {
            return ListAnswer.Of(request, Enumerable.Empty<T>(), key, Names(about));
        }

        ProgrammeList read = await about.ReadAsync(await lists.ExactFactsAsync(page, cancellation), cancellation);
        var items = all.ToDictionary(key, StringComparer.Ordinal);
        return ListAnswer.Of(
            request,
            [
                .. question
                    .Select(read, page.Language.Order)
                    .Where(row => items.ContainsKey(row.Key))
                    .Select(row => items[row.Key])
                    .Distinct(),
            ],
            key,
            Names(about),
            byKey: false
        );
    }

    /// <summary>Returns a list as its page shows it, in the reader's language.</summary>
    /// <returns>Null where there is none of this name, or none for this reader.</returns>
    internal async Task<IResult?> AnswerAsync(HttpRequest request, string list, CancellationToken cancellation)
    {
        PageContext page = await frame.OpenAsync(request, cancellation);
        if (lists.Find(list, page) is not { } about)
        {
            return null;
        }

        if (Refusal(request, about) is { } refusal)
        {
            return refusal;
        }

        ProgrammeList read = await about.ReadAsync(await lists.ExactFactsAsync(page, cancellation), cancellation);
        IReadOnlyList<ListRow> rows = ListQuestion.Read(request.Query, about.Columns).Select(read, page.Language.Order);
        string format = request.Query[ListAnswer.Format].ToString();
        return ListExport.Is(format) && !request.Query.ContainsKey(ListAnswer.Limit) && !request.Query.ContainsKey(ListAnswer.After)
            ? Results.File(
                ListFile.Write($"list.{format}", about.Title, read, rows, page),
                ListExport.TypeOf(format),
                $"{about.Name}-{DayText.Day(page.Now)}.{format}"
            )
            : ListAnswer.Of(request, [.. rows.Select(row => ListedRow.Of(read, row))], row => row.Key, Names(about), byKey: false);
    }

    /// <summary>The query parameters of a list, besides those common to all lists.</summary>
    internal static string[] Names(IProgrammeList list) =>
        ["q", "sort", .. list.Columns.Where(column => column.Filters).Select(column => column.Key)];

    /// <summary>Refuses parameters that the list does not have. A page ignores them, because people keep old links; a program must be
    /// told.</summary>
    private static IResult? Refusal(HttpRequest request, IProgrammeList list)
    {
        string sort = request.Query["sort"].ToString();
        return ListAnswer.Unknown(request, Names(list))
            ?? (
                sort.Length > 0 && list.Columns.All(column => column.Key != (sort[0] == '-' ? sort[1..] : sort))
                    ? ApiProblem.Of(
                        StatusCodes.Status400BadRequest,
                        "no-such-order",
                        $"sort is one of {string.Join(", ", list.Columns.Select(column => column.Key))}, or one of them after a hyphen for the other way round."
                    )
                : request.Query["q"].ToString().Trim().Length > ListQuestion.LongestWords
                    ? ApiProblem.Of(
                        StatusCodes.Status400BadRequest,
                        "words-too-long",
                        $"q has at most {ListQuestion.LongestWords} characters."
                    )
                : null
            );
    }
}

/// <summary>A row of a list, as its page shows it.</summary>
/// <param name="Page">Path of what it is about; null where it has no page.</param>
/// <param name="Cells">By the column's key.</param>
public sealed record ListedRow(string Key, string? Page, IReadOnlyDictionary<string, ListedCell> Cells)
{
    internal static ListedRow Of(ProgrammeList list, ListRow row) =>
        new(
            row.Key,
            row.Page,
            list.Columns.Zip(row.Cells)
                .ToDictionary(
                    pair => pair.First.Key,
                    pair => new ListedCell(
                        pair.Second.Words,
                        pair.Second.Number,
                        pair.Second.Day,
                        [.. pair.Second.Choices.Select(choice => choice.Code)]
                    )
                )
        );
}

/// <param name="Words">In the reader's language.</param>
/// <param name="Codes">What a filter of this column finds it by.</param>
public sealed record ListedCell(string Words, decimal? Number, DateOnly? Day, IReadOnlyList<string> Codes);
