using ACip.Workflows.Mail.Receiving;
using ACip.Workflows.Programme;

namespace ACip.Functions.Mail;

/// <summary>What became of a message, in words.</summary>
internal static class AsideWords
{
    public static Text3 State(SetAsideState state) => state switch
    {
        SetAsideState.Waiting => new("waits", "en attente", "en espera"),
        SetAsideState.TreatedAsAnswer => new("taken as an answer", "pris comme réponse", "tomado como respuesta"),
        SetAsideState.Discarded => new("discarded", "écarté", "descartado"),
        SetAsideState.Sealed => new("sealed", "scellé", "sellado"),
        _ => new("kept", "gardé", "guardado"),
    };
}
