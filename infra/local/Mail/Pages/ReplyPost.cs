using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace ACip.Local.Mail.Pages;

/// <summary>POST /local/mail/{id}/reply: hands the answer to the application and returns to the message.</summary>
internal static class ReplyPost
{
    public static async Task<IResult> Post(HttpRequest request, LocalMailbox mailbox, string id)
    {
        // another site's page must not answer in a person's name
        if (request.Headers.Origin is [{ } origin] && origin != $"{request.Scheme}://{request.Host}")
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        if (mailbox.Find(id) is not { } message)
        {
            return Results.NotFound();
        }

        IFormCollection form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        InboundReply reply = form["ready"].ToString() switch
        {
            "absent-en" => ReadyAnswers.OutOfOffice(message),
            "absent-fr" => ReadyAnswers.OutOfOffice(message, "fr"),
            "absent-es" => ReadyAnswers.OutOfOffice(message, "es"),
            "bounce" => ReadyAnswers.Bounce(message),
            "receipt" => ReadyAnswers.ReadReceipt(message),
            "twice" => await ReadAsync(form, message) is var once ? once with { Handover = once.Handover with { Times = 2 } } : null!,
            _ => await ReadAsync(form, message),
        };
        Delivery delivery = await mailbox.ReplyAsync(id, reply);
        string posted = delivery.Id.Length == 0 ? "astray" : delivery.Id;
        return new SeeOther($"{MessagePage.Address(id)}?posted={posted}");
    }

    private static async Task<InboundReply> ReadAsync(IFormCollection form, LocalMessage message)
    {
        var attachments = new List<InboundAttachment>();
        foreach (IFormFile file in form.Files)
        {
            using var content = new MemoryStream();
            await file.CopyToAsync(content);
            attachments.Add(new InboundAttachment(Path.GetFileName(file.FileName), file.ContentType, content.ToArray()));
        }

        MailAddress from = form["from"] is [{ Length: > 0 } given] ? MailAddress.Parse(given) : message.Recipient;
        string quoted = form["quoted"].ToString().ReplaceLineEndings("\n");
        return new InboundReply
        {
            Text = form["text"].ToString(),
            From = from,
            Program = Chosen(form["program"], MailProgram.Gmail),
            Language = Or(form["language"], "en"),
            Charset = Or(form["charset"], "UTF-8"),
            Spf = Or(form["spf"], "pass"),
            Dkim = Or(form["dkim"], "pass") is var dkim && dkim == "none" ? "none" : $"{{@{from.Domain} : {dkim}}}",
            QuotedText = quoted.Length == 0 || quoted.Trim() == message.Text.ReplaceLineEndings("\n").Trim() ? null : quoted,
            Attachments = attachments,
            Handover = new Handover(
                Math.Clamp(Number(form["times"], 1), 1, 5),
                TimeSpan.FromHours(Math.Clamp(Number(form["late"], 0), 0, 2000)),
                Chosen(form["signing"], Signing.Right)
            ),
        };
    }

    private static string Or(StringValues given, string otherwise) => given is [{ Length: > 0 } one] ? one : otherwise;

    private static int Number(StringValues given, int otherwise) =>
        int.TryParse(given, NumberStyles.Integer, CultureInfo.InvariantCulture, out int number) ? number : otherwise;

    private static T Chosen<T>(StringValues given, T otherwise)
        where T : struct, Enum => Enum.TryParse(given, out T chosen) && Enum.IsDefined(chosen) ? chosen : otherwise;

    /// <summary>303: the browser goes on with GET, and reloading does not send again.</summary>
    private sealed class SeeOther(string location) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = location;
            return Task.CompletedTask;
        }
    }
}
