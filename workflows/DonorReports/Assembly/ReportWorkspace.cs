namespace ACip.Workflows.DonorReports.Assembly;

/// <summary>A temporary folder for making a report. Large data pass through the disk and are never in memory as a whole.</summary>
internal sealed class ReportWorkspace : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("acip-donor-report-");

    public string PathOf(string name) => Path.Combine(folder.FullName, name);

    public void Dispose() => folder.Delete(recursive: true);
}
