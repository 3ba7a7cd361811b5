using System.Collections.Frozen;
using ACip.Workflows.Languages;

namespace ACip.Workflows.Messaging.Incoming;

/// <summary>Why a file was not kept as evidence, in words that say what to do instead.</summary>
public static class AttachmentReasons
{
    public const string Empty = "empty";
    public const string TooLarge = "too-large";
    public const string TooMany = "too-many";
    public const string Macros = "macros";
    public const string Password = "password";
    public const string OldOffice = "old-office";
    public const string Damaged = "damaged";
    public const string Decoration = "decoration";
    public const string Encrypted = "encrypted";
    public const string KindNotAccepted = "kind-not-accepted";

    private static readonly FrozenDictionary<string, Text> Texts = new Dictionary<string, Text>
    {
        [Empty] = new("The file is empty.", "Le fichier est vide.", "El archivo está vacío."),
        [TooLarge] = new(
            "The file is larger than 25 MB. Please send a smaller one.",
            "Le fichier dépasse 25 Mo. Veuillez en envoyer un plus petit.",
            "El archivo supera los 25 MB. Envíe uno más pequeño."
        ),
        [TooMany] = new(
            "The message has more than 20 files. Please send the others in another message.",
            "Le message contient plus de 20 fichiers. Veuillez envoyer les autres dans un autre message.",
            "El mensaje tiene más de 20 archivos. Envíe los demás en otro mensaje."
        ),
        [Macros] = new(
            "The file contains macros. Please save it without macros, as .xlsx or .docx, and send it again.",
            "Le fichier contient des macros. Veuillez l'enregistrer sans macros, au format .xlsx ou .docx, et le renvoyer.",
            "El archivo contiene macros. Guárdelo sin macros, como .xlsx o .docx, y envíelo de nuevo."
        ),
        [Password] = new(
            "The file is protected by a password. Please send it without one.",
            "Le fichier est protégé par un mot de passe. Veuillez l'envoyer sans mot de passe.",
            "El archivo está protegido con contraseña. Envíelo sin contraseña."
        ),
        [Encrypted] = new(
            "The file is encrypted and cannot be opened here. Please send it without encryption.",
            "Le fichier est chiffré et ne peut pas être ouvert ici. Veuillez l'envoyer sans chiffrement.",
            "El archivo está cifrado y no se puede abrir aquí. Envíelo sin cifrar."
        ),
        [OldOffice] = new(
            "The file has an old format. Please save it as .xlsx, .docx or PDF and send it again.",
            "Le fichier est dans un ancien format. Veuillez l'enregistrer au format .xlsx, .docx ou PDF et le renvoyer.",
            "El archivo tiene un formato antiguo. Guárdelo como .xlsx, .docx o PDF y envíelo de nuevo."
        ),
        [Damaged] = new(
            "The file is damaged. Please send it again.",
            "Le fichier est endommagé. Veuillez le renvoyer.",
            "El archivo está dañado. Envíelo de nuevo."
        ),
        [Decoration] = new(
            "A small picture from the text, such as a logo, is not kept.",
            "Une petite image du texte, telle qu'un logo, n'est pas conservée.",
            "Una imagen pequeña del texto, como un logotipo, no se conserva."
        ),
        [KindNotAccepted] = new(
            "Files of this kind are not accepted. Please send PDF, PNG, JPEG, Word (.docx), Excel (.xlsx), text or CSV.",
            "Ce type de fichier n'est pas accepté. Veuillez envoyer un PDF, PNG, JPEG, Word (.docx), Excel (.xlsx), texte ou CSV.",
            "No se aceptan archivos de este tipo. Envíe PDF, PNG, JPEG, Word (.docx), Excel (.xlsx), texto o CSV."
        ),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IEnumerable<string> All => Texts.Keys;

    /// <exception cref="KeyNotFoundException">The slug is none of ours.</exception>
    public static Text Text(string reason) => Texts[reason];
}
