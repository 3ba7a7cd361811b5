using System.Globalization;

namespace ACip.Workflows.Documents;

/// <summary>Row and column, both from 1; written as people see it, such as G7.</summary>
public readonly record struct CellAddress(int Row, int Column)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Letters(Column)}{Row}");

    public static CellAddress? Parse(string? text)
    {
        int column = 0;
        int at = 0;
        while (text is not null && at < text.Length && at < 3 && text[at] is >= 'A' and <= 'Z')
        {
            column = (column * 26) + text[at++] - 'A' + 1;
        }

        return column > 0 && int.TryParse(text.AsSpan(at), NumberStyles.None, CultureInfo.InvariantCulture, out int row) && row > 0
            ? new CellAddress(row, column)
            : null;
    }

    public static string Letters(int column) =>
        column <= 26 ? ((char)('A' + column - 1)).ToString() : Letters((column - 1) / 26) + Letters(((column - 1) % 26) + 1);
}
