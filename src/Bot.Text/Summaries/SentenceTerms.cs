using System.Collections.Frozen;
using System.Runtime.InteropServices;
using Bot.Text.Languages;
using Bot.Text.Letters;
using Bot.Text.Sentences;
using Bot.Text.Spans;
using Bot.Text.Words;

namespace Bot.Text.Summaries;

/// <summary>The words of each sentence that carry matter, as numbers: the same word in any case has the same one.</summary>
internal sealed class SentenceTerms
{
    /// <summary>Words of every news story, which make no sentence more central than another.</summary>
    private static readonly FrozenSet<string> NewsWords = WordSet.Of(
        "said says say told mr. mrs. ms. dr. new year years"
    );

    /// <summary>No term: a mark, or a word that holds sentences together.</summary>
    private const int None = -1;

    private const int Unasked = -2;

    /// <summary>As many as most articles have, so that there is room from the start.</summary>
    private const int FewTerms = 400;

    private readonly Dictionary<string, int> _numbers = new(FewTerms, StringComparer.Ordinal);
    private readonly FrozenSet<string> _functionWords;

    public SentenceTerms(SentenceWords article, string language)
    {
        _functionWords = Language.FunctionWordsOf(language);
        var numbers = new int[article.Written.Count];
        Array.Fill(numbers, Unasked);
        var terms = new int[article.Sentences.Count][];
        var room = new List<int>();
        for (var i = 0; i < terms.Length; i++)
            terms[i] = Read(article, i, numbers, room);
        BySentence = terms;
        SentencesWith = new int[_numbers.Count];
        var lastIn = new int[_numbers.Count];
        var distinct = new int[terms.Length][];
        for (var i = 0; i < distinct.Length; i++)
        {
            // Sentences are numbered from one here: no term was met in sentence 0.
            room.Clear();
            foreach (var term in terms[i])
            {
                if (lastIn[term] == i + 1)
                    continue;
                lastIn[term] = i + 1;
                SentencesWith[term]++;
                room.Add(term);
            }

            distinct[i] = [.. room];
        }

        DistinctBySentence = distinct;
    }

    /// <summary>With repetitions, in the order of the sentence.</summary>
    public IReadOnlyList<int[]> BySentence { get; }

    /// <summary>Each once, in the order of the sentence.</summary>
    public IReadOnlyList<int[]> DistinctBySentence { get; }

    /// <summary>For each term, how many sentences have it.</summary>
    public int[] SentencesWith { get; }

    /// <summary>The terms of a title that the article has too.</summary>
    public HashSet<int> Of(string title)
    {
        var known = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        var terms = new HashSet<int>();
        Span<char> room = stackalloc char[LowerCase.Room];
        foreach (var word in WordReader.Read(title, new TextSpan(0, title.Length)))
        {
            if (IsWord(word) && known.TryGetValue(LowerCase.Of(word.Span.In(title), room), out var term))
                terms.Add(term);
        }

        return terms;
    }

    /// <param name="numbers">The term of each spelling, as far as it was asked for.</param>
    /// <param name="room">Used again and again.</param>
    private int[] Read(SentenceWords article, int sentence, int[] numbers, List<int> room)
    {
        var words = article.Of(sentence);
        var spellings = article.SpellingsOf(sentence);
        room.Clear();
        for (var i = 0; i < words.Length; i++)
        {
            if (!IsWord(words[i]))
                continue;
            ref var number = ref numbers[spellings[i]];
            if (number == Unasked)
                number = NumberOf(article.Written[spellings[i]]);
            if (number != None)
                room.Add(number);
        }

        return [.. room];
    }

    private static bool IsWord(Word word) => word.Kind is WordKind.Letters or WordKind.Number;

    private bool CarriesMatter(WrittenWord word)
    {
        // The word keeps what English says of it.
        if (_functionWords != Language.House.FunctionWords)
            return !_functionWords.Contains(word.Lower) && !NewsWords.Contains(word.Lower);
        if (word.Matter == 0)
            word.Matter = (byte)(_functionWords.Contains(word.Lower) || NewsWords.Contains(word.Lower) ? 1 : 2);
        return word.Matter == 2;
    }

    private int NumberOf(WrittenWord word)
    {
        if (!CarriesMatter(word))
            return None;
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, word.Lower, out var isKnown);
        return isKnown ? number : number = _numbers.Count - 1;
    }
}
