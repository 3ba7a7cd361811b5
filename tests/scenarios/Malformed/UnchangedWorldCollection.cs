namespace ACip.Tests.Scenarios.Malformed;

/// <summary>Those that ask at every door and leave what stands there as it is: one world is enough.</summary>
[CollectionDefinition(Name)]
public sealed class UnchangedWorldCollection : ICollectionFixture<MalformedWorld>
{
    public const string Name = "what stands behind every door";
}
