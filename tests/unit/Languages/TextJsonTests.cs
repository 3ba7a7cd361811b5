using System.Text.Json;
using ACip.Workflows.Languages;
using ACip.Workflows.Serialization;

namespace ACip.Tests.Unit.Languages;

/// <summary>Rows and histories of version 1.0 are read, and what is written can be read by it.</summary>
public sealed class TextJsonTests
{
    [Fact]
    public void A_text_is_written_as_version_1_wrote_it()
    {
        Assert.Equal("""{"en":"Yes","fr":"Oui","es":"Sí"}""", Json.Write(Text.Of("Yes", "Oui", "Sí")));
        Assert.Equal("""{"En":"Yes","Fr":"Oui","Es":"S\u00ED"}""", JsonSerializer.Serialize(Text.Of("Yes", "Oui", "Sí")));
        Assert.Equal("\"Fr\"", Json.Write(Language.Fr));
    }

    [Theory]
    [InlineData("""{"en":"Yes","fr":"Oui","es":"Sí"}""")]
    [InlineData("""{"En":"Yes","Fr":"Oui","Es":"Sí"}""")]
    public void A_text_of_version_1_is_read(string json) => Assert.Equal(Text.Of("Yes", "Oui", "Sí"), Json.Read<Text>(json));

    [Fact]
    public void A_text_keeps_the_language_in_which_it_was_written_and_shows_that_where_another_is_missing()
    {
        Text read = Json.Read<Text>("""{"fr":"Former","original":"fr"}""");
        Assert.Equal("Former", read.In(Language.Es));
        Assert.Equal(Language.Fr, Json.Read<Text>(Json.Write(read)).Original);
    }

    [Fact]
    public void What_people_wrote_in_a_language_of_which_not_every_text_is_there_is_kept()
    {
        Text read = Json.Read<Text>(Json.Write(Json.Read<Text>("""{"ar":"تدريب","original":"ar"}""")));
        Assert.Equal("ar", read.Original.Tag);
        Assert.Equal("تدريب", read.In((Language)"ar"));
        Assert.Equal("تدريب", read.In(Language.Fr));
    }

    [Theory]
    [InlineData("\"Xx\"")]
    [InlineData("7")]
    public void A_language_that_is_none_is_refused(string json) => Assert.Throws<JsonException>(() => Json.Read<Language>(json));

    [Theory]
    [InlineData("\"Yes\"")]
    [InlineData("""{"fr":"Oui"}""")]
    public void A_text_without_its_first_language_is_refused(string json) => Assert.Throws<JsonException>(() => Json.Read<Text>(json));
}
