using System.Globalization;
using Bot.Emulators.Telegram;

namespace Bot.Benchmarks;

/// <summary>From each update's creation to the arrival of the request that answers it, and the memory meanwhile.</summary>
/// <param name="Wrong">Answers with other words than the question's alone, or out of their order.</param>
internal sealed record LoadFigures(
    string Name,
    int Answers,
    int Wrong,
    TimeSpan Median,
    TimeSpan Late,
    TimeSpan Latest,
    double FirstMegabytes,
    double LastMegabytes
)
{
    public const string Header =
        "run            answers  wrong   p50 ms   p99 ms   max ms   MB first third   MB last third";

    public static LoadFigures Of(
        string name,
        IReadOnlyList<AskedAt> asked,
        RequestLog requests,
        IReadOnlyList<long> memory
    )
    {
        var sent = requests.Of("sendMessage").ToLookup(r => r.Chat, StringComparer.Ordinal);
        var (wrong, waits) = (0, new List<TimeSpan>());
        foreach (var chat in asked.GroupBy(a => a.Question.Chat))
        {
            var answers = chat.Key.BotMessages;
            var calls = sent[chat.Key.Id.ToString(CultureInfo.InvariantCulture)].ToList();
            wrong += Math.Abs(answers.Count - chat.Count());
            foreach (var (question, answer, call) in chat.Zip(answers, calls))
            {
                waits.Add(call.At - question.At);
                if (answer.Text != question.Answer)
                    wrong++;
            }
        }

        waits.Sort();
        var third = memory.Count / 3;
        return new LoadFigures(
            name,
            waits.Count,
            wrong,
            waits[waits.Count / 2],
            waits[waits.Count * 99 / 100],
            waits[^1],
            Megabytes(memory.Take(third)),
            Megabytes(memory.Skip(memory.Count - third))
        );
    }

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Name, -14} {Answers, 7} {Wrong, 6} {Median.TotalMilliseconds, 8:0} {Late.TotalMilliseconds, 8:0} {Latest.TotalMilliseconds, 8:0} {FirstMegabytes, 16:0.0} {LastMegabytes, 15:0.0}"
        );

    private static double Megabytes(IEnumerable<long> kilobytes) => kilobytes.Average() / 1024;
}
