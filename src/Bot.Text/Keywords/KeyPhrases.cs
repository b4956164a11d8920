using System.Runtime.InteropServices;
using Bot.Text.Languages;
using Bot.Text.Sentences;
using Bot.Text.Spans;
using Bot.Text.Words;

namespace Bot.Text.Keywords;

/// <summary>A word or run of words in small letters that an article uses.</summary>
/// <param name="Words">Folded, so that "guarantee" and "guarantees" are one.</param>
/// <param name="Shown">As the article has it first.</param>
/// <param name="FirstSentence">Index of the sentence that has it first.</param>
internal sealed record KeyPhrase(IReadOnlyList<string> Words, string Shown, int FirstSentence)
{
    public int Count { get; set; } = 1;
}

/// <summary>Counts the runs of up to three words between function words, marks and names.</summary>
internal sealed class KeyPhrases
{
    private const int LongestPhrase = 3;
    private const int ShortestWord = 3;

    private readonly string _text;
    private readonly string _language;
    private readonly List<KeyPhrase> _phrases = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>Words met before as they are counted; null for one that ends a run.</summary>
    private readonly Dictionary<string, string?> _folded = new(StringComparer.Ordinal);

    private char[] _key = new char[64];

    private KeyPhrases(string text, string language)
    {
        _text = text;
        _language = language;
    }

    /// <param name="names">Spans of names in order of their places, whose words belong to no phrase.</param>
    public static IReadOnlyCollection<KeyPhrase> In(
        string text,
        IReadOnlyList<Sentence> sentences,
        IReadOnlyList<TextSpan> names,
        string language
    )
    {
        var phrases = new KeyPhrases(text, language);
        var name = 0;
        var run = new List<(TextSpan Span, string Folded)>();
        for (var i = 0; i < sentences.Count; i++)
        {
            foreach (var word in WordReader.Read(text, sentences[i].Span))
            {
                while (name < names.Count && names[name].End <= word.Span.Start)
                    name++;
                var isNamed = name < names.Count && names[name].Overlaps(word.Span);
                if (!isNamed && phrases.FoldContent(word, word.Span.Start == sentences[i].Span.Start) is { } folded)
                {
                    run.Add((word.Span, folded));
                    continue;
                }

                phrases.Count(run, i);
                run.Clear();
            }

            phrases.Count(run, i);
            run.Clear();
        }

        return phrases._phrases;
    }

    /// <summary>The word as it is counted, null where it ends a run.</summary>
    private string? FoldContent(Word word, bool isFirst)
    {
        if (word.Kind != WordKind.Letters || word.Span.Length < ShortestWord)
            return null;
        var span = word.Span.In(_text);

        // A capital is a name's or the sentence's own, which tells nothing; German writes every noun with one.
        if (char.IsUpper(span[0]) && (isFirst || _language != "de"))
            return null;
        var known = _folded.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!known.TryGetValue(span, out var folded))
            known[span] = folded = FoldContent(span.ToString());
        return folded;
    }

    private string? FoldContent(string word)
    {
        var lower = word.ToLowerInvariant().Replace('’', '\'');
        if (FunctionWords.Of(_language).Contains(lower) || _language == "en" && WeakWords.Contains(lower))
            return null;
        return _language == "en" ? Singular(lower) : lower;
    }

    private static string Singular(string word) =>
        word.Length > 4 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i') ? word[..^1] : word;

    private void Count(List<(TextSpan Span, string Folded)> run, int sentence)
    {
        for (var first = 0; first < run.Count; first++)
        {
            for (var last = first; last < run.Count && last - first < LongestPhrase; last++)
            {
                if (last > first && run[last].Span.Start - run[last - 1].Span.End != 1)
                    break;
                var (head, tail) = (run[first].Folded, run[last].Folded);
                if (last == first && _language == "en" && WeakWords.IsAdjective(head))
                    continue;
                if (_language == "en" && (WeakWords.EndsWeakly(tail) || WeakWords.EndsWeakly(head)))
                    continue;
                Count(CollectionsMarshal.AsSpan(run)[first..(last + 1)], sentence);
            }
        }
    }

    private void Count(ReadOnlySpan<(TextSpan Span, string Folded)> words, int sentence)
    {
        var length = 0;
        foreach (var (_, word) in words)
        {
            if (length + word.Length + 1 > _key.Length)
                Array.Resize(ref _key, 2 * (length + word.Length));
            word.CopyTo(_key.AsSpan(length));
            length += word.Length;
            _key[length++] = ' ';
        }

        var numbers = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        var key = _key.AsSpan(0, length - 1);
        if (numbers.TryGetValue(key, out var number))
        {
            _phrases[number].Count++;
            return;
        }

        numbers[key] = _phrases.Count;
        var shown = TextSpan.FromBounds(words[0].Span.Start, words[^1].Span.End).Of(_text);
        var folded = new string[words.Length];
        for (var i = 0; i < folded.Length; i++)
            folded[i] = words[i].Folded;
        _phrases.Add(new KeyPhrase(folded, _language == "de" ? shown : shown.ToLowerInvariant(), sentence));
    }
}
