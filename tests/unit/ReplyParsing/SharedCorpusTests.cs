using ACip.Workflows.ReplyParsing;

namespace ACip.Tests.Unit.ReplyParsing;

/// <summary>The public corpora, where they are at hand; our own fixtures hold everywhere.</summary>
public sealed class SharedCorpusTests
{
    private const string Corpora = "data/mail/replies";

    // argued one by one in docs/replies.md: the corpus keeps quotations between which the sender answered
    private static readonly string[] KeepsQuotations = ["email_1_2.txt", "email_1_8.txt"];

    [FactWithShared(Corpora)]
    public void The_corpus_of_github_gives_its_expected_texts()
    {
        string folder = Path.Combine(SharedData.Get(Corpora), "github-email_reply_parser");
        foreach (string file in Directory.GetFiles(Path.Combine(folder, "expected")))
        {
            string expected = File.ReadAllText(file);
            string text = ReplyText.Of(File.ReadAllText(Path.Combine(folder, "emails", Path.GetFileName(file))), null).Text;
            if (KeepsQuotations.Contains(Path.GetFileName(file)))
            {
                expected = string.Join(
                    '\n',
                    expected
                        .Split('\n')
                        .Where(line => !line.StartsWith('>') && !line.TrimEnd().EndsWith("wrote:", StringComparison.Ordinal))
                );
            }

            Assert.Equal(ReplyFixture.Letters(expected), ReplyFixture.Letters(text));
        }
    }

    [FactWithShared(Corpora)]
    public void The_html_replies_give_the_reply_alone()
    {
        foreach (string file in Directory.GetFiles(Path.Combine(SharedData.Get(Corpora), "mailgun-talon", "html_replies")))
        {
            Assert.Equal("Hi.Iamfine.Thanks,Alex", ReplyFixture.Letters(ReplyText.Of(null, File.ReadAllText(file)).Text));
        }
    }

    [FactWithShared(Corpora)]
    public void The_standard_replies_say_hello()
    {
        foreach (string file in Directory.GetFiles(Path.Combine(SharedData.Get(Corpora), "mailgun-talon", "standard_replies"), "*.eml"))
        {
            (string? text, string? html) = SimpleMime.Parts(File.ReadAllBytes(file));
            Assert.Equal("Hello", ReplyText.Of(text, html).Text.Trim());
            Assert.Equal("Hello", ReplyText.Of(text, null).Text.Trim());
        }
    }
}
