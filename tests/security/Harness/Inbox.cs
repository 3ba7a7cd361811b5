using System.Net;
using System.Text.RegularExpressions;

namespace ACip.Tests.Security.Harness;

/// <summary>A mail as the inbox page of the simulator shows it.</summary>
/// <param name="Arguments">What the programme calls it by: kind, stream, delivery.</param>
internal sealed record InboxMail(
    string Id,
    string To,
    string ReplyTo,
    string Text,
    string Page,
    IReadOnlyDictionary<string, string> Arguments
)
{
    public string Kind => Arguments.GetValueOrDefault("kind", "");

    /// <summary>Path of the page behind its link.</summary>
    public string? Link =>
        Regex.Match(Text, "/(tasks/[a-z2-7]{26}(/confirm/[0-9a-f]{64}/[0-9a-f]{32})?)") is { Success: true } found
            ? found.Groups[1].Value
            : null;

    public string? Token => Link?.Split('/')[1];
}

/// <summary>Everybody's mail, by the pages that the simulator shows.</summary>
internal sealed partial class Inbox(Target target)
{
    /// <summary>Newest first, at most fifty.</summary>
    public async Task<IReadOnlyList<string>> IdsAsync(string to)
    {
        string page = (await target.GetAsync(null, $"local/mail?to={Uri.EscapeDataString(to)}")).Text;
        return [.. MailLink().Matches(page).Select(match => Uri.UnescapeDataString(match.Groups[1].Value)).Distinct()];
    }

    public async Task<InboxMail> OpenAsync(string id)
    {
        string page = (await target.GetAsync(null, $"local/mail/{Uri.EscapeDataString(id)}")).Text;
        var arguments = Argument()
            .Matches(WebUtility.HtmlDecode(Part(page, "<details>", "</details>")))
            .DistinctBy(match => match.Groups[1].Value)
            .ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value.Trim());
        return new InboxMail(
            id,
            Address(Part(page, "<dt>To</dt>", "</dd>")),
            Address(Part(page, "<dt>Replies to</dt>", "</dd>")),
            WebUtility.HtmlDecode(Part(page, "<h2>Plain text</h2><pre tabindex=\"0\">", "</pre>")),
            WebUtility.HtmlDecode(Part(page, "<h2>Plain text</h2>", "</section>\n</div>")),
            arguments
        );
    }

    /// <summary>Of those that came since, newest first.</summary>
    public async Task<IReadOnlyList<InboxMail>> NewAsync(string to, IReadOnlyList<string> before)
    {
        var mails = new List<InboxMail>();
        foreach (string id in (await IdsAsync(to)).Except(before))
        {
            mails.Add(await OpenAsync(id));
        }

        return mails;
    }

    private static string Part(string page, string from, string until)
    {
        int start = page.IndexOf(from, StringComparison.Ordinal);
        if (start < 0)
        {
            return "";
        }

        start += from.Length;
        int end = page.IndexOf(until, start, StringComparison.Ordinal);
        return end < 0 ? page[start..] : page[start..end];
    }

    private static string Address(string shown) => AnAddress().Match(WebUtility.HtmlDecode(shown)).Value;

    [GeneratedRegex("href=\"/local/mail/([^\"/?]+)\"")]
    private static partial Regex MailLink();

    [GeneratedRegex(@"^(\w+) = (.*)$", RegexOptions.Multiline)]
    private static partial Regex Argument();

    [GeneratedRegex(@"[^\s<>"",]+@[^\s<>"",]+")]
    private static partial Regex AnAddress();
}
