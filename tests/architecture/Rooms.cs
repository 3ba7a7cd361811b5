using ArchUnitNET.Domain;

namespace ACip.Tests.Architecture;

/// <summary>The rooms of workflows/, the lowest first: each knows only those before it.</summary>
internal static class Rooms
{
    public const string Root = "ACip.Workflows.";

    // csharpier-ignore
    public static readonly string[] Order =
    [
        "Serialization", "Identifiers", "Languages", "Time", "Configuration", "Telemetry", "Orchestration", "Audit", "Storage",
        "Verification", "Programme", "ReplyParsing", "Documents", "Messaging", "HumanTasks", "Onboarding", "ActionPlans", "Registers",
        "Events", "QuarterlyReports", "Surveys", "Performance", "Multilateral", "Meetings", "Finance", "Obligations", "Recommendations", "EarlierYears",
        "DonorReports", "Overviews", "Dossiers", "Reconciliation", "Portability", "Sample",
    ];

    /// <returns>Null for what stands in no room: it puts all of them together.</returns>
    public static string? Of(string name) => name.StartsWith(Root, StringComparison.Ordinal) ? name[Root.Length..].Split('.')[0] : null;

    /// <summary>Every arrow that points upwards, from type to type.</summary>
    public static IReadOnlyList<string> WrongArrows(IEnumerable<IType> types) =>
        [
            .. from type in types
            let room = Of(type.FullName)
            where room is not null
            from target in type.Dependencies.Select(one => one.Target).Distinct()
            let known = Of(target.FullName)
            where known is not null && Array.IndexOf(Order, known) > Array.IndexOf(Order, room)
            select $"{type.FullName} knows {target.FullName}",
        ];
}
