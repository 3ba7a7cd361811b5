namespace ACip.Tests.Scenarios.Auditing;

/// <summary>Chains that do not hold, and rows that they do not.</summary>
internal static class ChainPlants
{
    public static async Task<(string, string)> ChangeEventAsync(Planting world)
    {
        (string stream, string key, _) = world.First("audit|", link => link["reason"] is not null);
        await world.OverwriteAsync(stream, key, link => link["reason"] = "another one");
        return (stream, key);
    }

    public static async Task<(string, string)> RemoveEventAsync(Planting world)
    {
        string stream = world.First("plan-version|").Stream;
        await world.RemoveAsync(stream, "audit|00000003");
        return (stream, "audit|00000004");
    }

    public static async Task<(string, string)> HeadAsync(Planting world)
    {
        string stream = world.First("plan-version|").Stream;
        await world.OverwriteAsync(stream, "audit-head", head => head["sequence"] = 1);
        return (stream, "audit-head");
    }

    public static async Task<(string, string)> ChangeRowAsync(Planting world)
    {
        (string stream, string key, _) = world.First("person|");
        await world.OverwriteAsync(stream, key, person => person["language"] = "Es");
        return (stream, key);
    }

    public static async Task<(string, string)> RemoveRowAsync(Planting world)
    {
        (string stream, string key, _) = world.First("evidence|");
        await world.RemoveAsync(stream, key);
        return (stream, key);
    }
}
