using System.Globalization;
using ACip.Local.Cli.Platform;
using ACip.Local.Cli.Simulation;
using ACip.Local.Faults;
using ACip.Local.Mail;
using ACip.Workflows.Programme;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ACip.Tests.Scenarios.Faults;

/// <summary>What goes wrong while people go on as ever.</summary>
internal sealed record Disturbance
{
    public static Disturbance None { get; } = new();

    /// <summary>As when Azure scales out.</summary>
    public static Disturbance TwoWorkers { get; } = new() { Settings = ["--Local:Workers=2"] };

    /// <summary>The host's clock is set back, again and again.</summary>
    public static Disturbance ClockStepsBack { get; } =
        new()
        {
            AnotherClock = true,
            Services = services =>
            {
                var right = (TimeProvider)services.Last(one => one.ServiceType == typeof(TimeProvider)).ImplementationInstance!;
                services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new SteppingClock(right)));
            },
        };

    /// <summary>Replies are handed over three times, delivery events twice and the last first.</summary>
    public static Disturbance WebhooksAgainAndBackwards { get; } =
        new()
        {
            Begun = async (years, platform, _) =>
            {
                years.Handover = new Handover(Times: 3);
                foreach (Person person in (await platform.Get<ProgrammeDirectory>().ReadAsync(CancellationToken.None)).People.Values)
                {
                    platform.Mail.SetBehaviour(person.Email, RecipientBehaviour.EventsBackwards);
                }
            },
        };

    public IReadOnlyList<string> Settings { get; private init; } = [];

    /// <summary>Done to the application's services after its own.</summary>
    public Action<IServiceCollection>? Services { get; private init; }

    /// <summary>Done before the first day is played; with the storage, where it can end and come back.</summary>
    public Func<SimulatedYears, LocalPlatform, StorageOnDisk?, Task>? Begun { get; private init; }

    public bool StorageEnds { get; private init; }

    /// <summary>Storage that fails and an engine that delivers twice, late and out of order.</summary>
    public static Disturbance Faults(int seed)
    {
        string number = seed.ToString(CultureInfo.InvariantCulture);
        return new()
        {
            Settings = [$"--Local:Faults:Seed={number}", "--Local:Faults:OneIn=25", $"--Local:Durable:HostileSeed={number}"],
            Services = Hurry,
        };
    }

    /// <summary>Storage ends in the middle of a call, again and again, and comes back as soon as it can.</summary>
    /// <param name="each">So many calls lie between one outage and the next.</param>
    public static Disturbance Outages(int each) =>
        new()
        {
            StorageEnds = true,
            Begun = (_, platform, storage) =>
            {
                int calls = 0;
                Task over = Task.CompletedTask;
                platform.Faults!.Watch = (_, moment) =>
                {
                    // half of them before the call is done, half of them when it is done and nobody knows it yet
                    if (Interlocked.Increment(ref calls) % (2 * each + 1) == 0 && over.IsCompleted)
                    {
                        over = Task.Run(storage!.EndAndComeBackAsync);
                        throw new IOException($"storage ended, {moment}");
                    }

                    return Task.CompletedTask;
                };
                return Task.CompletedTask;
            },
        };

    /// <summary>The disk under storage is full for a hundred calls, again and again, until somebody makes room; he does not wait for calls
    /// that never come.</summary>
    public static Disturbance FullDisk { get; } =
        new()
        {
            StorageEnds = true,
            SmallDisk = true,
            Begun = (_, platform, storage) =>
            {
                int calls = 0;
                platform.Faults!.Watch = (_, moment) =>
                {
                    int number = moment == CallMoment.Before ? Interlocked.Increment(ref calls) : 0;
                    if (number > 0 && number % 300 == 0)
                    {
                        storage!.FillDisk(TimeSpan.FromSeconds(5));
                    }
                    else if (number % 300 == 100)
                    {
                        storage!.Disk!.Free();
                    }

                    return Task.CompletedTask;
                };
                return Task.CompletedTask;
            },
        };

    public bool SmallDisk { get; private init; }

    public bool AnotherClock { get; private init; }

    public Disturbance And(Disturbance other) =>
        new()
        {
            Settings = [.. Settings, .. other.Settings],
            Services = Services + other.Services,
            StorageEnds = StorageEnds || other.StorageEnds,
            SmallDisk = SmallDisk || other.SmallDisk,
            AnotherClock = AnotherClock || other.AnotherClock,
            Begun = async (years, platform, storage) =>
            {
                await (Begun?.Invoke(years, platform, storage) ?? Task.CompletedTask);
                await (other.Begun?.Invoke(years, platform, storage) ?? Task.CompletedTask);
            },
        };

    /// <summary>The same clients, but they wait milliseconds where they would wait a second before they try again.</summary>
    private static void Hurry(IServiceCollection services)
    {
        services.AddSingleton(all =>
        {
            var options = new TableClientOptions();
            options.Retry.Delay = TimeSpan.FromMilliseconds(5);
            return new TableServiceClient(all.GetRequiredService<IConfiguration>()["AzureWebJobsStorage"], options);
        });
        services.AddSingleton(all =>
        {
            var options = new BlobClientOptions();
            options.Retry.Delay = TimeSpan.FromMilliseconds(5);
            return new BlobServiceClient(all.GetRequiredService<IConfiguration>()["AzureWebJobsStorage"], options);
        });
    }
}
