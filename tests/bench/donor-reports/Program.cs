// sample DIR                       writes a report of every template and language to DIR, to be looked at
// again SNAPSHOT DIR               renders a stored snapshot by every template and in every language to DIR, to be looked at
// assemble ADMINISTRATIONS         one run in this process: time and peak memory of snapshot and all formats (40 indicators, 4 quarters)
// archive ADMINISTRATIONS          the same through the archive: snapshot, all formats, hashes and manifest kept as blobs in an Azurite of
// its own
// archive                          that for 25, 250 and 1,000 administrations
// (nothing)                        assembles 25, 250 and 1,000 administrations, each in a process of its own, and compares
using System.Diagnostics;
using System.Globalization;
using ACip.Local.Azurite;
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

    case ["archive"]:
        return Compare("archive");

    default:
        return Compare("assemble");
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
    Console.WriteLine(
        string.Create(
            CultureInfo.InvariantCulture,
            $"{administrations} {watch.Elapsed.TotalSeconds:0.0} {self.PeakWorkingSet64 / 1048576d:0} -"
        )
    );
    return 0;
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

static int Compare(string way)
{
    Console.WriteLine("administrations  seconds  peak MiB  written MiB");
    var peaks = new Dictionary<int, double>();
    foreach (int administrations in new[] { 25, 250, 1000 })
    {
        using Process run = Process.Start(
            new ProcessStartInfo(Environment.ProcessPath!, [way, administrations.ToString(CultureInfo.InvariantCulture)])
            {
                RedirectStandardOutput = true,
            }
        )!;
        string[] parts = run.StandardOutput.ReadToEnd().Trim().Split(' ');
        run.WaitForExit();
        Console.WriteLine($"{parts[0], 15}  {parts[1], 7}  {parts[2], 8}  {parts[3], 11}");
        peaks[administrations] = double.Parse(parts[2], CultureInfo.InvariantCulture);
    }

    double ratio = peaks[1000] / peaks[25];
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"peak at 1,000 is {ratio:0.00} × that at 25 (wanted: at most 1.50)"));
    return ratio <= 1.5 ? 0 : 1;
}
