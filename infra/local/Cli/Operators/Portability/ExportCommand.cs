using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using ACip.Workflows.Portability;
using ACip.Workflows.Storage;

namespace ACip.Local.Cli.Operators.Portability;

/// <summary>Writes a deployment's programme to a folder. Rows first: what they name is stored before them, and so is found
/// afterwards.</summary>
internal static class ExportCommand
{
    private const int MostTries = 5;

    public static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        var given = new Arguments(args, new HashSet<string>(Deployment.Options) { "--out" }, new HashSet<string>());
        string root = given.Text("--out", "") is { Length: > 0 } named
            ? Path.GetFullPath(named)
            : throw new UsageException("Where to? export --out DIR");
        var folder = new ExportFolder(root);
        if (File.Exists(folder.Manifest))
        {
            throw new UsageException($"There is an export in {root} already. Name another folder.");
        }

        using Deployment at = Deployment.Of(given);
        PortableProgramme programme = await at.AskAsync<PortableProgramme>(HttpMethod.Get, "api/operations/export");
        var files = new List<ListedFile>();
        foreach (PortablePart part in programme.Parts.OrderBy(part => part.Kind))
        {
            string list = folder.PathOf(ExportFolder.ListOf(part));
            Directory.CreateDirectory(Path.GetDirectoryName(list)!);
            long lines =
                part.Kind == PlaceKind.Table ? await RowsAsync(at, part.Name, list) : await BlobsAsync(at, folder, part.Name, list);
            files.Add(new ListedFile(ExportFolder.ListOf(part), await ExportFolder.HashAsync(list), new FileInfo(list).Length, lines));
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {part.Name, -18} {lines} {(part.Kind == PlaceKind.Table ? "rows" : "files")}"
                )
            );
        }

        var manifest = new ExportManifest(
            programme.Format,
            programme.Version,
            programme.Application,
            at.Url,
            programme.At,
            programme.Parts,
            files,
            programme.LeftOut
        );
        byte[] bytes = JsonSerializer.SerializeToUtf8Bytes(manifest, ExportFolder.Written);
        await File.WriteAllBytesAsync(folder.Manifest, bytes);
        output.WriteLine($"{root} holds the programme at {at.Url}. Note the SHA-256 of its manifest down, somewhere else:");
        output.WriteLine($"  {Convert.ToHexStringLower(SHA256.HashData(bytes))}");
        foreach (PortableOmission left in programme.LeftOut)
        {
            output.WriteLine($"  NOT IN IT  {left.Name}: {left.Why}");
        }

        return 0;
    }

    private static async Task<long> RowsAsync(Deployment at, string table, string list)
    {
        long lines = 0;
        await using FileStream file = File.Create(list);
        string after = "";
        while (true)
        {
            (string? next, long some) = await PartAsync(
                at,
                $"api/operations/export/tables/{table}?after={Uri.EscapeDataString(after)}",
                file
            );
            lines += some;
            if (next is null)
            {
                return lines;
            }

            after = next;
        }
    }

    /// <summary>What was cut off is asked for again.</summary>
    private static async Task<(string? Next, long Lines)> PartAsync(Deployment at, string path, FileStream file)
    {
        long begin = file.Position;
        for (int tries = 1; ; tries++)
        {
            try
            {
                long lines = 0;
                await foreach (string line in LinesAsync(at, path))
                {
                    if (EndOf(line) is { } end)
                    {
                        return (end.Next, lines);
                    }

                    await file.WriteAsync(System.Text.Encoding.UTF8.GetBytes(line + "\n"));
                    lines++;
                }

                throw new IOException("The answer was cut off.");
            }
            catch (Exception broken) when (tries < MostTries && broken is IOException or HttpRequestException)
            {
                file.SetLength(begin);
                file.Position = begin;
            }
        }
    }

    private static async Task<long> BlobsAsync(Deployment at, ExportFolder folder, string container, string list)
    {
        long lines = 0;
        string asked = list + ".asked";
        await using (FileStream names = File.Create(asked))
        {
            await PartAsync(at, $"api/operations/export/containers/{container}", names);
        }

        await using (StreamWriter file = new(list) { NewLine = "\n" })
        {
            await foreach (string line in File.ReadLinesAsync(asked))
            {
                PortableBlob blob = JsonSerializer.Deserialize<PortableBlob>(line, ExportFolder.Lines)!;
                if (await FetchAsync(at, folder, container, blob) is { } fetched)
                {
                    await file.WriteLineAsync(JsonSerializer.Serialize(fetched, ExportFolder.Lines));
                    lines++;
                }
            }
        }

        File.Delete(asked);
        return lines;
    }

    /// <returns>Null where it has gone since it was listed: its time was over.</returns>
    private static async Task<ListedBlob?> FetchAsync(Deployment at, ExportFolder folder, string container, PortableBlob blob)
    {
        string path =
            folder.FileOf(container, blob.Name)
            ?? throw new RefusedException($"{container}/{blob.Name} cannot be a file's name here; nothing of the programme is named so.");
        if (!await IsThereAsync(path, blob))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            try
            {
                using HttpResponseMessage answer = await at.OpenAsync(
                    $"api/operations/export/containers/{container}/blob?name={Uri.EscapeDataString(blob.Name)}"
                );
                await using FileStream file = File.Create(path);
                await answer.Content.CopyToAsync(file);
            }
            catch (RefusedException gone) when (gone.Message.Contains("no such blob", StringComparison.Ordinal))
            {
                return null;
            }
        }

        return new ListedBlob(
            blob.Name,
            new FileInfo(path).Length,
            await ExportFolder.HashAsync(path),
            blob.ContentType,
            blob.Md5,
            blob.Metadata
        );
    }

    /// <summary>From a run that was broken off.</summary>
    private static async Task<bool> IsThereAsync(string path, PortableBlob blob)
    {
        if (blob.Md5 is null || !File.Exists(path) || new FileInfo(path).Length != blob.Bytes)
        {
            return false;
        }

        await using FileStream file = File.OpenRead(path);
        // the hash that storage keeps; it tells whether the file is whole, not whether somebody changed it
#pragma warning disable CA5351
        return Convert.ToBase64String(await MD5.HashDataAsync(file)) == blob.Md5;
#pragma warning restore CA5351
    }

    private static async IAsyncEnumerable<string> LinesAsync(Deployment at, string path)
    {
        using HttpResponseMessage answer = await at.OpenAsync(path);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync());
        while (await reader.ReadLineAsync() is { } line)
        {
            yield return line;
        }
    }

    private static PortableEnd? EndOf(string line) =>
        line.StartsWith("{\"end\":true", StringComparison.Ordinal)
            ? JsonSerializer.Deserialize<PortableEnd>(line, ExportFolder.Lines)
            : null;
}
