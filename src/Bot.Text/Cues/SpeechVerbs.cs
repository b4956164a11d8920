using System.Collections.Frozen;
using Bot.Text.Languages;

namespace Bot.Text.Cues;

/// <summary>The verbs that introduce speech, in every form.</summary>
internal static class SpeechVerbs
{
    private static readonly FrozenDictionary<string, string> Irregular = Language
        .House.Lines("irregular verbs")
        .ToFrozenDictionary(l => l[..l.IndexOf(' ')], l => l[(l.IndexOf(' ') + 1)..], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Doubling = Language.House.Set("doubling verbs");

    /// <summary>Every form with its verb; a form of several verbs is the first one's.</summary>
    public static IEnumerable<(string Form, Lexeme Lexeme)> Forms() =>
        Lemmas("speech verbs sure", CueStrength.Sure)
            .Concat(Lemmas("speech verbs loose", CueStrength.Loose))
            .Concat(Lemmas("speech verbs faint", CueStrength.Faint))
            .SelectMany(Inflected);

    private static IEnumerable<SpeechVerb> Lemmas(string heading, CueStrength strength) =>
        Language
            .House.Words(heading)
            .Select(entry => entry.Split(':'))
            .GroupBy(entry => entry[0], StringComparer.Ordinal)
            .Select(verb => new SpeechVerb(verb.Key, strength, [.. verb.Where(e => e.Length > 1).Select(e => e[1])]));

    private static IEnumerable<(string Form, Lexeme Lexeme)> Inflected(SpeechVerb verb)
    {
        var forms = Irregular.TryGetValue(verb.Lemma, out var listed) ? listed.Split(' ') : Regular(verb.Lemma);
        // "read" is first of all what the letter read.
        if (verb.Lemma is not ("read" or "put" or "hit" or "cast" or "bet" or "forecast" or "cut"))
            yield return (verb.Lemma, Of(VerbForm.Base));
        yield return (forms[0], Of(VerbForm.Third));
        foreach (var past in forms[1].Split('/'))
            yield return (past, Of(VerbForm.Past));
        yield return (forms[2], Of(VerbForm.Gerund));

        Lexeme Of(VerbForm form) => new(WordClasses.None, verb, form);
    }

    private static string[] Regular(string lemma)
    {
        if (lemma.EndsWith('e'))
            return
            [
                lemma + "s",
                lemma + "d",
                lemma.EndsWith("ee", StringComparison.Ordinal) ? lemma + "ing" : lemma[..^1] + "ing",
            ];
        if (lemma.EndsWith('y') && lemma[^2] is not ('a' or 'e' or 'o'))
            return [lemma[..^1] + "ies", lemma[..^1] + "ied", lemma + "ing"];
        if (
            lemma[^1] is 's' or 'x' or 'z'
            || lemma.EndsWith("sh", StringComparison.Ordinal)
            || lemma.EndsWith("ch", StringComparison.Ordinal)
        )
            return [lemma + "es", lemma + "ed", lemma + "ing"];
        var stem = Doubling.Contains(lemma) ? lemma + lemma[^1] : lemma;
        return [lemma + "s", stem + "ed", stem + "ing"];
    }
}
