using System.Globalization;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.QuarterlyReports.Contributions;
using ACip.Workflows.QuarterlyReports.Cycle;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Api.QuarterlyReports;

/// <summary>An officer's decision on a contributor who is not registered, for page and API.</summary>
internal static class ContributorDecisions
{
    public static async Task<CommandResult> DecideAsync(
        ContributorRequestService requests,
        DurableTaskClient workflows,
        (ReportRef Report, int Number, PersonId By) what,
        (bool Registered, string Name, string Language, string Reason) said,
        CancellationToken cancellation
    )
    {
        if (!said.Registered)
        {
            return await requests.RefuseAsync(what.Report, what.Number, said.Reason, what.By, cancellation);
        }

        if (Language.Find(said.Language) is not { } language || !Language.OfMail.Contains(language))
        {
            return new CommandResult.Refused("no-such-language", "Nobody writes in this language here.");
        }

        PartAskedResult asked = await requests.RegisterAsync(what.Report, what.Number, said.Name, language, what.By, cancellation);
        await workflows.DispatchAsync(asked.Registered, "once", cancellation);
        await workflows.BeginAsync(asked.Begin is null ? null : [asked.Begin], cancellation);
        return asked.Result;
    }
}

internal static class PartNumber
{
    /// <returns>0 where it is no number: no part has it.</returns>
    public static int Read(string number) => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int read) ? read : 0;
}
