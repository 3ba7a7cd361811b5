using System.Diagnostics;
using ACip.Tests.Security.Attacks;
using ACip.Tests.Security.Harness;

namespace ACip.Tests.Security;

/// <summary>All attacks, one after another: those that leave ruins come last.</summary>
internal static class Campaign
{
    public const string CouldNotGoOn = "the attack could not go on";

    public static IReadOnlyList<IAttack> All { get; } =
    [
        new ForgedConfirmation(),
        new FloodOfForgedMails(),
        new QuadraticMails(),
        new GuessedLinks(),
        new SelfGrantedRoles(),
        new AuthorAsReviewer(),
        new StaleReads(),
        new Contention(),
        new ForeignForms(),
        new Tampering(),
        new Limits(),
        new NullElements(),
        new MalformedRequests(),
    ];

    public static async Task<IReadOnlyList<Outcome>> RunAsync(Programme programme, IEnumerable<IAttack> attacks, Action<string> progress)
    {
        var outcomes = new List<Outcome>();
        foreach (IAttack attack in attacks)
        {
            long began = Stopwatch.GetTimestamp();
            Outcome outcome = await TryAsync(programme, attack);
            outcomes.Add(outcome);
            progress(
                $"{outcome.Verdict, -10} {attack.Name}: {outcome.Tries} tries, {outcome.Requests} requests, {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s"
            );
        }

        return outcomes;
    }

    public static async Task<Outcome> TryAsync(Programme programme, IAttack attack)
    {
        var tally = new Tally();
        int before = programme.Target.Sent;
        string? notTried = null;
        try
        {
            await attack.TryAsync(programme, tally);
        }
        catch (Exception lacking) when (lacking is NotTriedException or BudgetSpentException)
        {
            notTried = lacking.Message;
        }
        catch (Exception fell)
            when (fell
                    is InvalidOperationException
                        or HttpRequestException
                        or OperationCanceledException
                        or System.Text.Json.JsonException
                        or Xunit.Sdk.XunitException
            )
        {
            tally.Try(false, $"{CouldNotGoOn}: {fell.Message}");
        }

        return new Outcome(
            attack,
            tally.Tries,
            programme.Target.Sent - before,
            tally.Broken,
            tally.Tries > 0 && tally.Broken.Count > 0 ? null : notTried
        );
    }
}
