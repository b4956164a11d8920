using System.Collections.Frozen;
using System.Runtime.InteropServices;
using Bot.Text.Languages;
using Bot.Text.Letters;
using Bot.Text.Sentences;
using Bot.Text.Spans;
using Bot.Text.Words;

namespace Bot.Text.Keywords;

/// <summary>Counts the runs of up to three words between function words, marks and names.</summary>
internal sealed class KeyPhrases
{
    private const int LongestPhrase = 3;
    private const int ShortestWord = 3;

    /// <summary>As many as most articles have, so that there is room from the start.</summary>
    private const int Few = 400;

    private readonly SentenceWords _article;
    private readonly string _language;
    private readonly FrozenSet<string> _functionWords;

    /// <summary>What each spelling of the article is as a word of phrases.</summary>
    private readonly Content[] _contents;
    private readonly Dictionary<string, int> _numbers = new(Few, StringComparer.Ordinal);
    private readonly List<Part> _run = [];

    /// <summary>The place of each phrase, by the numbers of its words.</summary>
    private readonly Dictionary<Key, int> _places = new(Few);
    private readonly List<KeyPhrase> _phrases = new(Few);

    private KeyPhrases(SentenceWords article, string language)
    {
        _article = article;
        _language = language;
        _functionWords = Language.FunctionWordsOf(language);
        _contents = new Content[article.Written.Count];
    }

    /// <param name="names">Spans of names in order of their places, whose words belong to no phrase.</param>
    /// <returns>In the order in which the article has them first.</returns>
    public static List<KeyPhrase> In(SentenceWords article, IReadOnlyList<TextSpan> names, string language)
    {
        var phrases = new KeyPhrases(article, language);
        var name = 0;
        for (var i = 0; i < article.Sentences.Count; i++)
        {
            var words = article.Of(i);
            var spellings = article.SpellingsOf(i);
            for (var w = 0; w < words.Length; w++)
            {
                var span = words[w].Span;
                while (name < names.Count && names[name].End <= span.Start)
                    name++;
                if (
                    !(name < names.Count && names[name].Overlaps(span))
                    && words[w].Kind == WordKind.Letters
                    && phrases.FindContent(spellings, w) is { } content
                )
                {
                    phrases._run.Add(new Part(span, content.Word, content.Number));
                    continue;
                }

                phrases.Count(i);
            }

            phrases.Count(i);
        }

        return phrases._phrases;
    }

    /// <summary>The word as it is counted, null where it ends a run.</summary>
    private (KeyWord Word, int Number)? FindContent(ReadOnlySpan<int> spellings, int word)
    {
        ref var content = ref _contents[spellings[word]];
        if (!content.IsAsked)
            content = Read(_article.Written[spellings[word]]);
        if (content.Word is not { } known || content.IsCapital && word == 0)
            return null;
        return known.Verb != VerbSense.Never && IsVerb(known, word == 0 ? null : _article.Written[spellings[word - 1]])
            ? null
            : (known, content.Number);
    }

    private Content Read(WrittenWord written)
    {
        var isCapital = char.IsUpper(written.Text[0]);

        // A capital is a name's or the sentence's own, which tells nothing; German writes every noun with one.
        if (written.Text.Length < ShortestWord || isCapital && _language != "de")
            return new Content(null, 0, isCapital, IsAsked: true);
        var word =
            _language == "en" ? KeyWord.Of(written)
            : _functionWords.Contains(written.Plain) ? null
            : new KeyWord(written.Plain);
        return word is null or { IsWeak: true }
            ? new Content(null, 0, isCapital, IsAsked: true)
            : new Content(word, NumberOf(word), isCapital, IsAsked: true);
    }

    /// <summary>
    /// "reduce poverty", "will ban campfires" are no names of things, nor is "issuing questionnaires"; "the hiring freeze" is
    /// one, as the word before tells.
    /// </summary>
    private static bool IsVerb(KeyWord word, WrittenWord? before) =>
        word.Verb switch
        {
            VerbSense.Always => true,
            VerbSense.BehindModal => before is not null && WeakWords.IsModal(before.Lower),
            VerbSense.WithoutDeterminer => before is null || !WeakWords.IsDeterminer(before.Lower),
            _ => false,
        };

    /// <summary>Counts the phrases of a run that is over.</summary>
    private void Count(int sentence)
    {
        var run = CollectionsMarshal.AsSpan(_run);
        for (var first = 0; first < run.Length; first++)
        {
            for (var last = first; last < run.Length && last - first < LongestPhrase; last++)
            {
                if (last > first && run[last].Span.Start - run[last - 1].Span.End != 1)
                    break;
                if (last == first && run[first].Word.IsTooWideAlone)
                    continue;
                if (run[last].Word.EndsWeakly || run[first].Word.EndsWeakly || run[last].Word.IsMereAdjective)
                    continue;
                Count(
                    run[first],
                    last > first ? run[first + 1] : default,
                    last > first + 1 ? run[last] : default,
                    run[last].Span.End,
                    sentence
                );
            }
        }

        _run.Clear();
    }

    private void Count(in Part first, in Part second, in Part third, int end, int sentence)
    {
        var key = new Key(first.Number, second.Number, third.Number);
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(_places, key, out var isKnown);
        if (isKnown)
        {
            CollectionsMarshal.AsSpan(_phrases)[place].Count++;
            return;
        }

        place = _phrases.Count;
        var shown = TextSpan.FromBounds(first.Span.Start, end);
        _phrases.Add(new KeyPhrase(first.Word, second.Word, third.Word, shown, sentence));
    }

    /// <summary>The same for words that are counted as one, from 1; 0 for none.</summary>
    private int NumberOf(KeyWord word)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, word.Folded, out var isKnown);
        return isKnown ? number : number = _numbers.Count;
    }

    /// <param name="Word">Null where it ends a run.</param>
    private readonly record struct Content(KeyWord? Word, int Number, bool IsCapital, bool IsAsked);

    /// <summary>The numbers of a phrase's words, 0 where it has none.</summary>
    private readonly record struct Key(int First, int Second, int Third)
    {
        /// <summary>Sooner known than what the language gives.</summary>
        public override int GetHashCode() =>
            (int)LetterHash.Pair((uint)First, LetterHash.Pair((uint)Second, (uint)Third));
    }

    private readonly record struct Part(TextSpan Span, KeyWord Word, int Number);
}
