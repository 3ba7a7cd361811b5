using ACip.Workflows.Languages;

namespace ACip.Workflows.Messaging.Letters;

/// <summary>What the Secretariat is told about its own work.</summary>
internal static class SecretariatLetters
{
    private static readonly Text Undecided = new("Nobody can decide:", "Personne ne peut décider :", "Nadie puede decidir:");

    private static readonly Text WhyUndecided = new(
        "This waits for a decision. Everybody whose role would let them decide has written a part of it, or nobody holds the role at present; who wrote something cannot decide on it.",
        "Ceci attend une décision. Toutes les personnes que leur rôle autoriserait à décider en ont rédigé une partie, ou personne n'exerce ce rôle actuellement ; qui a rédigé ne peut pas décider.",
        "Esto espera una decisión. Todas las personas cuya función les permitiría decidir han redactado una parte, o nadie ejerce la función por ahora; quien redactó algo no puede decidir sobre ello."
    );

    private static readonly Text NameSubstitute = new(
        "Please name a substitute: give the role of approver to somebody who had no part in it. That person is asked as soon as the role is confirmed.",
        "Merci de désigner un remplaçant : donnez le rôle d'approbateur à une personne qui n'y a pas contribué. Elle sera sollicitée dès que le rôle sera confirmé.",
        "Por favor, designe a un sustituto: dé la función de aprobador a una persona que no haya participado. Se le preguntará en cuanto se confirme la función."
    );

    private static readonly Text Unreadable = new("Could not be read:", "Illisible :", "No se pudo leer:");

    private static readonly Text Without = new(
        "This report was assembled without records that cannot be read. It names them as gaps where they are missing.",
        "Ce rapport a été établi sans des enregistrements illisibles. Il les indique comme des lacunes là où ils manquent.",
        "Este informe se preparó sin registros que no se pueden leer. Los señala como lagunas donde faltan."
    );

    private static readonly Text Mend = new(
        "Please have them looked at before it is signed. Once they are mended, send the report back and have it revised.",
        "Merci de les faire examiner avant la signature. Une fois réparés, renvoyez le rapport pour révision.",
        "Por favor, haga que se examinen antes de la firma. Una vez reparados, devuelva el informe para su revisión."
    );

    private static readonly Text Records = new("Records", "Enregistrements", "Registros");

    public static Letter Of(RecordsUnreadable report, Wording say)
    {
        string about = say.About(report.About);
        return new Letter(
            $"{Unreadable.In(say.Language)} {about}",
            [
                new Block.Paragraph($"{about}."),
                new Block.Paragraph(Without.In(say.Language)),
                new Block.Points($"{Records.In(say.Language)} ({report.Count})", [.. report.Records.Select(record => new Point(record))]),
                new Block.Paragraph(Mend.In(say.Language)),
                new Block.Action(say.Words.OpenPage, report.Link),
            ]
        );
    }

    public static Letter Of(NobodyDecides matter, Wording say)
    {
        string about = say.About(matter.About);
        return new Letter(
            $"{Undecided.In(say.Language)} {about}",
            [
                new Block.Paragraph($"{about}."),
                new Block.Paragraph(WhyUndecided.In(say.Language)),
                new Block.Paragraph(NameSubstitute.In(say.Language)),
                new Block.Action(say.Words.OpenPage, matter.People),
            ]
        );
    }
}
