using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Workbook;
using ACip.Workflows.ReplyParsing;

namespace ACip.Workflows.QuarterlyReports.Evidence;

/// <summary>Which entries of a report a file supports: those in its name; otherwise those in the same mail; otherwise all of the
/// report's.</summary>
internal static class EvidenceLinks
{
    public static IReadOnlyList<string> Items(KeptFile file, ReportRecord report, IReadOnlyList<ReplyFigure> figures)
    {
        if (file.Item is { } said)
        {
            return [said];
        }

        string fileName = file.Finding.Name;
        string[] named = [.. report.Entries.Keys.Where(code => Names(fileName, code))];
        string[] together = [.. figures.Select(figure => figure.Code).Where(report.Entries.ContainsKey)];
        return named.Length > 0 ? named
            : together.Length > 0 ? together
            : [.. report.Entries.Keys.Order(StringComparer.Ordinal)];
    }

    public static ReportAnswerResult Attach(ReportAnswerResult result, ReplyWithFiles reply)
    {
        if (result.Kind == ReportAnswerKind.Closed || reply.Kept.Count == 0)
        {
            return result;
        }

        var entries = new Dictionary<string, ReportEntry>(result.After.Entries);
        foreach (KeptFile file in reply.Kept)
        {
            foreach (string code in Items(file, result.After, reply.Reading.Figures).Where(entries.ContainsKey))
            {
                entries[code] = With(entries[code], file.Finding.Sha256);
            }
        }

        ReportAnswerKind kind =
            result.Kind is not (ReportAnswerKind.NothingNew or ReportAnswerKind.Overtaken) ? result.Kind
            : result.After.State == ReportState.Submitted ? ReportAnswerKind.Corrected
            : ReportAnswerKind.Saved;
        return result with { After = result.After with { Entries = entries }, Kind = kind };
    }

    /// <summary>Links files that arrived before the figures that they support. Those that were rejected support nothing.</summary>
    public static ReportRecord WithWaiting(ReportRecord report, IEnumerable<EvidenceFile> files)
    {
        var entries = new Dictionary<string, ReportEntry>(report.Entries);
        foreach (EvidenceFile file in files)
        {
            if (file.State == EvidenceState.Rejected)
            {
                TakeOut(entries, file.Sha256);
                continue;
            }

            foreach (
                string code in file.Items.Where(code =>
                    report.Entries.GetValueOrDefault(code) is { } one && !one.EvidenceSha256.Contains(file.Sha256)
                )
            )
            {
                entries[code] = With(entries[code], file.Sha256);
            }
        }

        return report with
        {
            Entries = entries,
        };
    }

    /// <summary>The report's answers without the file.</summary>
    public static ReportRecord Without(ReportRecord report, string sha256)
    {
        var entries = new Dictionary<string, ReportEntry>(report.Entries);
        TakeOut(entries, sha256);
        return report with { Entries = entries };
    }

    private static void TakeOut(Dictionary<string, ReportEntry> entries, string sha256)
    {
        foreach ((string code, ReportEntry entry) in entries.Where(entry => entry.Value.EvidenceSha256.Contains(sha256)).ToArray())
        {
            entries[code] = entry with { EvidenceSha256 = [.. entry.EvidenceSha256.Where(one => one != sha256)] };
        }
    }

    private static ReportEntry With(ReportEntry entry, string sha256) =>
        entry with
        {
            EvidenceSha256 = [.. entry.EvidenceSha256.Append(sha256).Distinct()],
        };

    /// <summary>Finds B3 in "B3 survey.pdf" and "rapport_b3.pdf", but not in "B31.pdf".</summary>
    private static bool Names(string fileName, string code)
    {
        for (
            int at = fileName.IndexOf(code, StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = fileName.IndexOf(code, at + 1, StringComparison.OrdinalIgnoreCase)
        )
        {
            bool begins = at == 0 || !char.IsLetterOrDigit(fileName[at - 1]);
            int end = at + code.Length;
            if (begins && (end == fileName.Length || !char.IsLetterOrDigit(fileName[end])))
            {
                return true;
            }
        }

        return false;
    }
}
