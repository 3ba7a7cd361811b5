// sample DIR                       writes a report of every template and language to DIR, to be looked at
// again SNAPSHOT DIR               renders a stored snapshot by every template and in every language to DIR, to be looked at
// assemble ADMINISTRATIONS         one run in this process: time and peak memory of snapshot and all formats (40 indicators, 4 quarters)
// archive ADMINISTRATIONS          the same through the archive: snapshot, all formats, hashes and manifest kept as blobs in an Azurite of
// its own
// archive                          that for 25, 250 and 1,000 administrations
// archive ADMINISTRATIONS …        that for so many, compared
// (nothing)                        assembles 25, 250 and 1,000 administrations, each in a process of its own, and compares
using System.Diagnostics;
using System.Globalization;
using ACip.Local.Azurite;
using ACip.Tests.Bench;
using ACip.Tests.Unit.DonorReports;
using ACip.Workflows.DonorReports;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using Azure.Storage.Blobs;

switch (args)
{
    case ["sample", var directory]:
        foreach (DonorTemplate template in SampleTemplates.All)
        {
            foreach (Language language in Language.All)
            {
                string folder = Directory.CreateDirectory(Path.Combine(directory, template.Value, language.Tag)).FullName;
                DonorReport.RenderTo(SampleSnapshots.Sample(template), language, name => File.Create(Path.Combine(folder, name)));
            }
        }

        return 0;

    case ["again", var snapshot, var directory]:
        DonorSnapshot stored = SnapshotDocument.Open(() => File.OpenRead(snapshot));
        foreach (DonorTemplate template in SampleTemplates.All)
        {
            GrantAgreement agreement = stored.Head.Agreement with
            {
                Schedule = stored.Head.Agreement.Schedule with { Template = template, Languages = Language.All },
            };
            DonorSnapshot by = stored with { Head = SampleTemplates.By(stored.Head with { Agreement = agreement }) };
            foreach (Language language in Language.All)
            {
                string folder = Directory.CreateDirectory(Path.Combine(directory, template.Value, language.Tag)).FullName;
                DonorReport.RenderTo(by, language, name => File.Create(Path.Combine(folder, name)));
            }
        }

        return 0;

    case ["assemble", var count]:
        return Assemble(int.Parse(count, CultureInfo.InvariantCulture));

    case ["archive", var count]:
        return await ArchiveAsync(int.Parse(count, CultureInfo.InvariantCulture));

    case ["archive", .. var sizes]:
        return Compare("archive", sizes.Length == 0 ? ["25", "250", "1000"] : sizes);

    default:
        return Compare("assemble", ["25", "250", "1000"]);
}

static async Task<int> ArchiveAsync(int administrations)
{
    await using AzuriteProcess azurite = await AzuriteProcess.StartAsync(new AzuriteOptions { InMemory = true });
    var archive = new DonorReportArchive(new BlobServiceClient(azurite.ConnectionString));
    var watch = Stopwatch.StartNew();
    // the sample's annex is a name without a file
    SnapshotHead head = SampleSnapshots.Head(DonorTemplate.Neutral, administrations, 40) with
    {
        Annexes = [],
    };
    await archive.KeepAsync(
        $"bench/v{administrations}",
        new DonorSnapshot(head, SampleSnapshots.Plans(administrations, 40, 4)),
        CancellationToken.None
    );
    watch.Stop();
    using var self = Process.GetCurrentProcess();
    double peak = self.PeakWorkingSet64 / 1048576d;
    string line = string.Create(CultureInfo.InvariantCulture, $"{administrations} {watch.Elapsed.TotalSeconds:0.0} {peak:0} -");
    Console.WriteLine(line);
    Figure.Say("donor-report-25", watch.Elapsed.TotalSeconds, await BareAsync(azurite.ConnectionString));
    Figure.Say("donor-report-memory", peak);
    return 0;
}

// as many bytes as the archive kept, in as many blobs, with nothing made
static async Task<double> BareAsync(string storage)
{
    var service = new BlobServiceClient(storage);
    List<(string Container, string Name)> kept = [];
    foreach (string container in service.GetBlobContainers().Select(one => one.Name).ToArray())
    {
        kept.AddRange(service.GetBlobContainerClient(container).GetBlobs().Select(blob => (container, blob.Name)));
    }

    BinaryData[] files =
    [
        .. kept.Select(one => service.GetBlobContainerClient(one.Container).GetBlobClient(one.Name).DownloadContent().Value.Content),
    ];
    BlobContainerClient bare = service.GetBlobContainerClient("bare");
    await bare.CreateAsync();
    var watch = Stopwatch.StartNew();
    for (int at = 0; at < files.Length; at++)
    {
        await bare.UploadBlobAsync(at.ToString(CultureInfo.InvariantCulture), files[at]);
    }

    return watch.Elapsed.TotalSeconds;
}

static int Assemble(int administrations)
{
    string folder = Directory.CreateTempSubdirectory("donor-report-").FullName;
    var watch = Stopwatch.StartNew();
    try
    {
        string stored = Path.Combine(folder, "snapshot.json");
        using (FileStream output = File.Create(stored))
        {
            SnapshotDocument.Write(
                new DonorSnapshot(
                    SampleSnapshots.Head(DonorTemplate.Neutral, administrations, 40),
                    SampleSnapshots.Plans(administrations, 40, 4)
                ),
                output
            );
        }

        DonorReport.RenderTo(
            SnapshotDocument.Open(() => File.OpenRead(stored)),
            Language.En,
            name => File.Create(Path.Combine(folder, name))
        );
        watch.Stop();
        double megabytes = Directory.GetFiles(folder).Sum(file => new FileInfo(file).Length) / 1048576d;
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{administrations} {watch.Elapsed.TotalSeconds:0.0} {self.PeakWorkingSet64 / 1048576d:0} {megabytes:0}"
            )
        );
        return 0;
    }
    finally
    {
        Directory.Delete(folder, recursive: true);
    }
}

static int Compare(string way, string[] sizes)
{
    Console.WriteLine("administrations  seconds  peak MiB  written MiB");
    var peaks = new List<double>();
    foreach (string administrations in sizes)
    {
        using Process run = Process.Start(
            new ProcessStartInfo(Environment.ProcessPath!, [way, administrations]) { RedirectStandardOutput = true }
        )!;
        string[] parts = run.StandardOutput.ReadToEnd().Split('\n')[0].Trim().Split(' ');
        run.WaitForExit();
        Console.WriteLine($"{parts[0], 15}  {parts[1], 7}  {parts[2], 8}  {parts[3], 11}");
        peaks.Add(double.Parse(parts[2], CultureInfo.InvariantCulture));
        if (peaks.Count > 1)
        {
            Figure.Say($"donor-report-growth-{administrations}", peaks[^1], peaks[0]);
        }
    }

    double ratio = peaks[^1] / peaks[0];
    Console.WriteLine(
        string.Create(CultureInfo.InvariantCulture, $"peak at {sizes[^1]} is {ratio:0.00} × that at {sizes[0]} (wanted: at most 1.50)")
    );
    return ratio <= 1.5 ? 0 : 1;
}
