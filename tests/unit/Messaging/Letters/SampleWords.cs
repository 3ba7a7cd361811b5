using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Programme;

namespace ACip.Tests.Unit.Messaging.Letters;

/// <summary>What the sample mails of a language have in common: what they are about, what was said, until when.</summary>
internal sealed class SampleWords(Language language)
{
    public const string Secret = "Cases of extortion at Tema port";

    public static readonly Uri Link = new("https://acip.example/tasks/b5k2qexample?lang=x&y=1");

    public static readonly DateTimeOffset Received = DateTimeOffset.Parse("2026-10-12T08:05:00+00:00", null);

    public Language Language => language;

    public DateTimeOffset Due => DateTimeOffset.Parse($"2026-10-30T23:59:59{Offset}", null);

    public DateTimeOffset Closes => DateTimeOffset.Parse($"2026-11-30T23:59:59{Offset}", null);

    public Text Country { get; } = Text.Of("Nepal", "Mali", "México");

    public string Zone => Text.Of("Asia/Kathmandu", "Africa/Bamako", "America/Mexico_City").In(language);

    public About.Report Report => new(Country, new DateOnly(2026, 7, 1), new DateOnly(2026, 9, 30));

    public About.Plan Plan => new(Country, T("Integrity 2026-2029", "Intégrité 2026-2029", "Integridad 2026-2029"));

    public About.Matter Matter => new(Country, Text.Of("Workshop on ethics", "Atelier sur l'éthique", "Taller de ética"));

    public string Late =>
        T(
            "the northern posts have not answered yet",
            "les postes du nord n'ont pas encore répondu",
            "los puestos del norte aún no han respondido"
        );

    public string Label => T("Officers trained in integrity", "Agents formés à l'intégrité", "Funcionarios formados en integridad");

    public MailForm Form => MailForm.Of(SampleItems.Of(language), language);

    public MailForm Filled => MailForm.Of(SampleItems.Filled(language), language);

    public MailForm Outline =>
        new(
            T(
                "B  Staff\n   B3  Officers trained (20 → 60 officers)\n",
                "B  Personnel\n   B3  Agents formés (20 → 60 agents)\n",
                "B  Personal\n   B3  Funcionarios formados (20 → 60 funcionarios)\n"
            )
        );

    public PlanCounts Counts { get; } = new(6, 14, 9, 12, 4);

    public UnclearLine[] ToPutRight =>
        [
            new(
                "A3",
                T("A target needs a value or words.", "Une cible demande une valeur ou des mots.", "Una meta necesita un valor o palabras.")
            ),
        ];

    public UnclearLine[] Promise =>
        [
            new(
                T("I send the figures next week.", "J'envoie les chiffres la semaine prochaine.", "Envío las cifras la próxima semana."),
                T(
                    "This cannot be taken as an answer, and the due date stays as it is. If you need more time, ask for it with the line below.",
                    "Ceci ne peut pas être pris comme réponse, et l'échéance reste la même. S'il vous faut plus de temps, demandez-le avec la ligne ci-dessous.",
                    "Esto no se puede tomar como respuesta y el plazo sigue igual. Si necesita más tiempo, pídalo con la línea de abajo."
                )
            ),
        ];

    public UnderstoodLine[] Understood =>
        [
            new("B3", Label, $"45 {Staff} ({T("women", "femmes", "mujeres")}: 20, {T("men", "hommes", "hombres")}: 25)", $"40 {Staff}"),
            new("B4", Share, T("12.5 %", "12,5 %", "12,5 %")),
            new("B9", Secret, "7", Sensitive: true),
        ];

    public UnclearLine[] Unclear =>
        [
            new(
                "B5 : 1.234 <ok?>",
                T(
                    "This number could mean two things. Write B5: 1234 or B5: 1.234.",
                    "Ce nombre peut se lire de deux façons. Écrivez B5 : 1234 ou B5 : 1,234.",
                    "Este número puede leerse de dos maneras. Escriba B5: 1234 o B5: 1,234."
                )
            ),
            new(
                $"B9: 8 {Secret}",
                T("Please give B9 through the link.", "Donnez B9 par le lien.", "Dé B9 mediante el enlace."),
                Sensitive: true
            ),
        ];

    public RoleChange[] Roles { get; } =
    [
        new(
            RoleChangeKind.Taken,
            new RoleHeld(Role.Coordinator, new DateOnly(2024, 1, 1), new DateOnly(2026, 9, 30), new AdministrationId("GH"))
        ),
        new(RoleChangeKind.Waits, new RoleHeld(Role.Approver, new DateOnly(2026, 10, 1))),
        new(
            RoleChangeKind.Given,
            new RoleHeld(Role.DonorReader, new DateOnly(2026, 10, 1), new DateOnly(2027, 12, 31), null, new DonorId("NORAD"))
        ),
        new(RoleChangeKind.Confirmed, new RoleHeld(Role.Auditor, new DateOnly(2026, 10, 1))),
    ];

    private string Staff => T("officers", "agents", "funcionarios");

    private string Share =>
        T(
            "Share of declarations checked by risk",
            "Part des déclarations contrôlées selon le risque",
            "Proporción de declaraciones controladas por riesgo"
        );

    private string Offset => T("+05:45", "+00:00", "-06:00");

    public string T(string en, string fr, string es) => Text.Of(en, fr, es).In(language);
}
