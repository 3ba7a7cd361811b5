using System.Net;
using System.Text.RegularExpressions;
using ACip.Workflows.Mail.Incoming;
using ACip.Workflows.Programme;
using ACip.Workflows.Tasks.Links;

namespace ACip.Workflows.Mail.Outbox;

/// <summary>What stands in a stored mail where the sent one has a token, a code or a name.</summary>
internal static partial class Placeholders
{
    /// <summary>As long as a token, and never one: it holds digits that base32 lacks.</summary>
    public const string LinkToken = "00000000000-link-000000000";

    /// <summary>Never part of a text that people write: it would be replaced there too.</summary>
    public const string Name = "\u2063recipient\u2063";

    public const string Code = "\u2063code\u2063";

    /// <summary>What confirms the message whose key stands before it in the link; see <see cref="Tasks.Links.ConfirmSecret"/>.</summary>
    private const string Confirm = "0000000000-confirm-00000000";

    /// <summary>End of the address under which a message is confirmed.</summary>
    public static string ConfirmPath(string messageKey) => $"confirm/{messageKey}/{Confirm}";

    /// <summary>Where somebody else is named; erased with the person.</summary>
    public static string NameOf(PersonId person) => $"\u2063person:{person}\u2063";

    public static OutgoingMail Fill(OutgoingMail mail, ReadOnlySpan<byte> secret, Person to, IReadOnlyDictionary<PersonId, Person> people)
    {
        string link = mail.Task is { } task ? TaskTokens.Link(secret, task, mail.To) : "";
        string code = mail is { Task: { } about, CodeNumber: { } number } ? OneTimeCodes.Of(secret, about, mail.To, number) : "";
        byte[] key = secret.ToArray();
        return mail with
        {
            Subject = Fill(mail.Subject, text => text),
            Text = Fill(mail.Text, text => text),
            Html = Fill(mail.Html, WebUtility.HtmlEncode),
        };

        string Fill(string text, Func<string, string> write) => OtherPerson().Replace(
            ConfirmLink().Replace(text, match => mail.Task is { } asked ? $"/confirm/{match.Groups[1].Value}/{ConfirmSecret.Of(key, asked, mail.To, match.Groups[1].Value)}" : "")
                .Replace(LinkToken, link, StringComparison.Ordinal)
                .Replace(Code, code, StringComparison.Ordinal)
                .Replace(Name, write(OneLine(to.Name)), StringComparison.Ordinal),
            match => write(people.TryGetValue(new PersonId(match.Groups[1].Value), out Person? person) ? OneLine(person.Name) : "?"));
    }

    private static string OneLine(string name) => string.Join(' ', name.Split(null as char[], StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex($"/confirm/([0-9a-f]{{64}})/{Confirm}", RegexOptions.CultureInvariant)]
    private static partial Regex ConfirmLink();

    [GeneratedRegex("\u2063person:([^\u2063]{1,100})\u2063", RegexOptions.CultureInvariant)]
    private static partial Regex OtherPerson();
}
