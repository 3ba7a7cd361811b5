using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace ACip.Local.Host.Functions;

/// <summary>One function of the application.</summary>
/// <param name="Subject">The parameter that bears the trigger.</param>
internal sealed record FunctionEntry(string Name, MethodInfo Method, TriggerBindingAttribute Trigger, ParameterInfo Subject)
{
    public Type Type => Method.DeclaringType!;

    public FunctionDefinition Definition { get; } = new Defined(Name, Method);

    /// <summary>Whether this parameter of <see cref="Method"/> bears the trigger.</summary>
    // by position: reflection may give two objects for one parameter when two hosts of a process start at once
    public bool IsSubject(ParameterInfo parameter) => parameter.Position == Subject.Position;

    private sealed class Defined(string name, MethodInfo method) : FunctionDefinition
    {
        public override string PathToAssembly => method.DeclaringType!.Assembly.Location;

        public override string EntryPoint => method.DeclaringType!.FullName + "." + method.Name;

        public override string Id => name;

        public override string Name => name;
    }
}
