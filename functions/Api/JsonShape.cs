using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using ACip.Workflows.Identifiers;

namespace ACip.Functions.Api;

/// <summary>The shape of a record as it is sent: source of its schema in the API document and of the columns of its lists.</summary>
internal static class JsonShape
{
    private static readonly JsonSchemaExporterOptions Exporting = new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = (context, schema) => IsId(context.TypeInfo.Type) ? new JsonObject { ["type"] = "string" } : schema,
    };

    /// <returns>As JSON Schema; its references are to its own parts.</returns>
    public static JsonNode Of(Type type) => JsonAnswer.Options.GetJsonSchemaAsNode(type, Exporting);

    private static bool IsId(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type)
            .GetInterfaces()
            .Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IId<>));
}
