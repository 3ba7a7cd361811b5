// Attacks a running simulator, on this machine only, and prints what held. See docs/attacks.md.
using System.Globalization;
using ACip.Tests.Security;
using ACip.Tests.Security.Harness;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["--public-key"])
{
    Console.WriteLine(MailService.PublicKey);
    return 0;
}

string? Given(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
string[] names = ["--url", "--storage", "--only"];
if (args.Length % 2 != 0 || args.Where((_, at) => at % 2 == 0).Any(name => !names.Contains(name)))
{
    Console.Error.WriteLine(
        "Takes --url http://127.0.0.1:PORT, --storage CONNECTION, --only WORDS-OF-AN-ATTACK; or --public-key alone. Without --url it starts a simulator of its own."
    );
    return 2;
}

try
{
    IAttack[] attacks =
    [
        .. Campaign.All.Where(attack =>
            Given("--only") is not { } words || attack.Name.Contains(words, StringComparison.OrdinalIgnoreCase)
        ),
    ];
    Uri? given = Given("--url") is { } url ? Loopback.Read(url) : null;
    await using OwnSimulator? own = given is null ? await OwnSimulator.StartAsync(12) : null;
    Uri site = given ?? own!.Site;
    Console.WriteLine($"Attacking {site} …");
    using Programme programme = await Programme.PrepareAsync(
        new Target(site, 20_000, TimeSpan.FromMinutes(15)),
        Given("--storage") ?? own?.Storage,
        own is null ? null : own.LimitedAsync
    );
    IReadOnlyList<Outcome> outcomes = await Campaign.RunAsync(programme, attacks, Console.WriteLine);
    Console.WriteLine();
    foreach (string line in Table.Lines(outcomes))
    {
        Console.WriteLine(line);
    }

    return outcomes.Any(outcome => outcome.Broken.Count > 0) ? 1 : 0;
}
catch (RefusedAddressException refused)
{
    Console.Error.WriteLine(refused.Message);
    return 2;
}
