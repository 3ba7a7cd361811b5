namespace ACip.Tests.Bench.All;

/// <summary>How much is measured.</summary>
internal enum Mode
{
    /// <summary>Whether everything still runs and tells its figures; they say nothing.</summary>
    Smoke,

    /// <summary>Under a quarter of an hour on two cores that do nothing else.</summary>
    Short,

    /// <summary>An hour and more: five years, a thousand administrations.</summary>
    Long,
}
