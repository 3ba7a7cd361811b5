using System.Net;
using System.Text.RegularExpressions;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Tokens;
using ACip.Workflows.Programme;

namespace ACip.Workflows.Messaging.Outbox;

/// <summary>Placeholders in a stored mail for tokens, codes and names, which are filled in when it is sent.</summary>
internal static partial class Placeholders
{
    /// <summary>As long as a token but never one, because it contains digits that base32 lacks.</summary>
    public const string LinkToken = "00000000000-link-000000000";

    /// <summary>Where a mail has links of several tasks.</summary>
    public static string LinkTokenOf(TaskId task) => $"00000000000-link-{task}-000000000";

    /// <summary>Never part of text that people write, where it would be replaced as well.</summary>
    public const string Name = "\u2063recipient\u2063";

    public const string Code = "\u2063code\u2063";

    /// <summary>Stands for the secret that confirms the message whose key precedes it in the link; see
    /// <see cref="Tokens.ConfirmSecret"/>.</summary>
    private const string Confirm = "0000000000-confirm-00000000";

    /// <summary>End of the address under which a message is confirmed.</summary>
    public static string ConfirmPath(string messageKey) => $"confirm/{messageKey}/{Confirm}";

    /// <summary>Stands for another person's name; erased with the person.</summary>
    public static string NameOf(PersonId person) => $"\u2063person:{person}\u2063";

    /// <summary>Stands for another person's address.</summary>
    public static string AddressOf(PersonId person) => $"\u2063address:{person}\u2063";

    /// <param name="site">Where links lead. A mark that stands in no link of ours was written by somebody: the recipient's token would go
    /// with it to wherever they like.</param>
    public static OutgoingMail Fill(
        OutgoingMail mail,
        ReadOnlySpan<byte> secret,
        Person to,
        IReadOnlyDictionary<PersonId, Person> people,
        string site
    )
    {
        byte[] key = secret.ToArray();
        string link = mail.Task is { } task ? TaskTokens.Link(secret, task, mail.To) : "";
        string code = mail is { Task: { } about, CodeNumber: { } number } ? OneTimeCodes.Of(secret, about, mail.To, number) : "";
        return mail with
        {
            Subject = Fill(mail.Subject, text => text),
            Text = Fill(mail.Text, text => text),
            Html = Fill(mail.Html, WebUtility.HtmlEncode),
        };

        string Fill(string text, Func<string, string> write) =>
            OtherPerson()
                .Replace(
                    ConfirmLink()
                        .Replace(
                            TaskLinkToken()
                                .Replace(OwnLinks(text, site), match => TaskTokens.Link(key, new TaskId(match.Groups[1].Value), mail.To)),
                            match =>
                                mail.Task is { } asked
                                    ? $"/confirm/{match.Groups[1].Value}/{ConfirmSecret.Of(key, asked, mail.To, match.Groups[1].Value)}"
                                    : ""
                        )
                        .Replace(LinkToken, link, StringComparison.Ordinal)
                        .Replace(Code, code, StringComparison.Ordinal)
                        .Replace(Name, write(OneLine(to.Name)), StringComparison.Ordinal),
                    match =>
                        write(
                            people.TryGetValue(new PersonId(match.Groups["id"].Value), out Person? person)
                                ? OneLine(match.Groups["what"].Value == "address" ? person.Email : person.Name)
                                : "?"
                        )
                );
    }

    /// <summary>The mail as others may see it: with names, but without the links and codes that belong to the recipient.</summary>
    public static OutgoingMail Shown(OutgoingMail mail, IReadOnlyDictionary<PersonId, Person> people)
    {
        return mail with { Subject = Show(mail.Subject), Text = Show(mail.Text), Html = "" };

        string Show(string text) =>
            OtherPerson()
                .Replace(
                    TaskLinkToken()
                        .Replace(text, "…")
                        .Replace(LinkToken, "…", StringComparison.Ordinal)
                        .Replace(Code, "••••••", StringComparison.Ordinal)
                        .Replace(Name, people.TryGetValue(mail.To, out Person? to) ? OneLine(to.Name) : "?", StringComparison.Ordinal),
                    match =>
                        people.TryGetValue(new PersonId(match.Groups["id"].Value), out Person? person)
                            ? OneLine(match.Groups["what"].Value == "address" ? person.Email : person.Name)
                            : "?"
                );
    }

    private static string OwnLinks(string text, string site) =>
        Regex.Replace(
            text,
            $"(?<own>(?<![^\\s\"<>]){Regex.Escape(site)}/[A-Za-z0-9/_-]*?)?00000000000-link-(?:[A-Za-z0-9-]{{1,200}}?-)?000000000",
            match => match.Groups["own"].Success ? match.Value : "…",
            RegexOptions.CultureInvariant,
            TimeSpan.FromSeconds(1)
        );

    private static string OneLine(string name) => string.Join(' ', name.Split(null as char[], StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex($"/confirm/([0-9a-f]{{64}})/{Confirm}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ConfirmLink();

    [GeneratedRegex("00000000000-link-([A-Za-z0-9-]{1,200}?)-000000000", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TaskLinkToken();

    [GeneratedRegex(
        "\u2063(?<what>person|address):(?<id>[^\u2063]{1,100})\u2063",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex OtherPerson();
}
