using System.Net;
using ACip.Local.Mail;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Answers;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.Programme;

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

    /// <summary>What is never confirmed waits for an officer, who knows the reader.</summary>
    private async Task AnOfficerTakesAReadersMailAsync(LocalMessage issued)
    {
        const string unproven = "Our board has read it.";
        int before = (await year.FileAsync()).Latest!.Remarks!.Count;
        await ReplyAsync(issued, unproven, proof: "none");
        var list = year.Platform.Get<QuarantineService>();
        ReceivedMail aside = (await list.ListAsync(CancellationToken.None)).First(mail => mail.State == QuarantineState.Waiting);
        PersonId reader = (await year.Platform.Get<ProgrammeDirectory>().ReadAsync(CancellationToken.None))
            .ByAddress("reader@norad-reader.example")!
            .Id;
        Assert.Contains(await list.OpenTasksAsync(reader, aside.TaskStream, CancellationToken.None), one => one.Task.Task == aside.Task);

        (CommandResult result, _) = await list.TreatAsAnswerAsync(
            aside.MessageKey,
            reader,
            null,
            new PersonId("officer-one"),
            CancellationToken.None
        );

        Assert.IsType<CommandResult.Recorded>(result);
        Assert.Equal(
            (before + 1, unproven),
            ((await year.FileAsync()).Latest!.Remarks!.Count, (await year.FileAsync()).Latest!.Remarks![^1].Text)
        );
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
