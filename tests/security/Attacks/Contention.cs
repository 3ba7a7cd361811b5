using System.Net;
using ACip.Tests.Security.Harness;

namespace ACip.Tests.Security.Attacks;

internal sealed class Contention : IAttack
{
    private const int AtOnce = 50;

    public string Name => "Contention";

    public string Tries => "Fifty decide on one report at once, half of them to accept and half to send back";

    public string MustHold =>
        "The chain has exactly one decision; only who took it hears that it was taken, others are told; none falls over";

    public async Task TryAsync(Programme programme, Tally tally)
    {
        AskedReport report = programme.Take();
        await programme.HandInAsync(report);
        string tag = await programme.TagAsync(report);
        (string Person, bool Approved, string Reason)[] all =
        [
            .. Enumerable
                .Range(0, AtOnce)
                .Select(number =>
                    (number % 4 < 2 ? "approver-one" : "approver-two", number % 2 == 0, number % 2 == 0 ? "" : $"Once more, says {number}.")
                ),
        ];
        Seen[] answers = await Task.WhenAll(
            all.Select(one => programme.DecideAsync(one.Person, report, new { approved = one.Approved, reason = one.Reason }, tag))
        );
        await programme.Target.QuietAsync();
        foreach (Seen answer in answers)
        {
            bool told =
                answer.Status is HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed
                || (answer.Status == HttpStatusCode.ServiceUnavailable && answer.RetryAfter is not null);
            tally.Try(answer.Status == HttpStatusCode.OK || told, $"one of {AtOnce}: {answer}");
        }

        string[] decided = [.. (await programme.TrailAsync(report)).Where(kind => kind is "ReportAccepted" or "ReportReturned")];
        tally.Try(decided.Length == 1, $"the chain has {decided.Length} decisions: {string.Join(", ", decided)}");
        // who says the same twice may hear the same twice
        (string, bool, string)[] taken =
        [
            .. all.Zip(answers).Where(one => one.Second.Status == HttpStatusCode.OK).Select(one => one.First).Distinct(),
        ];
        tally.Try(taken.Length == 1, $"{taken.Length} were told that they decided: {string.Join("; ", taken)}");
    }
}
