using System.Globalization;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Recommendations;

/// <summary>Tells the owner of a recommendation what officers do with it, and the officers what its owner says.</summary>
public sealed class RecommendationMails(ProgrammeDirectory directory, MailWriter writer, TimeProvider clock)
{
    /// <param name="open">The question that closing ends; null for none.</param>
    internal async Task<MailsOfStream?> TellClosedAsync(
        UnitOfWork unit,
        Recommendation one,
        Closing closing,
        HumanTaskRecord? open,
        CancellationToken cancellation
    )
    {
        ProgrammeRegister register = await directory.ReadForAsync(one.Administration, cancellation);
        var closed = new RecommendationClosed(register.NamesOf(one.Administration), one.Id, Placeholders.NameOf(closing.By), closing.Why);
        IEnumerable<PersonId> owners = (
            one.OfSecretariat ? register.Holding(Role.ProgrammeOfficer, Today) : register.Answering(one.Administration, Today)
        )
            .Union(open is null ? [] : TaskPeople.Concerned(open, register, Today))
            .Union(one.Answer is { } answer ? register.StillOf(one.Administration, [answer.By], Today) : [])
            .Where(person => person != closing.By);
        return await writer.WriteAllAsync(unit, closed, owners, $"{one.Ref.Stream}-closed", cancellation);
    }

    internal async Task<MailsOfStream?> TellRejectedAsync(
        UnitOfWork unit,
        Recommendation one,
        OwnersFile file,
        PersonId by,
        CancellationToken cancellation
    )
    {
        ProgrammeRegister register = await directory.ReadForAsync(one.Administration, cancellation);
        var rejected = new ProofRejected(register.NamesOf(one.Administration), one.Id, file.Name);
        IEnumerable<PersonId> sender = one.Closed is null && file.By != by ? register.StillOf(one.Administration, [file.By], Today) : [];
        return await writer.WriteAllAsync(unit, rejected, sender, $"{one.Ref.Stream}-rejected-{file.Sha256[..16]}", cancellation);
    }

    /// <summary>Nobody else sees what an owner says, and nobody is asked to close what is done.</summary>
    internal async Task TellAnsweredAsync(UnitOfWork unit, Recommendation one, OwnersAnswer answer, CancellationToken cancellation)
    {
        ProgrammeRegister register = await directory.ReadForAsync(one.Administration, cancellation);
        var answered = new RecommendationAnswered(
            register.NamesOf(one.Administration),
            one.Id,
            answer.Done,
            Placeholders.NameOf(answer.By),
            answer.Words,
            writer.Page($"plans/{one.Plan}")
        );
        string key = string.Create(CultureInfo.InvariantCulture, $"{one.Ref.Stream}-answered-{answer.At:yyyyMMddHHmmssfff}");
        IEnumerable<PersonId> officers = register.Holding(Role.ProgrammeOfficer, Today).Where(person => person != answer.By);
        await writer.WriteAllAsync(unit, answered, officers, key, cancellation);
    }

    private DateOnly Today => clock.UtcToday();
}
