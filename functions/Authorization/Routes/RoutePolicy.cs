using ACip.Workflows.Programme;

namespace ACip.Functions.Authorization.Routes;

/// <summary>The proof that a route requires.</summary>
internal enum RouteProof
{
    /// <summary>None: open to everybody.</summary>
    None,

    /// <summary>The token in the address, which the function looks up.</summary>
    Link,

    /// <summary>The mail service's signature, which the function checks over the raw bytes.</summary>
    MailService,

    /// <summary>The platform's master key, checked by the host.</summary>
    MasterKey,

    /// <summary>A function key, which operators have and the host checks.</summary>
    FunctionKey,

    /// <summary>A signed-in, registered person with one of the roles.</summary>
    SignIn,
}

/// <summary>Who can use a route.</summary>
/// <param name="Anywhere">Roles that open it whatever it is about.</param>
/// <param name="Own">Roles that open it where they are held for the administration whose plan, or the donor whose agreement, the address
/// names.</param>
/// <param name="Hides">True: who may not read what the address names is told that there is no such thing, rather than that it is not for
/// them.</param>
internal sealed record RoutePolicy(RouteProof Proof, IReadOnlyList<Role> Anywhere, IReadOnlyList<Role> Own, bool Hides = false)
{
    private static readonly Role[] Coordinators = [Role.Coordinator, Role.Alternate],
        AtHome = [Role.Coordinator, Role.Alternate, Role.HeadOfCustoms];

    public static RoutePolicy Anybody { get; } = new(RouteProof.None, [], []);

    public static RoutePolicy Link { get; } = new(RouteProof.Link, [], []);

    public static RoutePolicy MailService { get; } = new(RouteProof.MailService, [], []);

    public static RoutePolicy FunctionKey { get; } = new(RouteProof.FunctionKey, [], []);

    public static RoutePolicy MasterKey { get; } = new(RouteProof.MasterKey, [], []);

    /// <summary>Everybody with a role in the programme; each sees their own data.</summary>
    public static RoutePolicy Everybody { get; } = new(RouteProof.SignIn, Enum.GetValues<Role>(), []);

    /// <summary>Those who can read a plan and its reports; others do not learn that it exists.</summary>
    public static RoutePolicy PlanReaders { get; } = new(RouteProof.SignIn, Rights.For(Right.ReadProgramme), AtHome, Hides: true);

    /// <summary>Those who can open evidence: people who decide on, check or audit the figures, and whoever may have sent it.</summary>
    public static RoutePolicy EvidenceReaders { get; } = new(RouteProof.SignIn, Rights.For(Right.ReadEvidence), Coordinators, Hides: true);

    /// <summary>Those who can edit the draft: the administration's coordinators, and officers on their behalf.</summary>
    public static RoutePolicy PlanWriters { get; } = new(RouteProof.SignIn, Rights.For(Right.ManageProgramme), Coordinators);

    /// <summary>Those who can comment on a submission without deciding.</summary>
    public static RoutePolicy PlanCommenters { get; } =
        new(RouteProof.SignIn, [Role.ThematicExpert, Role.ProgrammeOfficer, Role.Approver], []);

    public static RoutePolicy DonorReportReaders { get; } =
        new(RouteProof.SignIn, Rights.For(Right.ReadProgramme), [Role.DonorReader], Hides: true);

    public static RoutePolicy Of(Right right) => new(RouteProof.SignIn, Rights.For(right), []);

    /// <summary>For pages: somebody who cannot even read the plan learns nothing about it.</summary>
    public RoutePolicy Hidden => this with { Hides = true };
}
