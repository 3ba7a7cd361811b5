using ACip.Workflows.Messaging.Letters;

namespace ACip.Tests.Unit.Messaging.Letters.Kinds;

/// <summary>Roles that were given and taken.</summary>
internal static class RolesSamples
{
    public static IEnumerable<(string Name, MailContent Content)> Of(SampleWords say) =>
        [
            (
                "roles-own",
                new RolesChanged(
                    "Ama Mensah",
                    true,
                    say.Roles,
                    false,
                    "Kofi Asante",
                    say.T("Takes over from a colleague.", "Succède à un collègue.", "Sucede a un colega."),
                    null
                )
            ),
            (
                "roles-to-confirm",
                new RolesChanged(
                    "Ama Mensah",
                    false,
                    say.Roles,
                    true,
                    "Kofi Asante",
                    say.T("Takes over from a colleague.", "Succède à un collègue.", "Sucede a un colega."),
                    new Uri("https://acip.example/people/ama")
                )
            ),
            (
                "roles-by-deployment",
                new RolesChanged("Ama Mensah", false, [say.Roles[^1]], false, "", null, new Uri("https://acip.example/people/ama"))
            ),
        ];
}
