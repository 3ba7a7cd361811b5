namespace ACip.Workflows.Mail.Outgoing;

internal sealed class SpanishWords : MailWords
{
    public override string Greeting(string name) => $"Hola, {name}:";
    public override string Fictional => "FICTIONAL SAMPLE DATA. Datos de ejemplo ficticios: ninguna persona, administración ni cifra de este correo es real.";
    public override string SignedBy => "Programa A-CIP, Secretaría de la OMA";
    public override string WhyYouGetThis => "Recibe este correo porque participa en el Programa A-CIP.";
    public override string OpenPage => "Abrir la página";
    public override string AboutReport(string administration, string range) => $"{administration}, informe {range}";
    public override string AboutDonorReport(string donor, string range) => $"{donor}, informe al donante {range}";
    public override string AboutPlan(string administration, string title) => $"{administration}, plan de acción «{title}»";
    public override string DueBy(string moment) => $"Responda, por favor, a más tardar el {moment}.";
    public override string HowToReply => "Puede responder a este correo: rellene el formulario siguiente y escriba ENVIAR solo en una línea cuando termine. También puede abrir la página.";
    public override string WorkbookAttached => "También puede rellenar el libro adjunto y devolverlo con su respuesta.";
    public override string OnlyForYou => "Este correo es solo para usted. Si lo reenvía, otras personas no podrán responder en su lugar.";
    public override string Hidden => "recibido; visible solo en la página";
    public override string HiddenLine => "Una línea es visible solo en la página.";

    public override string DraftingSubject(string about) => $"Por redactar: {about}";
    public override string DraftingIntro => "Redacte, por favor, el plan de acción de su administración: resultados, indicadores, líneas de base e hitos.";
    public override string QuarterlySubject(string about) => $"Informe solicitado: {about}";
    public override string QuarterlyIntro => "Se ha abierto un nuevo período de informe. Indique, por favor, las cifras de su administración.";
    public override string ReminderSubject(string about) => $"Recordatorio: {about}";
    public override string LaterReminderSubject(string about) => $"Vence pronto: {about}";
    public override string OverdueSubject(string about) => $"Atrasado: {about}";
    public override string ReminderIntro => "Aún no tenemos su respuesta. Todavía hay tiempo.";
    public override string LaterReminderIntro => "Seguimos sin su respuesta y el plazo está a punto de terminar.";
    public override string OverdueIntro(string due) => $"Su respuesta debía llegar a más tardar el {due}. No la hemos recibido.";
    public override string ClosesAt(string moment) => $"Podemos aceptar una respuesta hasta el {moment}. Después, el informe mostrará un vacío.";
    public override string EscalationSubject(string about) => $"Se necesita su ayuda: {about}";
    public override string EscalationToAlternate(string asked, string due) => $"Se pidió a {asked} y no ha respondido. La respuesta debía llegar a más tardar el {due}. Usted es la persona suplente: responda, por favor, en su lugar.";
    public override string EscalationToHead(string asked, string due) => $"Se pidió a {asked} y no ha respondido. La respuesta debía llegar a más tardar el {due}. Procure, por favor, que su administración responda.";
    public override string ReviewSubject(string about) => $"Por revisar: {about}";
    public override string ReviewIntro(string submitted, int items) => $"Se envió el {submitted}. Elementos por revisar: {items}.";
    public override string ReviewHow => "Abra la página para aceptarlo, o para devolverlo con un motivo para cada elemento.";
    public override string ExpiredSubject(string about) => $"Cerrado sin respuesta: {about}";
    public override string ExpiredIntro(string closed) => $"Esta tarea se cerró el {closed} sin respuesta. El vacío se mostrará como tal.";
    public override string ExpiredNext => "Aún puede contar a la Secretaría lo ocurrido: responda a este correo. Lo leerá una persona.";

