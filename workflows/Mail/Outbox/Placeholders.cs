using ACip.Workflows.Mail.Incoming;
using ACip.Workflows.Programme;

namespace ACip.Workflows.Mail.Outbox;

/// <summary>What stands in a stored mail where the sent one has a token or a name.</summary>
internal static class Placeholders
{
    /// <summary>As long as a token, and never one: it holds digits that base32 lacks.</summary>
    public const string LinkToken = "00000000000-link-000000000";

    /// <summary>Never part of a text that people write: it would be replaced there too.</summary>
    public const string Name = "\u2063recipient\u2063";

    public static OutgoingMail Fill(OutgoingMail mail, ReadOnlySpan<byte> secret, Person to)
    {
        string link = mail.Task is { } task ? TaskTokens.Link(secret, task, mail.To) : "";
        string name = string.Join(' ', to.Name.Split(null as char[], StringSplitOptions.RemoveEmptyEntries));
        return mail with
        {
            Text = mail.Text.Replace(LinkToken, link, StringComparison.Ordinal).Replace(Name, name, StringComparison.Ordinal),
            Html = mail.Html.Replace(LinkToken, link, StringComparison.Ordinal).Replace(Name, System.Net.WebUtility.HtmlEncode(name), StringComparison.Ordinal),
        };
    }
}
