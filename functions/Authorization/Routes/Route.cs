namespace ACip.Functions.Authorization.Routes;

/// <summary>One method of one route, and who can use it.</summary>
/// <param name="Template">As the trigger has it, without constraints.</param>
internal sealed record Route(string Function, string Method, string Template, RoutePolicy Policy)
{
    public override string ToString() => $"{Method} /{Template}";
}
