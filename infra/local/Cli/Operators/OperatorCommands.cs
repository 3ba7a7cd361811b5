using System.Globalization;
using ACip.Functions.Api.Operations;
using ACip.Workflows.Reconciliation;
using ACip.Workflows.Telemetry;

namespace ACip.Local.Cli.Operators;

/// <summary>What an operator does to a deployment. Each ends with 0 where all is well, with 1 where somebody should look.</summary>
internal static class OperatorCommands
{
    public static async Task<int> StatusAsync(string[] args, TextWriter output)
    {
        using Deployment at = Deployment.Of(new Arguments(args, Deployment.Options, new HashSet<string>()));
        return Tell(await at.AskAsync<ProgrammeStatus>(HttpMethod.Get, "api/operations/status"), at.Url, output);
    }

    public static async Task<int> ReconcileAsync(string[] args, TextWriter output)
    {
        using Deployment at = Deployment.Of(new Arguments(args, Deployment.Options, new HashSet<string>()));
        return Tell(await at.AskAsync<ProgrammeStatus>(HttpMethod.Post, "api/operations/reconciliation"), at.Url, output);
    }

    public static async Task<int> VerifyAsync(string[] args, TextWriter output)
    {
        using Deployment at = Deployment.Of(new Arguments(args, Deployment.Options, new HashSet<string>()));
        Verifiable all = await at.AskAsync<Verifiable>(HttpMethod.Get, "api/operations/verification");
        int unsound = 0;
        foreach (
            string piece in all
                .Streams.Select(stream => $"streams/{stream}")
                .Concat(all.DonorReports.Select(report => $"donor-reports/{report}"))
        )
        {
            PieceVerified verified = await at.AskAsync<PieceVerified>(HttpMethod.Get, $"api/operations/verification/{piece}");
            output.WriteLine($"{(verified.Sound ? "sound  " : "DIFFERS")} {piece} ({verified.Checked})");
            foreach (string wrong in verified.Wrong)
            {
                output.WriteLine($"  {wrong}");
            }

            unsound += verified.Sound ? 0 : 1;
        }

        output.WriteLine(
            $"{all.Streams.Count} audit chains and {all.DonorReports.Count} donor reports at {at.Url}: {(unsound == 0 ? "all sound" : $"{unsound} differ")}."
        );
        return unsound == 0 ? 0 : 1;
    }

    public static async Task<int> ResendAsync(string[] args, TextWriter output)
    {
        (string? stream, string? key, string[] rest) =
            args is [var first, var second, .. var others] && !first.StartsWith("--", StringComparison.Ordinal)
                ? (first, second, others)
                : (null, null, args);
        using Deployment at = Deployment.Of(new Arguments(rest, Deployment.Options, new HashSet<string>()));
        string path = stream is null
            ? "api/operations/mails"
            : $"api/operations/mails/{Uri.EscapeDataString(stream)}/{Uri.EscapeDataString(key!)}";
        MailsResent resent = await at.AskAsync<MailsResent>(HttpMethod.Post, path);
        output.WriteLine(
            resent.Mails == 0
                ? "No mail waits."
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"Handed over: {resent.Mails}. They go out within a minute, if the mail service takes them; 'status' tells."
                )
        );
        return 0;
    }

    public static async Task<int> ErasePersonAsync(string[] args, TextWriter output)
    {
        (string id, string[] rest) =
            args is [var first, .. var others] && !first.StartsWith("--", StringComparison.Ordinal)
                ? (first, others)
                : throw new UsageException("Whom? erase-person ID --yes");
        var given = new Arguments(rest, new HashSet<string>(Deployment.Options) { "--also" }, new HashSet<string> { "--yes" });
        if (!given.Has("--yes"))
        {
            throw new UsageException("This cannot be undone. Say --yes.");
        }

        using Deployment at = Deployment.Of(given);
        string[] also = given.Text("--also", "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        PersonErasure done = await at.AskAsync<PersonErasure>(
            HttpMethod.Post,
            $"api/operations/people/{Uri.EscapeDataString(id)}/erasure",
            new ErasureRequest(also)
        );
        output.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{id} is erased: {done.Rows} rows changed, {done.Files} files removed.")
        );
        foreach (string left in done.Left)
        {
            output.WriteLine($"  STAYS   {left}");
        }

        return done.Left.Count == 0 ? 0 : 1;
    }

    private static int Tell(ProgrammeStatus status, Uri url, TextWriter output)
    {
        ProgrammeStands stands = status.Stands;
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                {url}
                  mails waiting      {stands.MailsWaiting}{(
                    stands.MailsWaiting > 0 ? $", the oldest for {stands.OutboxAge.TotalHours:0.0} hours" : ""
                )}
                  mail arrives       {Arrives(status)}
                  reports overdue    {stands.ReportsOverdue}
                  needs a person     {stands.NeedsPerson}
                  workflows          {status.Running} run, {stands.FailedInstances} failed
                  findings           {stands.OpenFindings}
                  reconciled         {(
                    status.ReconciledAt is { } at ? at.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture) : "not yet"
                )}
                """
            )
        );
        foreach (string failed in status.Failed)
        {
            output.WriteLine($"  FAILED  {failed}");
        }

        foreach (OpenFinding finding in status.Findings)
        {
            output.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"  FOUND   {finding.Subject}: {finding.Rule} ({finding.At:yyyy-MM-dd})")
            );
        }

        foreach (string line in RestoredWords.Of(status.Restored))
        {
            output.WriteLine($"  {line}");
        }

        return
            stands.FailedInstances + stands.OpenFindings > 0
            || stands.OutboxAge > TimeSpan.FromDays(1)
            || status.InboundMail is { Arrives: false }
            ? 1
            : 0;
    }

    private static string Arrives(ProgrammeStatus status) =>
        status.InboundMail switch
        {
            null => "no test mail is sent",
            { LastAt: null, Arrives: true } => "not known yet",
            var mail => string.Create(
                CultureInfo.InvariantCulture,
                $"{(mail.Arrives ? "yes" : "NO")}, last at {mail.LastAt?.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture) ?? "no time"}"
            ),
        };
}
