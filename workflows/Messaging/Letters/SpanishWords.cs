namespace ACip.Workflows.Messaging.Letters;

internal sealed class SpanishWords : MailWords
{
    public override string Greeting(string name) => $"Hola, {name}:";

    public override string Fictional =>
        "FICTIONAL SAMPLE DATA. Datos de ejemplo ficticios: ninguna persona, administración ni cifra de este correo es real.";
    public override string SignedBy => "Programa A-CIP, Secretaría de la OMA";

    public override string TurnTo(string name, string address) => $"¿Preguntas? Escriba a {name}, {address}.";

    public override string WhyYouGetThis => "Recibe este correo porque participa en el Programa A-CIP.";
    public override string OpenPage => "Abrir la página";

    public override string AboutReport(string administration, string range) => $"{administration}, informe {range}";

    public override string AboutDonorReport(string donor, string range) => $"{donor}, informe al donante {range}";

    public override string AboutPlan(string administration, string title) => $"{administration}, plan de acción «{title}»";

    public override string DueBy(string moment) => $"Responda, por favor, a más tardar el {moment}.";

    public override string HowToReply =>
        "Puede responder a este correo: rellene el formulario siguiente y escriba ENVIAR solo en una línea cuando termine. También puede abrir la página.";
    public override string WorkbookAttached => "También puede rellenar el libro adjunto y devolverlo con su respuesta.";
    public override string AskForTime =>
        "Si necesita más tiempo, responda con esta línea: PREGUNTA: necesitamos más tiempo, hasta el (día), porque (motivo). Le contestará un responsable del programa.";
    public override string OnlyForYou => "Este correo es solo para usted. Si lo reenvía, otras personas no podrán responder en su lugar.";
    public override string Hidden => "recibido; visible solo en la página";
    public override string HiddenLine => "Una línea es visible solo en la página.";

    public override string DraftingSubject(string about) => $"Por redactar: {about}";

    public override string DraftingIntro =>
        "Redacte, por favor, el plan de acción de su administración: resultados, indicadores, líneas de base e hitos.";
    public override string PlanHowToReply =>
        "Rellene el libro adjunto y devuélvalo con su respuesta, o cambie el plan en la página. Cuando esté bien, responda con ENVIAR solo en una línea.";
    public override string PlanHowToReplyAgain =>
        "Rellene el libro que le enviamos y devuélvalo con su respuesta, o cambie el plan en la página. Cuando esté bien, responda con ENVIAR solo en una línea.";
    public override string PlanStands => "El plan tal como está";

    public override string QuarterlySubject(string about) => $"Informe solicitado: {about}";

    public override string QuarterlyIntro =>
        "Se ha abierto un nuevo período de informe. Indique, por favor, las cifras de su administración.";

    public override string ReminderSubject(string about) => $"Recordatorio: {about}";

    public override string LaterReminderSubject(string about) => $"Vence pronto: {about}";

    public override string OverdueSubject(string about) => $"Atrasado: {about}";

    public override string ReminderIntro => "Aún no tenemos su respuesta. Todavía hay tiempo.";
    public override string LaterReminderIntro => "Seguimos sin su respuesta y el plazo está a punto de terminar.";

    public override string OverdueIntro(string due) => $"Su respuesta debía llegar a más tardar el {due}. No la hemos recibido.";

    public override string ClosesAt(string moment) => $"Último momento para responder: {moment}. Después, el informe mostrará un vacío.";

    public override string EscalationSubject(string about) => $"Se necesita su ayuda: {about}";

    public override string EscalationToAlternate(string asked, string due) =>
        $"Se pidió a {asked} y no ha respondido. La respuesta debía llegar a más tardar el {due}. Usted es la persona suplente: responda, por favor, en su lugar.";

    public override string EscalationToHead(string asked, string due) =>
        $"Se pidió a {asked} y no ha respondido. La respuesta debía llegar a más tardar el {due}. Procure, por favor, que su administración responda.";

    public override string EscalationToOfficer(string asked, string due) =>
        $"Se pidió a {asked} y no ha respondido. La respuesta debía llegar a más tardar el {due}. Puede preguntar qué lo impide, o dar más tiempo.";

    public override string ReviewSubject(string about) => $"Por revisar: {about}";

    public override string ReviewIntro(string submitted, int items) => $"Se envió el {submitted}. Elementos por revisar: {items}.";

    public override string ReviewHow => "Abra la página para aceptarlo, o para devolverlo con un motivo para cada elemento.";

    public override string AfterColleague(string colleague) =>
        $"{colleague} ya había entregado este informe. Sus cifras de usted ocupan ahora el lugar de aquellas; se avisa a su colega.";

