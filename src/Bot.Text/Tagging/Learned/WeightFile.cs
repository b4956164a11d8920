namespace Bot.Text.Tagging.Learned;

/// <summary>
/// The form that weights are kept in: the count, the transitions, the keys in rising order as steps, then for each row which labels have
/// a weight, then those weights. Numbers are of seven bits a byte, signed ones with the sign in the lowest bit.
/// </summary>
internal static class WeightFile
{
    public static void Write(Stream stream, uint[] keys, short[] rows, short[] transitions)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write7BitEncodedInt(keys.Length);
        foreach (var weight in transitions)
            writer.Write7BitEncodedInt(Folded(weight));
        var before = 0u;
        foreach (var key in keys)
        {
            writer.Write7BitEncodedInt((int)(key - before));
            before = key;
        }

        for (var row = 0; row < keys.Length; row++)
            writer.Write(MaskOf(rows, row));
        foreach (var weight in rows)
        {
            if (weight != 0)
                writer.Write7BitEncodedInt(Folded(weight));
        }
    }

    public static (uint[] Keys, short[] Rows, short[] Transitions) Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        var keys = new uint[reader.Read7BitEncodedInt()];
        var transitions = new short[NameLabel.Lanes * NameLabel.Lanes];
        for (var i = 0; i < transitions.Length; i++)
            transitions[i] = Unfolded(reader.Read7BitEncodedInt());
        var key = 0u;
        for (var row = 0; row < keys.Length; row++)
            keys[row] = key += (uint)reader.Read7BitEncodedInt();
        var masks = new ushort[keys.Length];
        for (var row = 0; row < keys.Length; row++)
            masks[row] = reader.ReadUInt16();
        var rows = new short[keys.Length * NameLabel.Lanes];
        for (var row = 0; row < keys.Length; row++)
        {
            for (var label = 0; label < NameLabel.Lanes; label++)
            {
                if ((masks[row] >> label & 1) != 0)
                    rows[row * NameLabel.Lanes + label] = Unfolded(reader.Read7BitEncodedInt());
            }
        }

        return (keys, rows, transitions);
    }

    private static ushort MaskOf(short[] rows, int row)
    {
        var mask = 0;
        for (var label = 0; label < NameLabel.Lanes; label++)
        {
            if (rows[row * NameLabel.Lanes + label] != 0)
                mask |= 1 << label;
        }

        return (ushort)mask;
    }

    private static int Folded(short weight) => weight << 1 ^ weight >> 15;

    private static short Unfolded(int number) => (short)(number >> 1 ^ -(number & 1));
}
