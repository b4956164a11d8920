using Bot.Text.Entities;
using Bot.Text.Lexicons;
using Bot.Text.Names;
using Bot.Text.Tagging.Tokens;

namespace Bot.Text.References;

/// <summary>Tells whom "he", "she", "his" and "her" stand for, reading on; silent where two fit about as well.</summary>
internal sealed class PronounResolver(NameText text, Scene scene)
{
    private const double Enough = 1.2;
    private const int Opening = 40;
    private const double Margin = 0.5;

    private readonly Dictionary<EntityDraft, double> _scores = [];
    private int _lastSubject;

    public static Gender GenderOf(string folded) =>
        folded switch
        {
            "he" or "him" or "his" or "himself" => Gender.Male,
            "she" or "her" or "hers" or "herself" => Gender.Female,
            _ => Gender.Untold,
        };

    public EntityDraft? Resolve(int token, int passage, bool[] quoted)
    {
        var word = text.Tokens[token].Form.Folded;
        var gender = GenderOf(word);
        _scores.Clear();
        var paragraph = text.Passages[passage].Paragraph;
        var first = Math.Max(0, passage - 6);
        _lastSubject = scene.Since(passage).Where(s => s.IsSubject).Select(s => s.First).FirstOrDefault(-1);
        foreach (var sighting in scene.Since(first))
        {
            var person = sighting.Person;
            if (person.Gender != Gender.Untold && person.Gender != gender)
                continue;
            var at = PassageOf(sighting.First, passage);
            var away = passage - at;
            if (away > 3 && text.Passages[at].Paragraph < paragraph - 2)
                continue;
            var score = Score(sighting, token, away, word, quoted);
            if (score > 0)
                _scores[person] = Math.Max(_scores.GetValueOrDefault(person), score);
        }

        EntityDraft? best = null;
        var (top, second) = (0.0, 0.0);
        foreach (var (person, score) in _scores)
        {
            if (score > top)
                (best, top, second) = (person, score, top);
            else
                second = Math.Max(second, score);
        }

        if (best is null || top < Enough || top - second < Margin)
            return null;
        if (best.Gender == Gender.Untold)
            best.Gender = gender;
        return best;
    }

    private double Score(Sighting sighting, int token, int away, string word, bool[] quoted)
    {
        if (quoted[sighting.First] && away > 0)
            return 0;
        var score = away switch
        {
            0 => 2.2,
            1 => 2.4,
            2 => 1.6,
            3 => 1.2,
            _ => 0.8,
        };
        if (sighting.IsSubject)
            score += away == 0 ? 1 : 1.2;
        else if (away == 0 && IsOwner(sighting))
            score += 2;
        if (IsMainSubject(sighting))
            score += 0.8;
        if (sighting.Kind == MentionKind.Pronoun)
            score += 0.5;
        if (quoted[sighting.First])
            score -= 1.5;
        if (sighting.Person.Gender == Gender.Untold)
            score -= 0.6;
        if (
            (word is "his" or "himself" or "herself" || word is "her" && IsOwners(token))
            && away == 0
            && sighting.IsSubject
            && sighting.First == _lastSubject
        )
            score += 1.5;
        // "Putin told him": the object is never the subject of its own clause.
        if (word is "him" && away == 0 && sighting.IsSubject && token - sighting.End < 3)
            return 0;
        // "Ann Lee's wife and her": a possessor goes on being one less often than a subject.
        if (sighting.End < text.Tokens.Count && text.Tokens[sighting.End].Kind == TokenKind.Possessive && away > 0)
            score -= 0.6;
        return score;
    }

    /// <summary>"her goal", and not "told her".</summary>
    private bool IsOwners(int her)
    {
        if (her + 1 >= text.Tokens.Count || text.Tokens[her + 1].Kind is TokenKind.Mark or TokenKind.Possessive)
            return false;
        var next = text.Tokens[her + 1].Form;
        return !next.Has(WordTraits.Function) && (next.IsCapital || !next.Has(WordTraits.Speech));
    }

    /// <summary>"Lund's office quoted him": whose office it is.</summary>
    private bool IsOwner(Sighting sighting) =>
        sighting.End < text.Tokens.Count && text.Tokens[sighting.End].Kind == TokenKind.Possessive;

    /// <summary>The first person of a sentence, with no verb before.</summary>
    private bool IsMainSubject(Sighting sighting)
    {
        if (!sighting.IsSubject)
            return false;
        for (var i = sighting.First - 1; i >= Math.Max(0, sighting.First - Opening); i--)
        {
            var token = text.Tokens[i];
            if (token.Span.End <= text.Passages[PassageOf(sighting.First, text.Passages.Count - 1)].Span.Start)
                return true;
            if (token.IsWord && !token.Form.IsCapital && token.Form.Has(WordTraits.Speech | WordTraits.PersonVerb))
                return false;
            if (token.Form.Folded is "that" or "which" or "whom" or "when" or "because" or "if" or "as")
                return false;
        }

        return true;
    }

    private int PassageOf(int token, int last)
    {
        var (low, high) = (0, last);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (text.Passages[middle].First <= token)
                low = middle;
            else
                high = middle - 1;
        }

        return low;
    }
}
