using System.Globalization;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.DonorReports.Rendering;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.DonorReports.Verification;
using ACip.Workflows.Languages;
using ACip.Workflows.Verification;

namespace ACip.Local.Cli;

/// <summary>Checks donor reports in a folder without any service: makes each again from its snapshot.json and compares it with its manifest
/// and its files. Or everything in a storage account.</summary>
internal static class VerifyCommand
{
    /// <returns>0: all sound; 1: something differs; 2: there is no report.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        switch (args)
        {
            case ["--data", var data]:
                return await StorageVerification.OfFolderAsync(data, Console.Out);
            case ["--storage", var connection]:
                return await StorageVerification.OfAccountAsync(connection, Console.Out);
        }

        if (args is not [var given])
        {
            throw new UsageException(
                "verify takes one folder: of a report, or one that holds reports, such as what simulate wrote. Or --data FOLDER or --storage CONNECTION: everything that is stored."
            );
        }

        string root = Path.GetFullPath(given);
        if (!Directory.Exists(root))
        {
            throw new UsageException($"There is no folder {root}.");
        }

        string[] reports =
        [
            .. Directory
                .EnumerateFiles(root, DonorReportArchive.ManifestName, SearchOption.AllDirectories)
                .Select(file => Path.GetDirectoryName(file)!)
                .Order(StringComparer.Ordinal),
        ];
        if (reports.Length == 0)
        {
            throw new UsageException($"No {DonorReportArchive.ManifestName} in {root} or below it.");
        }

        int findings = 0;
        foreach (string report in reports)
        {
            string name = Path.GetRelativePath(root, report) is var relative && relative == "." ? Path.GetFileName(report) : relative;
            IReadOnlyList<Finding> found = await CheckAsync(report);
            findings += found.Count;
            Console.WriteLine(
                found.Count == 0
                    ? $"sound   {name}"
                    : string.Create(CultureInfo.InvariantCulture, $"DIFFERS {name}: {found.Count} finding(s)")
            );
            foreach (Finding finding in found)
            {
                Console.WriteLine($"  {finding.Kind}  {finding.Where}: {finding.What}");
            }
        }

        return findings == 0 ? 0 : 1;
    }

    private static async Task<IReadOnlyList<Finding>> CheckAsync(string folder)
    {
        string stored = Path.Combine(folder, DonorReportArchive.Snapshot);
        if (!File.Exists(stored))
        {
            return [new Finding(FindingKind.PartMissing, DonorReportArchive.Snapshot, "Is not there.")];
        }

        var reports = new List<RenderedReport>();
        foreach (Language language in Language.All)
        {
            var files = new DirectoryInfo(Path.Combine(folder, language.Tag));
            if (files.Exists)
            {
                reports.Add(
                    new RenderedReport(
                        language,
                        [
                            .. await Task.WhenAll(
                                files
                                    .EnumerateFiles()
                                    .OrderBy(file => file.Name, StringComparer.Ordinal)
                                    .Select(async file => new ReportPart(
                                        file.Name,
                                        ReportParts.ContentTypeOf(file.Name),
                                        await File.ReadAllBytesAsync(file.FullName)
                                    ))
                            ),
                        ]
                    )
                );
            }
        }

        byte[] manifest = await File.ReadAllBytesAsync(Path.Combine(folder, DonorReportArchive.ManifestName));
        return [.. ReportVerification.Verify(await File.ReadAllBytesAsync(stored), reports, manifest), .. Annexes(folder, manifest)];
    }

    private static IEnumerable<Finding> Annexes(string folder, byte[] manifest)
    {
        IReadOnlyList<AnnexFile> named;
        try
        {
            named = Manifest.Read(manifest).Annexes;
        }
        catch (System.Text.Json.JsonException)
        {
            yield break; // already reported
        }

        foreach (AnnexFile annex in named)
        {
            string where = $"{DonorReportArchive.AnnexFolder}/{annex.FileName}";
            string path = Path.Combine(folder, DonorReportArchive.AnnexFolder, annex.FileName);
            if (!File.Exists(path))
            {
                yield return new Finding(FindingKind.PartMissing, where, "Named in the manifest, but not there.");
            }
            else if (SnapshotDocument.Sha256(File.ReadAllBytes(path)) is var hash && hash != annex.Sha256)
            {
                yield return new Finding(FindingKind.PartChanged, where, $"SHA-256 is {hash}, the manifest says {annex.Sha256}.");
            }
        }
    }
}
