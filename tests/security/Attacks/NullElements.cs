using System.Text;
using ACip.Functions.OpenApi;
using ACip.Tests.Scenarios.Malformed;
using ACip.Tests.Security.Harness;

namespace ACip.Tests.Security.Attacks;

internal sealed class NullElements : IAttack
{
    private static readonly string[] People = ["officer-one", "approver-one", "coordinator-{plan}", "integrity-officer"];

    public string Name => "Null elements";

    public string Tries => "Sends every body of the API with null instead of each member and inside each list, as everybody who may";

    public string MustHold => "It is refused or taken as nothing said; no answer is a failure of ours, and none tells how it is built";

    public async Task TryAsync(Programme programme, Tally tally)
    {
        var addresses = new Addresses(programme);
        foreach (Door door in Door.All.Where(door => door.Operation is { Caller: not (ApiCaller.MailService or ApiCaller.MasterKey) }))
        {
            if (Scenarios.Malformed.MalformedRequests.SoundBody(door.Operation!) is not { } sound)
            {
                continue;
            }

            string path = addresses.Of(door, programme.Victim);
            string? person = await WhoMayAsync(programme, door, path);
            foreach ((string what, string body) in BrokenJson.WithNulls(sound).DistinctBy(one => one.Body))
            {
                Seen seen = await SendAsync(programme, door, path, person, body);
                tally.Try(!seen.IsOurFault && !seen.TellsHowItIsBuilt, $"{door} as {person}, {what}: {seen}");
            }
        }
    }

    /// <summary>Somebody who is not refused for who they are: so that the body is looked into.</summary>
    private static async Task<string?> WhoMayAsync(Programme programme, Door door, string path)
    {
        foreach (string person in People.Select(one => one.Replace("{plan}", programme.Victim.Plan[..2], StringComparison.Ordinal)))
        {
            Seen seen = await SendAsync(programme, door, path, person, "{");
            if ((int)seen.Status is not (401 or 403 or 404))
            {
                return person;
            }
        }

        return People[0];
    }

    private static Task<Seen> SendAsync(Programme programme, Door door, string path, string? person, string body) =>
        programme.Target.SendAsync(
            person,
            door.Method,
            path,
            new StringContent(body, Encoding.UTF8, "application/json"),
            door.Operation!.Seen == ApiSeen.No ? [] : [("If-Match", "*")]
        );
}
