namespace ACip.Tests.Unit.DonorReports;

/// <summary>Files that a person has read. To renew them: UPDATE_APPROVED=1 dotnet test; then read the difference.</summary>
internal static class ApprovedFiles
{
    private static readonly string Folder = Path.Combine(Root(), "tests", "approved", "donor-reports");

    public static void Holds(string name, byte[] bytes)
    {
        string path = Path.Combine(Folder, name);
        if (Environment.GetEnvironmentVariable("UPDATE_APPROVED") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, bytes);
        }

        Assert.True(File.Exists(path), $"{name} was never approved.");
        if (!File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes))
        {
            string received = path + ".received" + Path.GetExtension(path);
            File.WriteAllBytes(received, bytes);
            Assert.Fail($"{name} differs from what was approved; see {received}.");
        }
    }

    private static string Root()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ACip.Serverless.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests run outside the source tree.");
    }
}
