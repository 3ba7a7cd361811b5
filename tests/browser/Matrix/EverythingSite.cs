using ACip.Tests.Scenarios.Malformed;

namespace ACip.Tests.Browser.Matrix;

/// <summary>One programme in which something stands behind every page, for tests that walk all of them.</summary>
[CollectionDefinition(Name)]
public sealed class EverythingSite : ICollectionFixture<MalformedWorld>
{
    public const string Name = "something behind every page";
}
