using System.Numerics;
using System.Runtime.InteropServices;
using Bot.Text.Cues;
using Bot.Text.Learning;
using Bot.Text.Names;

namespace Bot.Text.Quotations;

/// <summary>
/// Lists whom "he" or "she" may stand for, reading on from the text's start, and writes down what is known of each. A change here
/// asks for training again.
/// </summary>
internal sealed class AntecedentFeatures(QuotationScene scene)
{
    private const int MostPersons = 14;

    private readonly ItemStream _stream = scene.Stream;
    private readonly Appearances _seen = new(scene);
    private readonly Dictionary<int, Gender> _pronouns = [];
    private readonly List<Person> _persons = [];
    private readonly Strangers _strangers = new(scene);

    private Pronoun _pronoun;
    private Stranger _stranger;

    /// <summary>Whether the stranger spoke and no person since.</summary>
    private int _strangerSpokeLast;
    private Leaders _leaders;

    /// <summary>Those whom the pronoun may stand for; 0 is somebody else.</summary>
    public IEnumerable<int> Candidates => _persons.Select(p => p.EntityId);

    public int Count => _persons.Count;

    /// <summary>The item of whom the pronoun stands for where it is somebody whom the text describes and never names; below zero where nobody is.</summary>
    public int StrangerItem => _stranger.Item;

    public int EntityAt(int candidate) => _persons[candidate].EntityId;

    /// <summary>Keeps in mind where a person is spoken of, from one item to another.</summary>
    public void Add(int first, int last, int entityId, AppearanceKind kind) =>
        _seen.Add(_seen.At(first, last, entityId, kind));

    /// <summary>Keeps in mind whom the text describes and never names: "the prime minister", "a witness".</summary>
    public void Pass(Speakable speakable) => _strangers.Pass(speakable, _seen.IsAct);

    /// <summary>Tells whom the pronoun that was turned to stands for, so that it counts from here on.</summary>
    public void Resolve(int entityId)
    {
        if (entityId == 0)
            return;
        _pronouns[entityId] = _pronoun.Gender;
        Add(_pronoun.Item, _pronoun.Item, entityId, AppearanceKind.Pronoun);
    }

    /// <summary>Turns to a pronoun: lists who may be meant.</summary>
    public void Turn(int item)
    {
        var here = _stream[item];
        var bounds = _stream.Sentences[here.Sentence];
        var gender = GenderOf(item);
        _pronoun = new Pronoun(
            item,
            here.Sentence,
            here.Paragraph,
            gender,
            bounds.First > 0 && _stream[bounds.First - 1].Paragraph == here.Paragraph ? 0 : 1,
            scene.Speakables.Speaks(item) ? 1 : 0,
            QuoteBeside(item, bounds),
            item == bounds.First ? 1 : 0
        );
        _stranger = _strangers.Nearest(item, here.Sentence, gender);
        _strangerSpokeLast = _stranger.Speaks && _stranger.Item > _seen.LastSpeaker() ? 1 : 0;
        _persons.Clear();
        _persons.Add(default);
        var seen = _seen.Latest;
        for (var i = seen.Length - 1; i >= 0 && _persons.Count < MostPersons; i--)
            Meet(seen[i], isLater: false);
        for (var i = item + 1; i <= bounds.Last && i < item + 40 && _persons.Count < MostPersons; i++)
            if (scene.Mentions.NameAt(i) is { Type: EntityType.Person } name && name.First == i)
                Meet(_seen.Later(name, here.Sentence), isLater: true);
        _leaders = _seen.Leaders(here.Sentence, here.Paragraph, Fits);
    }

    private Gender GenderOf(int item) =>
        _stream.Is(item, "he") || _stream.Is(item, "his") ? Gender.Male
        : _stream.Is(item, "she") || _stream.Is(item, "her") ? Gender.Female
        : Gender.Untold;

    public bool IsOfPerson(int item) => GenderOf(item) != Gender.Untold;

