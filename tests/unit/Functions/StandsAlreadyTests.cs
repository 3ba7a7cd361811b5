using ACip.Functions.Pages.Multilateral;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Multilateral.Entries;
using Microsoft.AspNetCore.Http;

namespace ACip.Tests.Unit.Functions;

/// <summary>A form adds to an entry of the same short name; what it says otherwise of the entry itself is not passed over.</summary>
public sealed class StandsAlreadyTests
{
    private static readonly Initiative Forum = new(
        "forum",
        "Integrity in Eastern and Southern Africa",
        InitiativeReach.Regional,
        new DateOnly(2026, 1, 1),
        new DateOnly(2027, 12, 31),
        [new AdministrationId("AF"), new AdministrationId("ET")],
        [new InitiativeResult("I1", "There is a joint code", "administrations", 0, 6, [])],
        new Themes([7], [], [])
    );

    [Theory]
    [InlineData("code=I2", true)]
    [InlineData("code=I2&title=Integrity in Eastern and Southern Africa&reach=Regional&end=2027-12-31&factors=7", true)]
    [InlineData("code=I2&administrations=et af", true)]
    [InlineData("code=I2&title=Forum of the West", false)]
    [InlineData("code=I2&reach=International", false)]
    [InlineData("code=I2&end=2028-12-31", false)]
    [InlineData("code=I2&start=2026-02-01", false)]
    [InlineData("code=I2&administrations=AF, ET, GH", false)]
    [InlineData("code=I2&factors=7, 8", false)]
    [InlineData("code=I1&statement=There is a joint code&unit=administrations", true)]
    [InlineData("code=I1&statement=Trainers are trained&unit=people", false)]
    [InlineData("code=I1&statement=There is a joint code&unit=people", false)]
    public void An_initiative_that_stands_is_added_to_and_not_described_otherwise(string form, bool taken) =>
        Assert.Equal(taken, StandsAlready.In(Forum, Form(form)) is null);

    [Theory]
    [InlineData("version=2", true)]
    [InlineData("version=2&kind=Curriculum&title=Internal control&factors=6", true)]
    [InlineData("version=2&title=Another", false)]
    [InlineData("version=2&factors=5", false)]
    public void So_is_an_instrument(string form, bool taken) =>
        Assert.Equal(
            taken,
            StandsAlready.In(
                new Instrument("control", InstrumentKind.Curriculum, "Internal control", [], new Themes([6], [], [])),
                Form(form)
            )
                is null
        );

    [Fact]
    public void Two_versions_that_are_taken_up_on_one_day_are_two_entries()
    {
        string instrument = new('i', 40);
        Uptake one = EntryForms.UptakeOf(Form($"instrument={instrument}|1&administration=ET&on=2026-02-25")),
            other = EntryForms.UptakeOf(Form($"instrument={instrument}|2&administration=ET&on=2026-02-25"));
        Assert.NotEqual(one.Id, other.Id);
        Assert.All([one, other], uptake => Assert.True(EntryRules.IsSlug(uptake.Id), uptake.Id));
    }

    private static FormCollection Form(string fields) =>
        new(
            fields
                .Split('&')
                .Select(field => field.Split('=', 2))
                .ToDictionary(field => field[0], field => new Microsoft.Extensions.Primitives.StringValues(field[1]))
        );
}
