using System.Globalization;
using System.Text;
using ACip.Workflows.ReplyParsing;

namespace ACip.Tests.Unit.ReplyParsing;

/// <summary>The tables of docs/replies.md, written from the cases and the fixtures that the tests run.</summary>
public sealed class RecognisedTable
{
    private const string Begin = "<!-- written by the tests: set ACIP_WRITE_DOCS=1 and run RecognisedTable -->\n";
    private const string End = "<!-- end of what the tests write -->\n";

    [Fact]
    public void The_tables_in_the_docs_are_current()
    {
        string path = ReplyFixture.Above("docs/replies.md");
        string page = File.ReadAllText(path);
        int begin = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        int end = page.IndexOf(End, StringComparison.Ordinal);
        Assert.True(begin >= Begin.Length && end >= begin);
        string tables = Tables();
        if (Environment.GetEnvironmentVariable("ACIP_WRITE_DOCS") == "1")
        {
            File.WriteAllText(path, page[..begin] + tables + page[end..]);
            return;
        }

        Assert.Equal(tables, page[begin..end]);
    }

    private static string Tables()
    {
        StringBuilder tables = new();
        tables.Append("\n### What is understood\n\nThe form of the examples: ");
        tables.AppendJoin(
            ", ",
            RecognisedCase.Items.Select(item =>
                $"{item.Code} {item.Kind.ToString().ToLowerInvariant()}{(item.Sensitive ? " (confidential)" : "")}"
            )
        );
        tables.Append(".\n\n| topic | language | written | understood |\n|---|---|---|---|\n");
        foreach (RecognisedCase one in RecognisedCase.All)
        {
            tables.Append(
                CultureInfo.InvariantCulture,
                $"| {one.Topic} | {one.Language.Tag} | `{Visible(one.Written)}` | {one.Understood.Replace("|", "; ", StringComparison.Ordinal)} |\n"
            );
        }

        tables.Append(
            CultureInfo.InvariantCulture,
            $"\n### Whose mail is read\n\n{ReplyFixture.All.Count} messages of our own, in `tests/fixtures/replies`.\n\n| program | languages |\n|---|---|\n"
        );
        foreach (
            IGrouping<string, ReplyFixture> program in ReplyFixture
                .All.GroupBy(fixture => fixture.Program)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
        )
        {
            tables.Append(
                CultureInfo.InvariantCulture,
                $"| {program.Key} | {string.Join(' ', program.Select(fixture => fixture.Language).Distinct().Order(StringComparer.Ordinal))} |\n"
            );
        }

        tables.Append("\n### What is asked back\n\n| reason | in English |\n|---|---|\n");
        foreach (NotUnderstoodReason reason in Enum.GetValues<NotUnderstoodReason>())
        {
            tables.Append(CultureInfo.InvariantCulture, $"| {reason} | {new NotUnderstood("", "B3", reason).HowToSay.En} |\n");
        }

        return tables.Append('\n').ToString();
    }

    private static string Visible(string written)
    {
        StringBuilder visible = new();
        foreach (char c in written.Replace("|", "\\|", StringComparison.Ordinal))
        {
            bool plain =
                c is >= ' ' and not '\u00A0'
                && CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.Format or UnicodeCategory.Control)
                && (c == ' ' || !char.IsWhiteSpace(c));
            visible.Append(
                plain ? c.ToString()
                : c == '\n' ? " ⏎ "
                : string.Create(CultureInfo.InvariantCulture, $"‹{(int)c:X4}›")
            );
        }

        return visible.ToString();
    }
}
