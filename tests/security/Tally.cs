namespace ACip.Tests.Security;

/// <summary>How often an attack tried, and what came out where something did not hold.</summary>
internal sealed class Tally
{
    private readonly List<string> broken = [];

    public int Tries { get; private set; }

    public IReadOnlyList<string> Broken => broken;

    /// <summary>One try.</summary>
    /// <param name="cameOut">What came out, for the table, where it did not hold.</param>
    public void Try(bool held, string cameOut)
    {
        Tries++;
        if (!held)
        {
            broken.Add(cameOut);
        }
    }

    /// <summary>What an honest person does must work, or the attack would prove nothing: an answer that refuses everybody holds everything.</summary>
    public static void Honest(bool worked, string whatFailed)
    {
        if (!worked)
        {
            throw new InvalidOperationException($"What an honest person does failed: {whatFailed}");
        }
    }
}

/// <param name="NotTried">Why it could not be tried here; null where it was.</param>
internal sealed record Outcome(IAttack Attack, int Tries, int Requests, IReadOnlyList<string> Broken, string? NotTried)
{
    public bool Held => NotTried is null && Broken.Count == 0;

    public string Verdict => NotTried is not null ? "not tried" : Held ? "held" : "NOT HELD";
}
