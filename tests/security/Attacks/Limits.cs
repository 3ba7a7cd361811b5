using System.Net;
using ACip.Tests.Security.Harness;

namespace ACip.Tests.Security.Attacks;

internal sealed class Limits : IAttack
{
    /// <summary>300 a minute and person; a minute may end meanwhile.</summary>
    private const int Most = 640;

    public string Name => "More requests than people make";

    public string Tries => "Asks API and pages hundreds of times in a minute, and posts as much to the mail service's addresses";

    public string MustHold =>
        "API and pages answer 429 with Retry-After; the mail service's addresses never do, for a refusal there loses mail";

    public async Task TryAsync(Programme programme, Tally tally)
    {
        if (programme.Limited is not { } start)
        {
            throw new NotTriedException(
                "it needs a simulator with --Local:RealLimits=true, which the program's own brings; here other attacks would be slowed down."
            );
        }

        using Target target = await start();
        Seen? refused = null;
        int asked = 0;
        for (; asked < Most && refused is null; asked++)
        {
            Seen seen = await target.GetAsync("officer-one", "api/policies/approval");
            refused = seen.Status == HttpStatusCode.TooManyRequests ? seen : null;
        }

        tally.Try(refused is not null, $"none of {asked} requests to the API was refused");
        tally.Try(refused?.RetryAfter is { TotalSeconds: >= 1 and <= 60 }, $"429 of the API says Retry-After: {refused?.RetryAfter}");
        Seen page = new(HttpStatusCode.OK, null, null, [], "");
        for (int time = 0; time < Most && page.Status != HttpStatusCode.TooManyRequests; time++)
        {
            page = await target.GetAsync("officer-one", "people");
        }

        tally.Try(page.Status == HttpStatusCode.TooManyRequests && page.RetryAfter is not null, $"a page, asked too often: {page}");
        tally.Try(!page.TellsHowItIsBuilt, $"a page, asked too often, tells how it is built: {page}");
        for (int time = 0; time < 320; time++)
        {
            Seen mail = await target.PostAsync(null, time % 2 == 0 ? "api/mail/inbound" : "api/mail/events", new StringContent("no mail"));
            tally.Try(mail.Status == HttpStatusCode.ServiceUnavailable, $"an unsigned post to the mail service's address: {mail}");
        }

        using var genuine = new MailService(target, waits: false);
        HttpStatusCode taken = await genuine.SendAsync("stranger@elsewhere.example", "reply@acip.example", "Hello.");
        tally.Try(taken == HttpStatusCode.OK, $"a signed mail after all that: {(int)taken}");
    }
}
