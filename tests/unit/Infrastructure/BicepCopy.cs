namespace ACip.Tests.Unit.Infrastructure;

/// <summary>The templates in a folder of their own, for the compiler writes beside what it reads.</summary>
internal sealed class BicepCopy : IDisposable
{
    public BicepCopy()
    {
        foreach (string file in Directory.GetFiles(Bicep.Folder, "*", SearchOption.AllDirectories))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Of(file))!);
            File.Copy(file, Of(file));
        }
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("acip-bicep").FullName;

    /// <summary>Where a file of the templates, or what is made of it, stands here.</summary>
    public string Of(string file) => Path.Combine(Folder, Path.GetRelativePath(Bicep.Folder, file));

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
