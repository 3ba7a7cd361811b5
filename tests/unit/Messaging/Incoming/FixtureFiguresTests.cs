using System.Globalization;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.ReplyParsing;

namespace ACip.Tests.Unit.Messaging.Incoming;

/// <summary>From the stored message to its figures: what the programs send is understood, and nothing of what we asked is taken for an
/// answer.</summary>
public sealed class FixtureFiguresTests
{
    public static TheoryData<string> Answers =>
        [.. Fixtures.All.Where(expected => expected.Figures is not null).Select(expected => expected.File)];

    [Theory]
    [MemberData(nameof(Answers))]
    public void The_figures_of_an_answer_are_read(string file)
    {
        Expected expected = Fixtures.All.Single(message => message.File == file);
        InboundMessage message = Fixtures.Message(Fixtures.Bytes(expected));
        ParsedReply reading = ReplyReader.Read(ReplyText.Of(message.Text, message.Html), Items(expected.Language), expected.Language);

        string[] read =
        [
            .. reading.Figures.Select(figure =>
                $"{figure.Code}={figure.Value?.ToString(CultureInfo.InvariantCulture) ?? (figure.Reached == true ? "yes" : "no")}"
            ),
        ];
        string asked = string.Join('\n', reading.NotUnderstood.Select(line => $"{line.Reason}: {line.Line}"));
        Assert.True(
            expected.Figures!.Select(figure => $"{figure.Key}={figure.Value}").SequenceEqual(read),
            $"{string.Join(' ', read)}\n{asked}"
        );
        Assert.Empty(asked);
        Assert.Equal(expected.Submit, reading.Command is Command.Submit);
    }

    private static FormItem[] Items(Language language) =>
        [
            new(
                "B3",
                FormItemKind.Number,
                Text.Of("Officers trained in integrity", "Agents formés à l'intégrité", "Funcionarios formados en integridad").In(language),
                Text.Of("officers", "agents", "funcionarios").In(language),
                null,
                20,
                60
            ),
            new(
                "B4",
                FormItemKind.Percentage,
                Text.Of("Declarations checked by risk", "Déclarations contrôlées selon le risque", "Declaraciones controladas por riesgo")
                    .In(language)
            ),
            new(
                "B5",
                FormItemKind.YesNo,
                Text.Of("Code of conduct published", "Code de conduite publié", "Código de conducta publicado").In(language)
            ),
        ];
}
