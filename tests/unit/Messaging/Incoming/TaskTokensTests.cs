using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Tokens;

namespace ACip.Tests.Unit.Messaging.Incoming;

public sealed class TaskTokensTests
{
    private static readonly byte[] Secret = "a secret of the tests"u8.ToArray();
    private static readonly string Token = TaskTokens.Reply(Secret, new TaskId("t-1"), new PersonId("ama"));

    [Fact]
    public void A_token_is_26_lower_case_characters_and_always_the_same()
    {
        Assert.Matches("^[a-z2-7]{26}$", Token);
        Assert.Equal(Token, TaskTokens.Reply(Secret, new TaskId("t-1"), new PersonId("ama")));
    }

    [Fact]
    public void Task_person_purpose_and_secret_each_change_it()
    {
        string[] tokens =
        [
            Token,
            TaskTokens.Link(Secret, new TaskId("t-1"), new PersonId("ama")),
            TaskTokens.Reply(Secret, new TaskId("t-2"), new PersonId("ama")),
            TaskTokens.Reply(Secret, new TaskId("t-1"), new PersonId("kofi")),
            TaskTokens.Reply(Secret, new TaskId("t-1a"), new PersonId("ma")), // the same letters, cut elsewhere
            TaskTokens.Reply("another"u8, new TaskId("t-1"), new PersonId("ama")),
        ];
        Assert.Equal(tokens.Length, tokens.Distinct().Count());
    }

    [Fact]
    public void Case_is_forgiven_and_nothing_else()
    {
        Assert.Equal(Token, TaskTokens.Read(Token.ToUpperInvariant()));
        Assert.Equal(TaskTokens.Hash(Token), TaskTokens.Hash(Token.ToUpperInvariant()));
        Assert.Null(TaskTokens.Read(Token.AsSpan(1)));
        Assert.Null(TaskTokens.Read(Token + "a"));
        Assert.Null(TaskTokens.Read($"1{Token.AsSpan(1)}"));
        Assert.Null(TaskTokens.Read($"\u0131{Token.AsSpan(1)}")); // dotless i
        Assert.Null(TaskTokens.Read($"{Token.AsSpan(0, 25)}b")); // would be a second spelling of "a"
    }

    [Theory]
    [InlineData("r+{0}@reply.acip.example")]
    [InlineData("<R+{0}@REPLY.ACIP.EXAMPLE>")]
    [InlineData("{0}@reply.acip.example")]
    [InlineData("\"r+{0}\"@reply.acip.example")]
    [InlineData("r+{0}+folder@reply.acip.example")]
    public void Tokens_are_found_in_what_mail_servers_make_of_an_address(string shape)
    {
        string address = string.Format(null, shape, Token);
        Assert.Equal([Token], ReplyAddress.Tokens(["info@other.example", address, address.ToUpperInvariant()]));
    }

    [Fact]
    public void A_reply_address_fits_a_local_part() =>
        Assert.True(ReplyAddress.For(Token, "reply.acip.example").IndexOf('@', StringComparison.Ordinal) <= 64);

    [Fact]
    public void A_reused_message_id_with_another_body_is_another_message()
    {
        string key = MessageKey.Of("<1@x>", Token, "aa");
        Assert.Equal(key, MessageKey.Of("1@x", Token.ToUpperInvariant(), "aa"));
        Assert.NotEqual(key, MessageKey.Of("<1@x>", Token, "ab"));
        Assert.NotEqual(key, MessageKey.Of("<2@x>", Token, "aa"));
        Assert.NotEqual(key, MessageKey.Of("<1@x>", null, "aa"));
    }
}
