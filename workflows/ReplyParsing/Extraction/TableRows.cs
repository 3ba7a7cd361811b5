using AngleSharp.Dom;

namespace ACip.Workflows.ReplyParsing.Extraction;

/// <summary>Decides which table rows are one line: those of tables with figures are, those that only lay out a mail are not.</summary>
internal static class TableRows
{
    private const int MostInCell = 300;
    private const int MostNodes = 80;
    private const int MostBlocks = 4;

    public static bool IsCell(IElement element) =>
        element.LocalName is "td" or "th" or "dd"
        || Role(element) is "cell" or "gridcell" or "rowheader" or "columnheader"
        || Display(element) == "table-cell";

    /// <summary>How its blocks are written.</summary>
    /// <param name="isFirst">No cell of the row before it holds anything.</param>
    public static CellFlow FlowOf(IElement cell, bool isFirst)
    {
        if (IsShort(cell, out bool slots))
        {
            return slots ? CellFlow.OneLineButBreaks : CellFlow.OneLine;
        }

        return isFirst ? CellFlow.Free : CellFlow.GoesOnFirst;
    }

    /// <summary>A few words in at most a few blocks; looks at no more of it than that.</summary>
    private static bool IsShort(IElement cell, out bool slots)
    {
        slots = false;
        int length = 0,
            nodes = 0,
            blocks = 0;
        Stack<INode> open = new([cell]);
        while (open.TryPop(out INode? node))
        {
            if (++nodes > MostNodes || node.ChildNodes.Length > MostNodes)
            {
                return false;
            }

            if (node is IText text)
            {
                length += text.Data.AsSpan().Trim().Length;
                slots |= text.Data.Contains('[', StringComparison.Ordinal);
                if (length > MostInCell)
                {
                    return false;
                }

                continue;
            }

            if (node != cell && node is IElement element)
            {
                if (element.LocalName is "table" or "ul" or "ol" or "dl" or "blockquote" or "pre" or "hr" or "h1" or "h2" or "h3")
                {
                    return false;
                }

                blocks += Containers.IsBlock(element.LocalName) ? 1 : 0;
            }

            for (int i = node.ChildNodes.Length - 1; i >= 0; i--)
            {
                open.Push(node.ChildNodes[i]);
            }
        }

        return blocks <= MostBlocks;
    }

    private static string Role(IElement element) => element.GetAttribute("role") ?? "";

    private static string Display(IElement element)
    {
        string style = element.GetAttribute("style") ?? "";
        int at = style.IndexOf("display", StringComparison.OrdinalIgnoreCase);
        return at < 0 || style.IndexOf(':', at) is not (>= 0 and var colon)
            ? ""
            : style[(colon + 1)..].Split(';', 2)[0].Trim().ToLowerInvariant();
    }
}

internal enum CellFlow
{
    /// <summary>As everywhere: each block is a line.</summary>
    Free,

    /// <summary>Its first block goes on in the line of the cells before it.</summary>
    GoesOnFirst,

    OneLine,

    /// <summary>One line, but for the breaks between the slots of our form.</summary>
    OneLineButBreaks,
}