    private void Meet(in Appearance at, bool isLater)
    {
        var persons = CollectionsMarshal.AsSpan(_persons);
        foreach (ref var person in persons)
        {
            if (person.EntityId != at.EntityId)
                continue;
            person.Here += at.Sentence == _pronoun.Sentence ? 1 : 0;
            person.InParagraph += at.Paragraph == _pronoun.Paragraph ? 1 : 0;
            person.InLast += at.Paragraph == _pronoun.Paragraph - 1 ? 1 : 0;
            person.IsNamed |= at.Kind == AppearanceKind.Name && at.Paragraph == _pronoun.Paragraph;
            person.Oldest = at;
            return;
        }

        var gender = scene.Mentions.Entity(at.EntityId).Gender;
        if (gender != Gender.Untold && gender != _pronoun.Gender)
            return;
        _persons.Add(
            new Person
            {
                EntityId = at.EntityId,
                Latest = at,
                Oldest = at,
                IsLater = isLater,
                Rank = _persons.Count - 1,
                Here = at.Sentence == _pronoun.Sentence ? 1 : 0,
                InParagraph = at.Paragraph == _pronoun.Paragraph ? 1 : 0,
                InLast = at.Paragraph == _pronoun.Paragraph - 1 ? 1 : 0,
                IsNamed = at.Kind == AppearanceKind.Name && at.Paragraph == _pronoun.Paragraph,
                Gender = gender == Gender.Untold ? 0 : 1,
            }
        );
    }

    public void Write(int candidate, FeatureBag bag)
    {
        bag.Clear();
        var person = _persons[candidate];
        if (person.EntityId == 0)
        {
            WriteNobody(bag);
            return;
        }

        var at = person.Latest;
        var sentences = person.IsLater ? -1 : Math.Min(_pronoun.Sentence - at.Sentence, 7);
        var paragraphs = Math.Min(_pronoun.Paragraph - at.Paragraph, 4);
        var (kind, role, speaks) = ((int)at.Kind, at.Role, at.IsSpeaker ? 1 : 0);
        var start = _pronoun.StartsParagraph;
        var frame = _pronoun.Speaks + 2 * start + 4 * _pronoun.Quote;
        var pronoun = _pronouns.TryGetValue(person.EntityId, out var last)
            ? last == _pronoun.Gender
                ? 1
                : 2
            : 0;
        var (isLastSpeaker, isLastPronoun, isSubject, isTopic) = _leaders.Are(person.EntityId);
        var rank = Math.Min(person.Rank, 4);
        var count = Size(_seen.CountOf(person.EntityId));

        bag.Add(1, sentences, paragraphs);
        bag.Add(2, sentences, role, kind);
        bag.Add(3, rank, sentences, paragraphs);
        bag.Add(4, rank, frame);
        bag.Add(5, person.Gender, pronoun, rank);
        bag.Add(6, isLastSpeaker, frame, sentences);
        bag.Add(7, isSubject, frame, sentences);
        bag.Add(8, isTopic, frame, paragraphs);
        bag.Add(9, isLastPronoun, frame, paragraphs);
        bag.Add(10, count, rank, frame);
        bag.Add(11, Math.Min(person.EntityId, 6), rank, person.Gender);
        bag.Add(12, Math.Min(person.Here, 3), Math.Min(person.InParagraph, 4), frame);
        bag.Add(13, Math.Min(person.InLast, 4), Math.Min(person.InParagraph, 2), start);
        bag.Add(14, person.IsNamed ? 1 : 0, paragraphs, frame);
        bag.Add(15, IsInQuote(person.EntityId) ? 1 : 0, _pronoun.Quote, rank);
        bag.Add(16, person.IsLater ? 1 : 0, at.IsSpeaker ? 1 : 0, frame);
        bag.Add(17, (int)person.Oldest.Kind, Math.Min(_pronoun.Sentence - person.Oldest.Sentence, 7));
        bag.Add(18, person.Gender, count, Math.Min(person.EntityId, 6));
        bag.Add(19, kind, speaks, sentences, paragraphs);
        bag.Add(20, Math.Min(_persons.Count, 6), rank, isSubject);
        bag.Add(21, _pronoun.Gender == Gender.Female ? 1 : 0, person.Gender, rank);
        var looks = LooksOf(person.EntityId);
        bag.Add(22, looks);
        bag.Add(23, _pronoun.IsFirst, isTopic, sentences, frame);
        var isNearer = _stranger.Item > at.Item ? 1 : 0;
        bag.Add(29, _stranger.Standing, isNearer, Math.Min(sentences, 3));
        bag.Add(30, _stranger.Standing, isNearer, frame);
        bag.Add(33, _strangerSpokeLast, frame);
    }

