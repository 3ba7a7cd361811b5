using ACip.Workflows.Storage;
using Azure;

namespace ACip.Tests.Unit.Storage;

public sealed class TableKeysTests
{
    [Theory]
    [InlineData("plan|gh-2026", true)]
    [InlineData("comment|20260101-20260331|0638-é", true)]
    [InlineData("🤖", true)]
    [InlineData("", false)]
    [InlineData("a/b", false)]
    [InlineData("a\\b", false)]
    [InlineData("a#b", false)]
    [InlineData("a?b", false)]
    [InlineData("a\u0000b", false)]
    [InlineData("a\u0085b", false)]
    [InlineData("a\u007fb", false)]
    public void A_key_is_what_storage_takes_as_one(string key, bool usable) => Assert.Equal(usable, TableKeys.IsUsable(key));

    [Fact]
    public void A_key_has_an_end_and_whole_letters()
    {
        Assert.True(TableKeys.IsUsable(new string('a', 512)));
        Assert.False(TableKeys.IsUsable(new string('a', 513)));
        Assert.False(TableKeys.IsUsable("a\ud83eb"));
        Assert.False(TableKeys.IsUsable("a\udd16"));
        Assert.False(TableKeys.IsUsable("a\ud83e"));
    }

    [Fact]
    public void A_decision_fits_what_was_read_and_nothing_else()
    {
        var row = new Row<string>("k", "v", new ETag("W/\"datetime'2026-05-04T09%3A00%3A00.1234567Z'\""));
        string tag = AsRead.TagOf(row);
        Assert.True(tag.All(char.IsAsciiLetterOrDigit));
        Assert.True(AsRead.Of(tag).Fits(row));
        Assert.True(AsRead.Of("other", tag).Fits(row));
        Assert.False(AsRead.Of("other").Fits(row));
        Assert.True(AsRead.Anything.Fits(row));
        Assert.False(AsRead.Nothing.Fits(row));
        Assert.True(AsRead.Nothing.Fits(null));
        Assert.True(AsRead.Anything.Fits(null));
        Assert.False(AsRead.Of(tag).Fits(null));
        Assert.False(AsRead.Of([]).Fits(row));
    }
}
