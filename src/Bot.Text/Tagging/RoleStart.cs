using System.Collections.Frozen;
using Bot.Text.Languages;
using Bot.Text.Lexicons;
using Bot.Text.Tagging.Tokens;
using Bot.Text.Words;

namespace Bot.Text.Tagging;

/// <summary>
/// Tells where a role before a name begins. Nearly every small word of English can be a noun, so that the words in
/// front of a title look like its modifiers also where they are the clause's verb: "supported | Sen.", "Count | former
/// Mexican President".
/// </summary>
internal sealed class RoleStart(NameText text)
{
    /// <summary>Participles that say what an office is, and not what somebody does to its holder.</summary>
    private static readonly FrozenSet<string> OfficeParticiples = WordSet.Of(
        """
        acting managing presiding sitting outgoing incoming founding ranking visiting retiring reigning ruling running
        commanding consulting supervising contributing retired embattled disgraced convicted renowned estranged exiled
        jailed imprisoned ousted deposed elected appointed noted beloved acclaimed celebrated seasoned wounded famed
        indicted decorated so-called
        """
    );

    /// <summary>Words that open a phrase of their own: what stands before them is another's.</summary>
    private static readonly FrozenSet<string> Openers = WordSet.Of(
        "former fellow longtime long-time late ex then rival incumbent current one-time onetime"
    );

    /// <summary>Words that tie a holder to somebody else or to a doubt, and are no part of the office.</summary>
    private static readonly FrozenSet<string> Ties = WordSet.Of(
        "fellow rival likely possible probable potential alleged apparent supposed even only leading"
    );

    /// <summary>Small nouns that stand before a title with a capital: "state Sen.", "party Chairman".</summary>
    private static readonly FrozenSet<string> Bodies = WordSet.Of(
        "state party district county city campaign committee council police federal vice deputy junior senior house senate"
    );

    private static readonly FrozenSet<string> BeforeVerbs = WordSet.Of(
        """
        to will would can could should must may might not never n't didn't don't doesn't won't let did do does i we you
        they who also
        """
    );

    /// <summary>The participles that do not end in "ed": "known", "seen", "told".</summary>
    private static readonly FrozenSet<string> Participles = Language
        .House.Lines("irregular verbs")
        .SelectMany(l => l.Split(' ')[2].Split('/')[^1..])
        .Concat(Language.House.Words("participles"))
        .ToFrozenSet(StringComparer.Ordinal);

    private readonly TokenRow _tokens = text.Tokens;

    /// <returns>The first token of the role whose last is <paramref name="head"/>; not before <paramref name="first"/>.</returns>
    /// <param name="lowest">Where the passage begins: a capital there tells nothing.</param>
    public int Cut(int first, int head, int lowest)
    {
        var start = head;
        while (start > first && Fits(start - 1, head, lowest))
            start--;
        while (start < head && (_tokens[start].Kind == TokenKind.Mark || Ties.Contains(_tokens[start].Form.Folded)))
            start++;
        return start;
    }

    private bool Fits(int i, int head, int lowest)
    {
        var (token, next) = (_tokens[i], _tokens[i + 1]);
        if (Compounds.AreAround(_tokens, i) || Compounds.AreAround(_tokens, i - 1))
            return true;
        if (!token.IsWord)
            return token.Is('&');
        var form = token.Form;
        if (i > lowest && IsPerfect(form, _tokens[i - 1].Form))
            return false;
        var isSmall = !form.IsCapital || i == lowest && IsCapitalByPlace(form, next.Form);
        if (!isSmall)
            return true;
        if (form.Folded is "of" or "and")
            return true;
        if (IsParticiple(form))
            return OfficeParticiples.Contains(form.Folded)
                || form.Folded.StartsWith("un", StringComparison.Ordinal)
                || form.Folded.Contains('-', StringComparison.Ordinal)
                || i + 1 < head && !next.Form.IsCapital && !IsOpener(next.Form) && IsDetermined(i);
        if (IsVerbHere(i, head))
            return false;
        if (form.Has(WordTraits.Office) && form.IsCapital)
            return !IsOpener(next.Form);
        if (IsOpener(next.Form) || next.Form.IsCapital)
            return IsPlainAdjective(form) || next.Form.IsCapital && Bodies.Contains(form.Folded);
        // "poll shows upstart senators", "paints rival": English seldom puts a plural before an adjective.
        return !form.Has(WordTraits.Plural)
            || !form.Has(WordTraits.Verb)
            || !next.Form.Has(WordTraits.Adjective) && !Ties.Contains(next.Form.Folded);
    }

    /// <summary>"Count former …", "Enter President …", but "Amnesty International …".</summary>
    private static bool IsCapitalByPlace(WordForm form, WordForm next) =>
        form.Has(WordTraits.Common) && !form.IsAcronym && (!next.IsCapital || next.Has(WordTraits.Title));

    private static bool IsOpener(WordForm form) =>
        Openers.Contains(form.Folded) || form.Text.StartsWith("then-", StringComparison.Ordinal);

    private static bool IsPlainAdjective(WordForm form) =>
        form.Has(WordTraits.Adjective) && !form.Has(WordTraits.Plural)
        || Openers.Contains(form.Folded)
        || form.Has(WordTraits.Demonym)
        || form.Text.Contains('-', StringComparison.Ordinal);

    /// <summary>"to support", "would defeat", "polls show upstart …".</summary>
    private bool IsVerbHere(int i, int head)
    {
        var form = _tokens[i].Form;
        if (!form.Has(WordTraits.Verb) || i == 0)
            return form.Folded is "left";
        var before = _tokens[i - 1].Form;
        return BeforeVerbs.Contains(before.Folded)
            || form.Folded is "left"
            || (before.Has(WordTraits.Plural) || before.Has(WordTraits.Noun) && before.Folded[^1] == 's')
                && i + 1 < head
                && _tokens[i + 1].Form.Has(WordTraits.Adjective | WordTraits.PersonNoun);
    }

    /// <summary>"he had | known contractor": what stands right behind "have" is its participle, and not "known" for something.</summary>
    private static bool IsPerfect(WordForm form, WordForm before) =>
        Participles.Contains(form.Text)
        && before.Text
            is "had"
                or "has"
                or "have"
                or "having"
                or "'d"
                or "’d"
                or "'ve"
                or "’ve"
                or "been"
                or "be"
                or "was"
                or "were"
                or "is"
                or "are";

    private bool IsDetermined(int i) =>
        i > 0
        && (
            _tokens[i - 1].Kind == TokenKind.Possessive
            || _tokens[i - 1].Form.Folded is "the" or "a" or "an" or "his" or "her" or "its" or "their" or "our"
        );

    public static bool IsParticiple(WordForm form) =>
        form.Has(WordTraits.Common)
        && (
            form.Folded.Length > 4 && form.Folded.EndsWith("ing", StringComparison.Ordinal)
            || form.Folded.Length > 3 && form.Folded.EndsWith("ed", StringComparison.Ordinal)
        );
}
