using System.Globalization;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace ACip.Workflows.Documents;

/// <summary>Reads the values of a workbook in the format of Excel 97 to 2003, as some offices still save.</summary>
/// <remarks>Such a file does not tell formulas from values here: what the cell shows is what counts.</remarks>
internal static class XlsReader
{
    private const int MostSheets = 50;
    private const int MostCells = 200_000;

    /// <summary>What the format can hold. A file that says otherwise keeps the package counting rows for minutes.</summary>
    private const int MostRows = 65_536,
        MostColumns = 256;

    /// <summary>Empty ones too: a sheet of nothing but formats is asked for each of its cells.</summary>
    private const int MostVisited = 2_000_000;

    static XlsReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance); // the package asks for Windows-1252 by number

    public static bool IsOldOffice(ReadOnlySpan<byte> file) => CompoundHeader.Begins(file);

    /// <returns>The workbook, or the rule that it breaks.</returns>
    public static (RawWorkbook? Workbook, string? Refusal) Read(byte[] file)
    {
        if (file.Length > PackageCheck.LargestFile)
        {
            return (null, WorkbookProblems.TooLarge);
        }

        // the directory of the container names its streams in UTF-16; a new file with a password is in such a container too
        if (Has(file, "EncryptedPackage"))
        {
            return (null, WorkbookProblems.Protected);
        }

        if (Has(file, "_VBA_PROJECT"))
        {
            return (null, WorkbookProblems.Macros);
        }

        if (!CompoundHeader.IsSound(file) || (!Has(file, "Workbook") && !Has(file, "Book")))
        {
            return (null, WorkbookProblems.NotAWorkbook);
        }

        try
        {
            using var stream = new MemoryStream(file, writable: false);
            using IExcelDataReader reader = ExcelReaderFactory.CreateBinaryReader(
                stream,
                new ExcelReaderConfiguration { FallbackEncoding = Encoding.GetEncoding(1252) }
            );
            return (new RawWorkbook(Sheets(reader), CountsFrom1904: false), null);
        }
        catch (InvalidPasswordException)
        {
            return (null, WorkbookProblems.Protected);
        }
        catch (ExcelReaderException)
        {
            return (null, WorkbookProblems.NotAWorkbook);
        }
    }

    private static List<RawSheet> Sheets(IExcelDataReader reader)
    {
        var sheets = new List<RawSheet>();
        int room = MostCells,
            visits = MostVisited;
        do
        {
            if (reader.RowCount > MostRows || reader.FieldCount > MostColumns)
            {
                throw new InvalidDataException(reader.Name);
            }

            var cells = new Dictionary<CellAddress, RawCell>();
            for (int row = 1; reader.Read(); row++)
            {
                if ((visits -= reader.FieldCount) < 0)
                {
                    throw new InvalidDataException(reader.Name);
                }

                for (int column = 0; column < reader.FieldCount; column++)
                {
                    if (Cell(reader.GetValue(column), reader.GetNumberFormatString(column)) is not { } cell)
                    {
                        continue;
                    }

                    if (--room < 0 || sheets.Count >= MostSheets)
                    {
                        throw new InvalidDataException(reader.Name);
                    }

                    cells[new CellAddress(row, column + 1)] = cell;
                }
            }

            string[] merged =
            [
                .. (reader.MergeCells ?? []).Select(area =>
                    $"{new CellAddress(area.FromRow + 1, area.FromColumn + 1)}:{new CellAddress(area.ToRow + 1, area.ToColumn + 1)}"
                ),
            ];
            sheets.Add(new RawSheet(reader.Name, cells, merged));
        } while (reader.NextResult());
        return sheets;
    }

    private static RawCell? Cell(object? value, string? format) =>
        value switch
        {
            null or "" => null,
            string text => new RawCell(RawKind.Text, text, false, ShownAs.Number),
            bool truth => new RawCell(RawKind.Boolean, truth ? "1" : "0", false, ShownAs.Number),
            DateTime day => new RawCell(RawKind.Date, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), false, ShownAs.Date),
            TimeSpan time => new RawCell(RawKind.Text, time.ToString(null, CultureInfo.InvariantCulture), false, ShownAs.Date),
            IFormattable number => new RawCell(
                RawKind.Number,
                number.ToString(null, CultureInfo.InvariantCulture),
                false,
                NumberFormat.Of(format)
            ),
            _ => new RawCell(RawKind.Error, value.ToString() ?? "", false, ShownAs.Number),
        };

    private static bool Has(ReadOnlySpan<byte> file, string stream) => file.IndexOf(Encoding.Unicode.GetBytes(stream)) >= 0;
}
