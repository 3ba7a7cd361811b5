using ACip.Functions.Api.Mail;
using ACip.Functions.Pages.Mail;
using ACip.Workflows.HumanTasks.Answers;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Received;

namespace ACip.Tests.Unit.Functions;

/// <summary>Which messages a page of /mail shows, and what of a sealed one is told to whom.</summary>
public sealed class MessageListTests
{
    private static readonly DateTimeOffset Day = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Every_message_stands_on_one_page_the_newest_of_each_kind_on_the_first()
    {
        MailWithAnswers[] all =
        [
            .. Enumerable.Range(0, 120).Select(number => Received(number, StreamId.Inbox, QuarantineState.Sealed)),
            .. Enumerable.Range(120, 3).Select(number => Received(number, StreamId.Inbox, QuarantineState.Waiting)),
            .. Enumerable.Range(123, 30).Select(number => Received(number, new StreamId("event-one"), QuarantineState.None)),
        ];

        (var first, IReadOnlyList<MailWithAnswers> shown) = MessageListQuery.PageOf(all, 1);

        Assert.Equal((1, 3), (first.Shown, first.Pages));
        Assert.Equal((50, 3, 30), Counts(shown));
        Assert.Equal((50, 0, 0), Counts(MessageListQuery.PageOf(all, 2).Shown));
        Assert.Equal((20, 0, 0), Counts(MessageListQuery.PageOf(all, 3).Shown));
        Assert.Equal(
            all.Select(one => one.Mail.MessageKey).Order(),
            Enumerable.Range(1, 3).SelectMany(page => MessageListQuery.PageOf(all, page).Shown).Select(one => one.Mail.MessageKey).Order()
        );
        Assert.Equal((all[120], all[0]), (shown[0], shown[^50])); // those that wait come first
    }

    [Fact]
    public void Without_a_message_there_is_one_page() => Assert.Equal((1, 1), Pages(MessageListQuery.PageOf([], 7)));

    [Theory]
    [InlineData(QuarantineState.Sealed, false, null)]
    [InlineData(QuarantineState.Sealed, true, "amina-af")]
    [InlineData(QuarantineState.Discarded, false, "amina-af")]
    public void Who_wrote_what_is_sealed_is_told_to_those_who_may_open_it(QuarantineState state, bool opensSealed, string? person)
    {
        ReceivedMail shown = Received(1, StreamId.Inbox, state).Mail.ShownTo(opensSealed);

        var told = QuarantinedMessage.Of(shown);
        Assert.Equal(person, told.Person);
        Assert.Equal(person is null ? null : "af-2026-report", told.Task);
        Assert.Equal(state.ToString(), told.State);
        Assert.Equal(person is null, shown.TaskStream is null);
        Assert.Equal(person is null, shown.Taken.Mails.Count == 0);
    }

    private static MailWithAnswers Received(int number, StreamId stream, QuarantineState state) =>
        new(
            stream,
            new ReceivedMail(
                $"{number:D40}",
                "blob",
                Day.AddMinutes(-number),
                nameof(Verdict.NeedsPerson),
                "unknown-sender",
                new TaskId("af-2026-report"),
                new PersonId("amina-af"),
                new MailTaken(null, [new(StreamId.Inbox, ["mail"])]),
                state,
                TaskStream: new StreamId("plan-af-2026")
            ),
            []
        );

    private static (int Sealed, int Waiting, int Taken) Counts(IReadOnlyList<MailWithAnswers> shown) =>
        (
            shown.Count(one => one.Mail.State == QuarantineState.Sealed),
            shown.Count(one => one.Mail.State == QuarantineState.Waiting),
            shown.Count(one => !one.IsAside)
        );

    private static (int Shown, int Pages) Pages((ACip.Functions.Pages.Frame.PageOfRows Rows, IReadOnlyList<MailWithAnswers> Shown) page) =>
        (page.Rows.Shown, page.Rows.Pages);
}
