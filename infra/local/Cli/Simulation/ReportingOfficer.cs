using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Local.Cli.Simulation;

/// <summary>A programme officer: some days after a donor period has ended, writes the Secretariat's part of its report and adds the
/// financial annex.</summary>
internal sealed class ReportingOfficer(PlayedPlatform played, ProgrammeRegister register) : IDisposable
{
    private readonly HttpClient http = new(new TriesAgain());

    /// <param name="from">Everything earlier has been done, or was not this officer's task.</param>
    public IEnumerable<Deed> Deeds(DateTimeOffset from)
    {
        foreach (
            DonorReportRef report in register
                .Agreements.Values.OrderBy(one => one.Id.Value, StringComparer.Ordinal)
                .SelectMany(DonorSchedule.Periods)
        )
        {
            var at = new DateTimeOffset(report.End.AddDays(6).ToDateTime(new TimeOnly(6, 0)), TimeSpan.Zero);
            if (at > from && register.Holding(Role.ProgrammeOfficer, report.End) is [var officer, ..])
            {
                yield return new Deed(at, $"texts {report.InstanceId}", () => WriteAsync(report, officer));
            }
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<string?> WriteAsync(DonorReportRef report, PersonId officer)
    {
        string path = $"api/donor-reports/{report.Agreement}/{report.Period}";
        object texts = new
        {
            narratives = Said.SelectMany(text =>
                new[] { Language.En, Language.FromString("fr") }.Select(language => new
                {
                    section = text.Section,
                    language = language.ToString(),
                    text = text.Words.In(language),
                })
            ),
            deviations = new[]
            {
                new
                {
                    language = "En",
                    text = "Two regional workshops were held online because travel was not possible.",
                    response = "The exercises were redesigned for small groups, and a meeting in person follows.",
                },
            },
            risks = new[]
            {
                new
                {
                    code = "P1",
                    statement = "Coordinators change posts and knowledge of the programme is lost.",
                    likelihood = 3,
                    impact = 3,
                    mitigation = "Two coordinators for each administration, and a handover form.",
                    owner = "Secretariat",
                },
            },
        };
        using var annex = new ByteArrayContent(
            SamplePdf.Of(
                "FICTIONAL SAMPLE DATA",
                $"Financial annex, {report.Period}",
                "Budget and expenditure by output, as the finance department states them."
            )
        );
        annex.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        using JsonContent json = JsonContent.Create(texts);
        using JsonContent translations = JsonContent.Create(
            new
            {
                translations = Translated.Select(one => new
                {
                    original = one.English,
                    language = "Fr",
                    text = one.French,
                }),
            }
        );
        return await PutAsync($"{path}/texts", json, officer)
            ?? await PutAsync($"{path}/translations", translations, officer)
            ?? await PutAsync(
                $"{path}/annexes/financial-annex.pdf?title=Financial%20annex&title-fr=Annexe%20financi%C3%A8re&title-es=Anexo%20financiero",
                annex,
                officer
            );
    }

    private async Task<string?> PutAsync(string path, HttpContent content, PersonId officer)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{played.Platform.BaseUrl}/{path}") { Content = content };
        request.Headers.Add("X-Local-Sign-In", officer.Value);
        using HttpResponseMessage answer = await http.SendAsync(request);

        // a report on a period in which nothing could be reported is settled already
        return answer.IsSuccessStatusCode || answer.StatusCode == HttpStatusCode.Conflict
            ? null
            : $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}";
    }

    private static readonly (string English, string French)[] Translated =
    [
        (
            "Two regional workshops were held online because travel was not possible.",
            "Deux ateliers régionaux se sont tenus en ligne, les déplacements n'étant pas possibles."
        ),
        (
            "The exercises were redesigned for small groups, and a meeting in person follows.",
            "Les exercices ont été repensés pour de petits groupes, et une réunion en personne suivra."
        ),
        (
            "Coordinators change posts and knowledge of the programme is lost.",
            "Les coordinateurs changent de poste et la connaissance du programme se perd."
        ),
        (
            "Two coordinators for each administration, and a handover form.",
            "Deux coordinateurs par administration, et une fiche de passation."
        ),
        ("Secretariat", "Secrétariat"),
    ];

    private static readonly (string Section, Text Words)[] Said =
    [
        (
            "Summary",
            Spoken.Of(
                "Administrations report by answering an e-mail each quarter; what is told here was checked and accepted by the Secretariat. Training and the mapping of risks moved fastest; what depends on surveys moves more slowly.",
                "Les administrations rendent compte chaque trimestre en répondant à un courriel ; ce qui est dit ici a été vérifié et accepté par le Secrétariat. La formation et la cartographie des risques avancent le plus vite ; ce qui dépend d'enquêtes avance plus lentement.",
                ""
            )
        ),
        (
            "Multilateral",
            Spoken.Of(
                "The integrity curriculum was revised with the expert pool, and the annual meeting of coordinators compared how benchmarks are verified.",
                "Le programme de formation à l'éthique a été revu avec le groupe d'experts, et la réunion annuelle des coordinateurs a comparé les modes de vérification des jalons.",
                ""
            )
        ),
        (
            "GenderEquality",
            Spoken.Of(
                "Invitations ask for women and men alike, and every count of participants is broken down; leadership posts remain the slowest to change.",
                "Les invitations s'adressent aux femmes comme aux hommes et chaque décompte de participants est ventilé ; les postes de direction évoluent le plus lentement.",
                ""
            )
        ),
        (
            "HumanRights",
            Spoken.Of(
                "Complaint channels were reviewed for confidentiality and for protection against retaliation.",
                "Les voies de plainte ont été revues sous l'angle de la confidentialité et de la protection contre les représailles.",
                ""
            )
        ),
        (
            "ClimateAndEnvironment",
            Spoken.Of(
                "Half of the events were held online; trade in protected species is part of the risk mapping.",
                "La moitié des activités se sont tenues en ligne ; le commerce d'espèces protégées fait partie de la cartographie des risques.",
                ""
            )
        ),
        (
            "LessonsLearned",
            Spoken.Of(
                "A figure that its supervisor sees every month is reported better than one that is asked for once a year.",
                "Un chiffre que son responsable voit chaque mois est mieux communiqué qu'un chiffre demandé une fois l'an.",
                ""
            )
        ),
        (
            "Finance",
            Spoken.Of(
                "Expenditure by output is in the annex; the programme's own figures contain no money.",
                "Les dépenses par extrant figurent en annexe ; les chiffres du programme ne contiennent pas de montants.",
                ""
            )
        ),
    ];
}
