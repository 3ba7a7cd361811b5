using System.Globalization;
using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.ShortForms;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Onboarding.Members;

public static class MemberTaskKinds
{
    public static TaskDefinition Confirm { get; } = TaskDefinition.OfHead("ConfirmMembership");

    public static TaskDefinition Register { get; } = TaskDefinition.OfOfficer("RegisterCoordinator");
}

/// <summary>The head of customs confirms that the administration takes part, and names its coordinator.</summary>
internal sealed class ConfirmMembershipTask(
    ShortFormService forms,
    ProgrammeTable table,
    ProgrammeDirectory directory,
    MailWriter writer,
    TimeProvider clock
) : ShortFormTask(forms, directory)
{
    private readonly ProgrammeDirectory programme = directory;

    public const string Confirms = "M1",
        Name = "M2",
        Email = "M3";

    public override TaskDefinition Definition => MemberTaskKinds.Confirm;

    public override Text Title { get; } = Texts.ConfirmTask;

    protected override Task<ShortForm> FormAsync(
        StreamId stream,
        HumanTaskRecord task,
        ProgrammeRegister register,
        CancellationToken cancellation
    ) => Task.FromResult(Of(register.NamesOf(task.Administration!.Value)));

    internal static ShortForm Of(Text home) =>
        new(
            new About.Matter(home, Texts.ConfirmMatter),
            Texts.ConfirmSubject(home: home),
            [
                ShortFormItem.YesNo(Confirms, Texts.ConfirmAgrees),
                ShortFormItem.Words(Name, Texts.ConfirmName, required: true),
                ShortFormItem.Words(Email, Texts.ConfirmEmail, required: true),
            ],
            Confirms
        )
        {
            Says = _ => [Texts.ConfirmIntro],
        };

    internal override async Task<bool> TakenAsync(
        UnitOfWork unit,
        HumanTaskRecord task,
        ShortFormAnswer answer,
        ShortFormAnswer? before,
        CancellationToken cancellation
    )
    {
        var id = new MemberRef(task.Administration!.Value);
        if (await id.FindAsync(table, cancellation) is not { } row || task.Id != id.Confirmation(row.Value.Returns))
        {
            return false;
        }

        if (row.Value.State is not (MemberState.Interested or MemberState.Confirmed or MemberState.Declined))
        {
            return false; // an officer has acted on it by now
        }

        bool confirmed = answer.Yes(Confirms) == true;
        unit.Replace(row, After(row.Value, confirmed, answer))
            .Record(
                new AuditEntry(confirmed ? AuditKind.MemberConfirmed : AuditKind.MemberDeclined, task.Administration.Value.Value, answer.By)
            );
        if (!confirmed && row.Value.State != MemberState.Declined)
        {
            await TellDeclinedAsync(unit, task, answer.By, cancellation);
        }

        return true;
    }

    /// <summary>Nothing is asked about it any more, so it leaves every list of what waits.</summary>
    private async Task TellDeclinedAsync(UnitOfWork unit, HumanTaskRecord task, PersonId by, CancellationToken cancellation)
    {
        ProgrammeRegister register = await programme.ReadForAsync(task.Administration, cancellation);
        var declines = new MemberDeclines(register.NamesOf(task.Administration!.Value), Placeholders.NameOf(by), writer.Page("onboarding"));
        foreach (PersonId officer in register.Holding(Role.ProgrammeOfficer, clock.UtcToday()).Where(one => one != by))
        {
            string key = string.Create(
                CultureInfo.InvariantCulture,
                $"{task.Id}-declined-{clock.GetUtcNow():yyyyMMddHHmmssfffffff}-{officer}"
            );
            await writer.WriteAsync(unit, new NewMail(declines, officer, key), cancellation);
        }
    }

    /// <summary>An officer who was asked about somebody else is asked another question from now on.</summary>
    private static MemberRecord After(MemberRecord before, bool confirmed, ShortFormAnswer answer)
    {
        NamedCoordinator? named = confirmed
            ? new NamedCoordinator(answer.Words(Name)?.Trim() ?? "", answer.Words(Email)?.Trim() ?? "")
            : null;
        return before with
        {
            State = confirmed ? MemberState.Confirmed : MemberState.Declined,
            Coordinator = named,
            Corrections =
                before.State == MemberState.Interested || before.Coordinator == named ? before.Corrections : (before.Corrections ?? 0) + 1,
        };
    }
}

/// <summary>An officer checks the person named before they may speak for the administration, because a mail alone gives nobody a
/// role.</summary>
internal sealed class RegisterCoordinatorTask(ShortFormService forms, ProgrammeTable table, ProgrammeDirectory directory)
    : ShortFormTask(forms, directory)
{
    /// <summary>The question's code: another one for each person named, so that a yes about one is never taken for another.</summary>
    internal static string AsNamed(MemberRecord member) => string.Create(CultureInfo.InvariantCulture, $"N{(member.Corrections ?? 0) + 1}");

    private readonly ProgrammeDirectory programme = directory;

    public override TaskDefinition Definition => MemberTaskKinds.Register;

    public override Text Title { get; } = Texts.CoordinatorTask;

    protected override async Task<ShortForm> FormAsync(
        StreamId stream,
        HumanTaskRecord task,
        ProgrammeRegister register,
        CancellationToken cancellation
    )
    {
        MemberRecord member = (await table.FindAsync<MemberRecord>(stream, MemberRecord.Row, cancellation))!.Value;
        return Of(member, register.NamesOf(member.Id));
    }

    internal static ShortForm Of(MemberRecord member, Text home)
    {
        string named = $"{member.Coordinator?.Name}, {member.Coordinator?.Email}";
        return new ShortForm(
            new About.Matter(home, Texts.CoordinatorMatter),
            Texts.CoordinatorSubject(home: home),
            [ShortFormItem.YesNo(AsNamed(member), Texts.CoordinatorAsNamed(named: named))]
        )
        {
            Says = _ => [Texts.CoordinatorIntro, .. member.Tries > 1 ? new[] { Texts.CoordinatorRefused } : []],
        };
    }

    internal override async Task<bool> TakenAsync(
        UnitOfWork unit,
        HumanTaskRecord task,
        ShortFormAnswer answer,
        ShortFormAnswer? before,
        CancellationToken cancellation
    )
    {
        Row<MemberRecord>? row = await table.FindAsync<MemberRecord>(unit.Stream, MemberRecord.Row, cancellation);
        if (
            row is not { Value.State: MemberState.Confirmed }
            || !row.Value.AsksToRegister(task.Id)
            || answer.Yes(AsNamed(row.Value)) is not { } asNamed
        )
        {
            return false; // taken back, or somebody else was named meanwhile, or asked when it came in before
        }

        if (!asNamed)
        {
            programme.Forget();
            ProgrammeRegister register = await programme.ReadAsync(cancellation);
            if (register.Holding(Role.Coordinator, DateOnly.FromDateTime(answer.At.UtcDateTime).AddDays(1), row.Value.Id).Count == 0)
            {
                return false;
            }
        }

        unit.Replace(
            row,
            row.Value with
            {
                State = MemberState.CoordinatorNamed,
                Officer = answer.By,
                Coordinator = asNamed ? row.Value.Coordinator : null,
            }
        );
        return true;
    }
}
