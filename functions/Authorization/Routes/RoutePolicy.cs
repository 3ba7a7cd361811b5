using ACip.Workflows.Programme;

namespace ACip.Functions.Authorization.Routes;

/// <summary>What opens a route.</summary>
internal enum RouteProof
{
    /// <summary>Nothing: whoever comes.</summary>
    None,

    /// <summary>The token in the address, which the function looks up.</summary>
    Link,

    /// <summary>The mail service's signature, which the function checks over the bytes as they came.</summary>
    MailService,

    /// <summary>The platform's master key, which the host asks for.</summary>
    MasterKey,

    /// <summary>A function's key, which operators have and the host asks for.</summary>
    FunctionKey,

    /// <summary>A signed-in person, registered, with one of the roles.</summary>
    SignIn,
}

/// <summary>Who may use a route.</summary>
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

    /// <summary>Everybody with a role in the programme; each sees what is theirs.</summary>
    public static RoutePolicy Everybody { get; } = new(RouteProof.SignIn, Enum.GetValues<Role>(), []);

    /// <summary>Reads a plan and its reports; others do not learn that it exists.</summary>
    public static RoutePolicy PlanReaders { get; } = new(RouteProof.SignIn, Rights.For(Right.ReadProgramme), AtHome, Hides: true);

    /// <summary>Opens what supports a report's figures: who decides on them, checks or audits them, and whoever may have sent it.</summary>
    public static RoutePolicy EvidenceReaders { get; } = new(RouteProof.SignIn, Rights.For(Right.ReadEvidence), Coordinators, Hides: true);

    /// <summary>Writes the draft: the administration's coordinators, and officers on their behalf.</summary>
    public static RoutePolicy PlanWriters { get; } = new(RouteProof.SignIn, Rights.For(Right.ManageProgramme), Coordinators);

    /// <summary>Says something about what was handed in, without deciding.</summary>
    public static RoutePolicy PlanCommenters { get; } =
        new(RouteProof.SignIn, [Role.ThematicExpert, Role.ProgrammeOfficer, Role.Approver], []);

    public static RoutePolicy DonorReportReaders { get; } =
        new(RouteProof.SignIn, Rights.For(Right.ReadProgramme), [Role.DonorReader], Hides: true);

    public static RoutePolicy Of(Right right) => new(RouteProof.SignIn, Rights.For(right), []);

    /// <summary>As a page: somebody who cannot even read the plan learns nothing of it.</summary>
    public RoutePolicy Hidden => this with { Hides = true };
}
