using System.Net;
using SendGrid;
using SendGrid.Helpers.Mail;

namespace ACip.Tests.Platform.Mail;

/// <summary>A mail with everything that the application uses, sent by SendGrid's own client.</summary>
internal static class FullMail
{
    /// <returns>What it posts.</returns>
    public static async Task<string> SendAsync()
    {
        var wire = new Wire();
        using var http = new HttpClient(wire);
        var client = new SendGridClient(
            http,
            new SendGridClientOptions { ApiKey = "SG.local", Host = "http://localhost:7071/local/sendgrid" }
        );
        SendGrid.Response answer = await client.SendEmailAsync(Message());
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal("POST http://localhost:7071/local/sendgrid/v3/mail/send application/json Bearer SG.local", wire.Request);
        return wire.Body;
    }

    private static SendGridMessage Message()
    {
        var mail = new SendGridMessage
        {
            From = new EmailAddress("a-cip@a-cip.example", "A-CIP"),
            ReplyTo = new EmailAddress("t-1@reply.a-cip.example"),
            Subject = "Chiffres d’été",
            PlainTextContent = "Bonjour",
            HtmlContent = "<p>Bonjour</p>",
            Categories = ["task"],
            Headers = new() { ["Auto-Submitted"] = "auto-generated" },
            Personalizations =
            [
                new Personalization
                {
                    Tos = [new EmailAddress("amina@customs.example", "Amina")],
                    Ccs = [new EmailAddress("baba@customs.example")],
                    Subject = "Chiffres",
                    Headers = new() { ["Message-ID"] = "<1@a-cip.example>" },
                    CustomArgs = new() { ["delivery"] = "1" },
                    SendAt = FakeApp.Start.AddHours(1).ToUnixTimeSeconds(),
                },
            ],
        };
        mail.AddAttachment("figures.xlsx", "QUJD", "application/octet-stream", "attachment", "figures");
        mail.SetClickTracking(false, false);
        mail.SetOpenTracking(false);
        mail.SetSubscriptionTracking(false);
        mail.SetSandBoxMode(false);
        return mail;
    }

    private sealed class Wire : HttpMessageHandler
    {
        public string Request { get; private set; } = "";

        public string Body { get; private set; } = "";

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Request = $"{request.Method} {request.RequestUri} {request.Content!.Headers.ContentType} {request.Headers.Authorization}";
            Body = await request.Content.ReadAsStringAsync(cancellationToken);
            return new HttpResponseMessage(HttpStatusCode.Accepted);
        }
    }
}
