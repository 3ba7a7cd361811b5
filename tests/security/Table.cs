namespace ACip.Tests.Security;

/// <summary>What was tried, and what held, in plain words.</summary>
internal static class Table
{
    private const int MostExamples = 8;

    public static IEnumerable<string> Lines(IReadOnlyList<Outcome> outcomes)
    {
        yield return "| attack | what it tries | what must hold | tries | outcome |";
        yield return "|---|---|---|---:|---|";
        foreach (Outcome outcome in outcomes)
        {
            yield return $"| {outcome.Attack.Name} | {outcome.Attack.Tries} | {outcome.Attack.MustHold} | {outcome.Tries} | {outcome.Verdict}{(outcome.NotTried is { } why ? $": {why}" : "")} |";
        }

        foreach (Outcome outcome in outcomes.Where(one => one.Broken.Count > 0))
        {
            yield return "";
            yield return $"NOT HELD: {outcome.Attack.Name}, {outcome.Broken.Count} of {outcome.Tries} tries";
            foreach (string cameOut in outcome.Broken.Take(MostExamples))
            {
                yield return $"  {cameOut}";
            }
        }
    }
}
