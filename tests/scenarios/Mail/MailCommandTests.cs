using System.Text.Json;
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
        Assert.Equal(
            ["B1: 1234.5", "B2: 45", "B3: n/a enquête en cours", "M1: yes 2026-02-01"],
            await RunAsync("--figures", "FILE", "--lang", "fr")
        );

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
        Assert.Contains(
            "Quarantine",
            string.Join('\n', await RunAsync("FILE", "--person", "somebody@else.example")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task All_of_it_comes_as_one_JSON_object_and_nothing_else()
    {
        JsonElement json = JsonDocument.Parse(string.Join('\n', await RunAsync("FILE", "--json", "--lang", "fr"))).RootElement;
        Assert.Equal(
            ["verdict", "reason", "command", "figures", "askedBack", "narrative", "files"],
            json.EnumerateObject().Select(property => property.Name)
        );
        Assert.Equal(
            ("Answer", "dkim-aligned", "Submit"),
            (json.GetProperty("verdict").GetString(), json.GetProperty("reason").GetString(), json.GetProperty("command").GetString())
        );
        Assert.Equal(
            ["B1 1234.5 ", "B2 45 ", "B3 n/a enquête en cours ", "M1 yes 2026-02-01"],
            json.GetProperty("figures")
                .EnumerateArray()
                .Select(figure => $"{figure.GetProperty("code")} {figure.GetProperty("value")} {figure.GetProperty("day")}")
        );
        Assert.Equal(
            ("", 0, 0),
            (
                json.GetProperty("narrative").GetString(),
                json.GetProperty("askedBack").GetArrayLength(),
                json.GetProperty("files").GetArrayLength()
            )
        );
    }

    [Theory]
    [InlineData("B3, B5: 45\nC1: 3", "C1=3", "SeveralCodes B3 B5")]
    [InlineData(
        "B3 to B6: n/a not collected yet",
        "B3=n/a not collected yet|B4=n/a not collected yet|B5=n/a not collected yet|B6=n/a not collected yet",
        ""
    )]
    [InlineData("(B3) 45 %\n[B5] 12\n\"B8\": 7", "B3=45|B5=12|B8=7", "")]
    [InlineData("B2: 10 (women: 4, men: 6)", "B2=10 men 6 women 4", "")]
    [InlineData("B5: 40-45", "", "Range B5")]
    [InlineData("B5: ~~45~~ 54", "B5=54", "")]
    [InlineData("B7: The journal is kept daily now", "B7=The journal is kept daily now", "")]
    [InlineData("NIL: nothing for A7", "", "NilOrItem A7")]
    [InlineData("M1: yes 2084-01-05", "", "DayOutside M1")]
    [InlineData("In Q3 we began. B5 is around 18", "", "InASentence B5")]
    public async Task A_form_is_guessed_from_the_codes_of_the_message(string words, string figures, string asked)
    {
        JsonElement json = JsonDocument
            .Parse(
                string.Join(
                    '\n',
                    await RunAsync(
                        $"From: ama@customs-gh.example\nDate: Mon, 12 Oct 2026 09:00:00 +0000\nContent-Type: text/plain; charset=utf-8\n\n{words}",
                        "FILE",
                        "--json"
                    )
                )
            )
            .RootElement;
        Assert.Equal(
            figures,
            string.Join(
                '|',
                json.GetProperty("figures")
                    .EnumerateArray()
                    .Select(figure =>
                        $"{figure.GetProperty("code")}={figure.GetProperty("value")}{string.Concat(figure.GetProperty("groups").EnumerateObject().Select(group => $" {group.Name} {group.Value}"))}"
                    )
            )
        );
        Assert.Equal(
            asked,
            string.Join(
                '|',
                json.GetProperty("askedBack")
                    .EnumerateArray()
                    .Select(one => $"{one.GetProperty("reason")} {string.Join(' ', one.GetProperty("codes").EnumerateArray())}")
            )
        );
    }

    [Fact]
    public async Task What_cannot_be_asked_is_said() =>
        await Assert.ThrowsAsync<UsageException>(() =>
            MailCommand.RunAsync(["--figures", "/no/such/file", "--lang", "fr"], TextWriter.Null)
        );

    private static Task<string[]> RunAsync(params string[] arguments) =>
        arguments[0].StartsWith("From:", StringComparison.Ordinal) ? RunAsync(arguments[0], arguments[1..]) : RunAsync(Eml, arguments);

    private static async Task<string[]> RunAsync(string mail, string[] arguments)
    {
        string file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, mail.ReplaceLineEndings("\r\n"));
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
