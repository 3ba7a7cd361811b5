using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Messaging.Tokens;
using ACip.Workflows.Programme;

namespace ACip.Tests.Unit.HumanTasks.Links;

public sealed class ConfirmSecretTests
{
    private static readonly string Key = new('a', 64);
    private static readonly Person Ama = new(new PersonId("ama"), "Ama Mensah", "ama@customs.example", Language.En, []);

    private static ReadOnlySpan<byte> Secret => "a secret of thirty-two characters"u8;

    [Fact]
    public void The_secret_is_of_this_task_person_and_message_and_in_any_case()
    {
        string genuine = ConfirmSecret.Of(Secret, new TaskId("t"), Ama.Id, Key);
        Assert.True(ConfirmSecret.IsGenuine(Secret, new TaskId("t"), Ama.Id, Key, genuine.ToUpperInvariant()));
        Assert.False(ConfirmSecret.IsGenuine(Secret, new TaskId("u"), Ama.Id, Key, genuine));
        Assert.False(ConfirmSecret.IsGenuine(Secret, new TaskId("t"), new PersonId("eve"), Key, genuine));
        Assert.False(ConfirmSecret.IsGenuine(Secret, new TaskId("t"), Ama.Id, new string('b', 64), genuine));
        Assert.False(ConfirmSecret.IsGenuine("another secret of thirty-two chars"u8, new TaskId("t"), Ama.Id, Key, genuine));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("🤖🤖🤖🤖🤖🤖🤖🤖🤖🤖🤖🤖🤖🤖🤖🤖")]
    public void What_is_no_secret_confirms_nothing(string given) =>
        Assert.False(ConfirmSecret.IsGenuine(Secret, new TaskId("t"), Ama.Id, Key, given));

    [Fact]
    public void It_stands_in_the_mail_that_is_sent_and_not_in_the_one_that_is_kept()
    {
        string link = $"https://acip.example/tasks/{Placeholders.LinkToken}/{Placeholders.ConfirmPath(Key)}";
        OutgoingMail kept = Kept(link, $"<a href=\"{link}\">");
        OutgoingMail sent = Sent(kept);
        string ending = $"/confirm/{Key}/{ConfirmSecret.Of(Secret, new TaskId("t"), Ama.Id, Key)}";
        Assert.EndsWith(ending, sent.Text, StringComparison.Ordinal);
        Assert.Contains($"{ending}\"", sent.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(ending, kept.Text, StringComparison.Ordinal);
    }

    /// <summary>Whoever knows the mark for a token writes it into a comment: its reader's token must not go with it.</summary>
    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("https://evil.example/?x=https://acip.example/tasks/")]
    [InlineData("https://acip.example.evil.example/tasks/")]
    [InlineData("")]
    public void No_token_stands_in_a_link_that_leads_elsewhere(string before)
    {
        string[] tokens = [TaskTokens.Link(Secret, new TaskId("t"), Ama.Id), TaskTokens.Link(Secret, new TaskId("other"), Ama.Id)];
        foreach (string mark in new[] { Placeholders.LinkToken, Placeholders.LinkTokenOf(new TaskId("other")) })
        {
            OutgoingMail sent = Sent(Kept($"See {before}{mark} and https://acip.example/tasks/{mark}", $"<p>{before}{mark}</p>"));
            Assert.StartsWith($"See {before}… and https://acip.example/tasks/", sent.Text, StringComparison.Ordinal);
            Assert.Contains(tokens, token => sent.Text.EndsWith("/tasks/" + token, StringComparison.Ordinal));
            Assert.Equal($"<p>{before}…</p>", sent.Html);
        }
    }

    private static OutgoingMail Kept(string text, string html) =>
        new(
            "k",
            Ama.Id,
            MailKind.ConfirmFirst,
            Language.En,
            new TaskId("t"),
            false,
            "",
            text,
            html,
            new Dictionary<string, string>(),
            new Dictionary<string, string>(),
            OutgoingState.Waiting,
            default
        );

    private static OutgoingMail Sent(OutgoingMail kept) =>
        Placeholders.Fill(kept, Secret, Ama, new Dictionary<PersonId, Person>(), "https://acip.example");
}
