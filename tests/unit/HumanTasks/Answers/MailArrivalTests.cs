using ACip.Workflows.Messaging.Mime;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.Storage;

namespace ACip.Tests.Unit.HumanTasks.Answers;

public sealed class MailArrivalTests
{
    private static readonly Arrival HandedOver = new(new DateTimeOffset(2026, 10, 12, 6, 30, 0, TimeSpan.Zero), 17);

    [Theory]
    [InlineData("by recvd-5f54b5d587 with SMTP id abc; 2026-10-12 04:00:05.123 +0000 UTC", "2026-10-12T04:00:05Z")]
    [InlineData("by mx0047p1mdw1.sendgrid.net with SMTP id 6WCVv7KAWn Mon, 12 Oct 2026 04:00:05 +0000 (UTC)", "2026-10-12T04:00:05Z")]
    [InlineData("from mail.customs.example by mx.example with ESMTPS; Mon, 12 Oct 2026 09:45:05 +0545", "2026-10-12T04:00:05Z")]
    [InlineData("by mx.local.invalid with ESMTP; Mon, 12 Oct 2026 04:00:05 GMT", "2026-10-12T04:00:05Z")]
    [InlineData("by mx.example; Fri, 9 Oct 2026 04:00:05 +0000", "2026-10-09T04:00:05Z")] // handed over at the last try
    public void A_mail_that_waited_at_the_mail_service_came_when_it_came_there(string received, string at) =>
        Assert.Equal(
            HandedOver with
            {
                At = DateTimeOffset.Parse(at, null),
            },
            MailArrival.Of(MailHeaders.Read($"Received: {received}\n"), HandedOver)
        );

    [Theory]
    [InlineData("by mx.example; Mon, 12 Oct 2026 06:30:01 +0000")] // nobody's clock makes a mail newer
    [InlineData("by mx.example; Wed, 27 Jul 2016 20:53:06 +0000")] // longer ago than the mail service tries
    [InlineData("by mx.example; Mon, 99 Oct 2026 04:00:05 +0000")]
    [InlineData("by another.example; in other wrapping")]
    [InlineData("")]
    public void Otherwise_it_came_when_it_was_handed_over(string received) =>
        Assert.Equal(HandedOver, MailArrival.Of(MailHeaders.Read($"Received: {received}\n"), HandedOver));

    [Fact]
    public void Only_the_topmost_line_is_the_mail_services_own() =>
        Assert.Equal(
            new DateTimeOffset(2026, 10, 12, 6, 0, 0, TimeSpan.Zero),
            MailArrival
                .Of(
                    MailHeaders.Read(
                        "Received: by mx.example with SMTP;\n Mon, 12 Oct 2026 06:00:00 +0000\nReceived: from sender.example; Mon, 12 Oct 2026 01:00:00 +0000\n"
                    ),
                    HandedOver
                )
                .At
        );
}
