using System.Buffers;
using System.Text;
using ACip.Workflows.Documents;
using ACip.Workflows.DonorReports.Annex;
using ACip.Workflows.DonorReports.Composition;

namespace ACip.Workflows.DonorReports.Rendering.Csv;

/// <summary>The observations as RFC 4180 text: UTF-8 with a mark (Excel asks for it), commas, points, CR LF.</summary>
internal static class CsvRendering
{
    private static readonly SearchValues<char> NeedsQuotes = SearchValues.Create(",\"\n\t' ;");

    public static void Write(AnnexTable table, Stream output)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true)
        {
            NewLine = "\r\n",
        };
        Write(writer, [.. table.Columns.Select(column => (AnnexValue)column.Key)]);
        foreach (AnnexValue[] row in table.Rows)
        {
            Write(writer, row);
        }
    }

    private static void Write(StreamWriter writer, AnnexValue[] row)
    {
        for (int at = 0; at < row.Length; at++)
        {
            writer.Write(at > 0 ? "," : "");
            Write(writer, row[at]);
        }

        writer.WriteLine();
    }

    private static void Write(StreamWriter writer, AnnexValue value)
    {
        if (value.Number is { } number)
        {
            writer.Write(Writing.Plain(number));
        }
        else if (value.Day is { } day)
        {
            writer.Write(Writing.Iso(day));
        }
        else if (!string.IsNullOrEmpty(value.Text))
        {
            string text = PrintableText.Of(value.Text);
            text = Formulas.MayStartOne(text) ? "'" + text : text;
            writer.Write(text.AsSpan().ContainsAny(NeedsQuotes) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text);
        }
    }
}
