using System.Text;
using ACip.Workflows.Surveys.Responses;
using ACip.Workflows.Surveys.Waves;

namespace ACip.Tests.Unit.Surveys.Responses;

public sealed class SurveyCodesTests
{
    private static readonly byte[] Secret = Encoding.UTF8.GetBytes("a secret of this test, long enough to derive codes from");

    private static readonly WaveId Wave = new("af-2026");

    [Fact]
    public void A_code_tells_its_stratum_and_no_two_are_alike()
    {
        string[] codes = [.. Enumerable.Range(0, 200).SelectMany(stratum => Enumerable.Range(1, 20).Select(number => SurveyCodes.Of(Secret, Wave, stratum, number)))];
        Assert.Equal(codes.Length, codes.Distinct().Count());
        Assert.All(codes.Index(), one => Assert.Equal(one.Index / 20, SurveyCodes.StratumOf(Secret, Wave, one.Item)));
        Assert.Equal(3, SurveyCodes.StratumOf(Secret, Wave, SurveyCodes.Of(Secret, Wave, 3, 65_535).ToUpperInvariant().Replace('-', ' ')));
    }

    [Fact]
    public void A_code_of_another_survey_or_a_guessed_one_is_none()
    {
        Assert.Null(SurveyCodes.StratumOf(Secret, new WaveId("gh-2026"), SurveyCodes.Of(Secret, Wave, 1, 1)));
        Assert.Null(SurveyCodes.StratumOf(Secret, Wave, "aaaa-aaaa-aaaa-aaaa"));
        Assert.Null(SurveyCodes.StratumOf(Secret, Wave, ""));
        Assert.Null(SurveyCodes.StratumOf(Secret, Wave, new string('a', 5000)));
    }

    [Fact]
    public void Slips_are_as_long_as_one_another_and_open_with_the_secret_alone()
    {
        byte[] one = SealedSlip.Seal(Secret, Wave, new Slip(1, "12345", "")), other = SealedSlip.Seal(Secret, Wave, new Slip(2, "54321", new string('文', Slip.LongestText)));
        Assert.Equal(one.Length, other.Length);
        Assert.Equal(new Slip(2, "54321", new string('文', Slip.LongestText)), SealedSlip.Open(Secret, Wave, other));
        Assert.Null(SealedSlip.Open(Encoding.UTF8.GetBytes("another secret"), Wave, one));
        Assert.NotEqual(one, SealedSlip.Seal(Secret, Wave, new Slip(1, "12345", "")));
    }

    [Fact]
    public void A_batch_holds_what_was_added_in_another_order()
    {
        var batch = new AnswerBatch(3);
        for (int at = 0; at < 500; at++)
        {
            batch.Add(at % 200, [(byte)(1 + (at % 5)), 0, (byte)(at % 3)]);
        }

        string[] before = [.. Enumerable.Range(0, 500).Select(at => $"{at % 200:000} {1 + (at % 5)}0{at % 3}")];
        string[] after = Encoding.ASCII.GetString(batch.Shuffled().Span).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.NotEqual(before, after);
        Assert.Equal(before.Order(), after.Order());
        var again = new AnswerBatch(3);
        again.Add(Encoding.ASCII.GetBytes(string.Join('\n', after) + "\n"));
        Assert.Equal(500, again.Count);
    }

    [Theory]
    [InlineData("Write to karim.ahmadi@customs.example or +93 70 123 45 67.", "karim", "123")]
    [InlineData("L'inspecteur Dupont demande 500 francs.", "Dupont", "500")]
    [InlineData("La señora María López cobra en la frontera.", "López", "María")]
    [InlineData("we saw Ahmed bin Karimi at the gate", "Ahmed", "Karimi")]
    [InlineData("see https://evil.example/x and @someone", "evil", "someone")]
    [InlineData("Karimi takes money. Slow it is; Dupont knows.", "Karimi", "Dupont")]
    [InlineData("Talk to mr karimi. Don't ask mme. durand", "karimi", "durand")]
    [InlineData("OFFICER KARIMI AT GATE B", "KARIMI", "GATE")]
    [InlineData("D'Angelo asked, and O'Brien too", "Angelo", "Brien")]
    public void What_could_name_somebody_is_taken_out(string text, string gone, string goneToo)
    {
        string screened = TextScreen.Screen(text);
        Assert.DoesNotContain(gone, screened, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(goneToo, screened, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("Clearance is slow.  Nobody explains why.", "Clearance is slow. Nobody explains why.")]
    [InlineData("L'attente est longue. C'est trop ! Qu'on l'explique.", "L'attente est longue. C'est trop ! Qu'on l'explique.")]
    [InlineData("Los trámites tardan. ¿Por qué? It's slow.", "Los trámites tardan. ¿Por qué? It's slow.")]
    public void Words_that_name_nobody_stay(string text, string screened) => Assert.Equal(screened, TextScreen.Screen(text));

    [Theory]
    [InlineData("the queue is long […]", true)]
    [InlineData("[…] […]", false)]
    [InlineData("المفتش كريمي يأخذ المال", false)]
    [InlineData("निरीक्षक करीमी", false)]
    [InlineData("мы ждём долго", true)]
    public void What_cannot_be_screened_or_says_nothing_is_not_shown(string screened, bool shown) => Assert.Equal(shown, TextScreen.CanBeShown(screened));
}
