using System.Net.Http.Json;
using ACip.Local.Mail;
using ACip.Workflows.Programme;

namespace ACip.Local.Cli.Simulation;

/// <summary>Approvers: a mail says that something waits; they decide on the HTTP endpoint, now and then sending it back with a
/// reason.</summary>
internal sealed class Secretariat(PlayedPlatform played, Actors actors, ProgrammeRegister register) : IDisposable
{
    private readonly HttpClient http = new();
    private readonly HashSet<string> decided = [];

    public IEnumerable<Deed> Read(LocalMessage mail, DateTimeOffset now)
    {
        if (
            mail.CustomArgs.GetValueOrDefault("kind") is not ("ReviewTask" or "Digest")
            || register.ByAddress(mail.Recipient.Email) is not { } person
        )
        {
            yield break;
        }

        // the first approver who was asked decides; the delivery id names task, step and person
        foreach ((string stream, string delivery) in Asked(mail))
        {
            string task = delivery[..delivery.IndexOf("-ask-", StringComparison.Ordinal)];
            if (decided.Add(task))
            {
                yield return new Deed(
                    now.AddDays(actors.Between(1, 6, "decides", task)),
                    $"decide {task}",
                    () => DecideAsync(stream, task, person)
                );
            }
        }
    }

    /// <summary>A mail asks for one thing, a digest for all that it covers.</summary>
    private static IEnumerable<(string Stream, string Delivery)> Asked(LocalMessage mail) =>
        mail.CustomArgs["kind"] == "ReviewTask"
            ? [(mail.CustomArgs["stream"], mail.CustomArgs["delivery"])]
            : mail
                .CustomArgs.GetValueOrDefault("covers", "")
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(one => (one[..one.IndexOf('~', StringComparison.Ordinal)], one[(one.IndexOf('~', StringComparison.Ordinal) + 1)..]))
                .Where(one => one.Item2.Contains("-ask-", StringComparison.Ordinal));

    public void Dispose() => http.Dispose();

    private async Task<string?> DecideAsync(string stream, string task, Person person)
    {
        string id = stream[(stream.IndexOf('-', StringComparison.Ordinal) + 1)..];
        string rest = task[(id.Length + 1)..];
        (string path, bool sendBack) = rest.Split('-') switch
        {
            // each plan is sent back once
            ["approve", var submission] => ($"api/plans/{id}/decision", submission == "s1"),
            ["review", var start, var end, var submission] => (
                $"api/plans/{id}/reports/{start}-{end}/decision",
                submission == "s1" && actors.Draw("send back", task) < actors.ShareSentBack
            ),
            ["sign", var start, var end, _] => ($"api/donor-reports/{id}/{start}-{end}/decision", false),
            _ => ("", false),
        };
        if (path.Length == 0)
        {
            return $"a task that no actor knows: {task}";
        }

        if (await played.IsPassedAsync(stream, task))
        {
            return null;
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, $"{played.Platform.BaseUrl}/{path}")
        {
            Content = JsonContent.Create(
                new
                {
                    approved = !sendBack,
                    reason = sendBack ? "Please check the figures against your source and hand it in again." : null,
                }
            ),
        };
        request.Headers.Add("X-Local-Sign-In", person.Id.Value);
        using HttpResponseMessage answer = await http.SendAsync(request);
        return answer.IsSuccessStatusCode ? null : $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}";
    }
}
