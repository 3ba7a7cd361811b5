using Microsoft.AspNetCore.Http;

namespace ACip.Local.Mail.Pages;

/// <summary>GET /local/mail: who was written to, and what; newest first.</summary>
internal static class InboxPage
{
    private const int PerPage = 50;

    public static IResult Get(HttpResponse response, LocalMailbox mailbox, LocalMailOptions options, string? to = null, long? before = null)
    {
        IReadOnlyList<LocalMessage> all = mailbox.List(to);
        LocalMessage[] shown = [.. all.Reverse().Where(message => before is null || message.Number < before).Take(PerPage)];
        bool older = shown.Length > 0 && shown[^1].Number > all[0].Number;
        string title = to is null ? "All mail" : $"Mail to {to}";

        return Layout.Page(
            response,
            title,
            Markup.Of(
                $"""
                <div class="wrap split">
                <nav aria-label="People"><h2>People</h2>
                <ul class="people">
                <li><a href="/local/mail"{Current(to is null)}><span>Everybody</span> <small>{mailbox.Newest}</small></a></li>
                {mailbox.People().Select(person => Person(person.Who, person.Messages, to))}
                </ul></nav>
                <main id="main"><h1>{title}</h1>
                <div class="card">{Table(shown, mailbox)}</div>
                <p>{Markup.When(older, Markup.Of($"""<a href="{Address(to, shown.LastOrDefault()?.Number)}">Older</a>"""))} {Markup.When(
                    before is not null,
                    Markup.Of($"""<a href="{Address(to, null)}">Newest</a>""")
                )}</p>
                {Keys(mailbox, options)}
                </main></div>
                """
            )
        );
    }

    private static Markup Person(MailAddress who, int messages, string? to) =>
        Markup.Of(
            $"""
            <li><a href="{Address(who.Email, null)}"{Current(who.Email.Equals(to, StringComparison.OrdinalIgnoreCase))}><span>{who.Name
                ?? who.Email}<br><small>{Markup.When(
                who.Name is not null,
                Markup.Of($"{who.Email}")
            )}</small></span> <small>{messages}</small></a></li>

            """
        );

    private static Markup Table(LocalMessage[] shown, LocalMailbox mailbox) =>
        shown.Length == 0
            ? Markup.Of($"<p>Nothing here yet.</p>")
            : Markup.Of(
                $"""
            <table><thead><tr><th scope="col">Sent</th><th scope="col">To</th><th scope="col">Subject</th><th scope="col">On its way</th></tr></thead><tbody>
            {shown.Select(message => Markup.Of($"""
                <tr><td class="when">{Layout.Time(message.AcceptedAt)}</td><td>{message.Recipient.Name ?? message.Recipient.Email}</td><td><a href="{MessagePage.Address(message.Id)}">{message.Subject}</a>{Markup.When(message.Attachments.Count > 0, Markup.Of($" <span class=\"soft\">({message.Attachments.Count} attached)</span>"))}</td><td class="state-cell">{Layout.State(mailbox.EventsOf(message.Id))}</td></tr>

                """))}
            </tbody></table>
            """
            );

    private static Markup Keys(LocalMailbox mailbox, LocalMailOptions options) =>
        Markup.Of(
            $"""
            <details class="card"><summary>Webhooks and their public keys</summary>
            <dl><dt>Replies go to</dt><dd>{options.InboundParseUrl?.ToString()
                ?? "nowhere yet"}</dd><dt>signed with</dt><dd><code>{mailbox.InboundPublicKey}</code></dd>
            <dt>Events go to</dt><dd>{options.EventWebhookUrl?.ToString()
                ?? "nowhere"}</dd><dt>signed with</dt><dd><code>{mailbox.EventPublicKey}</code></dd></dl></details>
            """
        );

    private static Markup Current(bool current) => Markup.When(current, new Markup(" aria-current=\"page\""));

    private static string Address(string? to, long? before)
    {
        string[] query =
        [
            .. new[] { to is null ? null : $"to={Uri.EscapeDataString(to)}", before is null ? null : $"before={before}" }.OfType<string>(),
        ];
        return query.Length == 0 ? "/local/mail" : $"/local/mail?{string.Join('&', query)}";
    }
}
