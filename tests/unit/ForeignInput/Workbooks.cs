using ACip.Tests.Unit.Surveys;
using ACip.Tests.Unit.Surveys.Imports;
using ACip.Workflows.Surveys.Imports;

namespace ACip.Tests.Unit.ForeignInput;

/// <summary>Workbooks that are registers or answers, and what reads them.</summary>
internal static class Workbooks
{
    public const string Ledger =
        "period_start,period_end,component,currency,budget,received,spent,balance\n"
        + "2026-01-01,2026-06-30,staff,EUR,100,90,80,\n2026-01-01,2026-06-30,TOTAL,EUR,100,90,80,10\n";

    public static byte[] OfLedger { get; } =
        TestWorkbook.Of(("Ledger", [.. Ledger.TrimEnd().Split('\n').Select(line => (object?[])line.Split(','))]));

    public static byte[] Answers { get; } =
        TestWorkbook.Of(
            (
                "Data",
                [
                    ["stratum", "group", "q01a", "q01b", "comment"],
                    ["border", "officials", 3, new TestWorkbook.DateCell(4), "x, \"y\""],
                    ["head-office", "officials", 1, new TestWorkbook.ErrorCell("#N/A"), null],
                ]
            )
        );

    /// <summary>As an import does: whatever its package throws is a damaged file.</summary>
    public static void ReadAnswers(byte[] file)
    {
        using MemoryStream from = new(file),
            to = new();
        try
        {
            AnswerFile.ConvertAsync(AnswerFile.Workbook, from, to, CancellationToken.None).GetAwaiter().GetResult();
        }
        catch (Exception damaged) when (damaged is not OutOfMemoryException)
        {
            return;
        }

        AnswerLayout.Read(to.ToArray(), Waves.Usual);
    }
}
