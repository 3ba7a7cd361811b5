using System.Globalization;
using ACip.Local.Cli.Platform;
using ACip.Tests.Bench.Cycle;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Sample;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;
using Microsoft.Extensions.DependencyInjection;

namespace ACip.Tests.Bench.Pages;

/// <summary>So many administrations, each with eleven quarters reported and locked, and the twelfth just asked for.</summary>
internal static class ThreeYears
{
    private const int Behind = 11;

    private static readonly DateTimeOffset Begins = new(2028, 12, 27, 6, 0, 0, TimeSpan.Zero);

    public static async Task<LocalPlatform> StartAsync(int administrations)
    {
        LocalPlatform platform = await LocalPlatform.StartAsync([
            "--Local:Port=0",
            "--Local:Azurite=Memory",
            "--Local:Quiet=true",
            "--Local:Clock:StandsStill=true",
            $"--Local:Clock:Start={Begins.ToString("O", CultureInfo.InvariantCulture)}",
            "--Local:Seed=bench",
            "--Mail:PublicUrl=https://acip.example",
            .. SignIns(),
        ]);
        await ManyAdministrations.LoadAsync(
            platform.Services.GetRequiredService<ProgrammeTable>(),
            platform.Services.GetRequiredService<ProgrammeDirectory>(),
            platform.Services.GetRequiredService<PlanVersions>(),
            platform.Workflows,
            administrations,
            Lived
        );
        await platform.AdvanceAsync(TimeSpan.FromDays(9)); // the last quarter of the year is asked for
        return platform;
    }

    /// <summary>Of the Secretariat and donors: said beforehand, or the stand-in for signing in asks the application for everybody with each
    /// request, which would be measured too.</summary>
    private static IEnumerable<string> SignIns() =>
        ProgrammeSeed
            .Load(new DateOnly(2026, 1, 1))
            .People.Where(person => person.Roles.All(role => role.Administration is null))
            .SelectMany(
                (person, number) =>
                    new[]
                    {
                        string.Create(CultureInfo.InvariantCulture, $"--Local:People:{number}:Id={person.Id}"),
                        string.Create(CultureInfo.InvariantCulture, $"--Local:People:{number}:Email={person.Email}"),
                    }
            );

    private static PlanRecord Lived(PlanRecord file, UnitOfWork life)
    {
        foreach (ReportingPeriod period in file.Periods.Take(Behind))
        {
            var by = new PersonId("coordinator");
            var entries = Enumerable
                .Range(1, 12)
                .Select(number => new ReportEntry(
                    $"A{number.ToString(CultureInfo.InvariantCulture)}",
                    number,
                    null,
                    null,
                    null,
                    null,
                    new Dictionary<string, decimal>(),
                    [],
                    by,
                    period.Opens,
                    EntrySource.Mail("bench"),
                    $"A{number}: {number}"
                ))
                .ToDictionary(entry => entry.Item);
            life.Add(
                ReportRows.Key(period.Key),
                new ReportRecord(
                    file.Id,
                    file.Administration,
                    period,
                    1,
                    ReportState.Locked,
                    entries,
                    [
                        new ReportSubmission(
                            1,
                            by,
                            period.Opens,
                            EntrySource.Mail("bench"),
                            Decision: new ReviewDecision(
                                true,
                                new PersonId("officer-one"),
                                period.Due,
                                null,
                                new Dictionary<string, string>()
                            )
                        ),
                    ]
                )
            );
        }

        return file with
        {
            ReportsStarted = Math.Min(Behind, file.Periods.Count),
        };
    }
}
