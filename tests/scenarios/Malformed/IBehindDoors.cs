namespace ACip.Tests.Scenarios.Malformed;

/// <summary>What stands behind doors, so that most requests are looked into and not refused for their address.</summary>
internal interface IBehindDoors
{
    /// <summary>Of a browser that is known behind a link.</summary>
    string Cookie { get; }

    string Value(Door door, string parameter, Random random);

    /// <summary>A token that the form would have been given with.</summary>
    string Csrf(string whose, string form);
}
