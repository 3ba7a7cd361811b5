using System.Reflection;
using System.Text.RegularExpressions;
using ACip.Functions;
using ACip.Functions.OpenApi;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Tests.Scenarios.Malformed;

/// <summary>One method of one route, as the functions themselves say it.</summary>
/// <param name="Template">Without constraints.</param>
/// <param name="Operation">What the OpenAPI document says of it; null for pages.</param>
internal sealed record Door(string Function, HttpMethod Method, string Template, bool NeedsKey, ApiOperation? Operation)
{
    public IReadOnlyList<string> Parameters { get; } = [.. Regex.Matches(Template, @"\{(\w+)\}").Select(match => match.Groups[1].Value)];

    public bool IsWebhook => Operation?.Caller == ApiCaller.MailService;

    /// <summary>Every one of them; none is left out.</summary>
    public static IReadOnlyList<Door> All { get; } =
    [
        .. from type in typeof(App).Assembly.GetTypes()
        from method in type.GetMethods()
        let function = method.GetCustomAttribute<FunctionAttribute>()
        where function is not null
        from parameter in method.GetParameters()
        let trigger = parameter.GetCustomAttribute<HttpTriggerAttribute>()
        where trigger is not null
        let template = Regex.Replace(trigger.Route!, @"\{(\w+)[^}]*\}", "{$1}")
        from verb in trigger.Methods!
        orderby template, verb
        select new Door(
            function.Name,
            new HttpMethod(verb.ToUpperInvariant()),
            template,
            trigger.AuthLevel == AuthorizationLevel.Admin,
            OperationOf(verb, template)
        ),
    ];

    public bool Leads(string path) => Regex.IsMatch(path, $"^/?{Regex.Replace(Regex.Escape(Template), @"\\\{\w+}", "[^/]+")}$");

    /// <param name="values">By the name of the parameter; as they stand in an address.</param>
    public string Path(Func<string, string> values) => Regex.Replace(Template, @"\{(\w+)\}", match => values(match.Groups[1].Value));

    public override string ToString() => $"{Method} /{Template}";

    private static ApiOperation? OperationOf(string verb, string template) =>
        ApiTable.Operations.FirstOrDefault(one => one.Method == verb && one.Path == $"/{template}");
}
