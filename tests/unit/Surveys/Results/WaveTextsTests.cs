using System.Globalization;
using ACip.Workflows.Surveys.Responses;
using ACip.Workflows.Surveys.Results;

namespace ACip.Tests.Unit.Surveys.Results;

public sealed class WaveTextsTests
{
    [Fact]
    public void Where_fewer_than_ten_wrote_nothing_is_shown_not_even_how_many()
    {
        WaveTexts texts = new(Waves.Usual);
        texts.Add(Many("officials", 10, at => $"the queue is long{Word(at)}"));
        texts.Add(Many("private-sector", 9, at => $"fees are high{Word(at)}"));
        texts.Add(Many("private-sector", 30, _ => "+93 70 123 45 67")); // nothing is left of them
        texts.Add([new BatchText("private-sector", "المفتش كريمي")]);
        GroupTexts[] shown = [.. texts.Shown()];
        Assert.Equal((10, 10), (shown[0].Written, shown[0].Texts.Count));
        Assert.Equal("private-sector", shown[1].Group);
        Assert.Null(shown[1].Written);
        Assert.Empty(shown[1].Texts);
    }

    [Fact]
    public void What_was_stored_before_a_rule_is_screened_by_it_all_the_same()
    {
        WaveTexts texts = new(Waves.Usual);
        texts.Add(Many("officials", 12, _ => "ask mr karimi about it"));
        Assert.Equal(["ask mr […] about it"], texts.Shown()[0].Texts);
        Assert.Equal(12, texts.Shown()[0].Written);
    }

    [Fact]
    public void Of_very_many_a_sample_is_shown_whose_order_says_nothing()
    {
        string[] written = [.. Many("officials", 1000, at => $"words{Word(at)}").Select(text => text.Text)];
        WaveTexts texts = new(Waves.Usual);
        texts.Add(written.Select(text => new BatchText("officials", text)));
        GroupTexts shown = texts.Shown()[0];
        Assert.Equal((WaveTexts.MostShown, 1000), (shown.Texts.Count, shown.Written));
        int[] order = [.. shown.Texts.Select(text => Array.IndexOf(written, text))];
        Assert.NotEqual(order.Order(), order);
        Assert.InRange(order.Average(), 400, 600);

        WaveTexts other = new(Waves.Usual);
        other.Add(written.Reverse().Select(text => new BatchText("officials", text)));
        Assert.Equal(shown.Texts, other.Shown()[0].Texts);
    }

    private static IEnumerable<BatchText> Many(string group, int count, Func<int, string> text) => Enumerable.Range(0, count).Select(at => new BatchText(group, text(at)));

    private static string Word(int number) => " " + string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit => (char)('a' + (digit - '0'))));
}
