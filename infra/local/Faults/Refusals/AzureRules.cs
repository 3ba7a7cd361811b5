using ACip.Local.Faults.Wire;

namespace ACip.Local.Faults.Refusals;

/// <summary>What Azure Storage refuses although Azurite and the clients let it through, so that what runs here runs there.</summary>
internal static class AzureRules
{
    /// <summary>How much of a call's body the rules want to see.</summary>
    public static int MostRead(string service) => service == "Table" ? TableRules.MaxBodyBytes : 0;

    /// <returns>Null where Azure would look further, as storage behind the proxy does now.</returns>
    public static Refusal? Check(string service, ClientRequest request) =>
        service switch
        {
            "Blob" => BlobRules.Check(request.Target),
            "Table" when request.BodyLength > TableRules.MaxBodyBytes => Refusal.RequestBodyTooLarge,
            "Table" => TableRules.Check(request.Method, request.Target, request.Body),
            _ => null,
        };
}
