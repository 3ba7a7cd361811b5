using ACip.Tests.Scenarios.Trust;

namespace ACip.Tests.Scenarios.Auditing;

/// <summary>Classes that leave the full programme as they found it share one: playing it takes longer than what they do with it.</summary>
[CollectionDefinition(Name)]
public sealed class FullWorldCollection : ICollectionFixture<FullWorld>
{
    public const string Name = "full world, left as found";
}
