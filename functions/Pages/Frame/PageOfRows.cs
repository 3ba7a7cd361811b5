namespace ACip.Functions.Pages.Frame;

/// <summary>Which rows of a long table a page shows, as ?page= of its address says: all of them where the table is taken along as a
/// file.</summary>
/// <param name="Shown">From 1; the last page where the address asks for one beyond it.</param>
/// <param name="Size">Rows of a page.</param>
public sealed record PageOfRows(int Shown, int Pages, int Size)
{
    /// <summary>Of an address: the page.</summary>
    public const string Key = "page";

    /// <summary>True where every row is wanted at once.</summary>
    public bool IsWhole => Size == int.MaxValue;

    public static PageOfRows Of(PageContext page, int rows, int size) => Of(rows, size, page.AskedPage, page.IsTaken);

    public static PageOfRows Of(int rows, int size, int asked, bool whole)
    {
        if (whole)
        {
            return new PageOfRows(1, 1, int.MaxValue);
        }

        int pages = Math.Max(1, (rows + size - 1) / size);
        return new PageOfRows(Math.Clamp(asked, 1, pages), pages, size);
    }

    public IEnumerable<T> Of<T>(IEnumerable<T> rows) => IsWhole ? rows : rows.Skip((Shown - 1) * Size).Take(Size);
}
