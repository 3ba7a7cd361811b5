using System.Reflection;
using System.Reflection.Emit;
using ACip.Local.Host;
using ACip.Local.Host.Functions;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Tests.Platform.Host;

public sealed class FunctionCatalogueTests
{
    [Fact]
    public void Public_functions_are_found_and_others_named()
    {
        FunctionCatalogue catalogue = FunctionCatalogue.Of([typeof(TestFunctions).Assembly]);

        Assert.Contains(catalogue.Functions, f => f.Name == "HostGreet");
        Assert.DoesNotContain(catalogue.Functions, f => f.Name == "HostHidden");
        Assert.Contains(catalogue.Overlooked, o => o == $"HostHidden ({typeof(HiddenFunctions).FullName}.Run)");
    }

    [Fact]
    public void Two_functions_of_one_name_are_refused_whatever_their_case()
    {
        var refused = Assert.Throws<LocalPlatformException>(() => FunctionCatalogue.Of([Declare("Daily", [typeof(TimerInfo)]), Declare("daily", [typeof(TimerInfo)])]));

        Assert.Contains("2 functions have this name", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("9lives", 1, "a name begins with a letter")]
    [InlineData("With space", 1, "a name begins with a letter")]
    [InlineData("Untriggered", 0, "no parameter bears a trigger")]
    [InlineData("Twice", 2, "a function has one trigger")]
    public void What_no_host_could_run_is_refused_with_its_reason(string name, int triggers, string expected)
    {
        var refused = Assert.Throws<LocalPlatformException>(() => FunctionCatalogue.Of([Declare(name, [.. Enumerable.Repeat(typeof(TimerInfo), triggers)])]));

        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
    }

    /// <summary>A public type with one function, which the compiler would rightly warn about if it stood here.</summary>
    private static Type Declare(string function, Type[] triggered)
    {
        ModuleBuilder module = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("Odd" + Guid.NewGuid().ToString("N")), AssemblyBuilderAccess.Run).DefineDynamicModule("Odd");
        TypeBuilder type = module.DefineType("Odd", TypeAttributes.Public | TypeAttributes.Class);
        MethodBuilder method = type.DefineMethod("Run", MethodAttributes.Public | MethodAttributes.Static, typeof(void), triggered);
        method.SetCustomAttribute(new CustomAttributeBuilder(typeof(FunctionAttribute).GetConstructor([typeof(string)])!, [function]));
        for (int i = 1; i <= triggered.Length; i++)
        {
            method.DefineParameter(i, ParameterAttributes.None, "timer").SetCustomAttribute(new CustomAttributeBuilder(typeof(TimerTriggerAttribute).GetConstructor([typeof(string)])!, ["0 0 3 * * *"]));
        }

        method.GetILGenerator().Emit(OpCodes.Ret);
        return type.CreateType();
    }
}
