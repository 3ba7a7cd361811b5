using Google.Protobuf.Reflection;

namespace ACip.Tests.Platform.Protocol;

/// <summary>A descriptor as lines, one for each thing that two ends of a wire must agree on.</summary>
internal static class DescriptorLines
{
    /// <summary>What the file says, and the files that it imports.</summary>
    public static IReadOnlySet<string> Of(FileDescriptor file) =>
        new[] { file }.Concat(file.Dependencies).SelectMany(File).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> File(FileDescriptor file) =>
        file.MessageTypes.SelectMany(Message).Concat(file.EnumTypes.SelectMany(Enumeration)).Concat(file.Services.SelectMany(Service));

    private static IEnumerable<string> Message(MessageDescriptor message) =>
        [
            $"message {message.FullName}",
            .. message
                .Fields.InDeclarationOrder()
                .Select(field =>
                    $"{message.FullName}: {Label(field)}{TypeOf(field)} {field.Name} = {field.FieldNumber}{(field.RealContainingOneof is { } one ? $" in {one.Name}" : "")}"
                ),
            .. message.NestedTypes.Where(nested => !nested.IsMapEntry).SelectMany(Message),
            .. message.EnumTypes.SelectMany(Enumeration),
        ];

    private static IEnumerable<string> Enumeration(EnumDescriptor enumeration) =>
        enumeration.Values.Select(value => $"{enumeration.FullName}: {value.Name} = {value.Number}");

    private static IEnumerable<string> Service(ServiceDescriptor service) =>
        service.Methods.Select(method =>
            $"{service.FullName}: {method.Name} ({(method.IsClientStreaming ? "stream " : "")}{method.InputType.FullName}) returns ({(method.IsServerStreaming ? "stream " : "")}{method.OutputType.FullName})"
        );

    private static string Label(FieldDescriptor field) => field.IsRepeated && !field.IsMap ? "repeated " : "";

    private static string TypeOf(FieldDescriptor field) =>
        field switch
        {
            { IsMap: true } => $"map<{TypeOf(field.MessageType.FindFieldByNumber(1))}, {TypeOf(field.MessageType.FindFieldByNumber(2))}>",
            { FieldType: FieldType.Message } => field.MessageType.FullName,
            { FieldType: FieldType.Enum } => field.EnumType.FullName,
            _ => field.FieldType.ToString(),
        };
}
