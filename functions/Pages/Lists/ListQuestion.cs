using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace ACip.Functions.Pages.Lists;

/// <summary>What the address asks of a list: ?q=words&amp;COLUMN=code&amp;sort=COLUMN (or -COLUMN)&amp;page=n. Pure. What a list does not
/// have is passed over, for addresses are kept and sent around.</summary>
/// <param name="Words">All of them must stand somewhere in the row, in any case and with or without accents.</param>
/// <param name="Filters">Codes by column.</param>
/// <param name="Sort">Key of a column; empty: as the list stands.</param>
/// <param name="Page">From 1.</param>
public sealed record ListQuestion(string Words, IReadOnlyDictionary<string, string> Filters, string Sort, bool Descending, int Page)
{
    private const int RowsOfAPage = 50,
        WideRowsOfAPage = 25,
        Wide = 8;

    public const int LongestWords = 200;

    private static readonly CompareInfo Letters = CultureInfo.InvariantCulture.CompareInfo;

    public static ListQuestion Read(IQueryCollection query, IEnumerable<ListColumn> columns)
    {
        string words = query["q"].ToString().Trim();
        string sort = query["sort"].ToString();
        string key = sort.TrimStart('-');
        return new ListQuestion(
            words.Length > LongestWords ? words[..LongestWords] : words,
            columns
                .Where(column => column.Filters && query[column.Key].ToString().Length > 0)
                .ToDictionary(column => column.Key, column => query[column.Key].ToString(), StringComparer.Ordinal),
            columns.Any(column => column.Key == key) ? key : "",
            sort.StartsWith('-'),
            int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out int page) ? Math.Max(page, 1) : 1
        );
    }

    /// <summary>Rows of a page of a list: fewer where each has much to say.</summary>
    public static int SizeOf(ProgrammeList list) => IsWide(list) ? WideRowsOfAPage : RowsOfAPage;

    public static bool IsWide(ProgrammeList list) => list.Columns.Count > Wide;

    /// <summary>Asks only for rows that contain these words.</summary>
    public static ListQuestion Of(string words) => new(words, new Dictionary<string, string>(), "", false, 1);

    /// <summary>Whether some rows are chosen, and others left out.</summary>
    public bool Narrows => Words.Length > 0 || Filters.Count > 0;

    /// <summary>Whether rows are chosen or ordered at all.</summary>
    public bool Asks => Narrows || Sort.Length > 0;

    /// <param name="order">Of words, in the reader's language.</param>
    /// <returns>All rows that are asked for, in their order.</returns>
    public IReadOnlyList<ListRow> Select(ProgrammeList list, IComparer<string> order)
    {
        string[] words = Words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        IEnumerable<ListRow> found = list.Rows.Where(row =>
            Chosen(list, row) && words.All(word => row.Cells.Any(cell => Says(cell, word)))
        );
        int at = Enumerable.Range(0, list.Columns.Count).FirstOrDefault(index => list.Columns[index].Key == Sort, -1);
        if (at < 0)
        {
            return [.. found];
        }

        var values = new CellOrder(order);
        // what is not known stands at the end, whichever way the rest runs
        IOrderedEnumerable<ListRow> known = found.OrderBy(row => row.Cells[at].Words.Length == 0);
        return [.. Descending ? known.ThenByDescending(row => row.Cells[at], values) : known.ThenBy(row => row.Cells[at], values)];
    }

    /// <returns>The query of an address that asks this, with a leading question mark; empty where it asks nothing.</returns>
    public string ToQuery()
    {
        (string Key, string Value)[] all =
        [
            ("q", Words),
            ("sort", Sort.Length > 0 && Descending ? $"-{Sort}" : Sort),
            .. Filters.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => (one.Key, one.Value)),
            ("page", Page == 1 ? "" : Page.ToString(CultureInfo.InvariantCulture)),
        ];
        return QueryString
                .Create(all.Where(pair => pair.Value.Length > 0).Select(pair => new KeyValuePair<string, string?>(pair.Key, pair.Value)))
                .Value
            ?? "";
    }

    /// <summary>The same sorted by a column; the other way round where it is sorted by it already.</summary>
    public ListQuestion SortedBy(string column) => this with { Sort = column, Descending = Sort == column && !Descending, Page = 1 };

    private bool Chosen(ProgrammeList list, ListRow row) =>
        list
            .Columns.Zip(row.Cells)
            .All(pair => !Filters.TryGetValue(pair.First.Key, out string? code) || pair.Second.Choices.Any(choice => choice.Code == code));

    private static bool Says(ListCell cell, string word) =>
        Letters.IndexOf(cell.Words, word, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0;

    private sealed class CellOrder(IComparer<string> words) : IComparer<ListCell>
    {
        public int Compare(ListCell? one, ListCell? other) =>
            (one, other) switch
            {
                ({ Number: { } a }, { Number: { } b }) => a.CompareTo(b),
                ({ Day: { } a }, { Day: { } b }) => a.CompareTo(b),
                _ => words.Compare(one?.Words ?? "", other?.Words ?? ""),
            };
    }
}
