using ACip.Local.Clock;
using ACip.Local.Mail.Pages;
using ACip.Local.Mail.Sending;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace ACip.Local.Mail;

/// <summary>The mail service that stands in for SendGrid, inside the platform's process.</summary>
public static class LocalMail
{
    /// <summary>Below this, the API's own paths: /v3/mail/send. What a client takes as its host.</summary>
    public const string ApiPath = "/local/sendgrid";

    public static IServiceCollection AddLocalMail(this IServiceCollection services, Action<LocalMailOptions> configure)
    {
        var options = new LocalMailOptions();
        configure(options);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<Busy>();
        services.AddSingleton(options);
        services.AddSingleton<LocalMailbox>();
        services.AddHostedService<Resumption>();
        return services;
    }

    public static void MapLocalMail(this IEndpointRouteBuilder routes)
    {
        routes.MapPost($"{ApiPath}/v3/mail/send", SendEndpoint.Post);
        routes.MapGet("/local/mail", InboxPage.Get);
        routes.MapGet("/local/mail/{id}", MessagePage.Get);
        routes.MapGet("/local/mail/{id}/attachments/{index:int}", MessagePage.Attachment);
        routes.MapPost("/local/mail/{id}/reply", ReplyPost.Post);
        routes.MapFallback($"{ApiPath}/{{**rest}}", SendEndpoint.Other);
    }

    /// <summary>Unfinished posts go on once the application listens, or each would fail first.</summary>
    private sealed class Resumption(LocalMailbox mailbox, IHostApplicationLifetime lifetime) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            lifetime.ApplicationStarted.Register(mailbox.Resume);
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
