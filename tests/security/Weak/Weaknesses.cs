using System.Diagnostics;
using System.Net;
using System.Text;
using ACip.Tests.Security.Attacks;
using ACip.Tests.Security.Harness;

namespace ACip.Tests.Security.Weak;

/// <summary>For each attack, a house that lacks the defence that it is about.</summary>
internal static class Weaknesses
{
    public static IReadOnlyDictionary<string, (IAttack Attack, Weakness Weakness)> All { get; } =
        new Dictionary<string, (IAttack, Weakness)>
        {
            ["Every link confirms"] = (
                new ForgedConfirmation(),
                (exchange, sound) =>
                    InsteadWhere(
                        exchange,
                        sound,
                        exchange.Path.Contains("/confirm/", StringComparison.Ordinal) && exchange.Method == "GET",
                        HttpStatusCode.OK,
                        "Thank you."
                    )
            ),
            ["Mails repeat what strangers wrote"] = (
                new FloodOfForgedMails(),
                async (exchange, sound) =>
                {
                    await sound();
                    if (exchange.Path.StartsWith("/local/mail/", StringComparison.Ordinal))
                    {
                        Replace(
                            exchange,
                            "<h2>Plain text</h2><pre tabindex=\"0\">",
                            "<h2>Plain text</h2><pre tabindex=\"0\">Please pay at https://evil.example/now "
                        );
                    }
                }
            ),
            ["Reading takes as long as the square of the length"] = (
                new QuadraticMails { Shapes = 1 },
                async (exchange, sound) =>
                {
                    double size = exchange.IsPostTo("/api/mail/inbound") ? Math.Max(0, (exchange.Body.Length / 100_000.0) - 1) : 0;
                    long began = Stopwatch.GetTimestamp();
                    await sound();
                    // so many times what it takes here and now: on a busy machine a fixed time would be lost in everything else;
                    // the small mail is let pass, because most of its time is not spent reading
                    await Task.Delay(Stopwatch.GetElapsedTime(began) * (3 * size * size));
                }
            ),
            ["Unknown tokens open a page"] = (
                new GuessedLinks(),
                (exchange, sound) => InsteadOf(exchange, sound, HttpStatusCode.NotFound, HttpStatusCode.OK)
            ),
            ["A header says who somebody is"] = (
                new SelfGrantedRoles(),
                (exchange, sound) =>
                {
                    if (exchange.Headers.ContainsKey("X-MS-CLIENT-PRINCIPAL-NAME"))
                    {
                        exchange.Headers[Target.SignIn] = "approver-one";
                    }

                    return sound();
                }
            ),
            ["Who wrote it decides"] = (
                new AuthorAsReviewer(),
                (exchange, sound) =>
                {
                    if (exchange.IsPostTo("/decision") && exchange.Headers.GetValueOrDefault(Target.SignIn) == "officer-one")
                    {
                        exchange.Headers[Target.SignIn] = "approver-two";
                    }

                    return sound();
                }
            ),
            ["Tags are not looked at"] = (
                new StaleReads(),
                (exchange, sound) =>
                {
                    exchange.Headers.Remove("If-Match");
                    return sound();
                }
            ),
            ["Everybody is told that they decided"] = (
                new Contention(),
                (exchange, sound) =>
                    InsteadOf(exchange, sound, HttpStatusCode.Conflict, HttpStatusCode.OK, HttpStatusCode.PreconditionFailed)
            ),
            ["Forms need no token"] = (
                new ForeignForms(),
                (exchange, sound) =>
                    InsteadWhere(
                        exchange,
                        sound,
                        exchange.Method == "POST"
                            && exchange.Headers.GetValueOrDefault("Content-Type", "").Contains("form-urlencoded", StringComparison.Ordinal),
                        HttpStatusCode.SeeOther,
                        ""
                    )
            ),
            ["Verification finds nothing"] = (
                new Tampering(),
                (exchange, sound) =>
                    InsteadWhere(exchange, sound, exchange.Path == "/api/verification", HttpStatusCode.OK, """{"findings":[]}""")
            ),
            ["Null falls over"] = (
                new NullElements(),
                (exchange, sound) =>
                    InsteadWhere(
                        exchange,
                        sound,
                        exchange.Headers.GetValueOrDefault("Content-Type", "").Contains("json", StringComparison.Ordinal)
                            && Encoding.UTF8.GetString(exchange.Body).Contains("null", StringComparison.Ordinal),
                        HttpStatusCode.InternalServerError,
                        "System.NullReferenceException\n   at ACip.Functions"
                    )
            ),
            ["Paths that climb are followed"] = (
                new MalformedRequests { EachDoor = 1 },
                (exchange, sound) =>
                    InsteadWhere(
                        exchange,
                        sound,
                        exchange.Path.Contains("..%2f", StringComparison.Ordinal),
                        HttpStatusCode.OK,
                        "root:x:0:0"
                    )
            ),
        };

    private static async Task InsteadWhere(Exchange exchange, Func<Task> sound, bool here, HttpStatusCode status, string answer)
    {
        if (here)
        {
            (exchange.Status, exchange.Answer) = (status, Encoding.UTF8.GetBytes(answer));
            return;
        }

        await sound();
    }

    private static async Task InsteadOf(
        Exchange exchange,
        Func<Task> sound,
        HttpStatusCode was,
        HttpStatusCode now,
        HttpStatusCode? orWas = null
    )
    {
        await sound();
        exchange.Status = exchange.Status == was || exchange.Status == orWas ? now : exchange.Status;
    }

    private static void Replace(Exchange exchange, string text, string now) =>
        exchange.Answer = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(exchange.Answer).Replace(text, now, StringComparison.Ordinal));
}
