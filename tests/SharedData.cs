namespace ACip.Tests;

/// <summary>Standards and other people's samples, which are no part of the repository: in the folder that ACIP_SHARED names, else in
/// <c>shared</c> beside the repository.</summary>
internal static class SharedData
{
    private static readonly string? Root = Environment.GetEnvironmentVariable("ACIP_SHARED") is { Length: > 0 } named
        ? named
        : BesideTheRepository();

    /// <returns>A file or folder; null where it is not at hand.</returns>
    public static string? Find(string path)
    {
        string? found = Root is null ? null : Path.Combine(Root, path);
        return File.Exists(found) || Directory.Exists(found) ? found : null;
    }

    /// <summary>For tests that are passed over where it is not at hand.</summary>
    public static string Get(string path) => Find(path) ?? throw new FileNotFoundException($"{path} is not at hand.");

    private static string? BesideTheRepository()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ACip.Serverless.sln")))
            {
                return Path.Combine(folder.FullName, "..", "shared");
            }
        }

        return null;
    }
}

/// <summary>Passed over, with the reason, where the shared data are not at hand.</summary>
internal sealed class FactWithSharedAttribute : FactAttribute
{
    public FactWithSharedAttribute(string path) =>
        Skip = SharedData.Find(path) is null ? $"{path} is not at hand: neither ACIP_SHARED nor ../shared has it." : null;
}

/// <summary>As <see cref="FactWithSharedAttribute"/>.</summary>
internal sealed class TheoryWithSharedAttribute : TheoryAttribute
{
    public TheoryWithSharedAttribute(string path) =>
        Skip = SharedData.Find(path) is null ? $"{path} is not at hand: neither ACIP_SHARED nor ../shared has it." : null;
}
