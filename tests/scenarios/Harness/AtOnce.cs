using ACip.Workflows.Messaging.Notices;
using ACip.Workflows.Programme;
using Microsoft.Extensions.DependencyInjection;

namespace ACip.Tests.Scenarios.Harness;

/// <summary>Gives the Secretariat single mails, not digests: for stories that go on as soon as somebody was asked.</summary>
internal static class AtOnce
{
    public static async Task SetAsync(IServiceProvider services)
    {
        ProgrammeRegister register = await services.GetRequiredService<ProgrammeDirectory>().ReadAsync(CancellationToken.None);
        foreach (Person person in register.People.Values.Where(person => person.SignsIn(new DateOnly(2026, 1, 1))))
        {
            await services.GetRequiredService<NoticePaceService>().ChooseAsync(person.Id, NoticePace.Each, CancellationToken.None);
        }
    }
}
