namespace ACip.Tests.Platform.Host;

/// <summary>One platform without storage for all tests of a class that leave no trace on it.</summary>
public sealed class OwnHost : IAsyncLifetime
{
    internal TestHost Host { get; private set; } = null!;

    public async Task InitializeAsync() =>
        Host = await TestHost.StartAsync(
            "People:0:Id=p-ada",
            "People:0:Name=Ada <Approver>",
            "People:0:Email=ada@example.org",
            "People:0:Roles:0=Approver",
            "People:0:Roles:1=Auditor"
        );

    public async Task DisposeAsync() => await Host.DisposeAsync();
}
