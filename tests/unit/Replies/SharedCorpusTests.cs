using ACip.Workflows.Replies;

namespace ACip.Tests.Unit.Replies;

/// <summary>The public corpora, where the folder with them exists (ACIP_SHARED, or shared/ beside the repository); our own fixtures stand in for them elsewhere.</summary>
public sealed class SharedCorpusTests
{
    // argued one by one in docs/replies.md: the corpus keeps quotations between which the sender answered
    private static readonly string[] KeepsQuotations = ["email_1_2.txt", "email_1_8.txt"];

    private static readonly string? Corpora = Find();

    [Fact]
    public void The_corpus_of_github_gives_its_expected_texts()
    {
        if (Corpora is null)
        {
            Assert.NotEmpty(ReplyFixture.All);
            return;
        }

        string folder = Path.Combine(Corpora, "github-email_reply_parser");
        foreach (string file in Directory.GetFiles(Path.Combine(folder, "expected")))
        {
            string expected = File.ReadAllText(file);
            string text = ReplyText.Of(File.ReadAllText(Path.Combine(folder, "emails", Path.GetFileName(file))), null).Text;
            if (KeepsQuotations.Contains(Path.GetFileName(file)))
            {
                expected = string.Join('\n', expected.Split('\n').Where(line => !line.StartsWith('>') && !line.TrimEnd().EndsWith("wrote:", StringComparison.Ordinal)));
            }

            Assert.Equal(ReplyFixture.Letters(expected), ReplyFixture.Letters(text));
        }
    }

    [Fact]
    public void The_html_replies_give_the_reply_alone()
    {
        foreach (string file in Corpora is null ? [] : Directory.GetFiles(Path.Combine(Corpora, "mailgun-talon", "html_replies")))
        {
            Assert.Equal("Hi.Iamfine.Thanks,Alex", ReplyFixture.Letters(ReplyText.Of(null, File.ReadAllText(file)).Text));
        }

        Assert.NotEmpty(ReplyFixture.All);
    }

    [Fact]
    public void The_standard_replies_say_hello()
    {
        foreach (string file in Corpora is null ? [] : Directory.GetFiles(Path.Combine(Corpora, "mailgun-talon", "standard_replies"), "*.eml"))
        {
            (string? text, string? html) = SimpleMime.Parts(File.ReadAllBytes(file));
            Assert.Equal("Hello", ReplyText.Of(text, html).Text.Trim());
            Assert.Equal("Hello", ReplyText.Of(text, null).Text.Trim());
        }

        Assert.NotEmpty(ReplyFixture.All);
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("ACIP_SHARED") is { Length: > 0 } named)
        {
            string replies = Path.Combine(named, "data", "mail", "replies");
            return Directory.Exists(replies) ? replies : null;
        }

        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string replies = Path.Combine(folder.FullName, "shared", "data", "mail", "replies");
            if (Directory.Exists(replies))
            {
                return replies;
            }
        }

        return null;
    }
}
