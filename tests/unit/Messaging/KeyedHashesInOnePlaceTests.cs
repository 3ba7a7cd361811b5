using ACip.Tests.Unit.Infrastructure;

namespace ACip.Tests.Unit.Messaging;

/// <summary>Keyed hashes are derived and compared in one place, so that none is compared letter by letter.</summary>
public sealed class KeyedHashesInOnePlaceTests
{
    [Fact]
    public void No_other_file_makes_an_HMAC_or_compares_one()
    {
        // how a row enters the chain is no secret: its salt stands beside what it covers
        string[] places =
        [
            .. SourceTree
                .Application()
                .Where(text =>
                    text.Contains("CreateHMAC", StringComparison.Ordinal)
                    || text.Contains("new HMAC", StringComparison.Ordinal)
                    || text.Contains("FixedTimeEquals", StringComparison.Ordinal)
                ),
        ];
        Assert.Contains("static class KeyedHash", Assert.Single(places), StringComparison.Ordinal);
    }
}
