using Microsoft.Extensions.DependencyInjection;

namespace ACip.Workflows.Storage;

public static class PortablePlaces
{
    /// <inheritdoc cref="PortablePlace"/>
    /// <param name="leftOut"><see cref="PortablePlace.LeftOut"/></param>
    public static IServiceCollection Keeps(
        this IServiceCollection services,
        PlaceKind kind,
        string name,
        string what,
        string? leftOut = null
    ) => services.AddSingleton(new PortablePlace(kind, name, what) { LeftOut = leftOut });
}
