using System.Net;
using ACip.Local.Mail;

namespace ACip.Tests.Scenarios.DonorReports;

public sealed partial class IssuingTests
{
    /// <summary>What a domain does not prove counts once it is confirmed from the registered address, as it does for everybody
    /// else.</summary>
    private async Task ItsReaderConfirmsAsync(LocalMessage issued, HttpClient http)
    {
        const string unproven = "We share it with our board.";
        await ReplyAsync(issued, unproven, proof: "none");
        Assert.Equal(2, (await year.FileAsync()).Latest!.Remarks!.Count);
        LocalMessage confirm = Assert.Single(
            year.Platform.Mail.List(),
            mail => mail.CustomArgs.GetValueOrDefault("kind") == "ConfirmFirst" && mail.Recipient.Email == "reader@norad-reader.example"
        );
        var browser = new Mail.Browser(http, Mail.OpenReports.LinkIn(confirm));
        await browser.OpenAsync();
        await browser.PostAsync([]);
        await year.Platform.Busy.QuietAsync();
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Equal(unproven, (await year.FileAsync()).Latest!.Remarks![^1].Text);
    }

    private async Task ReplyAsync(LocalMessage mail, string text, string proof = "pass")
    {
        await year.Platform.Mail.ReplyAsync(
            mail.Id,
            new InboundReply
            {
                Text = text,
                Spf = proof,
                Dkim = proof == "none" ? "none" : null,
            }
        );
        await year.Platform.Busy.QuietAsync();
    }
}
