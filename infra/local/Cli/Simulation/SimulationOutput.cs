using System.Globalization;
using ACip.Local.Mail;
using ACip.Local.Host;
using ACip.Workflows.Audit;
using ACip.Workflows.DonorReports;
using ACip.Workflows.Programme;
using ACip.Workflows.Reporting;
using ACip.Workflows.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ACip.Local.Cli.Simulation;

/// <summary>Writes what a simulation has produced, and says what it saw.</summary>
internal static class SimulationOutput
{
    public static async Task WriteAsync(IHost host, SimulationPlan run, SimulatedYears years)
    {
        var table = host.Services.GetRequiredService<ProgrammeTable>();
        var archive = host.Services.GetRequiredService<DonorReportArchive>();
        ProgrammeRegister register = await host.Services.GetRequiredService<ProgrammeDirectory>().ReadAsync(CancellationToken.None);
        var written = new List<string>();
        foreach ((string name, string text) in years.Replies)
        {
            await WriteAsync($"replies/{name}", System.Text.Encoding.UTF8.GetBytes(text + "\n"));
        }

        int issued = 0;
        foreach (GrantAgreement agreement in register.Agreements.Values)
        {
            foreach (Row<DonorReportFile> report in await table.ListAsync<DonorReportFile>(StreamId.Of(agreement.Id), DonorReportRows.Prefix, CancellationToken.None))
            {
                issued += report.Value.State == DonorReportState.Issued ? 1 : 0;
                if (report.Value.Latest is { } version)
                {
                    await foreach (string blob in archive.ListAsync(version.Folder, CancellationToken.None))
                    {
                        await WriteAsync($"donor-reports/{agreement.Id}/{report.Value.Period}{blob[version.Folder.Length..]}", (await archive.ReadAsync(blob, CancellationToken.None))!);
                    }
                }
            }
        }

        var states = new SortedDictionary<string, int>(StringComparer.Ordinal);
        int sentBack = 0;
        foreach (PlanListing plan in register.Plans.Values)
        {
            foreach (Row<ReportFile> report in await table.ListAsync<ReportFile>(StreamId.Of(plan.Id), ReportRows.Prefix, CancellationToken.None))
            {
                string state = report.Value.State.ToString();
                states[state] = states.GetValueOrDefault(state) + 1;
                sentBack += report.Value.Submissions.Count(s => s.Decision is { Accepted: false });
            }

            AuditHead? head = (await table.FindAsync<AuditHead>(StreamId.Of(plan.Id), AuditRows.Head, CancellationToken.None))?.Value;
            years.Problems.AddRange(AuditChain.Verify(await AuditRows.ReadAsync(table, StreamId.Of(plan.Id), CancellationToken.None), head).Select(wrong => $"audit of {plan.Id}: {wrong}"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Fictional.Notice}: {run.Years} year(s), {register.Administrations.Count} administration(s), seed {run.Seed}"));
        Console.WriteLine($"  mails sent         {years.Mails.Count}");
        Console.WriteLine($"  replies received   {LocalPlatform.Of(host).Mail.Received.Count(d => d.State == PostState.Taken)}");
        Console.WriteLine($"  quarterly reports  {string.Join(", ", states.Select(s => $"{s.Value} {s.Key}"))}");
        Console.WriteLine($"  sent back          {sentBack}");
        Console.WriteLine($"  donor reports      {issued} issued");
        foreach (string problem in years.Problems)
        {
            Console.WriteLine($"  PROBLEM {problem}");
        }

        Console.WriteLine($"written to {run.Folder}:");
        foreach (IGrouping<string, string> folder in written.GroupBy(name => Path.GetDirectoryName(name)!))
        {
            Console.WriteLine($"  {folder.Key}/: {string.Join(", ", folder.Select(Path.GetFileName))}");
        }

        async Task WriteAsync(string name, byte[] bytes)
        {
            string path = Path.Combine(run.Folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllBytesAsync(path, bytes);
            written.Add(name);
        }
    }
}
