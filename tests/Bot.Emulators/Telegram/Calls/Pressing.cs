using System.Text.Json.Nodes;

namespace Bot.Emulators.Telegram.Calls;

internal static class Pressing
{
    private const int MostUnits = 200;
    private static readonly TimeSpan Answerable = TimeSpan.FromMinutes(15);

    public static JsonNode AnswerCallbackQuery(ApiCall call)
    {
        var text = call.Text("text");
        if (
            call.Text("callback_query_id") is not { } id
            || !call.Bot.Presses.TryGetValue(id, out var press)
            || call.Town.Now - press.At > Answerable
        )
            throw Refused.Bad("query is too old and response timeout expired or query ID is invalid");
        if (text?.Length > MostUnits)
        {
            call.Breaks("text", $"has {text.Length} units; {MostUnits} fit");
            throw Refused.Bad("MESSAGE_TOO_LONG");
        }

        press.Answer = new PressAnswer(text, call.Flag("show_alert"), call.Text("url"));
        press.Answers++;
        call.Town.Bell.Ring();
        return true;
    }
}
