using System.Reflection;
using FunctionsSimulator.Protocol.Messages;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace ACip.Tests.Platform.Protocol;

/// <summary>Our .proto is a part of the genuine one: what is in it is there, by the same name, number and type.</summary>
public sealed class ProtocolTests
{
    private static readonly FileDescriptor Ours = FunctionrpcReflection.Descriptor;

    [Fact]
    public void Nothing_differs_from_the_descriptor_inside_the_genuine_worker()
    {
        IReadOnlySet<string> ours = DescriptorLines.Of(Ours);

        Assert.True(ours.Count > 100);
        Assert.Empty(ours.Except(DescriptorLines.Of(Genuine())));
    }

    [Fact]
    public void Another_number_another_type_or_another_name_would_be_noticed()
    {
        Assert.Single(Changed(field => field.Number = 77).Except(DescriptorLines.Of(Genuine())));
        Assert.Single(Changed(field => field.Type = FieldDescriptorProto.Types.Type.Bytes).Except(DescriptorLines.Of(Genuine())));
        Assert.Single(Changed(field => field.Name = "worker").Except(DescriptorLines.Of(Genuine())));
        Assert.Single(Changed(field => field.Label = FieldDescriptorProto.Types.Label.Repeated).Except(DescriptorLines.Of(Genuine())));
    }

    /// <summary>Ours with another StartStream.worker_id.</summary>
    private static IReadOnlySet<string> Changed(Action<FieldDescriptorProto> change)
    {
        FileDescriptorProto file = FileDescriptorProto.Parser.ParseFrom(Ours.SerializedData);
        change(file.MessageType.Single(message => message.Name == "StartStream").Field.Single());
        return DescriptorLines.Of(
            FileDescriptor.BuildFromByteStrings([
                .. Ours.Dependencies.SelectMany(one => one.Dependencies.Append(one)).Select(one => one.SerializedData),
                file.ToByteString(),
            ])[^1]
        );
    }

    private static FileDescriptor Genuine()
    {
        Type reflection = Assembly
            .Load("Microsoft.Azure.Functions.Worker.Grpc")
            .GetTypes()
            .Single(type => type.Name == "FunctionRpcReflection");
        return (FileDescriptor)
            reflection.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null)!;
    }
}
