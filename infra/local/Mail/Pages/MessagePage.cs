using Microsoft.AspNetCore.Http;

namespace ACip.Local.Mail.Pages;

/// <summary>GET /local/mail/{id}: one message as its reader sees it, and ways to answer it.</summary>
internal static class MessagePage
{
    public static string Address(string id) => $"/local/mail/{Uri.EscapeDataString(id)}";

    public static IResult Get(HttpResponse response, LocalMailbox mailbox, string id, string? ready = null, string? posted = null)
    {
        if (mailbox.Find(id) is not { } message)
        {
            return Layout.Page(
                response,
                "Not found",
                Markup.Of(
                    $"""<main id="main" class="wrap"><h1>There is no such message</h1><p><a href="/local/mail">All mail</a></p></main>"""
                ),
                StatusCodes.Status404NotFound
            );
        }

        IReadOnlyList<DeliveryEvent> events = mailbox.EventsOf(id);
        return Layout.Page(
            response,
            message.Subject,
            Markup.Of(
                $"""
                <main id="main" class="wrap">
                <p><a href="/local/mail?to={Uri.EscapeDataString(message.Recipient.Email)}">Mail to {message.Recipient.Name
                    ?? message.Recipient.Email}</a> · <a href="/local/mail">All mail</a></p>
                <h1>{message.Subject}</h1>
                {Outcome(mailbox, posted)}
                <div class="card"><dl>
                <dt>From</dt><dd>{message.From.ToString()}</dd>
                <dt>To</dt><dd>{string.Join(", ", message.To)}</dd>
                {Markup.When(message.Cc.Count > 0, Markup.Of($"<dt>Cc</dt><dd>{string.Join(", ", message.Cc)}</dd>"))}
                {Markup.When(message.ReplyTo.Count > 0, Markup.Of($"<dt>Replies to</dt><dd>{string.Join(", ", message.ReplyTo)}</dd>"))}
                <dt>Sent</dt><dd>{Layout.Time(message.AcceptedAt)}</dd>
                <dt>On its way</dt><dd>{Layout.State(events)} <span class="soft">{string.Join(
                    ", ",
                    events.Select(one => $"{one.Name} {Layout.Time(one.At)}")
                )}</span></dd>
                {Markup.When(
                    message.Attachments.Count > 0,
                    Markup.Of(
                        $"<dt>Attached</dt><dd>{message.Attachments.Select((attachment, index) => Markup.Of($"""<a href="{Address(id)}/attachments/{index}">{attachment.Filename}</a> <span class="soft">({attachment.Content.Length} bytes)</span> """))}</dd>"
                    )
                )}
                </dl>
                <details><summary>All headers and custom arguments</summary><pre tabindex="0">{string.Join(
                    '\n',
                    message.Headers.Select(header => $"{header.Key}: {header.Value}")
                )}

                {string.Join('\n', message.CustomArgs.Select(argument => $"{argument.Key} = {argument.Value}"))}</pre></details>
                </div>
                <div class="bodies card">
                <section><h2>Plain text</h2><pre tabindex="0">{message.Text}</pre></section>
                <section><h2>HTML</h2>{Html(message)}</section>
                </div>
                {ReplyBox.For(message, ready)}
                </main>
                """
            )
        );
    }

    /// <summary>GET /local/mail/{id}/attachments/{index}: always as a download, whatever it claims to be.</summary>
    public static IResult Attachment(HttpResponse response, LocalMailbox mailbox, string id, int index)
    {
        if (mailbox.Find(id) is not { } message || index < 0 || index >= message.Attachments.Count)
        {
            return Results.NotFound();
        }

        response.Headers.XContentTypeOptions = "nosniff";
        LocalAttachment attachment = message.Attachments[index];
        return Results.File(attachment.Content, "application/octet-stream", attachment.Filename);
    }

    // no script, no form; links open outside the frame, as they would from a mail program
    private static Markup Html(LocalMessage message) =>
        message.Html is null
            ? Markup.Of($"""<p class="soft">This message has none.</p>""")
            : Markup.Of(
                $"""<iframe title="The message as HTML" sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="{$"<base target=\"_blank\">{message.Html}"}"></iframe>"""
            );

    private static Markup Outcome(LocalMailbox mailbox, string? posted)
    {
        if (posted is null)
        {
            return default;
        }

        Delivery? delivery = mailbox.Received.FirstOrDefault(one => one.Id == posted);
        int? status = delivery?.Attempts is [.., { } last] ? last.Status : null;
        (string tone, string said) = delivery?.State switch
        {
            PostState.Taken => ("good", $"The reply was taken by the application (HTTP {status})."),
            PostState.Waiting when delivery.Attempts.Count == 0 => ("open", "The reply is on its way and will arrive later."),
            PostState.Waiting => (
                "open",
                status is null
                    ? "Nobody answered; the reply will be tried again."
                    : $"The application answered HTTP {status}; the reply will be tried again."
            ),
            PostState.Dropped => ("bad", $"The application answered HTTP {status}, so the reply is lost, as it would be with SendGrid."),
            PostState.GivenUp => ("bad", "The reply was tried for three days and given up."),
            _ => ("bad", "The reply was addressed to a domain whose mail does not reach the application."),
        };
        return Markup.Of($"""<p class="note {tone}" role="status">{said}</p>""");
    }
}
