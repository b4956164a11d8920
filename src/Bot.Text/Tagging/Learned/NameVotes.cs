using System.Runtime.InteropServices;
using Bot.Text.Tagging.Tokens;

namespace Bot.Text.Tagging.Learned;

/// <summary>What the first reading made of each word, and of each pair of capitalised words, over the whole text.</summary>
internal sealed class NameVotes
{
    public const int Most = 24;

    public const int Surroundings = NameLabel.Lanes * NameLabel.Lanes * NameLabel.Lanes;

    private readonly NameSheet _sheet;
    private readonly byte[] _labels;
    private readonly int[] _byForm;
    private readonly Dictionary<long, Tally> _byPair = [];

    /// <param name="labels">The first reading's label of each token.</param>
    public NameVotes(NameSheet sheet, byte[] labels)
    {
        _sheet = sheet;
        _labels = labels;
        var text = sheet.Text;
        _byForm = new int[text.Forms.Count * NameLabel.Kinds];
        foreach (var passage in text.Passages)
        {
            for (var i = passage.First; i < passage.End; i++)
            {
                if (!sheet[i].IsCapital)
                    continue;
                var kind = NameLabel.KindOf(labels[i]);
                _byForm[sheet.FormAt(i) * NameLabel.Kinds + kind]++;
                if (IsPair(passage, i))
                    CollectionsMarshal.GetValueRefOrAddDefault(_byPair, PairAt(i), out _).Add(kind, 1);
            }
        }
    }

    /// <summary>What the first reading made of a token and of those beside it, as one number below <see cref="Surroundings"/>.</summary>
    public int LabelsAround(in Passage passage, int i)
    {
        var before = i > passage.First ? _labels[i - 1] : NameLabel.None;
        var behind = i + 1 < passage.End ? _labels[i + 1] : NameLabel.None;
        return (before * NameLabel.Lanes + _labels[i]) * NameLabel.Lanes + behind;
    }

    /// <param name="around">As <see cref="LabelsAround"/> gives it.</param>
    /// <returns>How many keys were written.</returns>
    public static int WriteLabels(int around, Span<uint> keys)
    {
        var (before, own, behind) = (
            (ulong)(around / (NameLabel.Lanes * NameLabel.Lanes)),
            (ulong)(around / NameLabel.Lanes % NameLabel.Lanes),
            (ulong)(around % NameLabel.Lanes)
        );
        keys[0] = FeatureKey.For(Feature.FirstLabel, own);
        keys[1] = FeatureKey.For(Feature.FirstLabelBeside, before, 0);
        keys[2] = FeatureKey.For(Feature.FirstLabelBeside, behind, 1);
        keys[3] = FeatureKey.For(Feature.FirstLabels, before, own, behind);
        return 4;
    }

    /// <summary>What it made of the token's word elsewhere.</summary>
    /// <returns>How many keys were written.</returns>
    public int Write(in Passage passage, int i, Span<uint> keys)
    {
        var n = 0;
        var own = (ulong)_labels[i];
        ref readonly var word = ref _sheet[i];
        if (!word.IsCapital)
            return n;
        var form = _sheet.FormAt(i);
        var kind = NameLabel.KindOf(_labels[i]);
        var tally = new Tally(_byForm.AsSpan(form * NameLabel.Kinds, NameLabel.Kinds));
        tally.Add(kind, -1);
        for (var k = 0; k < NameLabel.Kinds; k++)
        {
            if (tally[k] > 0)
                keys[n++] = FeatureKey.For(Feature.VoteCount, (ulong)k, Step(tally[k]));
        }

        var (majority, share) = tally.Majority();
        keys[n++] = FeatureKey.For(Feature.Vote, majority);
        keys[n++] = FeatureKey.For(Feature.VoteMajority, majority, share);
        keys[n++] = FeatureKey.For(Feature.VoteWithFirst, majority, share, own);
        keys[n++] = FeatureKey.For(Feature.VoteWithShape, majority, share, word.Shape);
        if (IsPair(passage, i))
            n = WritePair(i, i, kind, own, keys, n);
        if (i > passage.First && IsPair(passage, i - 1))
            n = WritePair(i - 1, i, NameLabel.KindOf(_labels[i - 1]), own, keys, n);
        return n;
    }

    private int WritePair(int first, int i, int kind, ulong label, Span<uint> keys, int n)
    {
        var tally = _byPair[PairAt(first)];
        tally.Add(kind, -1);
        var (majority, share) = tally.Majority();
        var side = (ulong)(i - first);
        keys[n++] = FeatureKey.For(Feature.PairVote, majority, share, side);
        keys[n++] = FeatureKey.For(Feature.PairVote, majority, label + 16, side);
        return n;
    }

    private bool IsPair(in Passage passage, int i) =>
        i + 1 < passage.End && _sheet[i].IsCapital && _sheet[i + 1].IsCapital;

    /// <summary>The forms of a token and the next as one number.</summary>
    private long PairAt(int i) => (long)_sheet.FormAt(i) << 32 | (uint)_sheet.FormAt(i + 1);

    private static ulong Step(int count) =>
        count switch
        {
            < 3 => (ulong)count,
            < 5 => 3,
            < 9 => 4,
            _ => 5,
        };

    private struct Tally(ReadOnlySpan<int> counts)
    {
        private int _nothing = counts[0];
        private int _person = counts[1];
        private int _place = counts[2];
        private int _organisation = counts[3];

        public readonly int this[int kind] =>
            kind switch
            {
                0 => _nothing,
                1 => _person,
                2 => _place,
                _ => _organisation,
            };

        public void Add(int kind, int votes)
        {
            switch (kind)
            {
                case 0:
                    _nothing += votes;
                    break;
                case 1:
                    _person += votes;
                    break;
                case 2:
                    _place += votes;
                    break;
                default:
                    _organisation += votes;
                    break;
            }
        }

        /// <returns>The kind with most votes, 4 where nobody voted, and its share in fifths.</returns>
        public readonly (ulong Kind, ulong Share) Majority()
        {
            var all = _nothing + _person + _place + _organisation;
            if (all == 0)
                return (4, 0);
            var best = 0;
            for (var kind = 1; kind < NameLabel.Kinds; kind++)
            {
                if (this[kind] > this[best])
                    best = kind;
            }

            return ((ulong)best, (ulong)(5 * this[best] / all));
        }
    }
}
