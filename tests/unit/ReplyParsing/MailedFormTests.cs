using ACip.Workflows.Languages;
using ACip.Workflows.ReplyParsing;

namespace ACip.Tests.Unit.ReplyParsing;

/// <summary>What the form in a mail shows; that it is read back is held by ReplyReaderTests, FilledFormTests and
/// QuotedFormProperties.</summary>
public sealed class MailedFormTests
{
    [Fact]
    public void Write_prints_no_sensitive_words()
    {
        FormItem[] items = [new("B9", FormItemKind.Number, "Secret label", "cases", Baseline: 3, Target: 1, Sensitive: true)];
        foreach (string form in new[] { MailedForm.Write(items, Language.En), MailedForm.Html(items, Language.En) })
        {
            Assert.Contains("B9", form, StringComparison.Ordinal);
            Assert.DoesNotContain("Secret", form, StringComparison.Ordinal);
            Assert.DoesNotContain("3", form.Replace("width=\"3\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.DoesNotContain("[ ", form, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Html_escapes_labels() =>
        Assert.Contains(
            "&lt;b&gt; &amp; &quot;x&quot;",
            MailedForm.Html([new("B3", FormItemKind.Number, "<b> & \"x\"")], Language.En),
            StringComparison.Ordinal
        );
}
