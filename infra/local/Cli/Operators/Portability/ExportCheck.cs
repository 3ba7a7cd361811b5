using System.Security.Cryptography;
using System.Text.Json;
using ACip.Workflows.Portability;

namespace ACip.Local.Cli.Operators.Portability;

/// <summary>Whether an export on disk is whole: every list by the manifest, every file by its list.</summary>
internal sealed class ExportCheck(ExportFolder folder)
{
    private readonly List<string> wrong = [];

    /// <summary>What is missing or was changed, each by its name.</summary>
    public IReadOnlyList<string> Wrong => wrong;

    public string ManifestSha256 { get; private set; } = "";

    /// <returns>Null where there is none that can be read.</returns>
    public async Task<ExportManifest?> ReadAsync()
    {
        if (!File.Exists(folder.Manifest))
        {
            throw new UsageException(
                $"There is no {ExportFolder.ManifestName} in {folder.Root}: it is no export, or one that was broken off."
            );
        }

        byte[] bytes = await File.ReadAllBytesAsync(folder.Manifest);
        ManifestSha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        ExportManifest? manifest;
        try
        {
            manifest = JsonSerializer.Deserialize<ExportManifest>(bytes, ExportFolder.Written);
        }
        catch (JsonException)
        {
            manifest = null;
        }

        if (manifest is not { Parts: not null, Files: not null })
        {
            wrong.Add($"{ExportFolder.ManifestName} cannot be read");
            return null;
        }

        foreach (PortablePart part in manifest.Parts)
        {
            await ListAsync(manifest, part);
        }

        return manifest;
    }

    public async IAsyncEnumerable<ListedBlob> BlobsAsync(PortablePart part)
    {
        await foreach (string line in File.ReadLinesAsync(folder.PathOf(ExportFolder.ListOf(part))))
        {
            yield return JsonSerializer.Deserialize<ListedBlob>(line, ExportFolder.Lines)!;
        }
    }

    private async Task ListAsync(ExportManifest manifest, PortablePart part)
    {
        string name = ExportFolder.ListOf(part);
        if (manifest.Files.FirstOrDefault(file => file.Path == name) is not { } listed)
        {
            wrong.Add($"{name} is not in the manifest");
        }
        else if (!File.Exists(folder.PathOf(name)))
        {
            wrong.Add($"{name} is missing");
        }
        else if (await ExportFolder.HashAsync(folder.PathOf(name)) != listed.Sha256)
        {
            wrong.Add($"{name} was changed");
        }
        else if (part.Kind == ACip.Workflows.Storage.PlaceKind.Container)
        {
            await foreach (ListedBlob blob in BlobsAsync(part))
            {
                await FileAsync(part.Name, blob);
            }
        }
    }

    private async Task FileAsync(string container, ListedBlob blob)
    {
        string name = $"blobs/{container}/{blob.Name}";
        if (folder.FileOf(container, blob.Name) is not { } path || !File.Exists(path))
        {
            wrong.Add($"{name} is missing");
        }
        else if (await ExportFolder.HashAsync(path) != blob.Sha256)
        {
            wrong.Add($"{name} was changed");
        }
    }
}
