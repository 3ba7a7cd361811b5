using ACip.Workflows.Messaging.Letters;

namespace ACip.Tests.Unit.Messaging.Letters.Kinds;

/// <summary>What is answered to a reply.</summary>
internal static class AcknowledgingSamples
{
    public static IEnumerable<(string Name, MailContent Content)> Of(SampleWords say) =>
        [
            (
                "acknowledgement-nil",
                new Acknowledgement(
                    say.Report,
                    [],
                    [],
                    [],
                    [],
                    Submitted: true,
                    say.Closes,
                    SampleWords.Link,
                    Nil: new NilReturn(
                        say.T(
                            "The register was moved in July.",
                            "Le registre a été transféré en juillet.",
                            "El registro se trasladó en julio."
                        ),
                        ["B3", "B4"]
                    )
                )
            ),
            (
                "acknowledgement-refused",
                new Acknowledgement(
                    say.Report,
                    [],
                    [],
                    [
                        new(
                            "figures.xlsx",
                            say.T(
                                "Figures!C7: This cell belongs to the form and was changed or moved.",
                                "Chiffres!C7: Cette cellule appartient au formulaire et a été modifiée ou déplacée.",
                                "Cifras!C7: Esta celda pertenece al formulario y se cambió o se movió."
                            )
                        ),
                    ],
                    ["B3", "B4"],
                    Submitted: false,
                    say.Closes,
                    SampleWords.Link
                )
            ),
            ("entered-on-behalf", Entered(say, submitted: true)),
            ("entered-on-behalf-not-handed-in", Entered(say, submitted: false)),
            ("entered-on-behalf-nil", Entered(say, submitted: true) with { Understood = [], Nil = new NilReturn(say.Late, ["B3"]) }),
            ("question-back-promise", new QuestionBack(say.Report, say.Promise, say.Due, say.Form, SampleWords.Link)),
            (
                "acknowledgement-submitted",
                new Acknowledgement(say.Report, say.Understood, [], [new("minutes.pdf")], [], Submitted: true, say.Closes, SampleWords.Link)
            ),
            (
                "acknowledgement-noted",
                new Acknowledgement(
                    say.Report,
                    say.Understood,
                    say.Unclear,
                    [
                        new("minutes.pdf"),
                        new(
                            "report.xlsm",
                            say.T("The file contains macros.", "Le fichier contient des macros.", "El archivo contiene macros.")
                        ),
                    ],
                    ["B5", "B6"],
                    Submitted: false,
                    say.Closes,
                    SampleWords.Link
                )
            ),
            (
                "acknowledgement-form",
                new Acknowledgement(say.Matter, [.. say.Understood.Take(1)], [], [], ["T3"], Submitted: false, say.Closes, SampleWords.Link)
                {
                    HandsInItself = true,
                }
            ),
            ("question-back", new QuestionBack(say.Report, say.Unclear, say.Due, say.Form, SampleWords.Link)),
            (
                "confirm-first",
                new ConfirmFirst(
                    say.Report,
                    [.. say.Understood, new("C1", say.Label, SampleWords.Secret) { IsText = true }],
                    say.Unclear,
                    say.Due,
                    SampleWords.Link
                )
            ),
            ("confirm-last", new ConfirmFirst(say.Report, say.Understood, [], say.Due, SampleWords.Link) { IsLast = true }),
            ("one-time-code", new OneTimeCode("482913", SampleWords.Received.AddMinutes(15))),
            ("passed-on", new PassedOn("task-closed", SampleWords.Received)),
            ("passed-on-discarded", new PassedOn(null, SampleWords.Received) { DiscardedFor = say.Late }),
        ];

    private static Acknowledgement Entered(SampleWords say, bool submitted) =>
        new(say.Report, say.Understood, [], [], submitted ? [] : ["B5"], submitted, say.Closes, SampleWords.Link)
        {
            OnBehalfBy = "Amina Osei",
        };
}
