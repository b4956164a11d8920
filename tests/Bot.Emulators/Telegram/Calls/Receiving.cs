using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Bot.Emulators.Telegram.Calls;

/// <summary>Webhooks; https there, or plain http to this machine, as a server of one's own allows.</summary>
internal static partial class Receiving
{
    public static JsonNode SetWebhook(ApiCall call)
    {
        if (call.Text("url") is not { } address)
            return DeleteWebhook(call);
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url))
            throw Refused.Bad("invalid webhook URL specified");
        if (url.Scheme != "https" && !(url.Scheme == "http" && url.IsLoopback))
            throw Refused.Bad("bad webhook: An HTTPS URL must be provided for webhook");
        var secret = call.Text("secret_token");
        if (secret?.Length > 256)
            throw Refused.Bad("secret token is too long");
        if (secret is not null && !Secrets().IsMatch(secret))
            throw Refused.Bad("secret token contains unallowed characters");
        if (call.Json("allowed_updates") is { } kinds)
            call.Bot.Inbox.Allow(ApiCall.Strings(kinds));
        if (call.Flag("drop_pending_updates"))
            call.Bot.Inbox.Clear();
        call.Bot.Poll.End("Conflict: terminated by setWebhook request");
        call.Bot.Webhook.Set(url, secret, (int)Math.Clamp(call.Number("max_connections") ?? 40, 1, 100));
        return true;
    }

    public static JsonNode DeleteWebhook(ApiCall call)
    {
        if (call.Flag("drop_pending_updates"))
            call.Bot.Inbox.Clear();
        call.Bot.Webhook.Remove();
        return true;
    }

    public static JsonNode GetWebhookInfo(ApiCall call) => call.Bot.Webhook.Describe();

    [GeneratedRegex("^[A-Za-z0-9_-]+$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Secrets();
}
