using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.ReplyParsing;

namespace ACip.Local.Cli;

/// <summary>Reads a message from a file and says what the system would make of it. Asks nobody and stores nothing.</summary>
internal static class MailCommand
{
    /// <exception cref="UsageException">No such file, or arguments that cannot be read.</exception>
    public static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        string? file = args is [var first, ..] && !first.StartsWith("--", StringComparison.Ordinal) ? first : null;
        var given = new Arguments(
            file is null ? args : args[1..],
            new HashSet<string> { "--reply-text", "--figures", "--lang", "--person" },
            new HashSet<string> { "--json" }
        );
        string tag = given.Text("--lang", "en");
        Language language =
            Language.Find(tag)
            ?? throw new UsageException($"--lang takes {string.Join(", ", Language.OfMail.Select(one => one.Tag))}, not '{tag}'.");
        string path = file ?? (given.Has("--reply-text") ? given.Text("--reply-text", "") : given.Text("--figures", ""));
        if (path.Length == 0)
        {
            throw new UsageException("Which message? mail FILE, mail --reply-text FILE or mail --figures FILE.");
        }

        if (given.Has("--json"))
        {
            await output.WriteLineAsync(
                (
                    await ReadAsync(path) is InboundReading.Message { Value: var mail }
                        ? MailJson.Of(mail, ReplyText.Of(mail.Text, mail.Html), given.Text("--person", ""), language)
                        : MailJson.Unreadable
                ).ToString()
            );
            return 0;
        }

        if (await ReadAsync(path) is not InboundReading.Message { Value: var message })
        {
            await output.WriteLineAsync("This is not a message: it would be kept for a person, and nobody would be answered.");
            return 1;
        }

        var text = ReplyText.Of(message.Text, message.Html);
        if (given.Has("--reply-text"))
        {
            await output.WriteLineAsync(text.Text);
        }
        else if (given.Has("--figures"))
        {
            foreach (
                ReplyFigure figure in ReplyReader
                    .Read(text, AnyForm.Of(text, language, SupposedTask.DaysOf(message)), language, SupposedTask.DaysOf(message))
                    .Figures
            )
            {
                await output.WriteLineAsync(FigureLine.Of(figure));
            }
        }
        else
        {
            await MailExplanation.WriteAsync(message, text, given.Text("--person", ""), language, output);
        }

        return 0;
    }

    private static async Task<InboundReading> ReadAsync(string path)
    {
        try
        {
            return MailFile.Read(await File.ReadAllBytesAsync(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path} cannot be read: {error.Message}");
        }
    }
}
