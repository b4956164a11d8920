using Bot.Text.Marks;
using Bot.Text.Names;
using Bot.Text.Sentences;
using Bot.Text.Spans;

namespace Bot.Text.Summaries;

/// <summary>An article's sentences as a summary may take them, all by the sentence's index.</summary>
internal sealed class Candidates
{
    /// <summary>A leaning sentence of fewer words than this and one more is an aside.</summary>
    private const int FewestBlanks = 5;

    /// <summary>"It is right," she said: even behind the sentence before it a reader may take her for another.</summary>
    private const double SpokenByNobody = -1;

    private readonly string _text;
    private readonly IReadOnlyList<int[]> _terms;
    private readonly bool[] _isSaid;
    private int _said = -1;
    private readonly double[] _scores;
    private readonly bool[] _leans;
    private readonly bool[] _isFit;

    /// <param name="language">As guessed: its function words do not count.</param>
    /// <param name="title">The article's title, where it has one.</param>
    public Candidates(
        SentenceWords words,
        IReadOnlyList<MarkedStretch> stretches,
        IReadOnlyList<Entity> entities,
        string language,
        string? title
    )
    {
        var (text, sentences) = (words.Text, words.Sentences);
        _text = text;
        var terms = new SentenceTerms(words, language);
        _terms = terms.DistinctBySentence;
        _isSaid = new bool[terms.SentencesWith.Length];
        _scores = SentenceScorer.Score(words, terms, language, title);
        var marks = SentenceStretches.Read(sentences, stretches);
        var names = new NamesInOrder(entities);
        for (var i = 0; i < _scores.Length; i++)
        {
            if (marks.Opening[i] is { } quoted && Openings.IsSpokenByNobody(text, sentences[i].Span, quoted))
                _scores[i] += SpokenByNobody;
        }

        _leans = [.. sentences.Select((s, i) => Openings.Lean(text, s.Span, marks.Opening[i], names))];
        _isFit =
        [
            .. sentences.Select(
                (s, i) =>
                    !marks.IsHalf[i]
                    && !(_leans[i] && IsAside(s.Span))
                    && !IsUneven(s.Span.In(text))
                    && !LeadsIn(s.Span)
            ),
        ];
    }

    public int Count => _scores.Length;

    /// <summary>What it is worth wherever it stands.</summary>
    public double Score(int i) => _scores[i];

    /// <summary>Whether it leaves a reader asking without the sentence before it.</summary>
    public bool Leans(int i) => _leans[i];

    /// <summary>False for half a quotation, an aside, and what only leads in to something.</summary>
    public bool IsFit(int i) => _isFit[i];

    /// <summary>The share of the shorter one's words that both have, 0 to 1; quickest for many others behind the same one.</summary>
    public double Overlap(int one, int other)
    {
        Say(one);
        var (said, again) = (_terms[one].Length, _terms[other]);
        if (said == 0 || again.Length == 0)
            return 0;
        var both = 0;
        foreach (var term in again)
            both += _isSaid[term] ? 1 : 0;
        return (double)both / Math.Min(said, again.Length);
    }

    private void Say(int one)
    {
        if (_said == one)
            return;
        if (_said >= 0)
            Mark(_said, isSaid: false);
        Mark(one, isSaid: true);
        _said = one;
    }

    private void Mark(int sentence, bool isSaid)
    {
        foreach (var term in _terms[sentence])
            _isSaid[term] = isSaid;
    }

    /// <summary>"He was not surprised.": it leans, and is too short to be worth what it leans on.</summary>
    private bool IsAside(TextSpan sentence) => sentence.In(_text).Count(' ') < FewestBlanks;

    /// <summary>A mark that no other answers, whatever the quotations were taken to be.</summary>
    private static bool IsUneven(ReadOnlySpan<char> sentence) =>
        sentence.Count('"') % 2 == 1 || sentence.Count('“') != sentence.Count('”') && !sentence.Contains('„');

    /// <summary>"Transcript as follows:" and "Q: …" are parts of something that the summary would not have.</summary>
    private bool LeadsIn(TextSpan sentence) =>
        _text[sentence.End - 1] is ':' or ','
        || sentence.Length > 2 && _text[sentence.Start] is 'Q' or 'A' && _text[sentence.Start + 1] is ':';
}
