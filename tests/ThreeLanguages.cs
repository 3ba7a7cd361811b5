namespace ACip.Workflows.Languages;

/// <summary>The languages that tests speak. The application knows none by name: it takes them from its registry.</summary>
internal static class ThreeLanguages
{
    extension(Language)
    {
        public static Language Fr => Language.FromString("fr");

        public static Language Es => Language.FromString("es");
    }

    extension(Text)
    {
        public static Text Of(string en, string fr, string es) =>
            Text.By(
                new Dictionary<string, string>
                {
                    ["en"] = en,
                    ["fr"] = fr,
                    ["es"] = es,
                },
                Language.En
            );
    }

    extension(Text text)
    {
        public string Fr => text.In(Language.Fr);

        public string Es => text.In(Language.Es);
    }
}
