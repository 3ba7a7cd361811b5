using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using ACip.Functions.Api.Operations;
using ACip.Workflows.Portability;
using ACip.Workflows.Storage;

namespace ACip.Local.Cli.Operators.Portability;

/// <summary>Brings an export into an empty deployment. Blobs come first, since rows name them; the programme's rows come before those that
/// lead to them. Nothing is written until all files have been verified.</summary>
internal static class ImportCommand
{
    private const int MostRows = 500,
        MostCharacters = 1_500_000;

    public static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        var given = new Arguments(args, new HashSet<string>(Deployment.Options) { "--from" }, new HashSet<string>());
        string root = given.Text("--from", "") is { Length: > 0 } named
            ? Path.GetFullPath(named)
            : throw new UsageException("What? import --from DIR");
        var folder = new ExportFolder(root);
        var check = new ExportCheck(folder);
        ExportManifest? manifest = await check.ReadAsync();
        if (manifest is null || check.Wrong.Count > 0)
        {
            throw new RefusedException(
                $"This export is not what it was; nothing was written. Fetch it again, or have it from where its manifest's hash was noted down.\n  {string.Join("\n  ", check.Wrong)}"
            );
        }

        using Deployment at = Deployment.Of(given);
        string import = $"api/operations/import/{check.ManifestSha256}";
        ImportState begun = await at.AskAsync<ImportState>(
            HttpMethod.Post,
            "api/operations/import",
            new ImportRequest(manifest.Format, manifest.Version, check.ManifestSha256)
        );
        output.WriteLine($"Import of {root}, exported {manifest.ExportedAt:yyyy-MM-dd HH:mm} UTC from {manifest.From}: {begun.State}.");
        if (begun.State != "done")
        {
            await WriteAsync(at, import, check, folder, manifest, output);
        }

        await at.AskAsync<ImportState>(HttpMethod.Post, $"{import}/end");
        return await SetGoingAsync(given, output);
    }

    private static async Task WriteAsync(
        Deployment at,
        string import,
        ExportCheck check,
        ExportFolder folder,
        ExportManifest manifest,
        TextWriter output
    )
    {
        foreach (PortablePart part in manifest.Parts.OrderByDescending(part => part.Kind))
        {
            long count =
                part.Kind == PlaceKind.Table
                    ? await RowsAsync(at, $"{import}/tables/{part.Name}", folder.PathOf(ExportFolder.ListOf(part)))
                    : await BlobsAsync(at, $"{import}/containers/{part.Name}", check, folder, part);
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {part.Name, -18} {count} {(part.Kind == PlaceKind.Table ? "rows" : "files")}"
                )
            );
        }
    }

    private static async Task<long> RowsAsync(Deployment at, string path, string list)
    {
        long count = 0;
        var some = new List<string>();
        int characters = 0;
        await foreach (string line in File.ReadLinesAsync(list))
        {
            some.Add(line);
            characters += line.Length;
            if (some.Count >= MostRows || characters >= MostCharacters)
            {
                count += await PutAsync();
            }
        }

        return count + (some.Count > 0 ? await PutAsync() : 0);

        async Task<int> PutAsync()
        {
            using var body = new StringContent(
                string.Join('\n', some),
                System.Text.Encoding.UTF8,
                new MediaTypeHeaderValue(PortableFormat.LinesType)
            );
            (some, characters) = ([], 0);
            return (await at.SendAsync<RowsTaken>(HttpMethod.Put, path, body)).Rows;
        }
    }

    private static async Task<long> BlobsAsync(Deployment at, string path, ExportCheck check, ExportFolder folder, PortablePart part)
    {
        long count = 0;
        await foreach (ListedBlob blob in check.BlobsAsync(part))
        {
            string described = JsonSerializer.Serialize(
                new PortableBlob(blob.Name, blob.Bytes, blob.ContentType, blob.Md5, blob.Metadata),
                ExportFolder.Lines
            );
            using var body = new StreamContent(File.OpenRead(folder.FileOf(part.Name, blob.Name)!));
            body.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            await at.SendAsync<ImportState>(HttpMethod.Put, $"{path}?sha256={blob.Sha256}&blob={Uri.EscapeDataString(described)}", body);
            count++;
        }

        return count;
    }

    /// <summary>Held against its chains before anything is done with it; then what should run is started.</summary>
    private static async Task<int> SetGoingAsync(Arguments given, TextWriter output)
    {
        string[] where = [.. Deployment.Options.Where(given.Has).SelectMany(name => new[] { name, given.Text(name, "") })];
        int differs = await OperatorCommands.VerifyAsync(where, output);
        int look = await OperatorCommands.ReconcileAsync(where, output);
        return Math.Max(differs, look);
    }
}
