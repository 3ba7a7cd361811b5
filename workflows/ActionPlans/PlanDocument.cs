using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ACip.Workflows.Serialization;
using ACip.Workflows.Storage;

namespace ACip.Workflows.ActionPlans;

/// <summary>A plan as a JSON document: hashed on approval, stored as a blob, sent and received by the API.</summary>
public static class PlanDocument
{
    /// <summary>Strict on purpose: a misspelt or missing property is an error, so that nothing is lost silently.</summary>
    public static JsonSerializerOptions Options { get; } =
        new(JsonSerializerDefaults.Web)
        {
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            AllowDuplicateProperties = false,
            NumberHandling = JsonNumberHandling.Strict,
            MaxDepth = 16,
            // as the canonical form does
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { SoundJson.MayBeLeftOut } },
        };

    /// <summary>Absent values are left out of the document.</summary>
    private static readonly JsonSerializerOptions Written = new(Options) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <returns>Canonical JSON, UTF-8 (<see cref="CanonicalJson"/>).</returns>
    public static byte[] Write(ActionPlan plan) => CanonicalJson.Write(plan, Written);

    /// <summary>The hash that identifies an approved version.</summary>
    /// <returns>SHA-256 of the canonical JSON, 64 lower-case hexadecimal digits.</returns>
    public static string Hash(ActionPlan plan) => CanonicalJson.Sha256(Write(plan));

    /// <summary>Reads a document that this application wrote.</summary>
    /// <exception cref="JsonException">It is not what we wrote.</exception>
    public static ActionPlan Read(ReadOnlySpan<byte> json)
    {
        PlanReading reading = Parse(json);
        return reading.Plan ?? throw new JsonException($"Not a plan document: {reading.At} {reading.Why}");
    }

    /// <summary>Reads a document from outside.</summary>
    public static PlanReading Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            ActionPlan? plan = JsonSerializer.Deserialize<ActionPlan>(json, Options);
            return plan is null ? new PlanReading(null, "$", "null")
                : SoundJson.In(plan, Options) is { } problem ? new PlanReading(null, problem.At, problem.Rule)
                : new PlanReading(plan, null, null);
        }
        catch (JsonException bad)
        {
            return new PlanReading(null, bad.Path ?? "$", bad.InnerException?.Message ?? bad.Message);
        }
        catch (ArgumentException bad)
        {
            return new PlanReading(null, "$", bad.Message);
        }
    }
}

/// <summary>A plan, or where and why the document is not one.</summary>
/// <param name="At">JSON path.</param>
public sealed record PlanReading(ActionPlan? Plan, string? At, string? Why);