    private void WriteNobody(FeatureBag bag)
    {
        var frame = _pronoun.Speaks + 2 * _pronoun.StartsParagraph + 4 * _pronoun.Quote;
        bag.Add(24, 0);
        bag.Add(25, frame);
        bag.Add(26, Math.Min(_persons.Count, 6));
        bag.Add(27, _pronoun.Gender == Gender.Female ? 1 : 0, Math.Min(_persons.Count, 3));
        var nearest = _persons.Count > 1 ? Math.Min(_pronoun.Sentence - _persons[1].Latest.Sentence, 7) : 9;
        bag.Add(28, nearest, frame);
        bag.Add(31, _stranger.Standing, Math.Min(nearest, 3));
        bag.Add(32, _stranger.Standing, frame);
        bag.Add(34, _strangerSpokeLast, frame);
    }

    private bool Fits(int entity)
    {
        foreach (ref var person in CollectionsMarshal.AsSpan(_persons))
            if (person.EntityId == entity)
                return true;
        return false;
    }

    /// <summary>What a name looks like: its words, and whether the text tells a role.</summary>
    private int LooksOf(int entity)
    {
        var known = scene.Mentions.Entity(entity);
        return Math.Min(known.Name.AsSpan().Count(' '), 2)
            + 4 * (known.Roles.Count > 0 ? 1 : 0)
            + 8 * (known.Gender == Gender.Untold ? 0 : 1);
    }

    /// <summary>0 where the pronoun's sentence quotes nothing near, 1 where a quotation stands before it, 2 after.</summary>
    private int QuoteBeside(int item, ItemSentence bounds)
    {
        for (var i = item - 1; i >= bounds.First && i > item - 8; i--)
            if (_stream[i].IsQuote)
                return 1;
        for (var i = item + 1; i <= bounds.Last && i < item + 12; i++)
            if (_stream[i].IsQuote)
                return 2;
        return 0;
    }

    /// <summary>People seldom name themselves, by surname or by given name.</summary>
    private bool IsInQuote(int entity)
    {
        if (_pronoun.Quote == 0)
            return false;
        var step = _pronoun.Quote == 1 ? -1 : 1;
        for (var (i, n) = (_pronoun.Item + step, 0); i >= 0 && i < _stream.Count && n < 12; i += step, n++)
        {
            if (!_stream[i].IsQuote)
                continue;
            var name = scene.Mentions.Entity(entity).Name.AsSpan();
            var inner = _stream[i].Span.In(_stream.Text);
            inner = inner[..Math.Min(inner.Length, 1000)];
            return Names(inner, name[(name.LastIndexOf(' ') + 1)..])
                || name.IndexOf(' ') is > 2 and var given && Names(inner, name[..given]);
        }

        return false;
    }

    private static bool Names(ReadOnlySpan<char> speech, ReadOnlySpan<char> name)
    {
        for (var from = 0; speech[from..].IndexOf(name, StringComparison.Ordinal) is var at and >= 0; )
        {
            from += at + name.Length;
            if (from == speech.Length || !char.IsLetter(speech[from]))
                return true;
        }

        return false;
    }

    private static int Size(int number) => BitOperations.Log2((uint)number + 1);

    private readonly record struct Pronoun(
        int Item,
        int Sentence,
        int Paragraph,
        Gender Gender,
        int StartsParagraph,
        int Speaks,
        int Quote,
        int IsFirst
    );

    private record struct Person
    {
        public int EntityId;
        public Appearance Latest;
        public Appearance Oldest;
        public bool IsLater;
        public int Rank;
        public int Here;
        public int InParagraph;
        public int InLast;
        public bool IsNamed;
        public int Gender;
    }
}
