namespace ACip.Local.Mail.Sending;

/// <summary>The body of POST /v3/mail/send as SendGrid's OpenAPI document (tsg_mail_v3) lays it down.</summary>
internal static class RequestShape
{
    private static readonly Shape Address = new Members(new() { ["email"] = new Text(), ["name"] = new Text() }, "email");
    private static readonly Shape Whole = new Whole();
    private static readonly Shape Enable = new Members(new() { ["enable"] = new Switch() });

    private static readonly Shape Personalization = new Members(
        new()
        {
            ["from"] = Address,
            ["to"] = new Items(Address, Min: 1),
            ["cc"] = new Items(Address, Max: 1000),
            ["bcc"] = new Items(Address, Max: 1000),
            ["subject"] = new Text(1),
            ["headers"] = new Pairs(),
            ["substitutions"] = new Pairs(10_000),
            ["dynamic_template_data"] = new AnyMembers(),
            ["custom_args"] = new Pairs(10_000),
            ["send_at"] = Whole,
        },
        "to"
    );

    private static readonly Shape Attachment = new Members(
        new()
        {
            ["content"] = new Text(1),
            ["type"] = new Text(1),
            ["filename"] = new Text(1),
            ["disposition"] = new Text(),
            ["content_id"] = new Text(),
        },
        "content",
        "filename"
    );

    private static readonly Shape MailSettings = new Members(
        new()
        {
            ["bypass_list_management"] = Enable,
            ["bypass_spam_management"] = Enable,
            ["bypass_bounce_management"] = Enable,
            ["bypass_unsubscribe_management"] = Enable,
            ["footer"] = new Members(
                new()
                {
                    ["enable"] = new Switch(),
                    ["text"] = new Text(),
                    ["html"] = new Text(),
                }
            ),
            ["sandbox_mode"] = Enable,
        }
    );

    private static readonly Shape TrackingSettings = new Members(
        new()
        {
            ["click_tracking"] = new Members(new() { ["enable"] = new Switch(), ["enable_text"] = new Switch() }),
            ["open_tracking"] = new Members(new() { ["enable"] = new Switch(), ["substitution_tag"] = new Text() }),
            ["subscription_tracking"] = new Members(
                new()
                {
                    ["enable"] = new Switch(),
                    ["text"] = new Text(),
                    ["html"] = new Text(),
                    ["substitution_tag"] = new Text(),
                }
            ),
            ["ganalytics"] = new Members(
                new()
                {
                    ["enable"] = new Switch(),
                    ["utm_source"] = new Text(),
                    ["utm_medium"] = new Text(),
                    ["utm_term"] = new Text(),
                    ["utm_content"] = new Text(),
                    ["utm_campaign"] = new Text(),
                }
            ),
        }
    );

    public static Shape Body { get; } =
        new Members(
            new()
            {
                ["personalizations"] = new Items(Personalization, Min: 1, Max: 1000),
                ["from"] = Address,
                ["reply_to"] = Address,
                ["reply_to_list"] = new Items(Address, Max: 1000),
                ["subject"] = new Text(1),
                ["content"] = new Items(new Members(new() { ["type"] = new Text(1), ["value"] = new Text(1) }, "type", "value"), Min: 1),
                ["attachments"] = new Items(Attachment),
                ["template_id"] = new Text(),
                ["headers"] = new Pairs(),
                ["categories"] = new Items(new Text(1, 255), Max: 10),
                // a string in the document, though the API takes an object too: what belongs to one recipient goes with that recipient
                ["custom_args"] = new Text(),
                ["send_at"] = Whole,
                ["batch_id"] = new Text(),
                ["asm"] = new Members(new() { ["group_id"] = Whole, ["groups_to_display"] = new Items(Whole, Max: 25) }, "group_id"),
                ["ip_pool_name"] = new Text(2, 64),
                ["mail_settings"] = MailSettings,
                ["tracking_settings"] = TrackingSettings,
            },
            "personalizations",
            "from"
        );
}