    public override string ChangedByColleague(string colleague) =>
        $"{colleague} ha cambiado cifras que usted entregó. Si es un error, responda con las líneas correctas.";

    public override string AcknowledgementSubject(string about) => $"Recibido: {about}";

    public override string SubmittedIntro => "Gracias. Su respuesta está enviada. Así la hemos entendido.";
    public override string NotedIntro => "Gracias. Hemos anotado sus cifras. Aún no están enviadas. Así las hemos entendido.";
    public override string NothingUnderstoodIntro => "Gracias. Hemos recibido su correo, pero no hemos encontrado ninguna cifra.";
    public override string NothingUsableIntro => "Gracias. Su correo ha llegado, pero no se pudo usar lo que traía.";
    public override string NilIntro => "Gracias. Su informe está entregado, sin nada que informar. Este es el motivo que hemos anotado:";

    public override string NilFor(string codes) => $"Vale para: {codes}.";

    public override string Changed(string was, string now) => $"antes: {was}; ahora: {now}";

    public override string Understood => "Entendido";
    public override string NotUnderstood => "No entendido";
    public override string FilesKept => "Archivos conservados como prueba";
    public override string FilesRefused => "Archivos no conservados";

    public override string StillMissing(string codes) => $"Aún sin respuesta: {codes}.";

    public override string ToSubmit => "Para enviar, responda con la palabra ENVIAR sola en una línea.";

    public override string CorrectUntil(string moment) =>
        $"Si algo no es correcto, responda con la línea correcta: mientras el informe no se haya revisado, y a más tardar el {moment}.";

    public override string PlanHandedInIntro => "Gracias. Su plan está entregado para su aprobación. Contiene:";

    public override string PlanCounted(int results, int indicators, int benchmarks, int activities, int risks) =>
        $"Resultados: {results}. Indicadores: {indicators}. Hitos: {benchmarks}. Actividades: {activities}. Riesgos: {risks}.";

    public override string PlanMissing => "Falta todavía; quien aprueba también lo ve";

    public override string PlanNext(string name, string address) =>
        $"Se le comunicará la decisión por correo. Si algo tiene que cambiar antes, escriba a {name}, {address}: el plan se le puede devolver.";

    public override string PlanSavedIntro(string workbook) =>
        $"Gracias. El libro {workbook} se ha incorporado al borrador. El plan aún no está entregado. Contiene:";

    public override string PlanCellsNotTaken => "No tomado del libro; ahí queda el valor anterior";
    public override string PlanToPutRight => "Por corregir antes de poder entregar el plan";
    public override string PlanNotHandedInIntro => "Gracias. El plan no está entregado: primero hay que corregir algo.";
    public override string PlanUnchangedIntro =>
        "Gracias por su correo. No ha cambiado el plan: un plan se cambia en el libro o en la página, y no línea por línea.";
    public override string WhatYouWrote => "Lo que usted escribió";
    public override string FindingsIntro => "Gracias. Esto es lo que hemos tomado como constataciones de la revisión:";

    public override string FindingsCorrect(string moment) =>
        $"Para cambiarlas, responda con el texto completo: mientras no se haya registrado lo que se deriva, y a más tardar el {moment}.";

    public override string QuestionSubject(string about) => $"Una pregunta: {about}";

    public override string QuestionIntro => "Gracias por su correo. Nada se pudo tomar como respuesta y no se ha cambiado nada.";

    public override string AnswerUntil(string moment) => $"Responda, por favor, a más tardar el {moment}.";

    public override string ConfirmSubject(string about) => $"Por confirmar: {about}";

    public override string ConfirmIntro =>
        "Hemos recibido una respuesta en su nombre. Su dominio de correo no demuestra que venga de usted, por lo que aún no cuenta.";

    public override string ConfirmWords(int lines) =>
        lines == 1
            ? "Otra línea, escrita con palabras, no se repite aquí; está en la página."
            : $"Otras {lines} líneas, escritas con palabras, no se repiten aquí; están en la página.";

    public override string ConfirmHow(string until) => $"Si es suya, abra la página y confírmela a más tardar el {until}.";

    public override string ConfirmNotYou => "Si no es suya, no haga nada y avise, por favor, a la Secretaría.";
    public override string ConfirmPageEndpoint => "Abrir la página para confirmar";

    public override string ReturnedSubject(string about) => $"Devuelto: {about}";

    public override string ReturnedIntro => "La Secretaría ha leído su respuesta y le pide que la cambie.";
    public override string ReturnedItems => "Revise, por favor, estos elementos";

    public override string ReturnedHow(string due) => $"Corrija y envíe de nuevo, por favor, a más tardar el {due}.";

    public override string AcceptedSubject(string about) => $"Aceptado: {about}";

