using System.Globalization;
using ACip.Local.Cli.Platform;
using ACip.Local.Mail;
using ACip.Workflows.Audit;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.DonorReports.Verification;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;
using ACip.Workflows.Verification;
using Microsoft.Extensions.DependencyInjection;

namespace ACip.Local.Cli.Simulation;

/// <summary>Writes what a simulation has produced, and says what it saw.</summary>
internal sealed class SimulationOutput
{
    private readonly SimulationPlan run;
    private readonly SimulatedYears years;
    private readonly ProgrammeTable table;
    private readonly DonorReportArchive archive;
    private readonly StoredReportVerification verification;
    private readonly List<string> written = [];

    private SimulationOutput(LocalPlatform platform, SimulationPlan run, SimulatedYears years)
    {
        (this.run, this.years) = (run, years);
        table = platform.Services.GetRequiredService<ProgrammeTable>();
        archive = platform.Services.GetRequiredService<DonorReportArchive>();
        verification = platform.Services.GetRequiredService<StoredReportVerification>();
    }

    public static async Task WriteAsync(LocalPlatform platform, SimulationPlan run, SimulatedYears years)
    {
        ProgrammeRegister register = await platform.Services.GetRequiredService<ProgrammeDirectory>().ReadAsync(CancellationToken.None);
        var output = new SimulationOutput(platform, run, years);
        await output.WriteRepliesAsync();
        IReadOnlyList<string> donorReports = await output.WriteDonorReportsAsync(register);
        (IReadOnlyDictionary<string, int> states, int sentBack) = await output.CountReportsAsync(register);

        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Fictional.Notice}: {run.Years} year(s), {register.Administrations.Count} administration(s), seed {run.Seed}"
            )
        );
        Console.WriteLine($"  mails sent         {years.Mails.Count}");
        Console.WriteLine($"  replies received   {platform.Mail.Received.Count(d => d.State == PostState.Taken)}");
        Console.WriteLine($"  quarterly reports  {string.Join(", ", states.Select(s => $"{s.Value} {s.Key}"))}");
        Console.WriteLine($"  sent back          {sentBack}");
        Console.WriteLine($"  donor reports      {donorReports.Count}");
        foreach (string line in donorReports.Select(report => $"    {report}").Concat(years.Problems.Select(one => $"  PROBLEM {one}")))
        {
            Console.WriteLine(line);
        }

        output.SayWhatWasWritten();
    }

    private async Task WriteRepliesAsync()
    {
        foreach ((string name, string text) in years.Replies)
        {
            // what came too late, or was never accepted, stands apart: no figure may come from it
            string folder = await IsAcceptedAsync(table, name) ? "replies" : "replies-not-accepted";
            await WriteAsync($"{folder}/{name}", System.Text.Encoding.UTF8.GetBytes(text + "\n"));
        }
    }

    /// <returns>A line for each: which one, and how it stands.</returns>
    private async Task<IReadOnlyList<string>> WriteDonorReportsAsync(ProgrammeRegister register)
    {
        var reports = new List<string>();
        foreach (GrantAgreement agreement in register.Agreements.Values.OrderBy(one => one.Id.Value, StringComparer.Ordinal))
        {
            foreach (
                Row<DonorReportRecord> report in await table.ListAsync<DonorReportRecord>(
                    StreamId.Of(agreement.Id),
                    DonorReportRows.Prefix,
                    CancellationToken.None
                )
            )
            {
                reports.Add($"{agreement.Id}/{report.Value.Period}  {StatusOf(report.Value)}");
                if (report.Value.Latest is { } version)
                {
                    await WriteAsync(agreement.Id, report.Value.Period, version);
                }
            }
        }

        return reports;
    }

    private async Task WriteAsync(AgreementId agreement, PeriodKey period, DonorReportVersion version)
    {
        VerifiedReport verified = (await verification.VerifyAsync(agreement, period, null, CancellationToken.None))!;
        years.Problems.AddRange(
            verified.Findings.Select(finding => $"donor report {agreement}/{period}: {finding.Kind} {finding.Where}: {finding.What}")
        );
        await foreach (string blob in archive.ListAsync(version.Folder, CancellationToken.None))
        {
            await WriteAsync(
                $"donor-reports/{agreement}/{period}{blob[version.Folder.Length..]}",
                (await archive.ReadAsync(blob, CancellationToken.None))!
            );
        }
    }

    /// <summary>By state, and how many were sent back; each plan's chain is verified on the way.</summary>
    private async Task<(IReadOnlyDictionary<string, int> States, int SentBack)> CountReportsAsync(ProgrammeRegister register)
    {
        var states = new SortedDictionary<string, int>(StringComparer.Ordinal);
        int sentBack = 0;
        foreach (StreamId stream in register.Plans.Values.Select(plan => StreamId.Of(plan.Id)))
        {
            foreach (Row<ReportRecord> report in await table.ListAsync<ReportRecord>(stream, ReportRows.Prefix, CancellationToken.None))
            {
                string state = report.Value.State.ToString();
                states[state] = states.GetValueOrDefault(state) + 1;
                sentBack += report.Value.Submissions.Count(s => s.Decision is { Accepted: false });
            }

            AuditHead? head = (await table.FindAsync<AuditHead>(stream, AuditRows.Head, CancellationToken.None))?.Value;
            years.Problems.AddRange(
                StoredChain
                    .Of(stream, await AuditRows.ReadAsync(table, stream, CancellationToken.None), head)
                    .Findings.Select(finding => $"audit of {stream.Plan}: {finding.Kind} {finding.Where}: {finding.What}")
            );
        }

        return (states, sentBack);
    }

    private void SayWhatWasWritten()
    {
        Console.WriteLine($"written to {run.Folder}:");
        foreach (IGrouping<string, string> folder in written.GroupBy(FolderShown))
        {
            string[] kinds =
            [
                .. folder
                    .Select(name => name.StartsWith("replies", StringComparison.Ordinal) ? "PERIOD.txt" : Path.GetFileName(name))
                    .Distinct(),
            ];
            Console.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"  {folder.Key, -52} {folder.Count(), 4} file(s): {string.Join(", ", kinds)}")
            );
        }
    }

    private async Task WriteAsync(string name, byte[] bytes)
    {
        string path = Path.Combine(run.Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllBytesAsync(path, bytes);
        written.Add(name);
    }

    /// <param name="name">PLAN/PERIOD.txt</param>
    private static async Task<bool> IsAcceptedAsync(ProgrammeTable table, string name)
    {
        var report = new ReportRef(
            new PlanId(name[..name.IndexOf('/', StringComparison.Ordinal)]),
            new PeriodKey(Path.GetFileNameWithoutExtension(name))
        );
        return (await ReportRows.FindAsync(table, report, CancellationToken.None))?.Value.State
            is ReportState.Accepted
                or ReportState.Locked;
    }

    private static string StatusOf(DonorReportRecord report) =>
        report.State switch
        {
            DonorReportState.Issued => string.Create(
                CultureInfo.InvariantCulture,
                $"issued {report.Latest!.IssuedAt:yyyy-MM-dd}, version {report.Latest.Number}, {report.FigureCount} indicators"
            ),
            DonorReportState.NothingToReport => "nothing to report: no reporting period ends in it",
            DonorReportState.Assembling => string.Create(
                CultureInfo.InvariantCulture,
                $"waits for reports until {report.CutOff:yyyy-MM-dd}"
            ),
            _ => string.Create(CultureInfo.InvariantCulture, $"{report.State}, due {report.Deadline:yyyy-MM-dd}"),
        };

    /// <summary>Replies of all plans together, everything else by its folder.</summary>
    private static string FolderShown(string name) =>
        name.StartsWith("replies", StringComparison.Ordinal)
            ? name[..name.IndexOf('/', StringComparison.Ordinal)] + "/PLAN/"
            : Path.GetDirectoryName(name) + "/";
}
