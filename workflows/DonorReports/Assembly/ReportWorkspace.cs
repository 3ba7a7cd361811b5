namespace ACip.Workflows.DonorReports.Assembly;

/// <summary>A folder for files while a report is made: what is large passes over the disk and never stands in memory whole.</summary>
internal sealed class ReportWorkspace : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("acip-donor-report-");

    public string PathOf(string name) => Path.Combine(folder.FullName, name);

    public void Dispose() => folder.Delete(recursive: true);
}
