using ACip.Local.Cli;

namespace ACip.Tests.Scenarios.Mail;

public sealed class MailCommandTests
{
    private const string Eml = """
        From: Ama Sample <ama@customs-gh.example>
        To: r+aaaaaaaaaaaaaaaaaaaaaaaaaa@reply.acip.example
        Authentication-Results: mx.example; dkim=pass header.d=customs-gh.example
        Message-ID: <1@customs-gh.example>
        Subject: Re: report
        Content-Type: text/plain; charset=utf-8

        B1: 1 234,5
        B2: 45 %
        B3: n/d enquête en cours
        M1: oui 01/02/2026

        SOUMETTRE

        > B1: [        ]
        """;

    [Fact]
    public async Task Figures_come_one_a_line() =>
        Assert.Equal(["B1: 1234.5", "B2: 45", "B3: n/a enquête en cours", "M1: yes 2026-02-01"], await RunAsync("--figures", "FILE", "--lang", "fr"));

    [Fact]
    public async Task The_reply_text_comes_without_what_was_quoted()
    {
        string[] lines = await RunAsync("--reply-text", "FILE");
        Assert.Contains("SOUMETTRE", lines);
        Assert.DoesNotContain(lines, line => line.Contains('['));
    }

    [Fact]
    public async Task Each_step_is_explained_and_the_verdict_with_what_follows()
    {
        string all = string.Join('\n', await RunAsync("FILE", "--lang", "fr"));
        Assert.Contains("dkim-aligned", all, StringComparison.Ordinal);
        Assert.Contains("verdict   Answer", all, StringComparison.Ordinal);
        Assert.Contains("figure    B2: 45", all, StringComparison.Ordinal);
        Assert.Contains("Quarantine", string.Join('\n', await RunAsync("FILE", "--person", "somebody@else.example")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_asked_is_said() =>
        await Assert.ThrowsAsync<UsageException>(() => MailCommand.RunAsync(["--figures", "/no/such/file", "--lang", "fr"], TextWriter.Null));

    private static async Task<string[]> RunAsync(params string[] arguments)
    {
        string file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, Eml.ReplaceLineEndings("\r\n"));
            var output = new StringWriter();
            Assert.Equal(0, await MailCommand.RunAsync([.. arguments.Select(argument => argument == "FILE" ? file : argument)], output));
            return [.. output.ToString().ReplaceLineEndings("\n").Split('\n').Where(line => line.Length > 0)];
        }
        finally
        {
            File.Delete(file);
        }
    }
}
