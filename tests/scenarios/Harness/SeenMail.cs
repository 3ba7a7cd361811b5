using System.Text.Json;
using ACip.Local.Mail;

namespace ACip.Tests.Scenarios.Harness;

/// <summary>A mail as its recipient sees it.</summary>
/// <param name="Delivery">The same for a mail that is sent again.</param>
internal sealed record SeenMail(string Id, string Delivery, string Recipient, string Content, DateTimeOffset At)
{
    public static IReadOnlyList<SeenMail> Of(LocalMailbox mailbox) =>
        [
            .. mailbox
                .List()
                .Select(mail => new SeenMail(
                    mail.Id,
                    mail.CustomArgs["delivery"],
                    mail.Recipient.Email,
                    $"{mail.Subject}\n{mail.Text}\n{mail.Html}",
                    mail.AcceptedAt
                )),
        ];

    /// <summary>What the mail service has kept in a data folder, whether or not its process lives; a line that was not written to its end
    /// counts for nothing.</summary>
    public static IReadOnlyList<SeenMail> Of(string data)
    {
        string journal = Path.Combine(data, "mail", "mail.jsonl");
        if (!File.Exists(journal))
        {
            return [];
        }

        string text = File.ReadAllText(journal);
        var seen = new List<SeenMail>();
        foreach (string line in text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var entry = JsonDocument.Parse(line);
            if (entry.RootElement.TryGetProperty("message", out JsonElement mail))
            {
                string html = mail.TryGetProperty("html", out JsonElement part) ? part.GetString()! : "";
                seen.Add(
                    new SeenMail(
                        mail.GetProperty("id").GetString()!,
                        mail.GetProperty("custom_args").GetProperty("delivery").GetString()!,
                        mail.GetProperty("recipient").GetProperty("email").GetString()!,
                        $"{mail.GetProperty("subject").GetString()}\n{mail.GetProperty("text").GetString()}\n{html}",
                        mail.GetProperty("accepted_at").GetDateTimeOffset()
                    )
                );
            }
        }

        return seen;
    }
}
