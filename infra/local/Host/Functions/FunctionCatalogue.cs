using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace ACip.Local.Host.Functions;

/// <summary>The application's functions: public methods marked <c>[Function]</c> of public types, as the genuine host finds them.</summary>
/// <param name="Overlooked">Marked, but not public all the way up; the genuine host does not see them either.</param>
internal sealed partial record FunctionCatalogue(IReadOnlyList<FunctionEntry> Functions, IReadOnlyList<string> Overlooked)
{
    private static readonly string[] PlatformNames = ["System", "Microsoft", "Azure", "SendGrid", "ACip.Local", "netstandard", "mscorlib"];

    /// <param name="application">Where to look, and in what these refer to.</param>
    /// <exception cref="LocalPlatformException">Functions that no host could run, all of them named.</exception>
    public static FunctionCatalogue Of(IEnumerable<Assembly> application) => Of(WithReferences(application).SelectMany(assembly => assembly.GetTypes()));

    /// <summary>The functions among these types.</summary>
    public static FunctionCatalogue Of(IEnumerable<Type> types)
    {
        var functions = new List<FunctionEntry>();
        var overlooked = new List<string>();
        var wrong = new List<string>();

        IEnumerable<(MethodInfo Method, FunctionAttribute Mark)> marked =
            from type in types
            from method in type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            let mark = method.GetCustomAttribute<FunctionAttribute>()
            where mark is not null
            orderby mark.Name, type.FullName
            select (method, mark);
        foreach ((MethodInfo method, FunctionAttribute mark) in marked)
        {
            string where = $"{mark.Name} ({method.DeclaringType!.FullName}.{method.Name})";
            if (!method.IsPublic || !method.DeclaringType.IsVisible)
            {
                overlooked.Add(where);
                continue;
            }

            var triggers = method.GetParameters()
                .Select(p => (Parameter: p, Trigger: p.GetCustomAttributes().OfType<TriggerBindingAttribute>().FirstOrDefault()))
                .Where(p => p.Trigger is not null)
                .ToList();
            if (WhyNot(mark.Name, method, triggers.Count) is { } why)
            {
                wrong.Add($"{where}: {why}");
                continue;
            }

            functions.Add(new FunctionEntry(mark.Name, method, triggers[0].Trigger!, triggers[0].Parameter));
        }

        wrong.AddRange(functions
            .GroupBy(f => f.Name, StringComparer.OrdinalIgnoreCase)
            .Where(g => g.Count() > 1)
            .Select(g => $"{g.Key}: {g.Count()} functions have this name ({string.Join(", ", g.Select(f => f.Type.FullName))})"));
        return wrong.Count == 0
            ? new FunctionCatalogue(functions, overlooked)
            : throw new LocalPlatformException("These functions cannot run:" + Environment.NewLine + string.Join(Environment.NewLine, wrong));
    }

    private static string? WhyNot(string name, MethodInfo method, int triggers) =>
        !WellFormed().IsMatch(name) ? "a name begins with a letter and has letters, digits, - and _ only, 128 at most"
        : triggers == 0 ? "no parameter bears a trigger"
        : triggers > 1 ? "a function has one trigger"
        : method.ContainsGenericParameters ? "it is generic"
        : method.DeclaringType!.IsAbstract && !method.IsStatic ? "its type is abstract"
        : method.ReturnType == typeof(void) && method.IsDefined(typeof(AsyncStateMachineAttribute)) ? "async void would never be waited for"
        : null;

    /// <summary>These, and what they refer to at any depth, without what belongs to the platform.</summary>
    private static List<Assembly> WithReferences(IEnumerable<Assembly> application)
    {
        var found = new Dictionary<string, Assembly>();
        var open = new Queue<Assembly>(application);
        while (open.TryDequeue(out Assembly? assembly))
        {
            if (!found.TryAdd(assembly.FullName!, assembly))
            {
                continue;
            }

            foreach (AssemblyName name in assembly.GetReferencedAssemblies().Where(n => !IsPlatform(n)))
            {
                try
                {
                    open.Enqueue(Assembly.Load(name));
                }
                catch (FileNotFoundException)
                {
                    // compiled against but not shipped: nothing in it can be run
                }
            }
        }

        string marks = typeof(FunctionAttribute).Assembly.GetName().Name!;
        return [.. found.Values.Where(a => a.GetReferencedAssemblies().Any(n => n.Name == marks))];
    }

    private static bool IsPlatform(AssemblyName name) =>
        PlatformNames.Any(p => name.Name == p || name.Name!.StartsWith(p + ".", StringComparison.Ordinal));

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]{0,127}$")]
    private static partial Regex WellFormed();
}
