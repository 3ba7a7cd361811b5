using System.Globalization;

namespace ACip.Tests.Scenarios.Harness;

/// <summary>How much a campaign wants, from the environment.</summary>
internal static class Setting
{
    public static int Number(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out int value)
            ? value
            : otherwise;
}