    public override string AfterColleague(string colleague) => $"{colleague} ya había entregado este informe. Sus cifras de usted ocupan ahora el lugar de aquellas; se avisa a su colega.";
    public override string ChangedByColleague(string colleague) => $"{colleague} ha cambiado cifras que usted entregó. Si es un error, responda con las líneas correctas.";
    public override string AcknowledgementSubject(string about) => $"Recibido: {about}";
    public override string SubmittedIntro => "Gracias. Su respuesta está enviada. Así la hemos entendido.";
    public override string NotedIntro => "Gracias. Hemos anotado sus cifras. Aún no están enviadas. Así las hemos entendido.";
    public override string NothingUnderstoodIntro => "Gracias. Hemos recibido su correo, pero no hemos encontrado ninguna cifra.";
    public override string Understood => "Entendido";
    public override string NotUnderstood => "No entendido";
    public override string FilesKept => "Archivos conservados como prueba";
    public override string FilesRefused => "Archivos no conservados";
    public override string StillMissing(string codes) => $"Aún sin respuesta: {codes}.";
    public override string ToSubmit => "Para enviar, responda con la palabra ENVIAR sola en una línea.";
    public override string CorrectUntil(string moment) => $"Si algo no es correcto, responda con la línea correcta. Puede corregir hasta el {moment}.";
    public override string QuestionSubject(string about) => $"Una pregunta: {about}";
    public override string QuestionIntro => "Gracias por su correo. No hemos podido entenderlo lo bastante bien. No se ha cambiado nada.";
    public override string AnswerUntil(string moment) => $"Responda, por favor, hasta el {moment}.";
    public override string ConfirmSubject(string about) => $"Por confirmar: {about}";
    public override string ConfirmIntro => "Hemos recibido una respuesta en su nombre. Su dominio de correo no demuestra que venga de usted, por lo que aún no cuenta.";
    public override string ConfirmHow(string until) => $"Si es suya, abra la página y confírmela hasta el {until}.";
    public override string ConfirmNotYou => "Si no es suya, no haga nada y avise, por favor, a la Secretaría.";
    public override string ConfirmPage => "Abrir la página para confirmar";

    public override string ReturnedSubject(string about) => $"Devuelto: {about}";
    public override string ReturnedIntro => "La Secretaría ha leído su respuesta y le pide que la cambie.";
    public override string ReturnedItems => "Revise, por favor, estos elementos";
    public override string ReturnedHow(string due) => $"Corrija y envíe de nuevo, por favor, a más tardar el {due}.";
    public override string AcceptedSubject(string about) => $"Aceptado: {about}";
    public override string AcceptedIntro => "La Secretaría ha aceptado su respuesta. Gracias. No tiene que hacer nada más.";
    public override string LocksAt(string moment) => $"Aún puede corregir una cifra hasta el {moment}. Después, escriba a la Secretaría.";

    public override string DonorReportSubject(string title, int version) => $"Publicado: {title}, versión {version}";
    public override string DonorReportIntro(string donor, string range) => $"Se ha publicado el informe para {donor}, período {range}.";
    public override string DonorReportSupersedes(int version) => $"Sustituye a la versión {version}.";
    public override string DonorReportLink(string expires) => $"El enlace funciona hasta el {expires}.";
    public override string DonorReportDigest => "Para comprobar que su copia es la publicada, compare este SHA-256 de su manifiesto:";
    public override string CodeSubject => "Su código";
    public override string CodeIntro => "Escriba este código en la página que lo ha pedido:";
    public override string CodeUntil(string moment) => $"Funciona una sola vez, hasta el {moment}.";
    public override string CodeNotYou => "Si no ha pedido un código, otra persona tiene su enlace. No comparta el código y avise, por favor, a la Secretaría.";
    public override string NeedsPersonSubject => "Un mensaje necesita a una persona";
    public override string NeedsPersonIntro(string received) => $"Un mensaje recibido el {received} no ha tenido ningún efecto.";
    public override string NeedsPersonReason(string reason) => $"Motivo: {reason}";
    public override string NeedsPersonTask(string about) => $"Se envió a: {about}.";
    public override string NeedsPersonHow => "Abra la página para leerlo y, después, trátelo como respuesta, descártelo o séllelo.";
    public override string BouncedSubject(string person) => $"No entregado: correo a {person}";
    public override string BouncedIntro(string person, string at) => $"Un correo a {person} no se pudo entregar el {at}.";
    public override string BouncedWhy(string why) => $"El servicio de correo indica: {why}";
    public override string BouncedHow => "Compruebe, por favor, la dirección, o pregunte a otra persona de la administración.";
}
