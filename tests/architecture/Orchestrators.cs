using ArchUnitNET.Domain;

namespace ACip.Tests.Architecture;

/// <summary>What is an orchestrator, and what it must not touch.</summary>
internal static class Orchestrators
{
    private static readonly string[] Forbidden =
    [
        "Azure.",
        "System.Net.Http",
        "System.IO",
        "SendGrid",
        "System.TimeProvider",
        "ACip.Workflows.Storage.ProgrammeTable",
    ];

    public static bool IsOne(IType type) => Runs(type).Any();

    /// <summary>In its own method, and in what the compiler makes of an asynchronous one.</summary>
    public static IEnumerable<string> InputAndOutput(IType type) =>
        from target in Runs(type)
            .SelectMany(method => method.Dependencies)
            .Concat(type.Dependencies)
            .Select(one => one.Target.FullName)
            .Distinct()
        where Forbidden.Any(name => target.StartsWith(name, StringComparison.Ordinal))
        select $"{type.FullName} knows {target}";

    private static IEnumerable<MethodMember> Runs(IType type) =>
        type
            .Members.OfType<MethodMember>()
            .Where(method =>
                method.IsStatic == true
                && method.Name.StartsWith("Run", StringComparison.Ordinal)
                && method.Parameters.Any(parameter => parameter.FullName == "Microsoft.DurableTask.TaskOrchestrationContext")
            );
}
