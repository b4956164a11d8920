using System.Globalization;
using System.Text;
using Bot.Core.Chat;

namespace Bot.Core.Texts;

/// <summary>The phrasebook opened at one language: what the desk says to one reader.</summary>
public sealed class Edition
{
    /// <summary>A value of this name is a <see cref="Reason"/>.</summary>
    private const string ReasonName = "why";

    private readonly IReadOnlyDictionary<string, PhraseForms> phrases;

    internal Edition(CultureInfo language, IReadOnlyDictionary<string, PhraseForms> phrases)
    {
        Language = language;
        this.phrases = phrases;
    }

    public CultureInfo Language { get; }

    /// <summary>The phrase with its placeholders filled. A value named "count" picks the plural form.</summary>
    /// <exception cref="KeyNotFoundException">The phrasebook has no such phrase: a bug.</exception>
    public string Say(string key, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var words = new StringBuilder();
        foreach (var part in Parts(key, values))
            words.Append(part as string ?? Write(part));
        return words.ToString();
    }

    /// <summary>The same for a line of a reply: values that are words of a reply keep their kind, the rest is plain.</summary>
    public IReadOnlyList<Inline> Line(string key, params ReadOnlySpan<(string Name, object Value)> values) =>
        Runs(key, values, words => new Plain(words));

    /// <summary>The same in small print.</summary>
    public IReadOnlyList<Inline> Print(string key, params ReadOnlySpan<(string Name, object Value)> values) =>
        Runs(key, values, words => new Small(words));

    public string Number(long number) => number.ToString("N0", Language);

    public string Day(DateTimeOffset instant) => instant.ToString(Say("date.day"), Language);

    /// <summary>"one, two and three"</summary>
    public string And(IReadOnlyList<string> parts) =>
        parts.Count < 2
            ? string.Concat(parts)
            : Say("list.and", ("before", string.Join(Say("list.comma"), parts.SkipLast(1))), ("last", parts[^1]));

    /// <summary>A name of something, between the marks of this language.</summary>
    public string InMarks(string name) => $"{Say("quote.open")}{name}{Say("quote.close")}";

    /// <summary>A reason as it is kept, in the reader's words: a phrase's key where it is one of ours, else as it stands.</summary>
    public string Reason(string why) => phrases.ContainsKey(why) ? Say(why) : why;

    /// <summary>A language's name as the reader calls it.</summary>
    /// <param name="tag">BCP 47.</param>
    public string LanguageName(string tag)
    {
        // The framework names a culture in the language of its user alone, and has no other way to be asked.
        var user = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = Language;
            return CultureInfo.GetCultureInfo(tag).DisplayName;
        }
        catch (CultureNotFoundException)
        {
            return tag;
        }
        finally
        {
            CultureInfo.CurrentUICulture = user;
        }
    }

    private List<Inline> Runs(string key, ReadOnlySpan<(string Name, object Value)> values, Func<string, Inline> ours)
    {
        var runs = new List<Inline>();
        var words = new StringBuilder();
        foreach (var part in Parts(key, values))
        {
            if (part is Inline or IEnumerable<Inline>)
            {
                Flush();
                runs.AddRange(part as IEnumerable<Inline> ?? [(Inline)part]);
            }
            else
            {
                words.Append(Write(part));
            }
        }

        Flush();
        return runs;

        void Flush()
        {
            if (words.Length > 0)
                runs.Add(ours(words.ToString()));
            words.Clear();
        }
    }

    private List<object> Parts(string key, ReadOnlySpan<(string Name, object Value)> values)
    {
        var form = PhraseForms.Other;
        foreach (var (name, value) in values)
        {
            if (name == "count" && value is int or long)
                form = PluralRules.FormOf(Language, Convert.ToInt64(value, CultureInfo.InvariantCulture));
        }

        var template = phrases[key].In(form);
        var parts = new List<object>();
        for (var at = 0; at < template.Length; )
        {
            var open = template.IndexOf('{', at);
            var close = open < 0 ? -1 : template.IndexOf('}', open);
            if (close < 0)
            {
                parts.Add(template[at..]);
                break;
            }

            if (open > at)
                parts.Add(template[at..open]);
            parts.Add(ValueOf(key, template[(open + 1)..close], values));
            at = close + 1;
        }

        return parts;
    }

    private object ValueOf(string key, string name, ReadOnlySpan<(string Name, object Value)> values)
    {
        foreach (var value in values)
        {
            if (value.Name == name)
                return name == ReasonName && value.Value is string reason ? Reason(reason) : value.Value;
        }

        throw new KeyNotFoundException($"The phrase “{key}” was given no “{name}”.");
    }

    private string Write(object value) =>
        value switch
        {
            string words => words,
            int number => Number(number),
            long number => Number(number),
            DateTimeOffset instant => Day(instant),
            IFormattable other => other.ToString(null, Language),
            _ => value.ToString() ?? "",
        };
}