    public override string AcceptedIntro => "La Secretaría ha aceptado su respuesta. Gracias. No tiene que hacer nada más.";

    public override string AcceptedLater(string name, string address) =>
        $"Si más adelante una cifra resulta incorrecta, escriba a {name}, {address}.";

    public override string DonorReportSubject(string title, int version) => $"Publicado: {title}, versión {version}";

    public override string DonorReportIntro(string donor, string range) => $"Se ha publicado el informe para {donor}, período {range}.";

    public override string DonorReportSupersedes(int version) => $"Sustituye a la versión {version}.";

    public override string DonorReportLink(string expires) => $"El enlace funciona hasta el {expires}.";

    public override string DonorReportDigest => "Para comprobar que su copia es la publicada, compare este SHA-256 de su manifiesto:";
    public override string CodeSubject => "Su código";
    public override string CodeIntro => "Escriba este código en la página que lo ha pedido:";

    public override string CodeUntil(string moment) => $"Funciona una sola vez, hasta el {moment}.";

    public override string CodeNotYou =>
        "Si no ha pedido un código, otra persona tiene su enlace. No comparta el código y avise, por favor, a la Secretaría.";
    public override string NeedsPersonSubject => "Un mensaje necesita a una persona";

    public override string NeedsPersonIntro(string received) => $"Un mensaje recibido el {received} no ha tenido ningún efecto.";

    public override string NeedsPersonReason(string reason) => $"Motivo: {reason}";

    public override string NeedsPersonTask(string about) => $"Se envió a: {about}.";

    public override string NeedsPersonHow => "Abra la página para leerlo y, después, trátelo como respuesta, descártelo o séllelo.";

    public override string PassedOnSubject => "Su mensaje se ha transmitido";

    public override string PassedOnIntro(string received) => $"Su mensaje del {received} ha llegado, pero no se pudo tomar como respuesta.";

    public override string PassedOnNext =>
        "Nada se ha perdido: la Secretaría tiene su mensaje y una persona le escribirá. No hace falta que lo envíe de nuevo.";

    public override string BouncedSubject(string person) => $"No entregado: correo a {person}";

    public override string BouncedIntro(string person, string at) => $"Un correo a {person} no se pudo entregar el {at}.";

    public override string BouncedWhy(string why) => $"El servicio de correo indica: {why}";

    public override string BouncedHow => "Compruebe, por favor, la dirección, o pregunte a otra persona de la administración.";

    public override string SuppressedSubject(string person) => $"Ya no llega ningún correo a {person}";

    public override string SuppressedAsSpam(string person, string at) => $"Un correo a {person} se marcó como no deseado el {at}.";

    public override string Unsubscribed(string person, string at) => $"{person} canceló la suscripción a nuestros correos el {at}.";

    public override string SuppressedHow =>
        "Desde ahora, el servicio de correo no entrega nada a esta dirección. Hable, por favor, con la persona y haga que la dirección se retire de la lista de exclusión del servicio de correo, o registre otra dirección.";

    public override string CommentedSubject(string about) => $"Un comentario: {about}";

    public override string CommentPassedSubject(string about) => $"Transmitido: {about}";

    public override string Commented(string by) => $"{by} escribe:";

    public override string CommentedOn(string by, string item) => $"{by} escribe sobre {item}:";

    public override string CommentPassed =>
        "Gracias. Su mensaje se ha transmitido. La respuesta llegará por correo y constará en la página del informe:";
    public override string CommentReply =>
        "Para responder, conteste a este correo. Lo que escriba arriba consta en el diálogo sobre este informe. Para dar una cifra, escriba su línea, como B3: 45.";

    public override string DigestSubject(int count) => $"Avisos para usted: {count}";

    public override string DigestHeading => "Lo que ha surgido y aún puede esperar";
    public override string DigestChoose =>
        "Recibe estos puntos juntos, una vez por día laborable o por semana, según elija; lo urgente llega aparte.";
    public override string DigestChoosePage => "Elegir la frecuencia";

    public override string ByWhen(string moment) => $"a más tardar el {moment}";

    public override string PlanReviewSubject(string about) => $"Revisión del plan: {about}";

    public override string PlanReviewAtMidTerm =>
        "Su plan de acción está a mitad de camino. Diga qué se ha logrado, qué no y por qué, y qué debería cambiar en el tiempo que queda.";
    public override string PlanReviewAtEnd =>
        "Su plan de acción llega a su fin. Diga qué se ha logrado, qué perdurará, qué no se alcanzó y por qué, y qué se aprendió.";
    public override string PlanReviewHow =>
        "Responda a este correo con sus propias palabras: todo lo que escriba arriba se toma como lo constatado en la revisión.";
}
